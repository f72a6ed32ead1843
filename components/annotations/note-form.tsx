'use client'

import type { ReactNode } from 'react'
import { ClaimField } from '@/components/annotations/claim-field'
import { ClaimantFields } from '@/components/annotations/claimant-fields'
import { ExplanationField } from '@/components/annotations/explanation-field'
import { QuotedWords } from '@/components/annotations/quoted-words'
import { ReasonPicks } from '@/components/annotations/reason-picks'
import { VerdictPicks } from '@/components/annotations/verdict-picks'
import type { Save } from '@/components/editor/autosave'
import { useStore } from '@/components/editor/desk-context'
import { contentFrom, type NoteDraft } from '@/components/editor/note-drafts'
import { CitationList } from '@/components/evidence/citation-list'
import { useEvidence } from '@/components/evidence/use-evidence'
import { Reworded } from '@/components/settling/reworded'
import type { AnnotationView } from '@/lib/domain/annotations'

/** The note as its owner, or an editor, writes it. */
export function NoteForm({ note, save }: { note: AnnotationView; save: Save }) {
  const store = useStore()
  const { draft, base, seed } = save
  const { faults } = contentFrom(draft, base)
  const evidence = useEvidence(note.id, draft.citations)
  const faultAt = (path: string) => faults.find(fault => fault.path === path)?.message
  const set = (change: Partial<NoteDraft>) =>
    store.saver.edit(note.id, now => ({ ...now, ...change }))

  return (
    <>
      <Part of="anchors">
        <QuotedWords spans={draft.anchors} onChange={anchors => set({ anchors })} />
      </Part>
      <Part of="claim">
        <ClaimField
          claim={draft.claim}
          fault={faultAt('claim')}
          onChange={claim => set({ claim })}
        />
        <Reworded noteId={note.id} draft={draft} onTake={claim => set({ claim })} />
      </Part>
      <Part of="claimant">
        <ClaimantFields
          noteId={note.id}
          spans={draft.anchors}
          claimant={draft.claimant}
          faultAt={key => faultAt(`claimant.${key}`)}
          onChange={claimant => set({ claimant })}
        />
      </Part>
      <Part of="ratingKey">
        <VerdictPicks
          name={note.id}
          ratingKey={draft.ratingKey}
          onChange={ratingKey => set({ ratingKey })}
        />
      </Part>
      <Part of="reasons">
        <ReasonPicks reasons={draft.reasons} onChange={reasons => set({ reasons })} />
      </Part>
      <Part of="explanation">
        <ExplanationField
          key={`${note.id}-${seed}`}
          explanation={draft.explanation}
          isSuccessor={seed > 0}
          fault={faultAt('explanation')}
          onChange={explanation => set({ explanation })}
          evidence={evidence}
        />
      </Part>
      <Part of="citations">
        <CitationList
          noteId={note.id}
          citations={draft.citations}
          faults={faults}
          evidence={evidence}
        />
      </Part>
    </>
  )
}

/** Where a part of the note is written: what is undone there is found by it. */
function Part({ of, children }: { of: keyof NoteDraft; children: ReactNode }) {
  return <div data-part={of}>{children}</div>
}
