import { afterAll, expect, it } from 'vitest'
import { auditSharedObject } from '../../../src/audit/audit.js'
import { HARDENING_RULES } from '../../../src/audit/rules/hardening.js'
import { HOST, target } from '../shared-objects.js'
import { type Case, good, testRules, workshop } from './cases.js'

afterAll(() => workshop.close())

const PROTECTOR = '-fstack-protector-strong'
const FORTIFY = '-D_FORTIFY_SOURCE=2'
const CONTROL_FLOW = {
  x86_64: { compile: '-fcf-protection', link: '-Wl,-z,ibt,-z,shstk' },
  arm64: { compile: '-mbranch-protection=standard', link: '-Wl,-z,force-bti' },
}[HOST]

/** An array, a copy of a size that is known, and formats that are not. */
const C = `
#include <stdio.h>
#include <string.h>
void show(const char *text) { char copy[64]; strcpy(copy, text); puts(copy); }
int print(char *to, const char *format) { return sprintf(to, format, 1); }
`

/** The good file with this code, compiled with these options. */
const compiled =
  (options: string[], c = C, { compile, link } = CONTROL_FLOW) =>
  () =>
    workshop.build({ c, compile: [...options, compile], link: [link] })

const hardened = compiled([PROTECTOR, FORTIFY])

const cases: Case[] = [
  {
    rules: ['stack-protector'],
    title: 'no stack protector',
    file: compiled(['-fno-stack-protector', FORTIFY]),
    says: [/never calls __stack_chk_fail/],
  },
  {
    rules: ['fortified'],
    title: 'no function in its checked form',
    file: compiled([PROTECTOR, '-U_FORTIFY_SOURCE']),
    says: [/no checked form/, /calls sprintf itself, and not __sprintf_chk/],
  },
  {
    rules: ['fortified'],
    title: 'a part that was compiled without',
    file: compiled(
      [PROTECTOR, FORTIFY],
      `${C} int part(const char *, ...) __asm__("printf"); int other(void) { return part("x"); }`,
    ),
    says: [/calls printf itself/],
  },
  {
    rules: ['control-flow'],
    title: 'a note that says nothing of it',
    file: compiled([PROTECTOR, FORTIFY], C, { compile: '-O2', link: '-Wl,-O2' }),
    says: [HOST === 'arm64' ? /fit for BTI/ : /fit for IBT and SHSTK/],
  },
]

testRules(
  HARDENING_RULES,
  cases.map((one) => ({ ...one, target: { hardened: true } })),
)

it('takes what is hardened, and asks nothing of what another compiler made', () => {
  expect(auditSharedObject(hardened(), target({ hardened: true })).violations).toEqual([])
  expect(auditSharedObject(good, target({ hardened: false })).violations).toEqual([])
})
