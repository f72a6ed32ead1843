/** Keeps what was asked for last in memory, up to so many bytes; what was not asked for longest goes first. */
export class KeptFiles<T extends { body: Uint8Array; brotli: Uint8Array }> {
  readonly #files = new Map<string, T>()
  readonly #limit: number
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  find(name: string): T | null {
    const file = this.#files.get(name)
    if (!file) return null
    // A Map keeps the order of insertion, so what is put back stands last.
    this.#files.delete(name)
    this.#files.set(name, file)
    return file
  }

  keep(name: string, file: T): void {
    if (this.#files.has(name) || sizeOf(file) > this.#limit) return
    this.#files.set(name, file)
    this.#size += sizeOf(file)
    for (const [oldest, each] of this.#files) {
      if (this.#size <= this.#limit) return
      this.#files.delete(oldest)
      this.#size -= sizeOf(each)
    }
  }
}

const sizeOf = ({ body, brotli }: { body: Uint8Array; brotli: Uint8Array }) =>
  body.byteLength + brotli.byteLength
