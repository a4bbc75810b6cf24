import { beforeAll, describe, expect, inject, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { COMMIT, TAG, TOKEN } from '../release/bench.js'
import { PYTHONS } from '../roles.js'
import { AT_HAND } from '../versions.js'
import { provideAct, runWorkflow, whyNoAct } from './workflows/act.js'
import { adapt } from './workflows/adapt.js'
import { expectArtifacts, expectNoContainers, expectRelease, expectSuccess } from './workflows/expect.js'
import { builds, deploysPages, eventOf, publishes, shownWorkflows, stepsOf } from './workflows/shown.js'

/** By role: the two newest Pythons of the stand-ins, and of the newest Amazon Linux, whose glibc serves them. */
const BASES = new Map(runtimes.runtimes.map(({ python, base }) => [python, base]))
const NEWEST = PYTHONS.filter((python) => BASES.get(python) === BASES.get(PYTHONS.at(-1) ?? '')).slice(-2)

const all = shownWorkflows()
const shown = all.filter(({ workflow }) => !stepsOf(workflow).some(deploysPages))
for (const { title } of all.filter((one) => !shown.includes(one))) {
  // What it runs before, consumers-python.test.ts runs.
  console.warn(`LEFT OUT: running the workflow ${title}, because only GitHub publishes to its Pages`)
}
const noAct = whyNoAct()
if (noAct !== undefined) console.warn(`LEFT OUT: running the documentation's workflows, because ${noAct}`)
const title = noAct === undefined ? 'run by act' : `LEFT OUT: run by act, because ${noAct}`

test('the documentation shows workflows that build, and workflows that release', () => {
  const releasing = shown.filter(({ workflow }) => stepsOf(workflow).some(publishes))
  expect(releasing).not.toEqual([])
  expect(shown.filter(({ workflow }) => stepsOf(workflow).some(builds))).not.toEqual([])
  expect(shown.length).toBeGreaterThan(releasing.length)
})

describe.skipIf(inject('noEngine') !== '' || noAct !== undefined)(title, () => {
  beforeAll(provideAct)

  test.concurrent.for(shown.map(({ title, workflow }) => [title, workflow] as const))(
    '%s',
    async ([title, workflow], { signal, onTestFinished }) => {
      const server = await FakeGitHub.start(Date.now)
      onTestFinished(() => server.stop())
      const { leftOut, rows, ...adapted } = adapt(workflow, NEWEST, AT_HAND)
      if (leftOut.length > 0) {
        const because = `because this is ${thisArchitecture()}, and Pythons ${NEWEST.join(' and ')} stand for all`
        console.warn([`LEFT OUT of ${title}, ${because}:`, ...leftOut].join('\n  '))
      }
      server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
      const { owner, name } = server.repository
      const hub = { apiUrl: server.url, repository: `${owner}/${name}`, token: TOKEN }
      const event = eventOf(workflow, TAG, COMMIT)
      const run = await runWorkflow(adapted.workflow, { event, hub, signal })
      expectSuccess(run, rows)
      expectNoContainers(run, rows)
      expectArtifacts(run, rows)
      if (stepsOf(workflow).some(publishes)) expectRelease(server, run, rows)
      else expect(server.requests).toEqual([])
      expect(server.violations).toEqual([])
    },
  )
})
