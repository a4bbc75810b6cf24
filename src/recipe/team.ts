/** How often what is still under way is ended anew, in milliseconds: a container may just have been made. */
const PAUSE = 500

/** How long ending is waited for after the first failure, in milliseconds: a pull, say, cannot be ended from here. */
const PATIENCE = 15_000

/** Work that goes on side by side and stands or falls together. */
export class Team {
  readonly #abort = new AbortController()
  readonly #members: Promise<unknown>[] = []
  #deadline: number | undefined

  /** @param endWork makes the members' work fail soon, whatever it is doing; called until all have ended */
  constructor(
    private readonly endWork: () => Promise<unknown>,
    private readonly patience = PATIENCE,
  ) {}

  /** Aborted by the first failure, whose error is its reason. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Makes work part of the team: when it fails, all the others are ended, and their failures are only echoes. */
  add<T>(work: Promise<T>): Promise<T> {
    this.#members.push(work)
    work.catch((error: unknown) => this.#abort.abort(error))
    return work
  }

  /**
   * Waits until every member has ended, also those that were added meanwhile.
   *
   * @throws the first failure, a while after it at the latest: who still works then, works for nobody
   */
  async finish(): Promise<void> {
    for (const member of this.#members) await this.#ended(member)
    this.signal.throwIfAborted()
  }

  async #ended(member: Promise<unknown>): Promise<void> {
    let ended = false
    const settled = member.then(
      () => (ended = true),
      () => (ended = true),
    )
    const aborted = new Promise((resolve) => this.signal.addEventListener('abort', resolve, { once: true }))
    if (!this.signal.aborted) await Promise.race([settled, aborted])
    this.#deadline ??= this.signal.aborted ? performance.now() + this.patience : undefined
    while (!ended && performance.now() < (this.#deadline ?? 0)) {
      await this.endWork()
      await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, PAUSE))])
    }
  }
}
