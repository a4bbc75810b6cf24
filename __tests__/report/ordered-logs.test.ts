import { expect, test } from 'vitest'
import { logTo, ungrouped } from '../../src/report/log.js'
import { orderedLogs } from '../../src/report/ordered-logs.js'

function lines() {
  const said: string[] = []
  const say = (kind: string) => (text: string) => void said.push(`${kind} ${text}`)
  const log = logTo({
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    debug: say('debug'),
    progress: say('progress'),
    begin: say('begin'),
    end: say('end'),
  })
  return { said, log }
}

test('what goes on side by side reads as if it had been done one after the other', async () => {
  const { said, log } = lines()
  const [first, second, third] = orderedLogs(log, 3)
  await second?.group('two', async () => {
    second.info('2a')
    second.progress('half')
  })
  await first?.group('one', async () => {
    first.info('1a')
    first.progress('half')
    third?.warning('3a')
    first.notice('1b')
  })
  expect(said).toEqual(['begin one', 'info 1a', 'progress half', 'notice 1b', 'end one'])
  third?.close()
  first?.close()
  expect(said.splice(0)).toHaveLength(8)
  second?.debug('2b')
  expect(said).toEqual(['debug 2b'])
  second?.close()
  expect(said).toEqual(['debug 2b', 'warning 3a'])
})

test('work in the background opens no groups', async () => {
  const { said, log } = lines()
  await ungrouped(log).group('server', async () => ungrouped(log).info('PostgreSQL 18'))
  expect(said).toEqual(['info PostgreSQL 18'])
})
