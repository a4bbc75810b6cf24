import { afterAll } from 'vitest'
import { SYMBOL_RULES } from '../../../src/audit/rules/symbols.js'
import { patched, symbolAt, versionAt, withoutSections } from '../patches.js'
import { built, calling, good, testRules, workshop } from './cases.js'

afterAll(() => workshop.close())

testRules(SYMBOL_RULES, [
  {
    rules: ['glibc'],
    title: 'functions newer than the runtime, each by name',
    file: calling('libm.so.6', {
      'GLIBC_2.17': ['as_old'],
      'GLIBC_2.9.1': ['older'],
      'GLIBC_2.18': ['first', 'second'],
      'GLIBC_2.99': ['third'],
    }),
    says: [
      /^first needs GLIBC_2\.18 of libm\.so\.6, and Python 3\.13 \(Amazon Linux 2023\) has glibc 2\.17$/,
      /^second needs GLIBC_2\.18 of libm\.so\.6/,
      /^third needs GLIBC_2\.99 of libm\.so\.6/,
    ],
  },
  {
    rules: ['glibc'],
    title: 'functions of two libraries with one version, each once',
    file: () => {
      const libraries = [
        workshop.library('libm.so.6', { 'GLIBC_2.99': ['of_m'] }),
        workshop.library('librt.so.1', { 'GLIBC_2.99': ['of_rt'] }),
      ]
      const c = 'void of_m(void); void of_rt(void); void call_all(void) { of_m(); of_rt(); }'
      return workshop.build({ c, link: libraries })
    },
    says: [/^of_m needs GLIBC_2\.99 of libm\.so\.6/, /^of_rt needs GLIBC_2\.99 of librt\.so\.1/],
  },
  {
    rules: ['versions'],
    title: "glibc's private functions",
    file: calling('libm.so.6', { GLIBC_PRIVATE: ['inner'] }),
    says: [/^inner needs GLIBC_PRIVATE of libm\.so\.6, which any build of glibc may change/],
  },
  {
    rules: ['glibc'],
    title: 'the mark of a newer loader, which no symbol has',
    file: () => {
      const bytes = calling('libm.so.6', { GLIBC_ABI_DT_RELR: ['Py_Marked'] })()
      const NO_VERSION = 1
      return patched(bytes, [versionAt(bytes, 'Py_Marked'), 2, NO_VERSION])
    },
    says: [/^it needs GLIBC_ABI_DT_RELR of libm\.so\.6, the mark of a loader newer than glibc 2\.17/],
  },
  {
    rules: ['versions', 'libraries'],
    title: 'versions of something other than glibc',
    file: calling('librt.so.1', { 'OPENSSL_3.0.0': ['SSL_new'], GLIBCXX_3: ['PyLike'] }),
    says: [
      /^SSL_new needs OPENSSL_3\.0\.0 of librt\.so\.1, and only those of glibc are certain/,
      /^PyLike needs GLIBCXX_3 of librt\.so\.1/,
      /^it needs OPENSSL_3\.0\.0 of librt\.so\.1, and \/lib64\/librt\.so\.1 has only versions of its own/,
      /^it needs GLIBCXX_3 of librt\.so\.1/,
    ],
  },
  {
    rules: ['exports'],
    title: 'every symbol beside the init function',
    file: built({
      c: 'void leak_a(void) {} __attribute__((weak)) void leak_b(void) {} int leak_c = 1;',
      exported: 'PyInit__psycopg; leak_*;',
    }),
    says: [/^it exports leak_a,/, /^it exports leak_b,/, /^it exports leak_c,/],
  },
  {
    rules: ['init-function'],
    title: 'no init function, as when everything is compiled hidden',
    file: built({ compile: ['-fvisibility=hidden'] }),
    says: [/^it does not export PyInit__psycopg, the function that Python 3\.13/],
  },
  {
    rules: ['exports', 'init-function'],
    title: 'the init function of another Python',
    file: good,
    target: { initFunction: 'init_psycopg' },
    says: [/^it exports PyInit__psycopg/, /^it does not export init_psycopg/],
  },
  {
    rules: ['init-function'],
    title: 'an init function that is in the table, but hidden',
    file: patched(good, [symbolAt(good, 'PyInit__psycopg') + 5, 1, 2]),
    // An older loader finds it.
    target: { glibc: '2.26' },
    says: [/^it does not export PyInit__psycopg/],
  },
  {
    rules: ['init-function'],
    title: 'an init function that is a variable',
    file: patched(good, [symbolAt(good, 'PyInit__psycopg') + 8, 8, 0x100]),
    says: [/^PyInit__psycopg is not a function/],
  },
  {
    rules: ['undefined'],
    title: 'functions that nothing has, weak ones aside',
    file: built({
      c: `void PQfinish(void); void SSL_new(void); void xPy_Like(void); __attribute__((weak)) void may_be(void);
          void call_all(void) { PQfinish(); SSL_new(); xPy_Like(); if (may_be) may_be(); }`,
    }),
    says: [/^PQfinish is in neither the file nor Python 3\.13/, /^SSL_new is in/, /^xPy_Like is in/],
  },
  {
    rules: ['init-function', 'undefined'],
    title: 'the same where only relocations tell of them: no section headers, nothing in the hash table',
    file: () =>
      withoutSections(
        workshop.build({
          compile: ['-fvisibility=hidden'],
          c: 'extern int last[]; int *const at[] = { last }; int *const *get(void) { return at; }',
        }),
      ),
    says: [/does not export/, /^last is in neither/],
  },
  {
    rules: ['init-function', 'undefined'],
    title: 'the same for a function, whose relocation is in another table',
    file: () =>
      withoutSections(
        workshop.build({
          source: 'int last(void); void *PyInit__psycopg(void) { return last() ? (void *)1 : 0; }',
          compile: ['-fvisibility=hidden'],
          link: ['-nostdlib', '-Wl,-z,lazy', '-Wl,-z,now'],
        }),
      ),
    target: { openssl: undefined },
    says: [/does not export/, /^last is in neither/],
  },
])
