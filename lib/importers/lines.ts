import { listMarkerOf } from '@/lib/document/markers'

/** A stretch of a text between two breaks, and how many line ends were joined to make it. */
export interface Passage {
  text: string
  joined: number
}

/** What the lines of a text came to. */
export interface Passages {
  passages: Passage[]
  /** Whether empty lines stand between the paragraphs. */
  spaced: boolean
  /** The width at which some program cut the lines, or null where none did. */
  wrappedAt: number | null
}

/** Narrower lines than 45 columns are verse or an address; wider than 130, nobody wraps. */
const narrowest = 45
const widest = 130

/**
 * A text with "\n" for every line end, no byte order mark and no spaces or tabs at the end of a line.
 * A page break is a paragraph break. Every other character stays, non-breaking spaces among them.
 */
export function unifyLines(text: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  return text
    .slice(start)
    .replace(/[\f\u2029]/g, '\n\n')
    .replace(/\r\n?|[\v\u0085\u2028]/g, '\n')
    .split('\n')
    .map(trimBlanksAtEnd)
    .join('\n')
}

/**
 * Takes a text with unified lines apart. Empty lines are breaks; where there are none, every line
 * end is. Lines that a program cut at some width are joined again; other line ends inside a
 * paragraph stay, unless the lines are too long to be verse or an address.
 */
export function findPassages(text: string): Passages {
  const groups = groupsOf(text)
  const spaced = groups.length > 1
  const wrappedAt = findWrapWidth(groups)
  const passages = groups.flatMap(group =>
    spaced ? joinLines(group, wrappedAt) : group.map(line => ({ text: line.trim(), joined: 0 })),
  )
  return { passages, spaced, wrappedAt }
}

/** Columns a text takes in a typewriter face: two for a wide character, one for any other. */
export function columnsOf(text: string): number {
  return text.length + (text.match(wideCharacter)?.length ?? 0)
}

const wideCharacter = /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/g
const wideAtEnd = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]$/
const wideAtStart = /^[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/

/** Runs of lines that have words, apart by lines that have none. */
function groupsOf(text: string): string[][] {
  const groups: string[][] = []
  let open = false
  for (const line of text.split('\n')) {
    const blank = line.trim() === ''
    if (!blank && open) groups.at(-1)?.push(line)
    else if (!blank) groups.push([line])
    open = !blank
  }
  return groups
}

/**
 * The width that lines were cut at: at least seven of ten line ends inside paragraphs stand where
 * the next word would not have fitted. Two line ends are too few to tell.
 */
function findWrapWidth(groups: readonly string[][]): number | null {
  const ends = groups.flatMap(group =>
    group.slice(0, -1).map((line, index) => ({ line, next: group[index + 1] ?? '' })),
  )
  if (ends.length < 3) return null
  // The 95th percentile, so that one long address does not hide the width of all the rest.
  const widths = ends.map(({ line }) => columnsOf(line)).sort((a, b) => a - b)
  const width = widths[Math.floor((widths.length - 1) * 0.95)] ?? 0
  if (width < narrowest || width > widest) return null
  const cut = ends.filter(({ line, next }) => isCut(line, next, width)).length
  return cut / ends.length >= 0.7 ? width : null
}

/** Whether the next line's first word would not have fitted on this one. */
function isCut(line: string, next: string, width: number): boolean {
  // A tenth of the width is let go: programs count tabs and wide characters each in their own way.
  return columnsOf(line) + 1 + columnsOf(firstWord(next)) > width * 0.9
}

function firstWord(line: string): string {
  const start = line.trimStart().slice(0, widest)
  return wideAtStart.test(start) ? start.slice(0, 1) : (start.split(/\s/, 1)[0] ?? '')
}

function joinLines(group: readonly string[], width: number | null): Passage[] {
  // Lines this long are paragraphs that somebody set without an empty line between them.
  const apart = group.some(line => line.length > widest)
  const passages: Passage[] = []
  group.forEach((line, index) => {
    const before = group[index - 1]
    const last = passages.at(-1)
    const trimmed = line.trim()
    if (!last || before === undefined) passages.push({ text: trimmed, joined: 0 })
    else if (listMarkerOf(trimmed)) passages.push({ text: trimmed, joined: 0 })
    else if (width !== null && isCut(before, line, width)) {
      last.text = joinWords(last.text, trimmed)
      last.joined += 1
    } else if (apart || width !== null) passages.push({ text: trimmed, joined: 0 })
    else last.text = `${last.text}\n${trimmed}`
  })
  return passages
}

/** Joins two lines: no space between wide characters, after a hyphen, or where a soft hyphen stood. */
function joinWords(before: string, after: string): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after
  if (wideAtEnd.test(before) && wideAtStart.test(after)) return before + after
  if (/\p{L}-$/u.test(before.slice(-4)) && /^\p{Ll}/u.test(after)) return before + after
  return `${before} ${after}`
}

/** Spaces and tabs only: a non-breaking space is somebody's choice. Written out, as it is linear. */
function trimBlanksAtEnd(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1
  return line.slice(0, end)
}
