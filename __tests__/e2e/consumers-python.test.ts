import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { parse } from 'yaml'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { serveFiles } from '../../stand-ins/file-server.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { blocksIn } from '../docs.js'
import { PYTHON } from '../roles.js'
import { AT_HAND } from '../versions.js'
import { adaptSnippet, SITE, serveIndex } from './consumers/adapt-snippet.js'
import { describePage } from './consumers/describe-page.js'
import type { Reader } from './consumers/reader.js'
import { makeEnvironment, pathWith, pythonTool, toolSettings } from './consumers/tools.js'

let release: ServedRelease
let interpreter: string
let settings: Record<string, string>
beforeAll(async () => {
  interpreter = await findPythonHere(PYTHON)
  settings = await toolSettings()
  release = await serveRelease({ python: PYTHON, flags: AT_HAND })
  await serveIndex(release)
})
afterAll(() => release?.stop())

/** What the pages have in common. @param packages the tool, and what it needs beside it */
const page = (path: string, ...packages: string[]) => ({
  path,
  tools: async () => [await pythonTool(interpreter, ['pip==26.3', ...packages])],
  release: () => release,
  env: () => ({ ...settings, UV_PYTHON: interpreter, POETRY_VIRTUALENVS_IN_PROJECT: 'true' }),
})

/** A tool takes psycopg2 from a server that gives JSON to who accepts it, and the metadata before the wheel or in its place. */
async function expectJson(reader: Reader, command: string): Promise<void> {
  const site = reader.path(SITE)
  cpSync(join(release.root, SITE), site, { recursive: true })
  rmSync(join(site, 'simple', 'psycopg2', 'index.html'))
  const server = await serveFiles(site, true)
  try {
    await reader.run(`${command} ${server.origin}/simple/ psycopg2`)
    const [page, ...files] = server.asked.filter((path) => !path.endsWith('/simple/'))
    expect(page).toBe('/simple/psycopg2/')
    expect(files.map((path) => path.replace(/.*\.whl/, ''))).toEqual(['.metadata', ''])
  } finally {
    await server.stop()
  }
}

const PROJECT = `[project]\nname = "function"\nversion = "1"\nrequires-python = "==${PYTHON}.*"\n`
const VENV = '.venv/bin/python'

/** A project with a snippet of the page in its file. @param before what stands there before it */
const begin = (reader: Reader, snippet: string, before = '') =>
  reader.write('pyproject.toml', `${PROJECT}${before}\n${reader.page.take(snippet)}`)

/** Adds psycopg2 to a project, and makes a package from its lock. */
async function expectAdded(reader: Reader): Promise<void> {
  await reader.do('add')
  reader.expectImports(VENV)
  await reader.do('package from the lock')
  await reader.expectPackage('package', 'arm64')
}

describePage(page('index.md'), (it) => {
  const written = (reader: Reader, directory = 'site') => {
    const files = readdirSync(reader.path(directory), { recursive: true, encoding: 'utf8' }).sort()
    return files
      .filter((name) => name.includes('.'))
      .map((name) => [name, readFileSync(reader.path(directory, name), 'latin1')])
  }
  const count = () => 4 + 2 * release.manifest.artifacts.length

  it('the command and the workflow write the same site', async (reader) => {
    await reader.do('write')
    await reader.run('mv site by-hand')
    const [workflow = ''] = blocksIn('docs/consumers/index.md', 'yaml')
    const { jobs } = parse(workflow) as { jobs: { index: { steps: { run?: string }[] } } }
    const [command = ''] = jobs.index.steps.flatMap(({ run }) => run ?? [])
    const { repository } = release.manifest
    const env = { GITHUB_SERVER_URL: release.origin, GITHUB_REPOSITORY: repository }
    await reader.run(adaptSnippet(command, release), env)
    expect(written(reader)).toHaveLength(count())
    expect(written(reader, 'by-hand')).toEqual(written(reader))
  })

  it('of a private release', async (reader) => {
    const { tag } = release.manifest
    // All that is wanted of GitHub's own program here is that the files are there afterwards.
    reader.write('gh', `#!/bin/sh\ncp -R '${release.directory}' '${tag}'\n`)
    await reader.run('chmod +x gh')
    const commands = reader.page.take('private').replaceAll('2.9.13-1', tag)
    await reader.run(commands, { PATH: pathWith(reader.directory) })
    expect(written(reader)).toHaveLength(count())
  })
})

