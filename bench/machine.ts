import { availableParallelism, cpus } from 'node:os'

/** The machine as a reader can compare it with another: nothing that names it. */
export function describeMachine(): string {
  return `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}`
}

/** Today, as a caption has it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** The version of this machine's C library; undefined where it is not glibc. */
export function glibcHere(): string | undefined {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return header?.glibcVersionRuntime
}
