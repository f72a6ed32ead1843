import type { Span } from '@/lib/domain/anchoring/anchors'
import { type Attribution, attributionsIn } from '@/lib/domain/claimants/attributions'
import { type KnownPerson, peopleIn, personAtEnd } from '@/lib/domain/claimants/people'
import type { Speaker } from '@/lib/domain/claimants/phrases'
import { type SpeechWords, speechWordsOf } from '@/lib/domain/claimants/vocabulary'
import { paragraphAt, sentencesOf } from '@/lib/domain/segments'

/** Who may have made a claim. Both parts stand in the text as they are; the role may be "". */
export interface ClaimantOffer {
  name: string
  role: string
}

/** Three: more is a list to read, not an offer. */
const offerLimit = 3

/** 20 sentences back: whom "she" means stands nearer than that, or is not told by rule. */
const reach = 20

/**
 * Who may have said the words of a span, the likeliest first: whom its sentence names as their speaker,
 * else who is quoted there. None for plain narration, nor in a language whose words of saying are not
 * written down (`speechWordsOf`); then only `attribution`, the line under a quote that names its speaker.
 */
export function offerClaimants(
  text: string,
  span: Span,
  language: string,
  attribution: Span | null = null,
): ClaimantOffer[] {
  const words = speechWordsOf(language)
  const quoted = attribution ? [speakerOfLine(text, attribution, words)] : []
  if (!words) return quoted
  const people = peopleIn(text, around(text, span), words)
  const tail = paragraphAt(text, span.start)
  const atEnd = tail && personAtEnd(text, tail, words)
  const speakers = speakersOf(text, span, language, words)
  const place = { text, language, words, people }
  const found = speakers.flatMap(each => nameOf(each, place) ?? [])
  return distinct([...quoted, ...(atEnd && atEnd.at > span.start ? [atEnd] : []), ...found]).slice(
    0,
    offerLimit,
  )
}

/**
 * 40,000 characters before and 10,000 after: a person is named in full near the top of a report or of
 * a chapter, and looking through a whole book would take longer than anybody waits.
 */
const [lookBack, lookAhead] = [40_000, 10_000]

function around(text: string, { start, end }: Span): Span {
  return { start: Math.max(0, start - lookBack), end: Math.min(text.length, end + lookAhead) }
}

/** "Helle Brandvold, Norrvik Institute": the name as far as the first comma. */
function speakerOfLine(text: string, line: Span, words: SpeechWords | null): ClaimantOffer {
  const run = words && personAtEnd(text, line, words)
  if (run) return run
  const [name = '', ...role] = text
    .slice(line.start, line.end)
    .replace(/^[\s—–-]+/, '')
    .split(/\s*,\s*/)
  return { name: name.trim(), role: role.join(', ').trim() }
}

/** A text with what is known of it. */
interface Place {
  text: string
  language: string
  words: SpeechWords
  people: readonly KnownPerson[]
}

interface Said {
  speaker: Speaker
  at: number
}

/** Whom the surroundings name as the speaker of the span, the nearest first. */
function speakersOf(text: string, span: Span, language: string, words: SpeechWords): Said[] {
  const sentences = sentencesNear(text, span, language)
  const own = sentences.filter(({ start, end }) => start < span.end && end > span.start)
  const found = own
    .flatMap(sentence => attributionsIn(text, sentence, words))
    .filter(({ said, at }) => said.some(each => covers(each, span)) || isIn(at, span))
  if (found.length > 0) return found.sort((a, b) => farness(a, span) - farness(b, span))
  const quote = quoteAround(text, span)
  if (!quote) return []
  return besideQuote(text, quote, sentences, words)
}

/** Whether most of the span, or all that was said, lies in what was said. */
function covers(said: Span, span: Span): boolean {
  const shared = Math.min(said.end, span.end) - Math.max(said.start, span.start)
  return shared > 0 && (shared * 2 > span.end - span.start || shared >= said.end - said.start)
}

const isIn = (at: number, { start, end }: Span) => at >= start && at < end

/** The fewest words around the span come first; a saying that is itself part of the claim comes last. */
function farness({ said, at }: Attribution, span: Span): number {
  const own = said.find(each => covers(each, span))
  return own && !isIn(at, span) ? own.end - own.start : Number.POSITIVE_INFINITY
}

/** A quote that runs over several sentences: who is named right after it, else right before. */
function besideQuote(
  text: string,
  quote: Span,
  sentences: readonly Span[],
  words: SpeechWords,
): Said[] {
  const inLine = sentences.filter(({ start, end }) => {
    const line = paragraphAt(text, quote.start)
    return line !== null && start >= line.start && end <= line.end
  })
  const first = inLine.findIndex(({ end }) => end > quote.start)
  const last = inLine.findLastIndex(({ start }) => start < quote.end)
  const around = inLine.slice(Math.max(0, first - 1), last + 2)
  const all = around.flatMap(sentence => attributionsIn(text, sentence, words))
  const after = all.filter(({ at }) => at >= quote.end)
  const before = all.filter(({ at }) => at < quote.start).reverse()
  return [...after, ...before].slice(0, 1)
}

const opening = /[“«„]/g
const closing = /[”»]/

