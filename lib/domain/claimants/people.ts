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

/** Somebody whom the text names together with an office, and where. */
export interface KnownPerson {
  name: string
  role: string
  at: number
}

/** Everyone whom a part of a text names with an office, in its order; one person may stand there often. */
export function peopleIn(text: string, { start, end }: Span, words: SpeechWords): KnownPerson[] {
  // Line by line: finding sentences takes longer, and their points part names and offices too.
  return [...text.slice(start, end).matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const from = start + index
    const tokens = tokensIn(text, { start: from, end: from + line.length }, words.titles)
    return tokens.flatMap((token, at) => {
      if (!words.isRole(token.lower)) return []
      const found = personAt(tokens, at, words)
      return found ? [known(text, found)] : []
    })
  })
}

/** The last two or more words of a text's block, where they are a name and an office run together. */
export function personAtEnd(text: string, line: Span, words: SpeechWords): KnownPerson | null {
  const tokens = tokensIn(text, line, words.titles)
  if (!tokens.at(-1)?.isWord) return null
  let start = tokens.length
  for (let at = tokens.length - 1; at >= 0 && mayEnd(tokens[at], words); at--) start = at
  // The office's first capital ("Deputy"), after a name of two words.
  while (start < tokens.length && !tokens[start]?.isCapital) start++
  const before = tokens[start - 1]
  const run = tokens.slice(before?.isWord ? start + 1 : start)
  const role = run.slice(2)
  const name = run.slice(0, 2)
  if (
    !name.every(({ isCapital }) => isCapital) ||
    name.some(({ lower }) => words.isRole(lower)) ||
    !role[0]?.isCapital
  )
    return null
  const office = roleIn(role, words)
  const [first, second] = name
  if (!first || !second || !office) return null
  return known(text, { name: { start: first.start, end: second.end }, role: office })
}

function mayEnd(token: Token | undefined, words: SpeechWords): boolean {
  if (!token?.isWord) return false
  return (
    token.isCapital ||
    words.connectors.has(token.lower) ||
    words.determiners.has(token.lower) ||
    words.isRole(token.lower)
  )
}

function personAt(tokens: readonly Token[], at: number, words: SpeechWords): Named | null {
  const before = phraseBefore(tokens, at + 1, words)
  const after = phraseAfter(tokens, at + 1, words)
  const follows = personOf(speakerIn([...before, ...after], words))
  if (follows) return follows
  const start = at + 1 - before.length
  if (tokens[start - 1]?.text === ',') {
    const leader = speakerIn(phraseBefore(tokens, start - 1, words), words)
    const role = roleIn([...before, ...after], words)
    if (leader?.kind === 'named' && !leader.role && role && isFull(leader.name, tokens))
      return { name: leader.name, role }
  }
  const end = at + 1 + after.length
  if (tokens[end]?.text !== ',') return null
  const name = capitalsAt(tokens, end + 1, words)
  const role = roleIn([...before, ...after], words)
  return name && role ? { name, role } : null
}

interface Named {
  name: Span
  role: Span
}

function personOf(speaker: Speaker | null): Named | null {
  return speaker?.kind === 'named' && speaker.role
    ? { name: speaker.name, role: speaker.role }
    : null
}

/** Two words or more: one alone may be a place or a ship. */
function isFull({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens.filter(token => token.start >= start && token.end <= end).length > 1
}

/** The name that stands alone between the comma before `from` and the next mark. */
function capitalsAt(tokens: readonly Token[], from: number, words: SpeechWords): Span | null {
  const length = tokens.slice(from).findIndex(({ isWord }) => !isWord)
  const phrase = tokens.slice(from, from + Math.max(0, length))
  const isName =
    phrase.length > 1 &&
    phrase.length < 5 &&
    phrase.every(({ isCapital, lower }) => isCapital || words.particles.has(lower))
  const [first, last] = [phrase[0], phrase.at(-1)]
  return isName && first && last ? { start: first.start, end: last.end } : null
}

function known(text: string, { name, role }: Named): KnownPerson {
  return {
    name: text.slice(name.start, name.end),
    role: text.slice(role.start, role.end),
    at: name.start,
  }
}
