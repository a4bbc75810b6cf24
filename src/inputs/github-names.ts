import { malformed, type Shape, withoutLogin } from './shape.js'
import type { Getter } from './values.js'

/** Where inputs of a release come from. */
export interface Given {
  get: Getter
  /** What the runner says of the workflow; on a command line most of it is missing, and the token may be there. */
  env: NodeJS.ProcessEnv
  /** Called with the token before anything is done with it; on a command line there is nobody to tell. */
  mask?: ((secret: string) => void) | undefined
}

/** OWNER/NAME. */
export const REPOSITORY: Shape = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
  problem: 'is not the name of a repository',
  hint: 'Give it as OWNER/NAME.',
}

/** A tag's name. */
export const TAG: Shape = {
  // What git-check-ref-format(1) forbids, as far as it could mislead a request.
  pattern:
    /^(?!.*(\.\.|@\{|\/\/|\.lock$))[^\s~^:?*[\\\p{Cc}/.-]([^\s~^:?*[\\\p{Cc}]*[^\s~^:?*[\\\p{Cc}/.])?$/u,
  problem: 'is not the name of a tag',
  hint: 'Give a tag such as 2.9.13-1; in a workflow that runs on a tag, github.ref_name is its name.',
}

/** The API's root; GitHub Enterprise has another than github.com. @throws {MalformedInputError} for what is none */
export function apiUrlOf(env: NodeJS.ProcessEnv): string {
  const text = env.GITHUB_API_URL || 'https://api.github.com'
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username === '' && url.password === '' && /^https?:\/\/[^\s/]/.test(text)) return text
  throw malformed('GITHUB_API_URL', withoutLogin(text), {
    problem: 'is not the address of an API',
    hint: 'The runner sets this variable. By hand, unset it for github.com, or give https://HOST/api/v3 of GitHub Enterprise, without a login.',
  })
}
