'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '@/lib/client'
import { articleFileLimit, articleTextLimit, type TextPreview } from '@/lib/domain/articles'
import { type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

export type PreviewOutcome = Outcome<{ preview: TextPreview }>

/** Half a second after the last key: a glance at the other column takes longer. */
const pause = 500

/** What the server makes of a text while it is being pasted and corrected. */
export function usePreview(text: string) {
  const [preview, setPreview] = useState<{ of: string; preview: TextPreview } | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [reading, setReading] = useState(false)
  const known = useRef(preview)

  const settle = useCallback((of: string, outcome: PreviewOutcome) => {
    setRefusal(outcome.ok ? null : outcome)
    // Without a connection the last preview still says more than none.
    if (!outcome.ok && outcome.reason === 'unreachable') return
    known.current = outcome.ok ? { of, preview: outcome.preview } : null
    setPreview(known.current)
  }, [])

  /** The preview of exactly this text, asked for only where it is not the one at hand. */
  const read = useCallback(
    async (of: string, signal?: AbortSignal): Promise<PreviewOutcome> => {
      if (known.current?.of === of) return { ok: true, preview: known.current.preview }
      setReading(true)
      const outcome = await readText(of, signal)
      if (!signal?.aborted) {
        settle(of, outcome)
        setReading(false)
      }
      return outcome
    },
    [settle],
  )

  /** The text of a file. Its preview is at hand from then on. */
  const readFile = useCallback(
    async (file: File): Promise<PreviewOutcome> => {
      setReading(true)
      const outcome = await readBytes(file)
      if (outcome.ok) settle(outcome.preview.text, outcome)
      setReading(false)
      return outcome
    },
    [settle],
  )

  useEffect(() => {
    const asked = new AbortController()
    if (text.trim() === '') {
      known.current = null
      setPreview(null)
      setRefusal(null)
    } else if (known.current?.of === text) setRefusal(null)
    else {
      const timer = setTimeout(() => void read(text, asked.signal), pause)
      return () => {
        clearTimeout(timer)
        asked.abort()
        setReading(false)
      }
    }
    return undefined
  }, [text, read])

  return { preview: preview?.preview ?? null, refusal, reading, read, readFile }
}

async function readText(text: string, signal?: AbortSignal): Promise<PreviewOutcome> {
  if (text.length > articleTextLimit) return refuse('too_large', tooLong(text.length))
  return ask('POST', paths.api.preview, { text }, signal ? { signal } : {})
}

async function readBytes(file: File): Promise<PreviewOutcome> {
  if (file.size === 0) return refuse('invalid', 'This file is empty.')
  if (file.size > articleFileLimit)
    return refuse(
      'too_large',
      `“${file.name}” has ${megabytes(file.size)}; a text may have up to ${megabytes(articleFileLimit)}. Paste the article alone.`,
    )
  const outcome: PreviewOutcome = await ask('POST', paths.api.preview, new Blob([file]))
  if (outcome.ok && outcome.preview.text.length > articleTextLimit)
    return refuse('too_large', tooLong(outcome.preview.text.length))
  return outcome
}

function tooLong(length: number): string {
  const figure = (number: number) => number.toLocaleString('en')
  return `This text has ${figure(length)} characters; an article may have up to ${figure(articleTextLimit)}. Paste the article alone.`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
