import type { TokenKeys, Tokens } from '@/lib/domain/anchoring/tokens'

/** A point says little whatever its number. */
const pointWeight = 0.2

/**
 * For each word key how much it says: 0.2 for a comma, and 0.3 to 1.7 for a word by the logarithm of
 * how rare it is in the texts.
 */
export function weightsOf(texts: readonly Tokens[], keys: TokenKeys): Float32Array {
  const counts = new Int32Array(keys.count)
  let total = 0
  for (const { keys: words } of texts) {
    total += words.length
    for (let at = 0; at < words.length; at++) {
      const key = words[at] as number
      counts[key] = (counts[key] as number) + 1
    }
  }
  return Float32Array.from(counts, (count, key) =>
    keys.isPoint(key)
      ? pointWeight
      : 0.3 + Math.min(1.4, Math.log2(total / Math.max(1, count)) / 8),
  )
}
