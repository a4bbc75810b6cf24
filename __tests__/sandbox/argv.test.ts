import { expect, test } from 'vitest'
import { createArgv, execArgv, listArgv, platformOf, removeArgv } from '../../src/sandbox/argv.js'

const spec = {
  name: 'n',
  runId: 'r',
  image: 'sha256:1',
  architecture: 'x86_64',
  network: 'none',
  confined: true,
  readOnly: false,
  memory: {},
  volumes: [],
} as const
const idle = ['--user', '0:0', '--workdir', '/', '--entrypoint', '/bin/sh', 'sha256:1', '-c', 'sleep 21600']

test.each([
  [
    'to compile in: no network, no capabilities but those that preparing a directory takes',
    spec,
    [
      ...['--platform', 'linux/amd64', '--pull', 'never', '--stop-signal', 'SIGKILL', '--network', 'none'],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['--cap-add', 'DAC_OVERRIDE', '--cap-add', 'FOWNER'],
    ],
  ],
  [
    'that has a volume',
    { ...spec, volumes: [{ name: 'v', path: '/in', readOnly: true }] } as const,
    [
      ...['--platform', 'linux/amd64', '--pull', 'never', '--stop-signal', 'SIGKILL', '--network', 'none'],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['--cap-add', 'DAC_OVERRIDE', '--cap-add', 'FOWNER'],
      ...['--mount', 'type=volume,source=v,target=/in,ro'],
    ],
  ],
  [
    'to install packages in',
    { ...spec, architecture: 'arm64', network: 'default', confined: false } as const,
    ['--platform', 'linux/arm64', '--pull', 'never', '--stop-signal', 'SIGKILL'],
  ],
  [
    'to try the zip in: read-only but for two places in memory, on the network of its server',
    {
      ...spec,
      network: 'container:server',
      readOnly: true,
      memory: { '/var/task': 'rw,exec', '/tmp': 'rw' },
    } as const,
    [
      ...[
        '--platform',
        'linux/amd64',
        '--pull',
        'never',
        '--stop-signal',
        'SIGKILL',
        '--network',
        'container:server',
      ],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['--read-only', '--tmpfs', '/var/task:rw,exec', '--tmpfs', '/tmp:rw'],
    ],
  ],
])('a container %s', (_, given, expected) => {
  expect(createArgv(given)).toEqual([
    'create',
    '--name',
    'n',
    '--label',
    'psycopg2-lambda.run=r',
    ...expected,
    ...idle,
  ])
})

test('a command gets its variables by value, and proxies by name only', () => {
  const command = {
    argv: ['sh', 'x y'],
    env: { A: '1', B: 'two words' },
    input: Buffer.from(''),
    passEnv: ['https_proxy'],
  }
  expect(execArgv({ name: 'n', user: '1000:1000', command })).toEqual([
    ...['exec', '--interactive', '--user', '1000:1000'],
    ...['--env', 'A=1', '--env', 'B=two words', '--env', 'https_proxy', 'n', 'sh', 'x y'],
  ])
})

test('containers of a run are found by label and removed with their volumes', () => {
  expect(listArgv('r')).toEqual([
    'ps',
    '--all',
    '--quiet',
    '--no-trunc',
    '--filter',
    'label=psycopg2-lambda.run=r',
  ])
  expect(removeArgv('n')).toEqual(['rm', '--force', '--volumes', 'n'])
})

test('platforms have their own names for architectures', () => {
  expect([platformOf('x86_64'), platformOf('arm64')]).toEqual(['linux/amd64', 'linux/arm64'])
})
