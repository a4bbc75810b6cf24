import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Team } from '../../src/recipe/team.js'

test('waits for every member, also for those that join later', async () => {
  const done: string[] = []
  const team = new Team(() => expect.fail('nothing is to be ended'))
  team.add(
    sleep(20).then(() => {
      done.push('first')
      team.add(sleep(20).then(() => done.push('second')))
    }),
  )
  await team.finish()
  expect(done).toEqual(['first', 'second'])
  expect(team.signal.aborted).toBe(false)
})

test('the first failure ends the others, and is the one that is thrown', async () => {
  let end = () => {}
  const ended: number[] = []
  // What was not there yet when work was ended for the first time must be ended, too.
  const team = new Team(async () => {
    ended.push(1)
    if (ended.length === 2) end()
  })
  team.add(
    new Promise<void>((_, reject) => {
      end = () => reject(new Error('its container is gone'))
    }),
  )
  team.add(sleep(10).then(() => Promise.reject(new Error('no such image'))))
  await expect(team.finish()).rejects.toThrow('no such image')
  expect(ended.length).toBeGreaterThan(1)
  expect(team.signal.aborted).toBe(true)
})

test('who cannot be ended is not waited for', async () => {
  const team = new Team(async () => {}, 50)
  team.add(new Promise(() => {}))
  team.add(Promise.reject(new Error('no such image')))
  await expect(team.finish()).rejects.toThrow('no such image')
})
