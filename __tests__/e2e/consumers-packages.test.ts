import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { moduleFileName } from '../../src/catalog/python.js'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { PYTHON } from '../roles.js'
import { temporary } from '../runner.js'
import { AT_HAND, PSYCOPG2 } from '../versions.js'
import { describePage } from './consumers/describe-page.js'
import type { Reader } from './consumers/reader.js'
import { programHere, pythonTool } from './consumers/tools.js'

let python: string
let served: ServedRelease
beforeAll(async () => {
  python = await findPythonHere(PYTHON)
  served = await serveRelease({ python: PYTHON, flags: AT_HAND })
})
afterAll(() => served?.stop())

/** Credentials that nobody is asked with: packaging calls no service of AWS's. */
const NOBODY = {
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  AWS_DEFAULT_REGION: 'eu-central-1',
}
const common = { only: 'x86_64', release: () => served, env: (): Record<string, string> => NOBODY } as const

describePage(
  {
    ...common,
    path: 'chalice.md',
    tools: async () => [await pythonTool(python, ['chalice==1.34.0', 'setuptools', 'wheel'])],
  },
  (it) => {
    it('what is in vendor goes into the package', async (reader) => {
      const app = `import psycopg2
from chalice import Chalice

app = Chalice(app_name="example")


@app.lambda_function()
def handler(event, context):
    return psycopg2.__version__
`
      reader.write('app.py', app)
      reader.write('requirements.txt', '')
      reader.write('.chalice/config.json', '{"version": "2.0", "app_name": "example", "stages": {"dev": {}}}')
      await reader.do('unpack the zip')
      await reader.do('package')
      await reader.expectPackage('packaged/deployment.zip')
    })
  },
)

describePage(
  {
    ...common,
    path: 'zappa.md',
    tools: async () => [await pythonTool(python, ['zappa==0.63.0', 'flask==3.1.3', 'setuptools<81'])],
    // As in a shell where the environment is activated; and Zappa keeps things in the directory for temporary files.
    env: ([zappa]) => ({ ...NOBODY, VIRTUAL_ENV: zappa?.directory ?? '', TMPDIR: temporary() }),
  },
  (it) => {
    const begin = async (reader: Reader) => {
      reader.write('app.py', 'import flask\nimport psycopg2\n\napp = flask.Flask(__name__)\n')
      reader.put('zappa_settings.json')
      // The environment is kept from run to run.
      await reader.run('pip uninstall --yes --quiet psycopg2')
    }

    it('what is installed goes into the package', async (reader) => {
      await begin(reader)
      await reader.do('install the wheel')
      await reader.do('package')
      await reader.expectPackage('package.zip', 'x86_64', { bytecode: false })
    })

    it('in the place of what another machine has, a wheel that is kept does', async (reader, [tool]) => {
      await begin(reader)
      await reader.do('install the wheel')
      const site = join(tool?.directory ?? '', 'lib', `python${PYTHON}`, 'site-packages')
      const module = join(site, 'psycopg2', moduleFileName(PYTHON, 'x86_64'))
      writeFileSync(module, 'made for another machine')
      await reader.do('keep the wheel')
      await reader.do('package')
      await reader.expectPackage('package.zip')
      expect(readFileSync(module, 'utf8')).toBe('made for another machine')
    })
  },
)

/** As the page calls it. */
const IMAGE = 'example-function'

describePage(
  {
    ...common,
    path: 'container-images.md',
    tools: async () => [inject('noEngine') === '' ? programHere('docker') : { missing: inject('noEngine') }],
  },
  (it) => {
    it('an image imports what was unpacked into it', async (reader) => {
      await reader.do('fetch the zip')
      reader.put('Dockerfile')
      await reader.do('build')
      try {
        const code = 'import app, psycopg2; print(psycopg2.__file__, app.handler(None, None).split()[0])'
        const argv = ['run', '--rm', '--network', 'none', '--entrypoint', `python${PYTHON}`]
        const printed = execFileSync('docker', [...argv, IMAGE, '-c', code], { encoding: 'utf8' })
        expect(printed.trim()).toBe(`/var/task/psycopg2/__init__.py ${PSYCOPG2}`)
      } finally {
        execFileSync('docker', ['image', 'rm', '--force', IMAGE], { stdio: 'ignore' })
      }
    })
  },
)
