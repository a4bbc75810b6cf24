import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { serveFiles } from '../../stand-ins/file-server.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { blocksIn } from '../docs.js'
import { PYTHON } from '../roles.js'
import { runCli } from '../runner.js'
import { AT_HAND } from '../versions.js'
import { adaptSnippet, SITE } from './consumers/adapt-snippet.js'
import { Desk, pathWith } from './consumers/desk.js'
import { makeEnvironment, provideTool, type Tool, toolSettings } from './consumers/python-tools.js'
import { Snippets } from './consumers/snippets.js'

let release: ServedRelease
let interpreter: string
let settings: Record<string, string>
beforeAll(async () => {
  interpreter = await findPythonHere(PYTHON)
  settings = await toolSettings()
  release = await serveRelease({ python: PYTHON, flags: AT_HAND })
  const argv = ['index', `${release.url}/manifest.json`, '--output-dir', join(release.root, SITE)]
  const { code, output } = await runCli(argv)
  if (code !== 0) throw new Error(output)
})
afterAll(() => release?.stop())

/** What a test of a tool's page works with. */
interface Bench {
  snippet(name: string): string
  /** A new directory, on whose `PATH` the tools are. */
  desk(): Desk
}

/** The tests of a page, which are left out where a tool cannot be had; each snippet of it must be run by one. */
function describePage(name: string, tools: readonly Tool[], tell: (bench: Bench) => void): void {
  describe(`docs/consumers/${name}`, () => {
    const snippets = new Snippets(name, (text) => adaptSnippet(text, release))
    const bins: string[] = []
    let missing: string | undefined
    beforeAll(() => {
      for (const tool of tools) {
        const provided = provideTool(tool, interpreter)
        if ('bin' in provided) bins.push(provided.bin)
        else missing ??= `${tool}: ${provided.missing}`
      }
      if (missing !== undefined && process.env.CI === 'true') throw new Error(missing)
    })
    beforeEach(({ skip }) => skip(missing !== undefined, missing))
    tell({
      snippet: (one) => snippets.take(one),
      desk: () =>
        new Desk(release, {
          ...settings,
          PATH: pathWith(...bins),
          UV_PYTHON: interpreter,
          POETRY_VIRTUALENVS_IN_PROJECT: 'true',
        }),
    })
    test('has no snippet that is not run', () => expect(snippets.untaken).toEqual([]))
  })
}

/** A tool takes psycopg2 from a server that gives JSON to who accepts it, and the metadata before the wheel or in its place. */
async function expectJson(at: Desk, command: string): Promise<void> {
  const site = join(at.directory, SITE)
  cpSync(join(release.root, SITE), site, { recursive: true })
  rmSync(join(site, 'simple', 'psycopg2', 'index.html'))
  const server = await serveFiles(site, true)
  try {
    await at.run(`${command} ${server.origin}/simple/ psycopg2`)
    const [page, ...files] = server.asked.filter((path) => !path.endsWith('/simple/'))
    expect(page).toBe('/simple/psycopg2/')
    expect(files.map((path) => path.replace(/.*\.whl/, ''))).toEqual(['.metadata', ''])
  } finally {
    await server.stop()
  }
}

/** The head of a project's file. */
const project = (more = '') =>
  `[project]\nname = "function"\nversion = "1"\nrequires-python = "==${PYTHON}.*"\n${more}\n`

describePage('index.md', [], ({ snippet, desk }) => {
  const written = (directory: string) => {
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()
    return files
      .filter((name) => name.includes('.'))
      .map((name) => [name, readFileSync(join(directory, name), 'latin1')])
  }

  test('the command and the workflow write the same site', async () => {
    const [byHand, byWorkflow] = [desk(), desk()]
    await byHand.run(snippet('write'))
    const [workflow = ''] = blocksIn('docs/consumers/index.md', 'yaml')
    const { jobs } = parse(workflow) as { jobs: { index: { steps: { run?: string }[] } } }
    const [command = ''] = jobs.index.steps.flatMap(({ run }) => run ?? [])
    const { repository } = release.manifest
    const env = { GITHUB_SERVER_URL: release.origin, GITHUB_REPOSITORY: repository }
    await byWorkflow.run(adaptSnippet(command, release), env)
    const site = written(join(byHand.directory, 'site'))
    expect(site).toHaveLength(4 + 2 * release.manifest.artifacts.length)
    expect(written(join(byWorkflow.directory, 'site'))).toEqual(site)
  })

  test('of a private release', async () => {
    const at = desk()
    // All that is wanted of GitHub's own program here is that the files are there afterwards.
    const directory = join(release.files.get('manifest.json') ?? '', '..')
    at.write('gh', `#!/bin/sh\ncp -R '${directory}' '${release.manifest.tag}'\n`)
    await at.run('chmod +x gh')
    await at.run(snippet('private').replaceAll('2.9.13-1', release.manifest.tag), {
      PATH: pathWith(at.directory),
    })
    expect(written(join(at.directory, 'site'))).toHaveLength(4 + 2 * release.manifest.artifacts.length)
  })
})

