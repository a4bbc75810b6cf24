import { matchesGlob } from 'node:path'
import { parse } from 'yaml'
import { SHOWN } from '../../docs.js'

/** A workflow, as far as the tests look into it. */
export interface Workflow {
  name: string
  on: string | Record<string, { tags?: string[] } | null>
  jobs: Record<string, Job>
}

export interface Job {
  'runs-on': string
  needs?: string | string[]
  strategy?: { matrix?: Record<string, unknown>; [key: string]: unknown }
  steps: Step[]
}

export interface Step {
  id?: string
  uses?: string
  with?: Record<string, unknown>
}

/** What starts a run. */
export interface Event {
  name: string
  ref: string
  commit: string
}

/** A workflow of the documentation. */
export interface Shown {
  /** Its page, and which of the page's workflows it is. */
  title: string
  workflow: Workflow
}

/** Every whole workflow in the README and in `docs/`. */
export function shownWorkflows(): Shown[] {
  return SHOWN.map(([title, text]) => ({ title, workflow: parse(text) as Workflow }))
}

export function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps)
}

/** Whether a step builds zips. */
export function builds({ uses = '' }: Step): boolean {
  return /^soulwing\/psycopg2-lambda-action@/.test(uses)
}

/** Whether it puts what it builds on a release. */
export function releases(step: Step): boolean {
  return builds(step) && ['release-tag', 'release-id'].some((name) => name in (step.with ?? {}))
}

/** Whether it publishes a release. */
export function publishes({ uses = '' }: Step): boolean {
  return /^soulwing\/psycopg2-lambda-action\/publish@/.test(uses)
}

/** Whether it publishes a web site, which only GitHub can. */
export function deploysPages({ uses = '' }: Step): boolean {
  return /^actions\/deploy-pages@/.test(uses)
}

/** Whether it makes an artifact. */
export function uploads({ uses = '' }: Step): boolean {
  return /^actions\/upload-artifact@/.test(uses)
}

/**
 * What starts a workflow: a push of that tag where it waits for one, otherwise the first event it names, on `main`.
 *
 * @throws when a tag of this form does not start it
 */
export function eventOf({ on }: Workflow, tag: string, commit: string): Event {
  if (typeof on === 'string') return { name: on, ref: 'refs/heads/main', commit }
  const tags = on.push?.tags
  if (tags === undefined) return { name: Object.keys(on)[0] ?? '', ref: 'refs/heads/main', commit }
  if (!tags.some((pattern) => matchesGlob(tag, pattern))) throw new Error(`${tag} starts nothing: ${tags}`)
  return { name: 'push', ref: `refs/tags/${tag}`, commit }
}
