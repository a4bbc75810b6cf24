import { BuildError } from '../../src/report/errors.js'

/** The BuildError that the function throws. */
export function errorOf(run: () => unknown): BuildError {
  try {
    run()
  } catch (error) {
    if (error instanceof BuildError) return error
    throw error
  }
  throw new Error('expected a BuildError, but nothing was thrown')
}

/** The BuildError that a promise ends in. */
export async function failure(promise: Promise<unknown>): Promise<BuildError> {
  const error = await promise.then(
    () => new Error('expected a BuildError, but nothing was thrown'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof BuildError) return error
  throw error
}
