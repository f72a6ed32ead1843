'use client'

import { useEffect, useState } from 'react'
import { findKnownSource } from '@/components/evidence/known-sources'
import { type Citation, type KnownSource, webAddress } from '@/lib/domain/sources'

/** 300 ms: an address is pasted, seldom typed. */
const pause = 300

/** What the newsroom knows of the source at this address. */
export function KnownSourceOffer({
  citation,
  noteId,
  onTake,
}: {
  citation: Citation
  noteId: string
  onTake: (change: Partial<Citation>) => void
}) {
  const source = useKnownSource(citation.url, noteId)
  return source && <KnownSourceLine citation={citation} source={source} onTake={onTake} />
}

/**
 * Where other notes cite it, its details are offered; whoever corrects them is told first what that does
 * elsewhere.
 */
export function KnownSourceLine({
  citation,
  source,
  onTake,
}: {
  citation: Citation
  source: KnownSource
  onTake: (change: Partial<Citation>) => void
}) {
  const { title, publisher, publishedOn, uses } = source
  if (uses === 0) return null
  const known = `Known here: ${uses === 1 ? 'another note cites it' : `${uses} other notes cite it`}`
  const elsewhere = `What you correct shows in Sources too; ${uses === 1 ? 'that note keeps its' : 'those notes keep their'} words.`
  if (hasDetailsOf(citation, source))
    return (
      <p className="known">
        {known}. Its details are filled in. {elsewhere}
      </p>
    )
  return (
    <p className="known" role="status">
      {known}, as <bdi>{[title, publisher].filter(Boolean).join(', ')}</bdi>.{' '}
      <button
        type="button"
        className="link"
        onClick={() => onTake({ title, publisher, publishedOn })}
      >
        Use these details
      </button>
      . {elsewhere}
    </p>
  )
}

function useKnownSource(address: string, noteId: string): KnownSource | null {
  const [found, setFound] = useState<{ address: string; source: KnownSource | null } | null>(null)
  useEffect(() => {
    if (!webAddress.safeParse(address).success) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await findKnownSource(address, noteId, controller.signal)
      if (!controller.signal.aborted) setFound({ address, source: answer })
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [address, noteId])
  return found?.address === address ? found.source : null
}

function hasDetailsOf(citation: Citation, source: KnownSource): boolean {
  return (
    citation.title === source.title &&
    citation.publisher === source.publisher &&
    citation.publishedOn === source.publishedOn
  )
}