describePage(page('pip.md'), (it) => {
  const environment = async (reader: Reader) => {
    expect(await makeEnvironment(reader.path('.venv'), interpreter)).toMatchObject({ exitCode: 0 })
    return { PATH: pathWith(reader.path('.venv', 'bin')) }
  }

  for (const name of ['package from the index', 'package from a release']) {
    it(name, async (reader) => {
      await reader.do(name)
      await reader.expectPackage('package', 'arm64')
    })
  }

  it('with other requirements', async (reader) => {
    await reader.do('with other requirements')
    await reader.expectPackage('package')
    expect(readdirSync(reader.path('package'))).toContain('tomli_w')
  })

  it('into an environment', async (reader) => {
    await reader.do('into an environment', await environment(reader))
    reader.expectImports(VENV, 'tomli_w')
  })

  it('requirements.txt', async (reader) => {
    reader.put('requirements.txt')
    await reader.do('install requirements.txt', await environment(reader))
    reader.expectImports(VENV)
  })

  it('JSON', (reader) => expectJson(reader, 'pip download --no-deps --only-binary :all: --index-url'))

  it('no sum but the release’s is taken', async (reader) => {
    const snippet = reader.page.take('package from a release')
    const other = snippet.replace(/#sha256=\w+/, `#sha256=${'0'.repeat(64)}`)
    await expect(reader.run(other)).rejects.toThrow('DO NOT MATCH THE HASHES')
  })
})

describePage(page('uv.md', 'uv==0.13.9'), (it) => {
  it('JSON', (reader) =>
    expectJson(reader, 'uv pip install --target package --only-binary :all: --default-index'))

  it('a project with an index, and its package', async (reader) => {
    begin(reader, 'index in pyproject.toml')
    await expectAdded(reader)
  })

  it('a project with addresses', async (reader) => {
    begin(reader, 'addresses in pyproject.toml', 'dependencies = ["psycopg2"]')
    await reader.run('uv sync')
    reader.expectImports(VENV)
  })

  it('a package without a project', async (reader) => {
    await reader.do('package without a project')
    await reader.expectPackage('package', 'arm64')
  })

  it('psycopg2-binary elsewhere', async (reader) => {
    begin(reader, 'index in pyproject.toml')
    await reader.do('psycopg2-binary elsewhere')
    reader.expectImports(VENV)
    expect(reader.read('uv.lock')).toContain('psycopg2_binary')
    expect(await reader.run('uv pip list --python .venv')).not.toContain('psycopg2-binary')
  })
})

describePage(page('poetry.md', 'poetry==2.5.1', 'poetry-plugin-export==1.10.1'), (it) => {
  const head = '[tool.poetry]\npackage-mode = false'

  it('a project with a source, and its package', async (reader) => {
    begin(reader, 'source in pyproject.toml', head)
    await reader.run(`poetry env use '${interpreter}'`)
    await expectAdded(reader)
  })

  it('a project with addresses', async (reader) => {
    begin(reader, 'addresses in pyproject.toml', head)
    await reader.run(`poetry env use '${interpreter}' && poetry install`)
    reader.expectImports(VENV)
  })
})

// It asks for hishel 1.4.0 or newer, and uses what 2 no longer has. The page has an address for x86_64.
describePage({ ...page('pdm.md', 'pdm==2.29.4', 'hishel<2'), only: 'x86_64' }, (it) => {
  const head = '[tool.pdm]\ndistribution = false'

  it('a project with a source, and its package', async (reader) => {
    begin(reader, 'source in pyproject.toml', head)
    await reader.run(`pdm use '${interpreter}'`)
    await expectAdded(reader)
  })

  it('an address', async (reader) => {
    reader.write('pyproject.toml', `${PROJECT}${head}`)
    await reader.run(`pdm use '${interpreter}'`)
    await reader.do('add by address')
    reader.expectImports(VENV)
  })
})
