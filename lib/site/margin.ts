import type { PublisherChange } from '@/lib/domain/publisher-changes'
import { wordsOf } from '@/lib/domain/rich-text'
import { changesOf } from '@/lib/site/publisher-changes'
import { claimantLine, type EditionView, type NoteView } from '@/lib/site/views'

/**
 * How tall the margin is, in rem, measured from the top of the article's text: with every note at
 * rest, and with each of them open. Notes are placed by the browser, out of the flow of the page, so
 * the page has to keep room for them beforehand. The estimate is by characters and errs on the tall side.
 */
export interface MarginRoom {
  rest: number
  open: ReadonlyMap<string, number>
}

/** Characters in a line of the article (38 rem of a 19 px serif), and of a note's parts (24.6 rem). */
const perLine = { article: 62, claim: 48, small: 62, explanation: 56, change: 44 }
/** Height of such a line in rem, and what a paragraph adds below itself. */
const line = { article: 1.92, claim: 1.38, small: 1.13, explanation: 1.22, change: 1.38 }
const paragraphGap = 1.25
/** The gap between two notes in the margin, as the stylesheet sets it. */
export const noteGap = 1.5

export function marginRoomOf(view: EditionView): MarginRoom {
  const tops = view.notes.map(note => wordsTop(view, note))
  const rests = view.notes.map(note => restHeight(note, view))
  const chain = (opened: number) =>
    tops.reduce((bottom, top, index) => {
      const note = view.notes[index]
      const extra = index === opened && note ? openHeight(note) : 0
      return Math.max(top, bottom && bottom + noteGap) + (rests[index] ?? 0) + extra
    }, 0)
  return {
    rest: chain(-1),
    open: new Map(view.notes.map((note, index) => [note.key, chain(index)])),
  }
}

function wordsTop({ document: { text } }: EditionView, { content }: NoteView): number {
  const start = content.anchors[0]?.start ?? 0
  const blocks = text.slice(0, start).split('\n')
  const last = blocks.pop() ?? ''
  const above = blocks.reduce(
    (sum, block) => sum + lines(block.length, 'article') + paragraphGap,
    0,
  )
  return above + lines(last.length, 'article')
}

function restHeight(note: NoteView, view: EditionView): number {
  const explained = Math.ceil(wordsOf(note.content.explanation).length / perLine.explanation)
  return (
    1.9 +
    lines(note.content.claim.length, 'claim') +
    lines(claimantLine(note, view.language).length, 'small') +
    changesOf(view, note.key).reduce((sum, change) => sum + changeHeight(change), 0) +
    Math.min(3, explained) * line.explanation
  )
}

/** Both wordings, each at most 600 characters as a note shows them, under a heading and over a remark. */
function changeHeight({ before, after, changeNote, again }: PublisherChange): number {
  const words = (text: string) => lines(Math.min(text.length, 600), 'change') + 1.2
  const notes = changeNote.length + (again?.changeNote.length ?? 0)
  return 4.5 + words(before) + (after === null ? 0 : words(after)) + lines(notes + 40, 'small')
}

/** What opening a note adds. */
function openHeight({ content }: NoteView): number {
  const evidence = content.citations.reduce(
    (sum, { title, publisher, passage }) =>
      sum +
      1.6 +
      lines(title.length + publisher.length + 40, 'explanation') +
      lines(passage.length, 'explanation'),
    0,
  )
  return 5 + lines(wordsOf(content.explanation).length, 'explanation') + evidence
}

function lines(characters: number, part: keyof typeof line): number {
  return Math.ceil(characters / perLine[part]) * line[part]
}
