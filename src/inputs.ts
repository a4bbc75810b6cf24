import { resolve } from 'node:path'
import type { PlanRequest } from './catalog/plan.js'
import { ARCHITECTURES, type Architecture } from './catalog/types.js'
import { ENGINE_CHOICES, type EngineChoice } from './container/engine.js'
import { InputError } from './report/errors.js'

/** Everything the build action and the `build` verb can be told; the names are inputs and flags alike. */
export const BUILD_INPUTS = [
  'python-version',
  'architecture',
  'psycopg2-version',
  'postgresql-version',
  'openssl-version',
  'formats',
  'verify',
  'container-engine',
  'build-image',
  'runtime-image',
  'source-dir',
  'source-mirror',
  'lock-file',
  'cache',
  'output-dir',
] as const
export type BuildInput = (typeof BUILD_INPUTS)[number]

/** What a name was set to; empty or undefined where it was not. */
export type Getter = (name: BuildInput) => string | undefined

const FORMATS = ['zip'] as const
const VERIFICATIONS = ['none', 'import'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/** A whole build, typed and checked as far as it can be without the catalog. */
export interface BuildRequest extends PlanRequest {
  verify: Verification
  engine: EngineChoice
  sourceDir?: string | undefined
  sourceMirror?: string | undefined
  lockFile?: string | undefined
  cache: boolean
  /** Absolute. */
  outputDir: string
}

/**
 * Reads the inputs of a build. Nothing else in the project reads inputs or flags.
 *
 * @throws {InputError} that names the input, its value and what is allowed
 */
export function readBuildRequest(get: Getter): BuildRequest {
  checkOneOf('formats', listOf(get, 'formats', 'zip'), FORMATS, 'Layers and wheels are not built yet.')
  return {
    ...readPlanRequest(get),
    verify: oneOf(get, 'verify', 'import', VERIFICATIONS),
    engine: oneOf(get, 'container-engine', 'auto', ENGINE_CHOICES),
    sourceDir: pathOf(get, 'source-dir'),
    sourceMirror: textOf(get, 'source-mirror'),
    lockFile: pathOf(get, 'lock-file'),
    cache: booleanOf(get, 'cache', true),
    outputDir: resolve(textOf(get, 'output-dir') ?? 'dist'),
  }
}

/**
 * Reads the part of the inputs that says what to build.
 *
 * @param defaultPythons what no `python-version` means; without it, one must be given
 */
export function readPlanRequest(get: Getter, defaultPythons?: string[]): PlanRequest {
  const pythons = listOf(get, 'python-version', defaultPythons?.join(' ') ?? '')
  if (pythons.length === 0) {
    throw new InputError(
      'python-version',
      'nothing given',
      "Say which Python to build for, for example '3.13'.",
    )
  }
  return {
    pythons: [...new Set(pythons)],
    architecture: oneOf(get, 'architecture', thisArchitecture(), ARCHITECTURES),
    psycopg2Version: versionOf(get, 'psycopg2-version'),
    postgresqlVersion: versionOf(get, 'postgresql-version'),
    opensslVersion: versionOf(get, 'openssl-version'),
    buildImage: imageOf(get, 'build-image'),
    runtimeImage: imageOf(get, 'runtime-image'),
  }
}

/** Lambda's name for the machine this runs on. */
function thisArchitecture(): Architecture {
  return process.arch === 'arm64' ? 'arm64' : 'x86_64'
}

function textOf(get: Getter, name: BuildInput): string | undefined {
  const text = get(name)?.trim()
  return text === undefined || text === '' ? undefined : text
}

function pathOf(get: Getter, name: BuildInput): string | undefined {
  const text = textOf(get, name)
  return text === undefined ? undefined : resolve(text)
}

/** Values separated by spaces, commas or lines. */
function listOf(get: Getter, name: BuildInput, fallback: string): string[] {
  return (textOf(get, name) ?? fallback).split(/[\s,]+/).filter((item) => item !== '')
}

function versionOf(get: Getter, name: BuildInput): string {
  return textOf(get, name) ?? 'default'
}

function imageOf(get: Getter, name: BuildInput): string | undefined {
  const text = textOf(get, name)
  // What the engines accept, and nothing that could be taken for an option.
  if (text === undefined || /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(text)) return text
  throw new InputError(
    name,
    `${JSON.stringify(text)} is no image name`,
    'Give a name as the container engine takes it: registry/name:tag or registry/name@sha256:….',
  )
}

function oneOf<T extends string>(get: Getter, name: BuildInput, fallback: T, allowed: readonly T[]): T {
  const value = textOf(get, name) ?? fallback
  checkOneOf(name, [value], allowed)
  return value as T
}

function checkOneOf(name: BuildInput, values: string[], allowed: readonly string[], why = ''): void {
  for (const value of values) {
    if (allowed.includes(value)) continue
    const hint = `Use ${allowed.length === 1 ? '' : 'one of '}${allowed.join(', ')}. ${why}`.trim()
    throw new InputError(name, `${JSON.stringify(value)} is not supported`, hint)
  }
}

/** As in YAML 1.2's core schema, which the toolkit follows, too. */
function booleanOf(get: Getter, name: BuildInput, fallback: boolean): boolean {
  const value = textOf(get, name)
  if (value === undefined) return fallback
  if (['true', 'True', 'TRUE'].includes(value)) return true
  if (['false', 'False', 'FALSE'].includes(value)) return false
  throw new InputError(name, `${JSON.stringify(value)} is neither true nor false`, 'Use true or false.')
}
