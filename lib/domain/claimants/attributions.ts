import type { Span } from '@/lib/domain/anchoring/anchors'
import {
  phraseAfter,
  phraseBefore,
  roleIn,
  type Speaker,
  speakerIn,
} from '@/lib/domain/claimants/phrases'
import { type Token, tokensIn } from '@/lib/domain/claimants/tokens'
import type { SpeechWords } from '@/lib/domain/claimants/vocabulary'

/** Somebody is said to have said something. */
export interface Attribution {
  speaker: Speaker
  /** What was said, as far as this sentence has it; the words "she said" lie outside it. */
  said: Span[]
  /** Where the verb or "according to" stands. */
  at: number
}

/** Who is said to say what in one sentence, in its order. */
export function attributionsIn(text: string, sentence: Span, words: SpeechWords): Attribution[] {
  const tokens = tokensIn(text, sentence, words.titles)
  return tokens.flatMap((token, at) => {
    const found =
      words.verbs.has(token.lower) || words.tailVerbs.has(token.lower)
        ? spokenAt(tokens, at, sentence, words)
        : accordingAt(tokens, at, sentence, words)
    return found ? [{ ...found, at: token.start }] : []
  })
}

type Found = Omit<Attribution, 'at'>

function spokenAt(
  tokens: readonly Token[],
  at: number,
  sentence: Span,
  words: SpeechWords,
): Found | null {
  return (
    after(tokens, at, sentence, words) ??
    (words.tailVerbs.has(tokens[at]?.lower ?? '') ? null : before(tokens, at, sentence, words))
  )
}

/** "…," said Jane Smith, the mayor. */
function after(
  tokens: readonly Token[],
  at: number,
  sentence: Span,
  words: SpeechWords,
): Found | null {
  const verb = tokens[at]
  if (!verb || !isTailMark(tokens[at - 1])) return null
  const phrase = phraseAfter(tokens, at + 1, words)
  const last = at + phrase.length
  const speaker = withApposition(speakerIn(phrase, words), tokens, last + 1, words)
  if (!speaker) return null
  const ends = endOfApposition(tokens, last + 1)
  const next = tokens[Math.min(ends + 1, tokens.length - 1)]
  return { speaker, said: [...spanTo(sentence, verb.start), ...quoteFrom(tokens, next, sentence)] }
}

/** The mayor said that … · …, the mayor said. */
function before(
  tokens: readonly Token[],
  at: number,
  sentence: Span,
  words: SpeechWords,
): Found | null {
  const verb = tokens[at]
  const subject = subjectBefore(tokens, at, words)
  if (!verb || !subject) return null
  const rest = tokens.slice(at + 1)
  const lead = tokens[subject.start - 1]
  const isTail = isTailMark(lead) && !opensClause(rest, words) && endsSoon(verb, rest, words)
  const start = tokens[subject.start]?.start ?? verb.start
  const said = [
    ...(isTail || isQuoteEnd(lead) ? spanTo(sentence, start) : []),
    ...(isTail ? quoteFrom(tokens, tokens[at + 1], sentence) : spanFrom(sentence, verb.end)),
  ]
  return { speaker: subject.speaker, said }
}

/** Who does the verb at `at`, and the index where the words for it begin. */
function subjectBefore(
  tokens: readonly Token[],
  at: number,
  words: SpeechWords,
): { speaker: Speaker; start: number } | null {
  let end = at
  while (isBetween(tokens[end - 1], words)) end--
  const last = tokens[end - 1]
  if (!last || words.passive.has(last.lower)) return null
  if (words.and.has(last.lower)) return firstSubject(tokens, end, words)
  if (last.text === ',') return subjectWithAside(tokens, end - 1, words)
  const phrase = phraseBefore(tokens, end, words)
  const speaker = speakerIn(phrase, words)
  return speaker && { speaker, start: end - phrase.length }
}

/** "Ada Quill, the harbour master, said": the words between commas are her office, his aside, or the name. */
function subjectWithAside(
  tokens: readonly Token[],
  comma: number,
  words: SpeechWords,
): { speaker: Speaker; start: number } | null {
  const open = tokens.slice(0, comma).findLastIndex(({ text }) => text === ',')
  if (open < 0 || comma - open > 16) return null
  const phrase = phraseBefore(tokens, open, words)
  const speaker = withApposition(speakerIn(phrase, words), tokens, open, words)
  return speaker && { speaker, start: open - phrase.length }
}

/** "He urged calm and said": who the sentence began with. */
function firstSubject(
  tokens: readonly Token[],
  end: number,
  words: SpeechWords,
): { speaker: Speaker; start: number } | null {
  const [first] = tokens
  if (first && words.pronouns.has(first.lower)) return { speaker: { kind: 'pronoun' }, start: 0 }
  const run = tokens
    .slice(0, end)
    .findIndex(
      ({ isCapital, lower }) =>
        !isCapital &&
        !words.particles.has(lower) &&
        !words.isRole(lower) &&
        !words.determiners.has(lower),
    )
  const speaker = speakerIn(tokens.slice(0, Math.max(0, run)), words)
  return speaker && { speaker, start: 0 }
}

