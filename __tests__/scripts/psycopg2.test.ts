import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { moduleFileName } from '../../src/catalog/python.js'
import { compareVersions } from '../../src/catalog/versions.js'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { PYTHON, PYTHONS } from '../roles.js'

const script = join(import.meta.dirname, '..', '..', 'scripts', 'psycopg2.sh')

/** The file with the init function, which does `more` last. */
const moduleWith = (more: string) => `#include <Python.h>
static void
libcrypto_threads_init(void)
{
    PyImport_ImportModule("ssl");
}
int other(void);
static int same(void) { return 40; }
static struct PyModuleDef definition = { PyModuleDef_HEAD_INIT, "_psycopg", NULL, -1, NULL };
PyMODINIT_FUNC PyInit__psycopg(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyModule_AddIntConstant(module, "answer", same() + other());
    ${more}
    return module;
}
`

/** Compiles a small stand-in for psycopg2, of these C files, without any libpq. */
async function compile(files: Record<string, string>, env: Record<string, string> = {}, version = PYTHON) {
  const directory = mkdtempSync(join(tmpdir(), 'psycopg2-script-'))
  const at = (...path: string[]) => join(directory, ...path)
  const put = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  for (const [name, text] of Object.entries(files)) put(`psycopg2-1/psycopg/${name}`, text)
  put('psycopg2-1/lib/__init__.py', 'from psycopg2._psycopg import answer\n')
  put('psycopg2-1/LICENSE', '')
  put('psycopg2-1/doc/COPYING.LESSER', '')
  execFileSync('tar', ['-czf', at('psycopg2.tar.gz'), '-C', directory, 'psycopg2-1'])
  put('deps/libpq/include/pg_config.h', '#define PG_VERSION_NUM 180006\n')
  for (const archive of [
    'libpq/lib/libpq',
    'libpq/lib/libpgcommon_shlib',
    'libpq/lib/libpgport_shlib',
  ].concat(['openssl/lib/libssl', 'openssl/lib/libcrypto'])) {
    mkdirSync(dirname(at('deps', archive)), { recursive: true })
    execFileSync('ar', ['crs', at('deps', `${archive}.a`)])
  }
  const python = await findPythonHere(version)
  const { status, stdout, stderr } = spawnSync('sh', [script], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      PSYCOPG2_TARBALL: at('psycopg2.tar.gz'),
      PSYCOPG2_VERSION: '1',
      PYTHON: python,
      PYTHON_VERSION: version,
      ARCHITECTURE: thisArchitecture(),
      WORK_DIR: at('work'),
      DEPS_DIR: at('deps'),
      OUT_DIR: at('out'),
      ...env,
    },
  })
  // The linker was told to look for OpenSSL_version, which is not there; nothing calls it.
  const load = (code: string, ...argv: string[]) =>
    spawnSync(python, ['-B', ...argv, '-c', code], { cwd: at('out'), encoding: 'utf8' }).stdout.trim()
  const info = () => readFileSync(at('out', 'build-info'), 'utf8')
  return {
    status,
    output: stdout + stderr,
    load,
    info,
    package: at('out/psycopg2'),
    files: () => readdirSync(at('out/psycopg2'), { recursive: true, encoding: 'utf8' }),
    module: at('out/psycopg2', moduleFileName(version, thisArchitecture())),
  }
}

const LOAD = 'import psycopg2; print(psycopg2.answer)'

test('files that can be compiled together are', async () => {
  const main = moduleWith('')
  const built = await compile({ 'psycopgmodule.c': main, 'b.c': 'int other(void) { return 2; }\n' })
  expect(built.status, built.output).toBe(0)
  expect(built.output).not.toContain('file by file')
  expect(built.load(LOAD)).toBe('42')
  expect(built.info()).not.toContain('edit=')
})

test('what is set for other compilers does not count', async () => {
  const poisoned = mkdtempSync(join(tmpdir(), 'poisoned-'))
  for (const header of ['Python.h', 'stdio.h', 'libpq-fe.h'])
    writeFileSync(join(poisoned, header), '#error poisoned\n')
  const flags = {
    CFLAGS: '-nonsense',
    LDFLAGS: '-nonsense',
    CCC_OVERRIDE_OPTIONS: '+-nonsense',
    PYTHONOPTIMIZE: '1',
  }
  const places = { CPATH: poisoned, C_INCLUDE_PATH: poisoned, LIBRARY_PATH: poisoned }
  const files = { 'psycopgmodule.c': moduleWith(''), 'b.c': 'int other(void) { return 2; }\n' }
  const plain = await compile(files)
  const built = await compile(files, { ...flags, ...places })
  expect(built.status, built.output).toBe(0)
  expect(readFileSync(built.module)).toEqual(readFileSync(plain.module))
  expect(built.files().sort()).toEqual(plain.files().sort())
})

/** Whether a Python's bytecode can be made so that it does not depend on file times. */
const isTimeless = (version: string) => compareVersions(version, '3.7') >= 0

