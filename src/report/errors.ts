/**
 * A failure that a person can act on: what happened, to which value, and what to do next.
 *
 * Everything that can go wrong through input, network, container engine or sources is thrown as one of
 * these; the entries print `message` as the annotation, then `hint`. Anything else that reaches an entry
 * is a defect of this project and is reported as such.
 */
export class BuildError extends Error {
  override name = 'BuildError'

  /**
   * @param message what happened, naming the value at fault
   * @param hint what to do next; one or more sentences
   * @param details lines worth printing before the error, for example the end of a script's output
   */
  constructor(
    message: string,
    readonly hint: string,
    readonly details: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Bad input: a value that was asked for is not one that can be had. `input` is the input's or flag's name. */
export class InputError extends BuildError {
  override name = 'InputError'

  constructor(
    readonly input: string,
    message: string,
    hint: string,
  ) {
    super(`${input}: ${message}`, hint)
  }
}

/** Input that cannot be understood, wherever this runs: wrong usage. */
export class MalformedInputError extends InputError {
  override name = 'MalformedInputError'
}

/** The message of whatever was thrown, for errors of other libraries that are put into a sentence. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
