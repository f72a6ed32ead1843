'use client'

import { useState } from 'react'
import { directionFor } from '@/components/articles/direction'
import { type KindChoices, withChoices } from '@/components/articles/kind-choices'
import { type PreviewOutcome, usePreview } from '@/components/articles/use-preview'
import type { Block, BlockKind, TextPreview } from '@/lib/domain/articles'
import { adviceOnRunOns } from '@/lib/domain/run-ons'

const noBlocks: readonly Block[] = []

/** Something that has taken the place of what was written, and the way back. */
export interface Replaced {
  why: string
  putBack: () => void
}

/**
 * A text that is being brought in: pasted, typed or dropped, and what it was taken for. `chosen` is the
 * tag of its language where that is known, or "".
 */
export function useText({
  text,
  kinds,
  chosen,
  change,
}: {
  text: string
  kinds: KindChoices
  chosen: string
  change: (part: { text?: string; kinds?: KindChoices }) => void
}) {
  const { preview, refusal, reading, read, readFile } = usePreview(text)
  const [replaced, setReplaced] = useState<Replaced | null>(null)
  const [fileRefusal, setFileRefusal] = useState<{ name: string; message: string } | null>(null)

  const recognised = preview?.blocks ?? noBlocks
  const blocks = withChoices(recognised, kinds)
  const language = chosen || (preview?.language ?? '')

  /** Says what took the place of the text, which `putBack` brings back beside whatever `undo` does. */
  function replace(why: string, undo: () => void = () => {}) {
    const putBack = () => {
      change({ text })
      undo()
      setReplaced(null)
    }
    setReplaced({ why, putBack })
  }

  async function takeFile(file: File) {
    setFileRefusal(null)
    const outcome = await readFile(file)
    if (!outcome.ok) return setFileRefusal({ name: file.name, message: outcome.message })
    if (text.trim() !== '') replace(`“${file.name}” has taken the place of your text.`)
    change({ text: outcome.preview.text })
  }

  return {
    text,
    preview,
    refusal,
    reading,
    recognised,
    blocks,
    /** What in the text is worth a look, in words; what was dealt with by a choice is not. */
    notices: preview ? noticesOn(preview, blocks) : [],
    /** The tag of the text's language, or undefined while it is not known. */
    language: language || undefined,
    direction: directionFor(language, text),
    replaced,
    fileRefusal,
    changeText: (words: string) => change({ text: words }),
    changeKind: (key: string, kind: BlockKind) => change({ kinds: { ...kinds, [key]: kind } }),
    takeFile,
    replace,
    /** Recognises the text as it stands, which the preview may not have caught up with; null for none. */
    readNow: async (): Promise<PreviewOutcome | null> => (text.trim() === '' ? null : read(text)),
  }
}

function noticesOn({ notices, isSpaced }: TextPreview, blocks: readonly Block[]): string[] {
  const advice = adviceOnRunOns(blocks, isSpaced)
  return advice === null ? notices : [...notices, advice]
}

export type TextDesk = ReturnType<typeof useText>
