import { listMarkerOf, withoutDash } from '@/lib/document/markers'
import { articleFileLimit, type Block, type TextPreview } from '@/lib/domain/articles'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import { isClosed } from '@/lib/domain/run-ons'
import { recogniseLanguage } from '@/lib/importers/language'
import { columnsOf, findPassages, type Passages, unifyLines } from '@/lib/importers/lines'

/**
 * The text of a dropped file: UTF-8, or UTF-16 where a byte order mark says so. Anything else is
 * refused with how to save it, for a guessed encoding would change the words unseen.
 */
export function decodeText(bytes: Uint8Array): Outcome<{ text: string }> {
  if (bytes.length > articleFileLimit) return refuse('too_large', tooLarge(bytes.length))
  const kind = signatures.find(({ start }) => start.every((byte, index) => bytes[index] === byte))
  if (kind) return refuse('unsupported', `This is ${kind.name}, not a text file. ${howToSave}`)
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    if (text.includes('\u0000')) return refuse('unsupported', notText)
    return { ok: true, text }
  } catch {
    // A zero byte says more than a wrong sequence: such a file is no text in any encoding we name.
    return refuse('unsupported', bytes.includes(0) ? notText : notUtf8)
  }
}

/**
 * What a pasted text is made of. It only ever proposes: kinds, language and breaks can all be
 * corrected, and what is uncertain is a notice. It drops no character but spaces at the ends of lines.
 */
export function recogniseText(text: string): TextPreview {
  const unified = unifyLines(text)
  const found = findPassages(unified)
  return {
    text: unified,
    blocks: kindsOf(found.passages.map(passage => passage.text)),
    isSpaced: found.spaced,
    language: recogniseLanguage(unified),
    notices: noticesFor(unified, found),
  }
}

const howToSave =
  'Open it in the program it was made with, and copy its text or save it as plain text (UTF-8).'
const notText =
  'This is not a text file: it holds bytes that no text has. Open it in the program it was made with, and copy its text.'
const notUtf8 =
  'This text is not written in UTF-8, so its letters cannot be told for certain. Open it in the program it was made with, and save it as plain text with the encoding UTF-8.'

