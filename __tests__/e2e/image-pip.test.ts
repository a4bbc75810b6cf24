import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { imagePip } from '../../src/recipe/image-pip.js'
import { readPip } from '../../src/sources/pip-settings.js'
import { IMAGES } from '../../stand-ins/images.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { containers, newRun } from '../runner.js'

const IMAGE = 'psycopg2-lambda-test/with-pip'

describe.skipIf(inject('noEngine') !== '')("a build image's pip", () => {
  beforeAll(() => {
    // The stand-ins have none; what it prints is what matters.
    const module = "import sys; print('global.index-url=' + repr('https://index.example/simple'))"
    const file = [
      `FROM ${IMAGES.build}`,
      `RUN site=$(python${PYTHON} -c 'import sysconfig; print(sysconfig.get_path("purelib"))') && ` +
        `mkdir -p "$site/pip" && touch "$site/pip/__init__.py" && echo "${module}" >"$site/pip/__main__.py"`,
    ]
    execFileSync('docker', ['build', '--quiet', '--tag', IMAGE, '-'], {
      input: `${file.join('\n')}\n`,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
  })
  afterAll(() => {
    execFileSync('docker', ['image', 'rm', '--force', IMAGE], { stdio: 'ignore' })
  })

  const ask = async (buildImage: string, engine: 'docker' | 'none' = 'docker') => {
    const plan = await planFor(PYTHON, { buildImage })
    return imagePip(Promise.resolve(engine), { plan, runId: newRun(), log: collectingLog().log })
  }

  test('says which index it uses, in a container that is gone afterwards', async () => {
    expect(await readPip(await ask(IMAGE), {}, true)).toMatchObject({
      indexes: [{ address: 'https://index.example/simple', named: true }],
    })
    expect(containers()).toEqual([])
  })

  test('has no answer where there is none, nor where there is no container', async () => {
    expect(await (await ask(IMAGES.build))('config', 'list')).toBeUndefined()
    expect(await (await ask(IMAGE, 'none'))('config', 'list')).toBeUndefined()
  })
})
