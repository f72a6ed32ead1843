'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { directionFor } from '@/components/articles/direction'
import type { DraftDetails } from '@/components/articles/draft'
import { errorsFrom, type FormErrors } from '@/components/articles/form-errors'
import { headlineOf, withChoices, withoutFirstLine } from '@/components/articles/kind-choices'
import { useDraft } from '@/components/articles/use-draft'
import { usePreview } from '@/components/articles/use-preview'
import { ask } from '@/lib/client'
import type { Block, BlockKind, NewArticle } from '@/lib/domain/articles'
import type { Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

const noErrors: FormErrors = { text: undefined, details: {}, rest: [] }
const noBlocks: readonly Block[] = []

/** A text and title that something else has taken the place of, and what that was. */
interface Replaced {
  text: string
  title: string
  why: string
}

/** All that happens between a pasted text and an article. */
export function useNewArticle(personId: string) {
  const router = useRouter()
  const draft = useDraft(personId)
  const { text, kinds, details } = draft.written
  const { preview, refusal, reading, read, readFile } = usePreview(text)
  const [errors, setErrors] = useState(noErrors)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [isCreating, setCreating] = useState(false)
  const [replaced, setReplaced] = useState<Replaced | null>(null)
  const [fileRefusal, setFileRefusal] = useState<{ name: string; message: string } | null>(null)

  const recognised = preview?.blocks ?? noBlocks
  const blocks = withChoices(recognised, kinds)
  const language = details.language || (preview?.language ?? '')

  function changeText(words: string) {
    draft.change({ text: words })
    // Another text may have another language as well.
    setErrors(before => ({ ...before, text: undefined, details: without(before, ['language']) }))
  }

  function changeDetails(part: Partial<DraftDetails>) {
    draft.changeDetails(part)
    setErrors(before => ({ ...before, details: without(before, Object.keys(part)) }))
  }

  async function takeFile(file: File) {
    setFileRefusal(null)
    const outcome = await readFile(file)
    if (!outcome.ok) return setFileRefusal({ name: file.name, message: outcome.message })
    if (text.trim() !== '') replace(`“${file.name}” has taken the place of your text.`)
    changeText(outcome.preview.text)
  }

  function takeHeadline(headline: string) {
    replace('The first line is the title now.')
    changeText(withoutFirstLine(text))
    changeDetails({ title: headline })
  }

  function replace(why: string) {
    setReplaced({ text, title: details.title, why })
  }

  function putBack(before: Replaced) {
    draft.change({ text: before.text })
    draft.changeDetails({ title: before.title })
    setReplaced(null)
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
    const current = text.trim() === '' ? null : await read(text)
    if (current && !current.ok) return current
    const article: NewArticle = {
      details: { ...details, language: details.language || (current?.preview.language ?? '') },
      blocks: withChoices(current?.preview.blocks ?? [], kinds),
    }
    return ask<{ id: string }>('POST', paths.api.articles, article)
  }

  return {
    draft,
    text,
    details,
    preview,
    reading,
    recognised,
    blocks,
    /** The tag of the text's language, or undefined while it is not known. */
    language: language || undefined,
    direction: directionFor(language, text),
    headline: headlineOf(blocks),
    errors: { ...errors, text: errors.text ?? refusal?.message },
    refused,
    isCreating,
    replaced,
    fileRefusal,
    changeText,
    changeDetails,
    changeKind: (key: string, kind: BlockKind) =>
      draft.change({ kinds: { ...kinds, [key]: kind } }),
    takeFile,
    takeHeadline,
    putBack,
    create,
  }
}

/** The faults of all details but those that were just changed. */
function without({ details }: FormErrors, names: readonly string[]): FormErrors['details'] {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !names.includes(name)))
}

export type NewArticleDesk = ReturnType<typeof useNewArticle>