/** The office, or the name, that follows a speaker after the comma at `comma`. */
function withApposition(
  speaker: Speaker | null,
  tokens: readonly Token[],
  comma: number,
  words: SpeechWords,
): Speaker | null {
  if (!speaker || speaker.kind === 'pronoun' || tokens[comma]?.text !== ',') return speaker
  const phrase = tokens.slice(comma + 1, endOfApposition(tokens, comma) + 1)
  if (speaker.kind === 'named')
    return speaker.role
      ? speaker
      : { ...speaker, role: isShort(phrase, words) ? roleIn(phrase, words) : null }
  const name = speakerIn(phrase, words)
  if (
    name?.kind !== 'named' ||
    name.role ||
    !phrase.every(({ isCapital, lower }) => isCapital || words.particles.has(lower))
  )
    return speaker
  return { ...name, role: withoutDeterminer(speaker.words, tokens, words) }
}

/** An aside with a verb in it is none: "Lavrov, who leads the ministry". */
function isShort(phrase: readonly Token[], words: SpeechWords): boolean {
  const [first] = phrase
  return (
    first !== undefined &&
    phrase.length <= 12 &&
    !words.stops.has(first.lower) &&
    !/ing$/.test(first.lower)
  )
}

function withoutDeterminer(span: Span, tokens: readonly Token[], words: SpeechWords): Span {
  const inside = tokens.filter(({ start, end }) => start >= span.start && end <= span.end)
  const [first, second] = inside
  return first && second && words.determiners.has(first.lower)
    ? { start: second.start, end: span.end }
    : span
}

/** Index of the last word of what follows the comma at `comma`; `comma` - 1 where none stands there. */
function endOfApposition(tokens: readonly Token[], comma: number): number {
  if (tokens[comma]?.text !== ',') return comma - 1
  const length = tokens.slice(comma + 1).findIndex(({ isWord }) => !isWord)
  return length < 0 ? tokens.length - 1 : comma + length
}

/** According to the mayor, … · …, according to the mayor. */
function accordingAt(
  tokens: readonly Token[],
  at: number,
  sentence: Span,
  words: SpeechWords,
): Found | null {
  const sign = words.accordingTo.find(each =>
    each.every((word, step) => tokens[at + step]?.lower === word),
  )
  if (!sign || !tokens[at]) return null
  const from = at + sign.length
  const phrase = phraseAfter(tokens, from, words)
  const speaker = withApposition(speakerIn(phrase, words), tokens, from + phrase.length, words)
  if (!speaker) return null
  const end = from + phrase.length
  const whole = wholeDescription(speaker, tokens, from, end)
  return {
    speaker: whole,
    said: [
      ...spanTo(sentence, tokens[at].start),
      ...spanFrom(sentence, tokens[end]?.start ?? sentence.end),
    ],
  }
}

/** "Sources familiar with the documents": as far as the comma, since that is what tells who they are. */
function wholeDescription(
  speaker: Speaker,
  tokens: readonly Token[],
  from: number,
  end: number,
): Speaker {
  if (speaker.kind !== 'described') return speaker
  const comma = tokens.slice(end, end + 10).findIndex(({ isWord }) => !isWord)
  const last = tokens[end + comma - 1]
  return comma > 0 && last && tokens[from]
    ? { ...speaker, words: { start: speaker.words.start, end: last.end } }
    : speaker
}

/** Whether what follows a verb is what was said, rather than when or to whom. */
function opensClause(rest: readonly Token[], words: SpeechWords): boolean {
  const near = rest.slice(0, 8)
  return (
    near.some(({ lower, text }) => words.that.has(lower) || text === ':' || isQuoteStart(text)) ||
    rest.length > 12
  )
}

/** Whether only when, where or to whom follows: "said on Monday", "told reporters". */
function endsSoon(verb: Token, [next]: readonly Token[], words: SpeechWords): boolean {
  if (!next?.isWord || words.tells.has(verb.lower)) return true
  return words.stops.has(next.lower) || isBetween(next, words)
}

/** The quote that goes on after "he said,": from `next` to the end of the sentence where it opens one. */
function quoteFrom(tokens: readonly Token[], next: Token | undefined, sentence: Span): Span[] {
  if (!next) return []
  const opening = tokens.find(({ start, text }) => start >= next.start && isQuoteStart(text))
  return opening && opening.start - next.start < 40 ? spanFrom(sentence, opening.start) : []
}

function isBetween(token: Token | undefined, words: SpeechWords): boolean {
  return token !== undefined && !token.isCapital && words.isBetween(token.lower)
}

/** Marks after which "she said" or "said she" may follow. */
function isTailMark(token: Token | undefined): boolean {
  return token !== undefined && (/^[,—–-]$/.test(token.text) || isQuoteEnd(token))
}

function isQuoteEnd(token: Token | undefined): boolean {
  return token !== undefined && /^[”"»’“]$/.test(token.text)
}

const isQuoteStart = (text: string) => /^[“"«„‘]$/.test(text)

const spanTo = ({ start }: Span, end: number): Span[] => (end > start ? [{ start, end }] : [])
const spanFrom = ({ end }: Span, start: number): Span[] => (end > start ? [{ start, end }] : [])
