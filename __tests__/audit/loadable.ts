import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A module with something of everything that a loader reads: relocations of several types, functions that run when it is
 * loaded, symbols with versions, without, and weak. Its init function reads nothing: that it comes back when it is called
 * says that it was found.
 */
const SOURCE = `
#include <string.h>
extern void *PyModule_Create2(void *, int);
extern int nobody_has_this(void) __attribute__((weak));
static const char *const names[] = { "a", "b" };
static int number, *const place = &number;
char scratch[64] = { 1 };
void *const table[] = { (void *)names, (void *)memcpy, (void *)strlen, (void *)nobody_has_this, (void *)&place };
__attribute__((constructor)) static void start(void) {}
void *more(void) { return PyModule_Create2(memcpy(scratch, table, sizeof table), (int)strlen(names[1])); }
void *PyInit__psycopg(void) { return &number; }
`

/** What no compiler for this machine writes into modules: what instructions it needs, and for which kernel it is. */
const NOTES = `
__asm__(".section .note.gnu.property,\\"a\\",@note; .balign 8; .long 4, 32, 5; .asciz \\"GNU\\";"
        ".long 0xc0000002, 4, 3, 0; .long 0xc0008002, 4, 3, 0; .previous");
__asm__(".section .note.ABI-tag,\\"a\\",@note; .balign 4; .long 4, 16, 1; .asciz \\"GNU\\"; .long 0, 2, 6, 32; .previous");
`

const STATIC_TLS =
  '__thread int slot __attribute__((tls_model("initial-exec"))); int *at(void) { return &slot; }'

// No start files: their functions would be called, and read what a mutation may have changed.
const GCC = '-O1 -fPIC -fno-stack-protector -fno-builtin -fcf-protection=none -shared -nostartfiles'.split(
  ' ',
)

/** A module to be changed. */
interface Loadable {
  title: string
  /** Its bytes; the directory is for what comes between. */
  build: (directory: string) => Uint8Array
  /** The first glibc that loads it. */
  since?: string
  skip?: boolean
}

function linked(added: string, ...options: string[]): Loadable['build'] {
  return (directory) => {
    const source = join(directory, 'm.c')
    const output = join(directory, 'm.so')
    writeFileSync(source, SOURCE + added)
    execFileSync('gcc', [...GCC, ...options, source, '-o', output])
    return readFileSync(output)
  }
}

/** Whether the linker knows packed relative relocations; older ones do not. */
const knowsRelr = execFileSync('ld', ['--help'], { encoding: 'utf8' }).includes('pack-relative-relocs')

/** What is changed. */
export const MODULES: Loadable[] = [
  { title: 'a module like ours', build: linked('', '-Wl,-z,now', '-Wl,--hash-style=gnu') },
  {
    title: 'one with the older hash table, and without RELRO',
    build: linked('', '-Wl,--hash-style=sysv', '-Wl,-z,norelro'),
  },
  { title: 'one with notes', build: linked(NOTES, '-Wl,--hash-style=gnu') },
  { title: 'one with static thread-local storage', build: linked(STATIC_TLS) },
  {
    title: 'one with packed relocations',
    build: linked('', '-Wl,-z,now', '-Wl,-z,pack-relative-relocs'),
    since: '2.36',
    skip: !knowsRelr,
  },
]
