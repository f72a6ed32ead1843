'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { withChoices } from '@/components/articles/kind-choices'
import { useDraft } from '@/components/articles/use-draft'
import { useText } from '@/components/articles/use-text'
import { type KnownKinds, withKnownKinds } from '@/components/revisions/inherited-kinds'
import { newRevisionShelf } from '@/components/revisions/revision-draft'
import { ask } from '@/lib/client'
import type { Block } from '@/lib/domain/articles'
import { readDate } from '@/lib/domain/dates'
import { type Refusal, refuse } from '@/lib/domain/outcomes'
import type { NewRevision, RevisionPreview, RevisionPreviewRequest } from '@/lib/domain/revisions'
import { paths } from '@/lib/paths'

/** What a new wording is compared with. */
export interface BaseRevision {
  articleId: string
  /** BCP 47. */
  language: string
  id: string
  number: number
  kinds: KnownKinds
}

/** The faults of a new wording, each at its field. */
interface Errors {
  text?: string | undefined
  changedOn?: string | undefined
  changeNote?: string | undefined
}

/** What the person saw before freezing it, and what it was made of. */
interface Looked {
  request: RevisionPreviewRequest
  preview: RevisionPreview
}

/** All that happens between a pasted wording and a frozen revision. */
export function useNewRevision(personId: string, base: BaseRevision) {
  const router = useRouter()
  const draft = useDraft(
    useMemo(() => newRevisionShelf(personId, base.articleId), [personId, base.articleId]),
  )
  const { text, kinds, changedOn, changeNote } = draft.written
  const [errors, setErrors] = useState<Errors>({})
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState<'comparing' | 'freezing' | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const words = useText({ text, kinds, chosen: base.language, change })
  const blocks = toBlocks(words.recognised)

  /** Kinds as a person chose them here, else as they were in the revision before. */
  function toBlocks(recognised: readonly Block[]): Block[] {
    return withChoices(withKnownKinds(recognised, base.kinds), kinds)
  }

  function change(part: Parameters<typeof draft.change>[0] & object) {
    draft.change(part)
    setRefused(null)
    setErrors(before =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !(name in part))),
    )
  }

  async function compare() {
    if (busy) return
    setRefused(null)
    const date = readDate(changedOn)
    const dateFault = date.ok ? undefined : date.fault
    if (text.trim() === '' || dateFault) {
      setErrors({
        ...(text.trim() === '' && { text: 'Paste the new text, or drop a .txt file.' }),
        changedOn: dateFault,
      })
      return setRefused(refuse('invalid', 'Something is still missing; it is marked “Not yet”.'))
    }
    setBusy('comparing')
    const outcome = await look()
    setBusy(null)
    if (outcome.ok) return setLooked(outcome)
    refuseWith(outcome)
  }

  /** Previews the text as it stands, which what is recognised on the page may not have caught up with. */
  async function look() {
    const current = await words.readNow()
    if (current && !current.ok) return current
    const request: RevisionPreviewRequest = {
      baseRevisionId: base.id,
      wording: { from: 'text', blocks: toBlocks(current?.preview.blocks ?? []) },
    }
    const outcome = await ask<{ preview: RevisionPreview }>(
      'POST',
      paths.api.revisionPreview(base.articleId),
      request,
    )
    return outcome.ok ? { ...outcome, request } : outcome
  }

  async function freeze() {
    if (!looked || busy || looked.preview.isSame) return
    setBusy('freezing')
    setRefused(null)
    const revision: NewRevision = {
      ...looked.request,
      textHash: looked.preview.textHash,
      notesHash: looked.preview.notesHash,
      changedOn: changedOn.trim(),
      changeNote,
    }
    const outcome = await ask('POST', paths.api.revisions(base.articleId), revision)
    if (outcome.ok) {
      draft.finish()
      return router.push(paths.article(base.articleId))
    }
    setBusy(null)
    refuseWith(outcome)
  }

  function refuseWith(refusal: Refusal) {
    const found = errorsFrom(refusal)
    setErrors(found)
    setRefused(refusal)
    // A fault of a field is mended where the field is.
    if (Object.keys(found).length > 0) setLooked(null)
  }

  return {
    draft,
    words: { ...words, blocks },
    changedOn,
    changeNote,
    errors: { ...errors, text: errors.text ?? words.refusal?.message },
    refused,
    busy,
    preview: looked?.preview ?? null,
    change,
    compare,
    freeze,
    /** From what would happen back to the text. */
    goBack: () => {
      setRefused(null)
      setLooked(null)
    },
  }
}

/** Each fault at its field, the first where a field has several. */
export function errorsFrom({ faults = [] }: Pick<Refusal, 'faults'>): Errors {
  const errors: Errors = {}
  for (const { path, message } of faults) {
    const [part] = path.split('.')
    if (part === 'wording') errors.text ??= message
    if (part === 'changedOn' || part === 'changeNote') errors[part] ??= message
  }
  return errors
}

export type NewRevisionDesk = ReturnType<typeof useNewRevision>
