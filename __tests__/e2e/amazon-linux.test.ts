import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { IMAGES } from '../../stand-ins/images.js'
import { PYTHON } from '../roles.js'
import { containers, errors, forgetTools, imagesWithTools, runAction, temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'

describe.skipIf(inject('noEngine') !== '')('images that behave like Amazon Linux', () => {
  const tools = temporary()
  let sha256: string | undefined

  const buildIn = (image: string, inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
    runAction(
      {
        'python-version': PYTHON,
        ...AT_HAND,
        'build-image': image,
        'output-dir': temporary(),
        ...inputs,
      },
      { env },
    )

  /** Builds with an image's own compiler, and with what earlier builds of this file have compiled. */
  const compileIn = (image: string) => buildIn(image, { toolchain: 'image' }, { RUNNER_TOOL_CACHE: tools })

  beforeAll(() => forgetTools(IMAGES.yum, IMAGES.dnf, IMAGES.microdnf, IMAGES.moduleless))
  afterEach(() => {
    expect(containers()).toEqual([])
  })

  test("with yum only, LD_LIBRARY_PATH as AWS sets it and gcc 4.8's dialect: a build from nothing", async () => {
    const run = await compileIn(IMAGES.yum)
    expect(errors(run.output)).toEqual([])
    expect(installed(run.output, 'yum')).toEqual(
      expect.arrayContaining(['gcc', 'binutils', 'make', 'perl', 'perl(IPC::Cmd)', 'perl(Time::Piece)']),
    )
    expect(run.output).not.toContain('No package')
    expect(run.outputs['cache-hit']).toBe('false')
    expect(run.output).toContain('ok TLS versions offered: 0304 0303')
    sha256 = run.outputs.sha256
  })

  test.each([
    ['a package manager that sees LD_LIBRARY_PATH', ['yum', 'install', '-y', 'make'], /lang\/lib\/libstdc/],
    ['a compiler that does', ['gcc', '-c', '-x', 'c', '/dev/null', '-o', '/tmp/x.o'], /lang\/lib\/libmpc/],
    ['a linker that does', ['ld', '--version'], /lang\/lib\/libctf/],
    [
      'C of a later dialect',
      ['sh', '-c', 'unset LD_LIBRARY_PATH; echo "void f(void) { for (int i;;); }" | gcc -c -x c -'],
      /C99/,
    ],
    [
      'a header that gcc 4.8 does not have',
      ['sh', '-c', 'unset LD_LIBRARY_PATH; echo "#include <stdatomic.h>" | gcc -c -x c -'],
      /stdatomic/,
    ],
  ])('that stand-in gives away %s', (_, [program = '', ...argv], says) => {
    const [image = ''] = imagesWithTools(IMAGES.yum)
    const run = ['run', '--rm', '--network', 'none', '--entrypoint', program, image, ...argv]
    expect(output('docker', run).join('\n')).toMatch(says)
  })

  test.each([
    ['microdnf that answers to dnf', IMAGES.dnf, 'dnf', ['make', 'bzip2', 'glibc-devel', 'kernel-headers']],
    ['microdnf only', IMAGES.microdnf, 'microdnf', []],
  ])(
    'with %s: only what is missing is installed, perl modules by what provides them',
    async (_, image, manager, more) => {
      const run = await compileIn(image)
      expect(errors(run.output)).toEqual([])
      expect(installed(run.output, manager)).toEqual(
        expect.arrayContaining([...more, 'perl(FindBin)', 'perl(IPC::Cmd)', 'perl(Time::Piece)']),
      )
      expect(installed(run.output, manager)).not.toContain('gcc')
      expect(run.outputs.sha256).toBe(sha256)
    },
  )

  test('with yum only: the toolchain needs no compiler, and none is installed', async () => {
    const run = await buildIn(IMAGES.yum)
    expect(errors(run.output)).toEqual([])
    const packages = installed(run.output, 'yum')
    expect(packages).toEqual(expect.arrayContaining(['make', 'perl', 'perl(IPC::Cmd)', 'perl(Time::Piece)']))
    for (const name of ['gcc', 'binutils', 'glibc-devel']) expect(packages).not.toContain(name)
    expect(run.output).toContain('ok TLS versions offered: 0304 0303')
  })

  test('without perl modules that an installation would bring: the error names them', async () => {
    const out = temporary()
    const run = await buildIn(IMAGES.moduleless, { 'output-dir': out })
    const [error = '', ...more] = errors(run.output)
    expect(error).toMatch(/still missing after the installation: .*perl:IPC::Cmd .*perl:Time::Piece/)
    expect(error).toContain('build-image')
    expect(more).toEqual([])
    expect(readdirSync(out)).toEqual([])
  })
})

/** What tools.sh says it installs. */
function installed(log: string, manager: string): string[] {
  const [, packages = ''] = new RegExp(`tools: ${manager} installs (.*)`).exec(log) ?? []
  return packages.trim().split(' ')
}

/** What a program prints, line by line, whether it fails or not. */
function output(program: string, argv: string[]): string[] {
  const { stdout, stderr } = spawnSync(program, argv, { encoding: 'utf8' })
  return `${stdout}${stderr}`.split('\n')
}