describePage('pip.md', ['pip'], ({ snippet, desk }) => {
  const environment = (at: Desk) => {
    const directory = join(at.directory, 'environment')
    makeEnvironment(directory, interpreter, ['pip'])
    return { python: join(directory, 'bin', 'python'), PATH: pathWith(join(directory, 'bin')) }
  }

  test.each(['package from the index', 'package from a release'])('%s', async (name) => {
    const at = desk()
    await at.run(snippet(name))
    await at.expectPackage('arm64')
  })

  test('with other requirements', async () => {
    const at = desk()
    await at.run(snippet('with other requirements'))
    await at.expectPackage('x86_64')
    expect(readdirSync(join(at.directory, 'package'))).toContain('tomli_w')
  })

  test('into an environment', async () => {
    const at = desk()
    const { python, PATH } = environment(at)
    await at.run(snippet('into an environment'), { PATH })
    at.expectImports(python, 'tomli_w')
  })

  test('requirements.txt', async () => {
    const at = desk()
    const { python, PATH } = environment(at)
    at.write('requirements.txt', snippet('requirements.txt'))
    await at.run(snippet('install requirements.txt'), { PATH })
    at.expectImports(python)
  })

  test('JSON', () => expectJson(desk(), 'pip download --no-deps --only-binary :all: --index-url'))

  test('no sum but the release’s is taken', async () => {
    const at = desk()
    const other = snippet('package from a release').replace(/#sha256=\w+/, `#sha256=${'0'.repeat(64)}`)
    await expect(at.run(other)).rejects.toThrow('DO NOT MATCH THE HASHES')
  })
})

describePage('uv.md', ['uv'], ({ snippet, desk }) => {
  test('JSON', () =>
    expectJson(desk(), 'uv pip install --target package --only-binary :all: --default-index'))

  test('a project with an index, and its package', async () => {
    const at = desk()
    at.write('pyproject.toml', project(snippet('index in pyproject.toml')))
    await at.run(snippet('add'))
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
    await at.run(snippet('package from the lock'))
    await at.expectPackage('arm64')
  })

  test('a project with addresses', async () => {
    const at = desk()
    at.write(
      'pyproject.toml',
      project(`dependencies = ["psycopg2"]\n${snippet('addresses in pyproject.toml')}`),
    )
    await at.run('uv sync')
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
  })

  test('a package without a project', async () => {
    const at = desk()
    await at.run(snippet('package without a project'))
    await at.expectPackage('arm64')
  })

  test('psycopg2-binary elsewhere', async () => {
    const at = desk()
    at.write('pyproject.toml', project(snippet('index in pyproject.toml')))
    await at.run(snippet('psycopg2-binary elsewhere'))
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
    expect(at.read('uv.lock')).toContain('psycopg2_binary')
    expect(await at.run('uv pip list --python .venv')).not.toContain('psycopg2-binary')
  })
})

describePage('poetry.md', ['poetry', 'pip'], ({ snippet, desk }) => {
  const head = () => `${project()}\n[tool.poetry]\npackage-mode = false\n`

  test('a project with a source, and its package', async () => {
    const at = desk()
    at.write('pyproject.toml', `${head()}${snippet('source in pyproject.toml')}`)
    await at.run(`poetry env use '${interpreter}'`)
    await at.run(snippet('add'))
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
    await at.run(snippet('package from the lock'))
    await at.expectPackage('arm64')
  })

  test('a project with addresses', async () => {
    const at = desk()
    at.write('pyproject.toml', `${head()}${snippet('addresses in pyproject.toml')}`)
    await at.run(`poetry env use '${interpreter}' && poetry install`)
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
  })
})

describePage('pdm.md', ['pdm', 'pip'], ({ snippet, desk }) => {
  const open = async (more = '') => {
    const at = desk()
    at.write('pyproject.toml', `${project(more)}\n[tool.pdm]\ndistribution = false\n`)
    await at.run(`pdm use '${interpreter}'`)
    return at
  }

  test('a project with a source, and its package', async () => {
    const at = await open(snippet('source in pyproject.toml'))
    await at.run(snippet('add'))
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
    await at.run(snippet('package from the lock'))
    await at.expectPackage('arm64')
  })

  test('an address', async ({ skip }) => {
    skip(thisArchitecture() !== 'x86_64', 'the page has it for x86_64')
    const at = await open()
    await at.run(snippet('add by address'))
    at.expectImports(join(at.directory, '.venv', 'bin', 'python'))
  })
})
