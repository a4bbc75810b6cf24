/** Work that is under way, by what it is for: whoever wants the same meanwhile waits for the same. */
export class UnderWay<T> {
  readonly #work = new Map<string, Promise<T>>()

  /** Joins the work for that key, or begins it; when it has ended, well or not, the next one begins anew. */
  join(key: string, begin: () => Promise<T>): Promise<T> {
    const known = this.#work.get(key)
    if (known !== undefined) return known
    const work = begin().finally(() => this.#work.delete(key))
    this.#work.set(key, work)
    return work
  }
}
