'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import {
  type DraftDetails,
  type NewArticleWritten,
  newArticleShelf,
} from '@/components/articles/draft'
import { errorsFrom, type FormErrors, stillRefused } from '@/components/articles/form-errors'
import { headlineOf, withChoices, withoutFirstLine } from '@/components/articles/kind-choices'
import { useDraft } from '@/components/articles/use-draft'
import { useText } from '@/components/articles/use-text'
import { ask } from '@/lib/client'
import type { NewArticle } from '@/lib/domain/articles'
import type { Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

const noErrors: FormErrors = { text: undefined, details: {}, rest: [] }

/** All that happens between a pasted text and an article. */
export function useNewArticle(personId: string) {
  const router = useRouter()
  const draft = useDraft(useMemo(() => newArticleShelf(personId), [personId]))
  const { text, kinds, details, isOwn } = draft.written
  const [errors, setErrors] = useState(noErrors)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [isCreating, setCreating] = useState(false)
  const words = useText({ text, kinds, chosen: details.language, change })

  function change(part: Partial<NewArticleWritten>) {
    draft.change(part)
    // Another text may have another language as well.
    if (part.text !== undefined)
      setErrors(before => ({ ...before, text: undefined, details: without(before, ['language']) }))
  }

  function changeDetails(part: Partial<DraftDetails>) {
    draft.change(before => ({ details: { ...before.details, ...part } }))
    setErrors(before => ({ ...before, details: without(before, Object.keys(part)) }))
  }

  function takeHeadline(headline: string) {
    words.replace('The first line is the title now.', () => draft.change({ details }))
    change({ text: withoutFirstLine(text) })
    changeDetails({ title: headline })
  }

  async function create() {
    if (isCreating) return
    setCreating(true)
    setRefused(null)
    const outcome = await send()
    if (outcome.ok) {
      draft.finish()
      return router.push(paths.article(outcome.id))
    }
    setCreating(false)
    setRefused(outcome)
    setErrors(errorsFrom(outcome))
  }

  /** Sends the blocks of the text as it stands, which the preview may not have caught up with. */
  async function send() {
    const current = await words.readNow()
    if (current && !current.ok) return current
    const article: NewArticle = {
      details: { ...details, language: details.language || (current?.preview.language ?? '') },
      blocks: withChoices(current?.preview.blocks ?? [], kinds),
      isOwn,
    }
    return ask<{ id: string }>('POST', paths.api.articles, article)
  }

  return {
    draft,
    details,
    words,
    headline: headlineOf(words.blocks),
    errors: { ...errors, text: errors.text ?? words.refusal?.message },
    refused: stillRefused(refused, errors),
    isCreating,
    isOwn,
    changeDetails,
    setOwn: (isOwn: boolean) => draft.change({ isOwn }),
    takeHeadline,
    create,
  }
}

/** The faults of all details but those that were just changed. */
function without({ details }: FormErrors, names: readonly string[]): FormErrors['details'] {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !names.includes(name)))
}

export type NewArticleDesk = ReturnType<typeof useNewArticle>