/** First bytes of the files that are dropped instead of a text. */
const signatures = [
  { name: 'a PDF', start: bytesOf('%PDF-') },
  { name: 'a Word or other packed document', start: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an old Word document', start: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a rich text document', start: bytesOf('{\\rtf') },
  { name: 'a picture', start: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a picture', start: [0xff, 0xd8, 0xff] },
  { name: 'a picture', start: bytesOf('GIF8') },
  { name: 'a packed file', start: [0x1f, 0x8b] },
] as const

function bytesOf(text: string): number[] {
  return [...text].map(character => character.charCodeAt(0))
}

function tooLarge(bytes: number): string {
  const megabytes = (size: number) => `${(size / 1_000_000).toLocaleString('en')} MB`
  return `This file has ${megabytes(Math.ceil(bytes / 100_000) * 100_000)}; a text may have up to ${megabytes(articleFileLimit)}. Paste the article alone.`
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

function kindsOf(texts: readonly string[]): Block[] {
  const items = texts.map((_text, index) => isItemAmong(texts, index))
  const blocks: Block[] = []
  texts.forEach((text, index) => {
    const quote = blocks.at(-1)
    if (items[index]) blocks.push({ kind: 'item', text })
    else if (quote && isLikelyQuote(quote) && isSpeaker(text)) {
      quote.kind = 'quote'
      blocks.push({ kind: 'attribution', text })
    } else blocks.push(...splitSpeaker(text))
  })
  return blocks.map((block, index) =>
    isHeading(blocks, index) ? { ...block, kind: 'heading' } : block,
  )
}

/**
 * A bullet makes an item by itself. A number or an en dash does so only in company, for a date
 * ("3. Oktober") and a line of dialogue begin like one.
 */
function isItemAmong(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? ''
  const marker = listMarkerOf(text)
  if (!marker) return false
  if (marker.number === null && !text.startsWith('–')) return true
  return [index - 1, index + 1].some(other => {
    const neighbour = texts[other] ?? ''
    const beside = listMarkerOf(neighbour)
    if (!beside) return false
    if (marker.number === null) return neighbour.startsWith('–')
    return beside.number === marker.number + (other - index)
  })
}

const quotePairs: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '「': '」',
  '『': '』',
  '”': '”',
}

/** Whether a passage stands between quotation marks from its first character to its last. */
function isQuoted(text: string): boolean {
  const closing = quotePairs[text[0] ?? '']
  return closing !== undefined && text.length > 2 && closing.includes(text.at(-1) ?? '')
}

/** Whether a block above a speaker's line is what they said: in quotation marks, or long and left open. */
function isLikelyQuote({ kind, text }: Block): boolean {
  if (kind !== 'paragraph' || withoutDash(text) !== text) return false
  return isQuoted(text) || (text.length > longestHeading && !isClosed(text))
}

/**
 * Whether a line says who is quoted: a dash and a short name, with no sentence in it. After a long dash it
 * may be an office as well ("— the mayor").
 */
function isSpeaker(text: string): boolean {
  const name = withoutDash(text)
  const begins = /^[—–―]/.test(text) ? /^\p{L}/u : /^[\p{Lu}\p{Lt}\p{Lo}]/u
  return name !== text && name.length <= 100 && begins.test(name) && !isClosed(name)
}

/** A quote and its speaker on the next line of the same paragraph. */
function splitSpeaker(text: string): Block[] {
  const end = text.lastIndexOf('\n')
  const [quote, speaker] = [text.slice(0, end), text.slice(end + 1)]
  if (end === -1 || !isQuoted(quote) || !isSpeaker(speaker)) return [{ kind: 'paragraph', text }]
  return [
    { kind: 'quote', text: quote },
    { kind: 'attribution', text: speaker },
  ]
}

/** 100 columns: the longest sub-headings of news agencies; fifty characters where they are wide. */
const longestHeading = 100

/**
 * Whether a block looks like a sub-heading: one short line without closing punctuation or a sentence
 * inside, begun with a capital (or in a script that has none), neither first nor last, and above a
 * paragraph that is not itself such a line.
 */
function isHeading(blocks: readonly Block[], index: number): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]]
  if (!block || !next || index === 0 || !isShortLine(block)) return false
  return !isShortLine(next) && next.kind !== 'attribution'
}

function isShortLine({ kind, text }: Block): boolean {
  return (
    kind === 'paragraph' &&
    text.length <= longestHeading &&
    columnsOf(text) <= longestHeading &&
    !text.includes('\n') &&
    /^["“„«¿¡]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) &&
    !isClosed(text) &&
    !isQuoted(text) &&
    !/\p{L}{4,}[.!?…؟。]["”’»)]*\s+\p{Lu}/u.test(text) &&
    !/^by\s+\p{Lu}/iu.test(text) &&
    !text.includes('://')
  )
}

function noticesFor(text: string, { spaced, wrappedAt, passages }: Passages): string[] {
  const joined = passages.reduce((sum, passage) => sum + passage.joined, 0)
  const unread = text.split('\uFFFD').length - 1
  return [
    joined > 0 &&
      `The lines were cut at about ${wrappedAt} characters; ${joined.toLocaleString('en')} line ends were joined. Look over the paragraphs.`,
    !spaced &&
      wrappedAt !== null &&
      `The lines look cut at about ${wrappedAt} characters, and no empty line shows where a paragraph ends. Put empty lines between paragraphs, and the lines will be joined.`,
    unread > 0 &&
      `${unread === 1 ? 'One character' : `${unread.toLocaleString('en')} characters`} could not be read by the program this came from (shown as \uFFFD). Compare with the original.`,
  ].filter(notice => notice !== false)
}
