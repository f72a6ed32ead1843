'use client'

import { Fragment, memo } from 'react'
import {
  isStep,
  type MarkedPiece,
  markPieces,
  type Passage,
  type Piece,
  piecesOfBoth,
  piecesOfSide,
  rowWord,
} from '@/components/revisions/comparison-view'
import type { Script } from '@/components/revisions/text-comparison'
import { PieceWords } from '@/components/revisions/words-in-one'
import type { ComparedRow } from '@/lib/domain/anchoring/comparison'

interface RowProps {
  at: number
  row: ComparedRow
  names: { older: string; newer: string }
  script: Script
  passages: readonly Passage[]
}

/**
 * A block on both sides, and both as one text where they differ; the stylesheet shows what the chosen
 * view and the width of the page call for.
 */
export const ComparedRowView = memo(function ComparedRowView({
  at,
  row,
  names,
  script,
  passages,
}: RowProps) {
  const { kind, older, newer } = row
  const word = rowWord(row, at)
  const here = passages.filter(({ start, end, side }) => {
    const block = row[side]
    return block !== null && start < block.end && end > block.start
  })
  const text = (pieces: readonly Piece[], shown: readonly Passage[]) => (
    <p lang={script.language} dir={script.direction}>
      <Pieces pieces={markPieces(pieces, shown)} />
    </p>
  )
  return (
    <li
      className={`c-row c-${word?.isWhole ? 'whole' : kind}`}
      {...(word && { 'aria-label': word.word })}
      {...(isStep(row) && { 'data-change': '', tabIndex: -1 })}
    >
      <div className="c-word">
        {word && (
          <>
            <span aria-hidden="true">{word.sign}</span> {word.word}
          </>
        )}
      </div>
      {older && (
        <div className="c-side c-older">
          {word && <span className="sr">{names.older}: </span>}
          {text(piecesOfSide(older, 'older'), here)}
        </div>
      )}
      {newer && (
        <div className="c-side c-newer">
          {word && <span className="sr">{names.newer}: </span>}
          {text(piecesOfSide(newer, 'newer'), here)}
        </div>
      )}
      {kind === 'changed' && older && newer && (
        <div className="c-both">{text(piecesOfBoth(older, newer), passagesOfBoth(here))}</div>
      )}
    </li>
  )
})

/** In one text a note is drawn where it is now, and where it was only if it is nowhere now. */
function passagesOfBoth(passages: readonly Passage[]): Passage[] {
  const placed = new Set(
    passages.filter(({ side }) => side === 'newer').map(({ noteId }) => noteId),
  )
  return passages.filter(({ side, noteId }) => side === 'newer' || !placed.has(noteId))
}

function Pieces({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a row never change places.
    <Fragment key={index}>
      <Marked piece={piece} />
      {piece.ending.filter(isNumbered).map(passage => (
        <a
          key={`${passage.side}${passage.noteId}`}
          className={`ref ${passage.look}`}
          href={`#note-${passage.noteId}`}
        >
          <span className="sr">Note </span>
          {passage.number}
        </a>
      ))}
    </Fragment>
  ))
}

/** A mark to check has no number yet. */
function isNumbered({ number }: Passage): boolean {
  return number > 0
}

function Marked({ piece: { text, look, within } }: { piece: MarkedPiece }) {
  const words = <PieceWords look={look}>{text}</PieceWords>
  const shortest = within.at(-1)
  return shortest ? <mark className={shortest.look}>{words}</mark> : words
}
