/** Bytes that grow bit by bit, each from its lowest bit on. */
export class BitWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  #pending = 0
  #count = 0

  /** Adds up to 16 bits. */
  add(bits: number, count: number): void {
    this.#pending |= bits << this.#count
    this.#count += count
    while (this.#count >= 8) {
      this.#push(this.#pending & 255)
      this.#pending >>>= 8
      this.#count -= 8
    }
  }

  /** Fills the last byte up with zeros. */
  align(): void {
    if (this.#count > 0) this.add(0, 8 - this.#count)
  }

  /** Adds whole bytes, when the last one is full. */
  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.#push(byte)
  }

  /** All bytes so far, the last one filled up. */
  finish(): Uint8Array {
    this.align()
    return this.#bytes.slice(0, this.#length)
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = byte
  }
}
