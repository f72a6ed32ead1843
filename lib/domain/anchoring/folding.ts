/**
 * What a character is to the alignment. `joined` characters (letters, digits) make words together,
 * `digits` numbers, `single` ones (CJK and other scripts written without spaces) are a token each, as
 * is each `point`; a `mark` belongs to the character before it; what is `unseen` is no part of a word.
 */
export const characterKinds = {
  space: 0,
  joined: 1,
  single: 2,
  point: 3,
  mark: 4,
  unseen: 5,
  digit: 6,
} as const

const { space, joined, single, point, mark, unseen, digit } = characterKinds
/** Nothing is known of a code unit yet. */
export const untold = 255

/** Added to the kind of a code unit that may be another once folded, alone or with its neighbours. */
export const folds = 8

/**
 * Kind and {@link folds} of the basic plane's code units, or {@link untold}: read by the inner loop of the
 * tokens, which asks {@link traitsOf} for the others.
 */
export const traits = new Uint8Array(0x10000).fill(untold)

/** What a code unit is: its kind, and whether a text that holds it has to be folded to be compared. */
export function traitsOf(unit: number): number {
  const known = traits[unit] as number
  if (known !== untold) return known
  const told = tellKind(unit) | (tellFoldable(unit) ? folds : 0)
  traits[unit] = told
  return told
}

/** The kind of a code point. */
export function kindOf(code: number): number {
  return code < 0x10000 ? traitsOf(code) & 7 : tellKind(code)
}

/** Scripts written without spaces between words: a line of them would else be one token. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30FC\u3005\u3007]/u

/** Soft hyphen, zero-width and bidi marks, variation selectors: they set how words look or break, and are not read. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u061C\uFEFF]/u

/**
 * Default ignorable, and read all the same: the joiner of a family of emoji, overrides that turn figures
 * round, the tags of England's flag and Scotland's, the unseen “times” in a product.
 */
const meant = /[\u200D\u202D\u202E\u2061-\u2064\u{E0020}-\u{E007F}]/u

/** Tatweel stretches an Arabic word; it is seen, and not read. */
const tatweel = 0x640

function tellKind(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return point
  const character = String.fromCodePoint(code)
  if (meant.test(character)) return mark
  if (invisible.test(character)) return unseen
  if (/\s|\p{Cc}/u.test(character)) return space
  if (code === tatweel || /\p{M}/u.test(character)) return mark
  if (withoutSpaces.test(character)) return single
  if (/\p{Nd}/u.test(character)) return digit
  return /[\p{L}\p{N}]/u.test(character) ? joined : point
}

/** Characters that a typesetter puts for one another, by the one that stands for all of them. */
const alike: Record<string, string> = {
  "'": '‘’‚‛′ʼ＇`´‹›׳',
  '"': '“”„‟″«»＂״「」『』｢｣',
  '-': '‐‑‒–—―−－﹣־',
  // Two encodings of the Japanese wave dash.
  '〜': '～',
  '...': '…',
  ff: 'ﬀ',
  fi: 'ﬁ',
  fl: 'ﬂ',
  ffi: 'ﬃ',
  ffl: 'ﬄ',
  st: 'ﬅﬆ',
  // Lam with alef, which Arabic type sets as one.
  '\u0644\u0622': '\ufef5\ufef6',
  '\u0644\u0623': '\ufef7\ufef8',
  '\u0644\u0625': '\ufef9\ufefa',
  '\u0644\u0627': '\ufefb\ufefc',
}

const replacements = new Map(
  Object.entries(alike).flatMap(([folded, characters]) =>
    [...characters].map(character => [character.charCodeAt(0), folded] as const),
  ),
)

function tellFoldable(unit: number): boolean {
  const kind = tellKind(unit)
  if (kind === mark || kind === unseen || replacements.has(unit) || isHighSurrogate(unit))
    return true
  const character = String.fromCharCode(unit)
  // Conjoining jamo compose with one another; all else that NFC changes alone.
  return character.normalize('NFC') !== character || (unit >= 0x1100 && unit <= 0x11ff)
}

/**
 * A text without what only typesetting changes: composed (Unicode NFC), quotes and dashes of one kind,
 * ligatures apart, nothing unseen. Case, harakat, niqqud and white space stay.
 */
export function foldText(text: string): string {
  let folded = ''
  for (const character of composed(text)) {
    const code = character.codePointAt(0) ?? 0
    if (kindOf(code) !== unseen && code !== tatweel) folded += replacements.get(code) ?? character
  }
  // What was apart by an unseen character may compose now.
  return composed(folded).replace(typewriterDash, '-')
}

/**
 * 64 marks: twice what a letter may have in Unicode's stream-safe text (UAX #15). To bring more into
 * their order costs the square of their number, so more are composed 64 by 64.
 */
const marksAtOnce = 64
const manyMarks = /\p{M}{65}/u
const withMarks = /\P{M}*\p{M}{1,64}|\P{M}+/gu

/** Unicode's NFC, in work that grows as the text does. */
function composed(text: string): string {
  if (text.length <= marksAtOnce || !manyMarks.test(text)) return text.normalize('NFC')
  return text.replace(withMarks, part => part.normalize('NFC'))
}

/** Two or three hyphens for a dash, but not beside a digit, where one may be a sign. */
const typewriterDash = /(?<![\d-])-{2,3}(?![\d-])/g

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/**
 * Whether two wordings are the same but for typography. White space may differ where it only sets
 * type: not between two words, and not where it would change a number ("1 000", "- 5", "h 2").
 */
export function isSameWords(before: string, after: string): boolean {
  if (before === after) return true
  const a = foldText(spaced(before)).trim()
  const b = foldText(spaced(after)).trim()
  let [p, q] = [0, 0]
  let previous = 0
  while (p < a.length && q < b.length) {
    const [fromA, fromB] = [p, q]
    p = afterSpace(a, p)
    q = afterSpace(b, q)
    const code = a.codePointAt(p) ?? 0
    if (code !== b.codePointAt(q)) return false
    if (p > fromA !== q > fromB && p > 0 && needsSpace(previous, code)) return false
    previous = code
    p += code > 0xffff ? 2 : 1
    q += code > 0xffff ? 2 : 1
  }
  return p === a.length && q === b.length
}

/** A dash between two words, which stands for one with spaces around it; a hyphen joins them. */
const dash = /(?<=[\p{L}\p{M}])(?:[—―]|--)(?=\p{L})/gu

function spaced(text: string): string {
  return text.replace(dash, ' — ')
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && kindOf(text.charCodeAt(at)) === space) at++
  return at
}

/** Signs and separators that belong to a number when they touch it. */
const numeral = /[-+.,':/^·٫٬]/

/** Whether it makes a difference if two characters stand together or apart. */
function needsSpace(before: number, after: number): boolean {
  const [left, right] = [kindOf(before), kindOf(after)]
  const isLetter = (kind: number) => kind === joined || kind === mark
  const isWord = (kind: number) => isLetter(kind) || kind === digit
  if (isWord(left) && isWord(right)) return true
  const [l, r] = [String.fromCodePoint(before), String.fromCodePoint(after)]
  // A hyphen that touches a word is no dash, and “A $5 note” no Australian one.
  if (isLetter(left) && /[-\p{Sc}]/u.test(r)) return true
  if (isLetter(right) && /[-\p{Sc}]/u.test(l)) return true
  if (/[-+]/.test(l) && /\p{Sc}/u.test(r)) return true
  return (left === digit && numeral.test(r)) || (right === digit && numeral.test(l))
}
