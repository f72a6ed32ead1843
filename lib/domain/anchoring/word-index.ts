import type { Tokens } from '@/lib/domain/anchoring/tokens'

/** A word that is in more than 400 places says nothing of which one is meant. */
const placesAtMost = 400
/** Shifts are counted together by eights: a word more or less in between makes no other place. */
const together = 3

/** Where each word of a text is. */
export class WordIndex {
  /** Of word `key` the places are places[starts[key] … starts[key + 1]). */
  readonly #starts: Int32Array
  readonly #places: Int32Array

  /** `keys`: how many different words there are, in this text and in what will be looked up. */
  constructor({ keys: words }: Tokens, keys: number) {
    const starts = new Int32Array(keys + 1)
    for (let at = 0; at < words.length; at++) {
      const key = words[at] as number
      starts[key + 1] = (starts[key + 1] as number) + 1
    }
    for (let key = 0; key < keys; key++)
      starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
    const next = starts.slice()
    const places = new Int32Array(words.length)
    for (let at = 0; at < words.length; at++) {
      const key = words[at] as number
      const place = next[key] as number
      places[place] = at
      next[key] = place + 1
    }
    this.#starts = starts
    this.#places = places
  }

  /**
   * By how many tokens a snippet may be shifted in the text so that its `rarest` words are where they
   * are in it: the shifts for which the words that say so weigh most come first.
   */
  shiftsOf(snippet: Tokens, weights: Float32Array, rarest: number): number[] {
    const words = Array.from(snippet.keys, (key, at) => ({ key, at, count: this.#countOf(key) }))
      .filter(({ count }) => count > 0 && count <= placesAtMost)
      .sort((a, b) => a.count - b.count)
      .slice(0, rarest)
    const votes = new Map<number, number>()
    const vote = (group: number, weight: number) =>
      votes.set(group, (votes.get(group) ?? 0) + weight)
    for (const { key, at } of words)
      for (
        let index = this.#starts[key] as number;
        index < (this.#starts[key + 1] as number);
        index++
      ) {
        const group = ((this.#places[index] as number) - at) >> together
        const weight = weights[key] as number
        // A shift at the border of two groups belongs to both.
        vote(group, weight)
        vote(group + 1, weight * 0.9)
      }
    return [...votes].sort((a, b) => b[1] - a[1]).map(([group]) => group << together)
  }

  #countOf(key: number): number {
    return (this.#starts[key + 1] as number) - (this.#starts[key] as number)
  }
}