/** The quotation around a span in its paragraph, as far as its marks tell; null outside of any. */
function quoteAround(text: string, span: Span): Span | null {
  const line = paragraphAt(text, span.start)
  if (!line) return null
  const open = lastOpening(text.slice(line.start, span.start + 1))
  if (open === null) return straightQuote(text, line, span)
  const close = closing.exec(text.slice(span.end, line.end))
  return { start: line.start + open, end: close ? span.end + close.index + 1 : line.end }
}

/** Where a quote opens in `before` that is not closed in it. */
function lastOpening(before: string): number | null {
  const open = [...before.matchAll(opening)].at(-1)
  return open && !closing.test(before.slice(open.index + 1)) ? open.index : null
}

/** Straight marks open and close alike: an odd number before the span means that one is open. */
function straightQuote(text: string, line: Span, span: Span): Span | null {
  const before = text.slice(line.start, span.start + 1)
  const count = before.split('"').length - 1
  const close = text.indexOf('"', span.end)
  if (count % 2 === 0 || close < 0 || close >= line.end) return null
  return { start: line.start + before.lastIndexOf('"'), end: close + 1 }
}

/** The sentences of the paragraph, and of those around it as far as a pronoun may reach. */
function sentencesNear(text: string, span: Span, language: string): Span[] {
  const line = paragraphAt(text, span.start)
  if (!line) return []
  const from = Math.max(0, line.start)
  return sentencesOf(text.slice(from, Math.max(line.end, span.end)), language).map(
    ({ start, end }) => ({
      start: start + from,
      end: end + from,
    }),
  )
}

/** A speaker by name: the full name where the text has it, and for "he" who spoke last. */
function nameOf({ speaker, at }: Said, place: Place): ClaimantOffer | null {
  switch (speaker.kind) {
    case 'named':
      return fullName(speaker, at, place)
    case 'pronoun':
      return lastSpeaker(at, place)
    case 'described': {
      const holder = inOffice(speaker, at, place)
      if (holder) return holder
      const isKnown = place.words.anyone.has(speaker.noun) && !isAnybody(speaker, place)
      return (isKnown && lastSpeaker(at, place)) || asDescribed(speaker, place)
    }
  }
}

function fullName(
  { name, role }: Extract<Speaker, { kind: 'named' }>,
  at: number,
  { text, people }: Place,
): ClaimantOffer {
  const here = {
    name: text.slice(name.start, name.end),
    role: role ? text.slice(role.start, role.end) : '',
  }
  const same = people.filter(each => isSamePerson(each.name, here.name))
  const first = same.find(each => each.at <= at) ?? same[0]
  if (!first) return here
  const isLonger = first.name.length > here.name.length
  return {
    name: isLonger ? first.name : here.name,
    role: here.role && !isLonger ? here.role : first.role,
  }
}

/** "Quill" and "Ada Quill", and not "Ada" and "Ada Quill". */
function isSamePerson(full: string, name: string): boolean {
  return full === name || full.endsWith(` ${name}`)
}

type Described = Extract<Speaker, { kind: 'described' }>

/** "The mayor", where the text names one: the nearest before, who has that office. */
function inOffice(speaker: Described, at: number, place: Place): ClaimantOffer | null {
  if (isAnybody(speaker, place)) return null
  const isIt = ({ role }: KnownPerson) => role.toLowerCase().split(/\s+/).includes(speaker.noun)
  return place.people.findLast(each => each.at < at && isIt(each)) ?? null
}

/** "A minister" is nobody in particular. */
function isAnybody({ words }: Described, { text }: Place): boolean {
  return /^(?:an?|another|one|eine?[rs]?)\s/i.test(text.slice(words.start, words.end))
}

function asDescribed({ words }: Described, { text }: Place): ClaimantOffer {
  return { name: text.slice(words.start, words.end), role: '' }
}

/** Who was last said to say something before `at`, or began a sentence with name and office. */
function lastSpeaker(at: number, place: Place): ClaimantOffer | null {
  const { text, language } = place
  const from = Math.max(0, at - reach * 200)
  const before = sentencesOf(text.slice(from, at), language).slice(-reach).reverse()
  for (const { start, end } of before) {
    const person = personSpeaking({ start: start + from, end: end + from }, place)
    if (person) return person
  }
  return null
}

function personSpeaking(sentence: Span, place: Place): ClaimantOffer | null {
  for (const { speaker, at } of attributionsIn(place.text, sentence, place.words).reverse()) {
    if (speaker.kind === 'described') {
      const holder = inOffice(speaker, at, place)
      if (holder) return holder
    }
    if (speaker.kind !== 'named' || speaker.isDefinite) continue
    const person = fullName(speaker, at, place)
    if (place.people.some(({ name }) => name === person.name)) return person
  }
  const isLeading = ({ at, role }: KnownPerson) =>
    at >= sentence.start && at <= sentence.start + role.length + 5
  return place.people.find(isLeading) ?? null
}

/** Each once; the first stays. Two with one name are one, whatever their roles. */
function distinct(offers: readonly ClaimantOffer[]): ClaimantOffer[] {
  const named = offers.filter(({ name }) => name !== '')
  return named.flatMap(({ name, role }, at) =>
    named.findIndex(each => each.name === name) === at ? [{ name, role }] : [],
  )
}
