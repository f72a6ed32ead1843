'use client'

import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { Fold } from '@/components/annotations/fold'
import type { CitationDraft } from '@/components/editor/note-drafts'
import { CitationForm } from '@/components/evidence/citation-form'
import { CitationReading } from '@/components/evidence/citation-reading'
import { NewCitation } from '@/components/evidence/new-citation'
import { movedBy, movedTo } from '@/components/evidence/order'
import { useDragOrder } from '@/components/evidence/use-drag-order'
import type { Evidence } from '@/components/evidence/use-evidence'
import { addressesCopied } from '@/lib/domain/addresses'
import type { Fault } from '@/lib/domain/outcomes'
import './evidence.css'

/**
 * The evidence of a note, in the order in which a reader will see it. One citation is open at a time. An
 * address pasted anywhere here but into a field becomes another.
 */
export function CitationList({
  noteId,
  citations,
  faults,
  evidence,
}: {
  noteId: string
  citations: readonly CitationDraft[]
  faults: readonly Fault[]
  evidence: Evidence
}) {
  const { change, move } = evidence
  const [removed, setRemoved] = useState<{ citation: CitationDraft; at: number } | null>(null)
  const { list, drag, handle } = useDragOrder((id, gap) =>
    move(id, movedTo([...citations], id, gap)),
  )
  const remove = (citation: CitationDraft, at: number) => {
    change(now => now.filter(({ id }) => id !== citation.id))
    setRemoved({ citation, at })
  }
  const restore = () => {
    if (removed) change(now => now.toSpliced(removed.at, 0, removed.citation))
    setRemoved(null)
  }
  const paste = (event: ClipboardEvent) => {
    const isInField = event.target instanceof HTMLElement && event.target.matches('input, textarea')
    const pasted = addressesCopied(event.clipboardData.getData('text/plain'))
    if (isInField || pasted.length === 0) return
    event.preventDefault()
    evidence.addAll(pasted)
  }
  const isAsked =
    citations.length === 0 ||
    evidence.openId !== null ||
    evidence.isAsking ||
    faults.some(({ path }) => path.startsWith('citations.'))

  return (
    <Fold
      key={noteId}
      noteId={noteId}
      part="Evidence"
      count={citations.length}
      isAsked={isAsked}
      onPaste={paste}
    >
      <ol className="cites" ref={list}>
        {citations.map((citation, index) => (
          <CitationItem
            key={citation.id}
            citation={citation}
            place={{ index, count: citations.length }}
            faults={faultsOfItem(faults, index)}
            evidence={evidence}
            drag={{
              gap: drag?.gap ?? null,
              isMoved: drag?.id === citation.id,
              handle: handle(citation.id, index),
            }}
            moveBy={step => move(citation.id, movedBy([...citations], citation.id, step))}
            remove={() => remove(citation, index)}
          />
        ))}
      </ol>
      {removed && !citations.some(({ id }) => id === removed.citation.id) && (
        <p className="removed" role="status">
          Removed “{removed.citation.title || removed.citation.url || 'untitled'}”.{' '}
          <button type="button" className="link" onClick={restore}>
            Put it back
          </button>
        </p>
      )}
      <NewCitation evidence={evidence} />
      {!evidence.isAsking && <p className="help">Or paste an address here.</p>}
    </Fold>
  )
}

function CitationItem({
  citation,
  place: { index, count },
  faults,
  evidence,
  drag,
  moveBy,
  remove,
}: {
  citation: CitationDraft
  place: { index: number; count: number }
  faults: readonly Fault[]
  evidence: Evidence
  drag: {
    gap: number | null
    isMoved: boolean
    handle: ReturnType<ReturnType<typeof useDragOrder>['handle']>
  }
  moveBy: (step: 1 | -1) => void
  remove: () => void
}) {
  const isOpen = citation.id === evidence.openId
  const [isAsked, setAsked] = useState(false)
  const isStanceAsked = isAsked && citation.stance === null
  const title = citation.title || citation.url || `Evidence ${index + 1}`
  // Asked for once: whoever does not know yet is not kept here.
  const finish = () => {
    const isLacking = citation.stance === null && !isAsked
    setAsked(isLacking)
    if (!isLacking) evidence.open(null)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || step === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    moveBy(step)
  }
  return (
    <li className={itemClass(drag, index, count)} onKeyDown={press}>
      {count > 1 && (
        <span className="ci-drag" aria-hidden="true" title="Drag to reorder" {...drag.handle} />
      )}
      {isOpen ? (
        <CitationForm
          citation={citation}
          noteId={evidence.noteId}
          isNew={citation.id === evidence.newId}
          isStanceAsked={isStanceAsked}
          faultAt={key => faults.find(({ path }) => path === key)?.message}
          onChange={part =>
            evidence.change(now =>
              now.map(each => (each.id === citation.id ? { ...each, ...part } : each)),
            )
          }
        />
      ) : (
        <>
          <CitationReading citation={citation} />
          {faults.length > 0 && (
            <p className="fault">
              <b>Not saved yet:</b> {faults.map(({ message }) => message).join(' ')}
            </p>
          )}
        </>
      )}
      <p className="ci-acts">
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          onClick={isOpen ? finish : () => evidence.open(citation.id)}
        >
          {isOpen ? 'Done' : 'Edit'}
          <span className="sr"> {title}</span>
        </button>
        {count > 1 && (
          <>
            <MoveButton
              name={`Move ${title} up`}
              sign="↑"
              isOff={index === 0}
              run={() => moveBy(-1)}
            />
            <MoveButton
              name={`Move ${title} down`}
              sign="↓"
              isOff={index === count - 1}
              run={() => moveBy(1)}
            />
          </>
        )}
        <button type="button" className="link" onClick={remove}>
          Remove<span className="sr"> {title}</span>
        </button>
      </p>
    </li>
  )
}

/** Where the dragged one would go: a line above an item, or below the last. */
function itemClass(
  { gap, isMoved }: { gap: number | null; isMoved: boolean },
  index: number,
  count: number,
) {
  const isLast = gap === count && index === count - 1
  return [isMoved && 'is-moved', gap === index && 'gap-above', isLast && 'gap-below']
    .filter(Boolean)
    .join(' ')
}

function MoveButton({
  name,
  sign,
  isOff,
  run,
}: {
  name: string
  sign: string
  isOff: boolean
  run: () => void
}) {
  return (
    <button
      type="button"
      className="move"
      aria-label={name}
      aria-disabled={isOff}
      onClick={() => !isOff && run()}
    >
      {sign}
    </button>
  )
}

/** The faults of one citation, by the name of the field. */
function faultsOfItem(faults: readonly Fault[], index: number): Fault[] {
  const prefix = `citations.${index}.`
  return faults
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, message }) => ({ path: path.slice(prefix.length), message }))
}
