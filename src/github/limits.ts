import type { Limits } from '../network/patience.js'

/** How long and how often; all times in milliseconds. */
export interface GitHubLimits extends Limits {
  /** For one request that carries no file. */
  requestTimeout: number
  /** For one upload, to which {@link uploadTime} adds by its size. */
  uploadTimeout: number
  /** A half-uploaded asset of somebody else is left alone until it is this old. */
  starterGrace: number
  /** From one changing request to the next. */
  gap: number
  /** Longest time for which GitHub's list of releases may hide a new draft. */
  listLag: number
}

/** What a job goes by. */
export const defaultLimits: GitHubLimits = {
  // GitHub itself gives up after 10 s.
  requestTimeout: 15_000,
  uploadTimeout: 60_000,
  starterGrace: 300_000,
  attempts: 6,
  backoff: 1_000,
  // A GITHUB_TOKEN's hour begins anew at the reset; a job that slept through most of one only costs money.
  longestWait: 15 * 60_000,
  // For a limit without a time GitHub asks for a minute at least, and for more each time (REST best practices).
  unsaidWait: 60_000,
  // GitHub asks for one second between requests that change something (REST best practices).
  gap: 1_000,
  // Reports speak of seconds (cli/cli#6599, onyx-dot-app/onyx#12471).
  listLag: 10_000,
}

/** How long an upload may take, in milliseconds: a line of 100 kB/s must suffice. @param size in bytes */
export function uploadTime(limits: GitHubLimits, size: number): number {
  return limits.uploadTimeout + Math.ceil(size / 100)
}

/**
 * The age from which a half-uploaded asset is nobody's, in milliseconds: whoever is still uploading it with this
 * code has given up by then. @param size of the asset that it should become, in bytes
 */
export function graceTime(limits: GitHubLimits, size: number): number {
  return Math.max(limits.starterGrace, 2 * uploadTime(limits, size))
}
