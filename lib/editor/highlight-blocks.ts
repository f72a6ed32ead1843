import { Decoration } from '@tiptap/pm/view'
import type { DocumentText } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { openNoteId, type Signs, signId } from '@/lib/editor/highlight-signs'
import type { Highlight } from '@/lib/editor/highlights'
import { piecesOf, type Stretch } from '@/lib/editor/pieces'

/** Gaps have no words to find a block by; together they are drawn as if they were one. */
export const gapBlock = -1

/** A note, and the lane its lines are drawn in. */
export interface LanedNote {
  note: Highlight
  lane: number
}

/** How one block, counted from 0, shows these notes; what they have in other blocks is left out. */
export function drawBlock(
  text: DocumentText,
  block: number,
  notes: readonly LanedNote[],
  signs: Signs,
): Decoration[] {
  const plan = planBlock(text, block, notes, signs)
  // ProseMirror wraps the first of decorations on the same words innermost.
  const marks = piecesOf(plan.stretches).flatMap(({ from, to, ids }) =>
    ids.map(id => Decoration.inline(from, to, { nodeName: 'mark', ...plan.looks.get(id) })),
  )
  return [...marks, ...plan.signs]
}

/** The attributes of a mark. */
interface Look {
  class: string
  'data-note': string
  /** The note while it is open, else the sign that says whose words these are and opens it. A candidate has none. */
  'aria-details'?: string
}

interface BlockPlan {
  stretches: Stretch[]
  looks: Map<string, Look>
  signs: Decoration[]
}

function planBlock(
  text: DocumentText,
  block: number,
  notes: readonly LanedNote[],
  signs: Signs,
): BlockPlan {
  const plan: BlockPlan = { stretches: [], looks: new Map(), signs: [] }
  const add = (id: string, look: Look, span: Span, sign: (position: number) => Decoration) => {
    const ranges = text.rangesOf(span)
    for (const range of ranges) {
      if (range.block !== block) continue
      plan.stretches.push({ ...range, id, length: span.end - span.start })
      plan.looks.set(id, look)
      if (range === ranges.at(-1)) plan.signs.push(sign(range.to))
    }
  }
  for (const { note, lane } of notes) {
    const { id, spans, changed, candidates } = note
    spans.forEach((span, index) => {
      const look = lookOf(note, 'words', lane)
      add(`${id} words`, look, span, at => signs.draw(at, note, index))
    })
    changed.forEach((span, index) => {
      const look = lookOf(note, 'changed', lane)
      add(`${id} changed`, look, span, at => signs.draw(at, note, spans.length + index))
    })
    candidates.forEach((span, index) => {
      const sign = (at: number) => drawKey(at, String(index + 1), id)
      add(`${id} candidate ${index}`, candidateLook(note, index), span, sign)
    })
    if (block === gapBlock) plan.signs.push(...drawGaps(text, note, signs))
  }
  return plan
}

function drawGaps(text: DocumentText, note: Highlight, signs: Signs): Decoration[] {
  const { spans, changed, gaps } = note
  return gaps.map((gap, index) => {
    const position = text.positionAt(Math.min(Math.max(0, gap), text.text.length))
    return signs.draw(position, note, spans.length + changed.length + index, true)
  })
}

function lookOf(note: Highlight, kind: 'words' | 'changed', lane: number): Look {
  return {
    class: classesOf(note, kind, lane),
    'data-note': note.id,
    'aria-details': note.isOpen ? openNoteId(note.id) : signId(note.id, 0),
  }
}

function candidateLook({ id, chosen }: Highlight, index: number): Look {
  const classes = index === chosen ? 'r-none candidate is-chosen' : 'r-none candidate'
  return { class: classes, 'data-note': id }
}

function classesOf({ tint, isOpen }: Highlight, kind: 'words' | 'changed', lane: number): string {
  const look = kind === 'changed' ? 'changed' : 'to-check'
  return [
    tint && kind === 'words' ? `r-${tint}` : `r-none ${look}`,
    lane > 0 && `lane-${lane}`,
    isOpen && 'is-open',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The key that chooses a candidate, for the eye: the list in the note says it to everyone. */
function drawKey(position: number, text: string, id: string): Decoration {
  const draw = () => {
    const key = document.createElement('span')
    key.className = 'ref candidate-key'
    key.contentEditable = 'false'
    key.setAttribute('aria-hidden', 'true')
    key.dataset.sign = text
    return key
  }
  return Decoration.widget(position, draw, {
    side: -1,
    key: `${id}:${position}:candidate ${text}`,
    ignoreSelection: true,
  })
}
