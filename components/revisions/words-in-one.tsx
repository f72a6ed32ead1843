import { type Piece, piecesOfBoth } from '@/components/revisions/comparison-view'
import { ChangedWords } from '@/components/ui/changed-words'
import type { ComparedRun } from '@/lib/domain/anchoring/compared-runs'
import { compareWords } from '@/lib/domain/anchoring/comparison'

/** A passage as it was and as it is in one text: what went before what came in its place. */
export function WordsInOne({ before, after }: { before: string; after: string }) {
  const { older, newer } = compareWords(before, after)
  return piecesOfBoth(asBlock(older), asBlock(newer)).map(
    ({ text, look, older: was, newer: is }) => (
      <PieceWords key={`${was}-${is}`} look={look}>
        {text}
      </PieceWords>
    ),
  )
}

function asBlock(runs: ComparedRun[]) {
  return { start: 0, end: runs.reduce((sum, { text }) => sum + text.length, 0), runs }
}

/** Words that were taken out, put in, set otherwise or left as they were. */
export function PieceWords({ look, children }: { look: Piece['look']; children: string }) {
  switch (look) {
    case 'plain':
      return children
    case 'removed':
      return <ChangedWords as="del">{children}</ChangedWords>
    case 'added':
      return <ChangedWords as="ins">{children}</ChangedWords>
    case 'reset':
      return <span className="c-reset">{children}</span>
  }
}
