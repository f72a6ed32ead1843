/**
 * Whether the difference between two texts can be one of spelling, punctuation or spacing. Where that
 * cannot be told it is said to be more: an editor then calls the correction by another kind.
 */

/** Why the difference between two texts is more than a typo, or null where it may be called one. */
export function findMoreThanSpelling(before: string, after: string): string | null {
  if (before === after) return null
  if (!isEqual(numbersOf(before), numbersOf(after))) return 'a number changed'
  const [old, now] = [wordsIn(before), wordsIn(after)]
  if (!isEqual(old.filter(isNumberWord), now.filter(isNumberWord))) return 'a number changed'
  if (!isEqual(negationsIn(old), negationsIn(now))) return 'a negation was added or removed'
  return areNearlyEqual(old, now) ? null : 'words were added, removed or replaced'
}

const listed = (words: string) => new Set(words.split(/\s+/))

/*
 * These lists are English. Another language is judged by digits and by how far its words are changed
 * only; a list for it is added here.
 */
const numberWords = listed(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
  hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half
  halves third thirds quarter quarters fifth fifths tenth tenths first second fourth sixth seventh
  eighth ninth once twice thrice double triple percent percentage single both pair`,
)
const negations = listed(
  `no not never none nobody nothing nowhere neither nor without cannot hardly barely scarcely`,
)
const contraction =
  /^(?:do|does|did|is|are|was|were|has|have|had|can|could|would|should|must|might|need)n'?t$|^(?:ca|wo|sha|ai)n't$/
const magnitude =
  /^(?:(?:thousand|million|billion|trillion|percent|percentage|hundred)s?|per|cent)$/
const negatingPrefix = /^(?:un|in|il|im|ir|dis|non|mis|a)$/

const isNumberWord = (word: string) => numberWords.has(word)

/** Letters and digits that stand together, with an apostrophe inside, in one spelling of both. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase().replace(/’/g, "'")
  return plain.match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
}

function negationsIn(words: readonly string[]): string[] {
  return words.flatMap(word => {
    // "did not", "didn't" and "cannot" all say the same.
    if (word === 'cannot' || contraction.test(word)) return ['not']
    return negations.has(word) ? [word] : []
  })
}

const number =
  /(\p{Lu}{3}[ \u00a0\u202f]?)?((?:[-+±<>≤≥~≈]|\p{Sc})*)(\p{Nd}+(?:[.,:/\u00a0\u202f]\p{Nd}+)*)([ \u00a0\u202f]?(?:[%‰°′″]|\p{Sc}|\p{L}+))?/gu

/** Every run of digits (any script's) with what gives it its meaning: sign, currency, per cent, unit. */
function numbersOf(text: string): string[] {
  // A hyphen, a minus sign and a dash are typed for one another.
  const plain = text.normalize('NFC').replace(/[‐‑‒–—−]/g, '-')
  return [...plain.matchAll(number)].map(([, currency = '', sign, digits, after = '']) =>
    [currency.trim(), sign, digits, measureOf(after.trim())].join(' '),
  )
}

/** A unit is short or a magnitude; a longer word after a number is a word like any other. */
function measureOf(after: string): string {
  if (magnitude.test(after.toLowerCase())) return after.toLowerCase()
  return after.length <= 2 ? after : ''
}

/** Word by word, nothing further apart than a slip of the keys; spaces may come and go. */
function areNearlyEqual(old: readonly string[], now: readonly string[]): boolean {
  if (old.join('') === now.join('')) return true
  return old.length === now.length && old.every((word, index) => isSlip(word, now[index] ?? ''))
}

/** Two slips in a word; one in a short word, of which two leave nothing ("is", "was"). */
function isSlip(before: string, after: string): boolean {
  if (before === after) return true
  if (isNegatedBy(before, after) || isNegatedBy(after, before)) return false
  const allowed = Math.max(before.length, after.length) < 5 ? 1 : 2
  return distance(before, after) <= allowed
}

/** "legal" and "illegal" are two letters apart, and opposites. */
function isNegatedBy(word: string, longer: string): boolean {
  return longer.endsWith(word) && negatingPrefix.test(longer.slice(0, -word.length))
}

/** Letters added, removed, replaced or swapped with their neighbour (optimal string alignment). */
function distance(before: string, after: string): number {
  const [a, b] = [[...before], [...after]]
  // More than two letters longer is further than any slip; the table need not be made.
  if (Math.abs(a.length - b.length) > 2) return 3
  let [earlier, last]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, column) => column),
  ]
  for (let row = 1; row <= a.length; row++) {
    const next = nextRow(a, b, row, last, earlier)
    earlier = last
    last = next
  }
  return last.at(-1) ?? 0
}

function nextRow(
  a: readonly string[],
  b: readonly string[],
  row: number,
  last: readonly number[],
  earlier: readonly number[],
): number[] {
  const at = (values: readonly number[], column: number) => values[column] ?? Infinity
  return b.reduce(
    (next, letter, index) => {
      const column = index + 1
      const isSwap = a[row - 1] === b[index - 1] && a[row - 2] === letter
      const replaced = at(last, index) + (a[row - 1] === letter ? 0 : 1)
      const swapped = isSwap ? at(earlier, column - 2) + 1 : Infinity
      next.push(Math.min(replaced, swapped, at(last, column) + 1, at(next, index) + 1))
      return next
    },
    [row],
  )
}

const isEqual = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each, index) => each === other[index])