test.for([
  ['a Python 3 before 3.7', 'none', PYTHONS.findLast((it) => it.startsWith('3') && !isTimeless(it))],
  ['Python 3.7 or newer', 'independent of file times', PYTHONS.find(isTimeless)],
] as const)('the bytecode of %s: %s', async ([role, kind, python], { skip }) => {
  const version = python ?? skip(`${role} is not here`)
  const files = { 'psycopgmodule.c': moduleWith(''), 'b.c': 'int other(void) { return 2; }\n' }
  const built = await compile(files, {}, version)
  expect(built.status, built.output).toBe(0)
  expect(built.files().filter((name) => name.endsWith('.pyc'))).toHaveLength(kind === 'none' ? 0 : 1)
  expect(built.load(LOAD)).toBe('42')
})

test.for([
  ['a Python 3 before 3.7: at once', PYTHONS.findLast((it) => it.startsWith('3') && !isTimeless(it)), false],
  ['Python 3.7 or newer: not before the bytecode is gone', PYTHONS.findLast(isTimeless), true],
] as const)('an edited module runs on %s', async ([role, python, late], { skip }) => {
  const version = python ?? skip(`it is not here: ${role}`)
  const files = { 'psycopgmodule.c': moduleWith(''), 'b.c': 'int other(void) { return 2; }\n' }
  const built = await compile(files, {}, version)
  writeFileSync(join(built.package, '__init__.py'), 'answer = "edited"\n')
  expect(built.load(LOAD)).toBe(late ? '42' : 'edited')
  if (late) expect(built.load(LOAD, '--check-hash-based-pycs', 'always')).toBe('edited')
  rmSync(join(built.package, '__pycache__'), { recursive: true, force: true })
  expect(built.load(LOAD)).toBe('edited')
})

test('files that have a static function of the same name are compiled one by one, which is said', async () => {
  // Of three in two halves, two are in the same one.
  const another = (name: string) =>
    `static int same(void) { return 2; }\nint ${name}(void) { return same(); }\n`
  const built = await compile({
    ...{ 'a.c': another('other'), 'b.c': another('unused') },
    'psycopgmodule.c': moduleWith(''),
  })
  expect(built.status, built.output).toBe(0)
  expect(built.output).toMatch(/file by file.*redefinition of .same/)
  expect(built.load(LOAD)).toBe('42')
})

test('the code is hardened by what the compiler knows, and the build information names it', async () => {
  const old = join(mkdtempSync(join(tmpdir(), 'old-')), 'cc')
  const script = '#!/bin/sh\ncase "$*" in *-fstack-protector-strong*) exit 1 ;; esac\nexec gcc "$@"\n'
  writeFileSync(old, script, { mode: 0o755 })
  const files = { 'psycopgmodule.c': moduleWith(''), 'b.c': 'int other(void) { return 2; }\n' }
  const [built, less] = [await compile(files), await compile(files, { CC: old })]
  expect(built.info()).toMatch(
    /^flags=psycopg2: .*-fstack-protector-strong (-U_FORTIFY_SOURCE )?-D_FORTIFY_SOURCE=3/m,
  )
  expect(less.status, less.output).toBe(0)
  expect(less.info()).toMatch(/^flags=psycopg2: .*-fdata-sections (-U_FORTIFY_SOURCE )?-D_FORTIFY_SOURCE=3/m)
})

test('no other reason parts them, because the bytes would differ', async () => {
  const compiler = join(mkdtempSync(join(tmpdir(), 'killed-')), 'cc')
  const script =
    '#!/bin/sh\ncase "$*" in *half1*) echo "gcc: fatal error: Killed signal terminated program cc1" >&2; exit 1 ;; esac\nexec gcc "$@"\n'
  writeFileSync(compiler, script, { mode: 0o755 })
  const files = { 'psycopgmodule.c': moduleWith(''), 'b.c': 'int other(void) { return 2; }\n' }
  const built = await compile(files, { CC: compiler })
  expect(built.status).not.toBe(0)
  expect(built.output).toContain('Killed signal')
})

test('what cannot be compiled at all fails with the compiler’s words', async () => {
  const built = await compile({ 'psycopgmodule.c': 'int broken(void) { return nowhere; }\n' })
  expect(built.status).not.toBe(0)
  expect(built.output).toMatch(/psycopgmodule\.c:1:.*nowhere/)
})

test('the call that imports ssl is left out, and the build information names it', async () => {
  const main = moduleWith('libcrypto_threads_init();')
  const files = { 'psycopgmodule.c': main, 'b.c': 'int other(void) { return 2; }\n' }
  const built = await compile(files)
  expect(built.status, built.output).toBe(0)
  expect(built.load(`${LOAD}; import sys; print("ssl" in sys.modules)`)).toBe('42\nFalse')
  expect(built.info()).toMatch(/^edit=psycopg2: psycopgmodule\.c .*ssl$/m)
})

