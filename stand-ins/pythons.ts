import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readElf } from '../src/audit/elf.js'
import { highestGlibc } from '../src/audit/glibc.js'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { findPythonHere } from '../src/machine/interpreters.js'
import { install, mayInstall } from './debian.js'

/** What tests choose from. */
export interface Here {
  /** Those of Lambda's Pythons that this machine has with headers, oldest first: `3.13`. */
  pythons: string[]
  /** The C library that a module needs which this machine's gcc compiles, `2.34`. */
  needed: string
}

declare module 'vitest' {
  interface ProvidedContext {
    here: Here
  }
}

/** Finds out what this machine has, installs a Python where there is none, and tells the tests. */
export async function provideHere(project: TestProject): Promise<Here> {
  let interpreters = await interpretersHere()
  if (interpreters.size === 0 && mayInstall()) {
    install('python3-dev')
    interpreters = await interpretersHere()
  }
  if (interpreters.size === 0) {
    throw new Error('The tests need a CPython that Lambda has, with its headers: apt-get install python3-dev')
  }
  const here = { pythons: [...interpreters.keys()], needed: neededGlibc() }
  project.provide('here', here)
  return here
}

/** The interpreter of each Python that this machine has and Lambda has or had, oldest first. */
export async function interpretersHere(): Promise<Map<string, string>> {
  const found = await Promise.all(
    runtimes.runtimes.map(async ({ python }) => {
      const path = await findPythonHere(python).catch(() => undefined)
      return path === undefined ? [] : [[python, path] as const]
    }),
  )
  return new Map(found.flat())
}

/** The Python that a single one is enough for: the newest here. */
export async function newestHere(): Promise<string> {
  const newest = [...(await interpretersHere()).keys()].at(-1)
  if (newest === undefined) throw new Error('This machine has no CPython with headers that Lambda has')
  return newest
}

/** Measured with two calls that OpenSSL and libpq make as well, whose versions have changed most lately. */
function neededGlibc(): string {
  const directory = mkdtempSync(join(tmpdir(), 'needed-'))
  const object = join(directory, 'calls.so')
  try {
    const argv = ['-shared', '-fPIC', '-D_GNU_SOURCE', '-o', object, '-x', 'c', '-']
    execFileSync('gcc', argv, {
      input: `#include <pthread.h>
        #include <stdlib.h>
        int calls(char *text) { return pthread_join((pthread_t) strtol(text, NULL, 10), NULL); }`,
    })
    return highestGlibc(readElf(readFileSync(object)).versionNeeds) ?? ''
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
