import { availableParallelism, cpus } from 'node:os'

/** The machine as a reader can compare it with another: nothing that names it. */
export function describeMachine(): string {
  return `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}`
}

/** Today, as a caption has it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