/** How psycopg2 makes its classes for SQLSTATEs, with `line`; `plain` is one that stays as it is. */
const classesBy = (line: string) =>
  moduleWith('sqlstate_errors_init(module);').replace(
    'int other(void);',
    `#include <stdlib.h>
static int
sqlstate_errors_init(PyObject *module)
{
    char namebuf[] = "psycopg2.errors.Some", plain[] = "psycopg2.errors.Some";
    PyObject *exc, *base = PyErr_NewException("psycopg2.Error", PyExc_OSError, NULL);
    if (!(exc = ${line})) { return -1; }
    memset(namebuf, 'x', strlen(namebuf));
    PyModule_AddObject(module, "made", exc);
    return PyModule_AddObject(module, "plain", PyErr_NewException(plain, base, NULL));
}
int other(void);`,
  )

const COMPARE = `
from psycopg2._psycopg import made, plain
import gc, weakref
def told(cls):
    cls.__str__ = lambda error: "mended"
    class Further(cls): pass
    error = Further(1, "text")
    error.itself, gone, text = error, weakref.ref(error), str(error)
    del cls.__str__, error
    gc.collect()
    numbers = cls.__flags__, cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__
    return numbers, cls.__mro__[1:], dict(cls.__dict__), dir(cls), repr(cls), cls.__qualname__, text, gone()
print(made is not plain, told(made) == told(plain), made.__module__, made.__name__)`

test('a class for a SQLSTATE is what PyErr_NewException makes, and the build information names the edit', async () => {
  const main = classesBy('PyErr_NewException(namebuf, base, NULL)')
  const built = await compile({ 'psycopgmodule.c': main, 'b.c': 'int other(void) { return 2; }\n' })
  expect(built.status, built.output).toBe(0)
  expect(built.load(COMPARE)).toBe('True True psycopg2.errors Some')
  expect(built.info()).toMatch(/^edit=psycopg2: psycopgmodule\.c .*PyType_FromSpecWithBases$/m)
})

test('a release that makes these classes otherwise ends the build', async () => {
  const main = classesBy('PyErr_NewException(plain, base, NULL)')
  const built = await compile({ 'psycopgmodule.c': main, 'b.c': 'int other(void) { return 2; }\n' })
  expect(built.status).toBe(1)
  expect(built.output).toMatch(/^psycopg2: psycopg\/psycopgmodule\.c does not have .*PyErr_NewException/m)
})

/** How psycopg2 makes a timestamp. */
const TIMESTAMP = `static PyObject *
_parse_noninftz(PyObject *self, PyObject *args)
{
    PyObject *rv, *tzinfo;
    int y, m = 2, d = 3, hh = 4, mm = 5, ss = 6, us = 7;
    if (!PyArg_ParseTuple(args, "iO", &y, &tzinfo)) { return NULL; }
    rv = PyObject_CallFunction(
        (PyObject*)PyDateTimeAPI->DateTimeType, "iiiiiiiO",
        y, m, d, hh, mm, ss, us, tzinfo);
    return rv;
}
`

test('a timestamp is what a call of datetime makes, and the build information names the edit', async () => {
  const main = moduleWith(`PyDateTime_IMPORT;
    static PyMethodDef made = { "made", _parse_noninftz, METH_VARARGS, NULL };
    PyModule_AddObject(module, "made", PyCFunction_New(&made, NULL));`)
  const built = await compile({
    'psycopgmodule.c': `#include <Python.h>\n#include <datetime.h>\n#include "typecast_datetime.c"\n${main}`,
    'typecast_datetime.c': TIMESTAMP,
    'b.c': 'int other(void) { return 2; }\n',
  })
  expect(built.status, built.output).toBe(0)
  const compare = `
from datetime import *
from psycopg2._psycopg import made
def told(make, *args):
    try: return repr(make(*args))
    except Exception as error: return repr(error)
cases = [(year, zone) for year in (0, 1, 2026, 10000) for zone in (None, timezone.utc, 3)]
def plain(year, zone): return datetime(year, 2, 3, 4, 5, 6, 7, zone)
print([told(made, *case) for case in cases] == [told(plain, *case) for case in cases], told(made, 2026, None))`
  expect(built.load(compare)).toBe('True datetime.datetime(2026, 2, 3, 4, 5, 6, 7)')
  expect(built.info()).toMatch(/^edit=psycopg2: typecast_datetime\.c .*DateTime_FromDateAndTime$/m)
})

test('a release that makes timestamps otherwise ends the build', async () => {
  const built = await compile({
    'psycopgmodule.c': moduleWith(''),
    'typecast_datetime.c': TIMESTAMP.replace('ss, us,', 'us, ss,'),
  })
  expect(built.status).toBe(1)
  expect(built.output).toMatch(/^psycopg2: _parse_noninftz in psycopg\/typecast_datetime\.c does not call/m)
})

test('what neither Python nor an archive defines ends the link, by name', async () => {
  const other = 'int of_no_glibc(void);\nint other(void) { return of_no_glibc(); }\n'
  const built = await compile({ 'psycopgmodule.c': moduleWith(''), 'b.c': other })
  expect(built.status).not.toBe(0)
  expect(built.output).toMatch(/psycopg2: neither .* nor Python defines .*of_no_glibc/)
})
