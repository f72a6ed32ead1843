'use client'

import { useEffect, useState } from 'react'
import { findKnownSource } from '@/components/evidence/known-sources'
import { type Citation, type KnownSource, webAddress } from '@/lib/domain/sources'

/** 300 ms: an address is pasted, seldom typed. */
const pause = 300

/** Where the newsroom knows the source of this address, its details are offered. */
export function KnownSourceOffer({
  citation,
  onTake,
}: {
  citation: Citation
  onTake: (change: Partial<Citation>) => void
}) {
  const source = useKnownSource(citation.url)
  if (!source) return null
  const { title, publisher, publishedOn } = source
  const uses =
    source.uses > 0 ? `, cited ${source.uses === 1 ? 'once' : `${source.uses} times`}` : ''
  if (hasDetailsOf(citation, source))
    return <p className="known">Known here{uses}. Its details are filled in.</p>
  return (
    <p className="known" role="status">
      Known here{uses}: {[title, publisher].filter(Boolean).join(', ')}.{' '}
      <button
        type="button"
        className="link"
        onClick={() => onTake({ title, publisher, publishedOn })}
      >
        Use these details
      </button>
    </p>
  )
}

function useKnownSource(address: string): KnownSource | null {
  const [found, setFound] = useState<{ address: string; source: KnownSource | null } | null>(null)
  useEffect(() => {
    if (!webAddress.safeParse(address).success) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await findKnownSource(address, controller.signal)
      if (!controller.signal.aborted) setFound({ address, source: answer })
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [address])
  return found?.address === address ? found.source : null
}

function hasDetailsOf(citation: Citation, source: KnownSource): boolean {
  return (
    citation.title === source.title &&
    citation.publisher === source.publisher &&
    citation.publishedOn === source.publishedOn
  )
}
