'use client'

import { useState } from 'react'
import { type CitationDraft, newCitationDraft } from '@/components/editor/note-drafts'
import { CitationForm } from '@/components/evidence/citation-form'
import { CitationReading } from '@/components/evidence/citation-reading'
import { NewCitation } from '@/components/evidence/new-citation'
import type { Fault } from '@/lib/domain/outcomes'
import type { Citation } from '@/lib/domain/sources'
import './evidence.css'

type Change = (change: (citations: CitationDraft[]) => CitationDraft[]) => void

/** The evidence of a note, in the order in which a reader will see it. One citation is open at a time. */
export function CitationList({
  citations,
  faults,
  onChange,
}: {
  citations: readonly CitationDraft[]
  faults: readonly Fault[]
  onChange: Change
}) {
  const [openId, setOpenId] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ citation: CitationDraft; at: number } | null>(null)
  const add = (citation: Citation) => {
    const draft = newCitationDraft(citation)
    onChange(now => [...now, draft])
    setOpenId(draft.id)
  }
  const remove = (citation: CitationDraft, at: number) => {
    onChange(now => now.filter(({ id }) => id !== citation.id))
    setRemoved({ citation, at })
  }
  const restore = () => {
    if (removed) onChange(now => now.toSpliced(removed.at, 0, removed.citation))
    setRemoved(null)
  }

  return (
    <section className="f" aria-label="Evidence">
      <h3 className="lab">Evidence</h3>
      <ol className="cites">
        {citations.map((citation, index) => (
          <CitationItem
            key={citation.id}
            citation={citation}
            place={{ index, count: citations.length }}
            faults={faultsOfItem(faults, index)}
            isOpen={citation.id === openId}
            toggle={() => setOpenId(citation.id === openId ? null : citation.id)}
            onChange={onChange}
            remove={() => remove(citation, index)}
          />
        ))}
      </ol>
      {removed && (
        <p className="removed" role="status">
          Removed “{removed.citation.title || removed.citation.url || 'untitled'}”.{' '}
          <button type="button" className="link" onClick={restore}>
            Put it back
          </button>
        </p>
      )}
      <NewCitation onAdd={add} />
    </section>
  )
}

function CitationItem({
  citation,
  place: { index, count },
  faults,
  isOpen,
  toggle,
  onChange,
  remove,
}: {
  citation: CitationDraft
  place: { index: number; count: number }
  faults: readonly Fault[]
  isOpen: boolean
  toggle: () => void
  onChange: Change
  remove: () => void
}) {
  const title = citation.title || citation.url || `Evidence ${index + 1}`
  const move = (step: 1 | -1) => onChange(now => moved(now, citation.id, step))
  return (
    <li>
      {isOpen ? (
        <CitationForm
          citation={citation}
          faultAt={key => faults.find(({ path }) => path === key)?.message}
          onChange={change =>
            onChange(now =>
              now.map(each => (each.id === citation.id ? { ...each, ...change } : each)),
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
        <button type="button" className="link" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'Done' : 'Edit'}
          <span className="sr"> {title}</span>
        </button>
        {count > 1 && (
          <>
            <MoveButton
              name={`Move ${title} up`}
              sign="↑"
              isOff={index === 0}
              run={() => move(-1)}
            />
            <MoveButton
              name={`Move ${title} down`}
              sign="↓"
              isOff={index === count - 1}
              run={() => move(1)}
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

function moved(citations: CitationDraft[], id: string, step: 1 | -1): CitationDraft[] {
  const from = citations.findIndex(each => each.id === id)
  const citation = citations[from]
  const to = from + step
  if (!citation || to < 0 || to >= citations.length) return citations
  return citations.toSpliced(from, 1).toSpliced(to, 0, citation)
}

/** The faults of one citation, by the name of the field. */
function faultsOfItem(faults: readonly Fault[], index: number): Fault[] {
  const prefix = `citations.${index}.`
  return faults
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, message }) => ({ path: path.slice(prefix.length), message }))
}
