'use client'

import { useEffect, useState } from 'react'
import { ask } from '@/lib/client'
import { type Citation, type KnownSource, webAddress } from '@/lib/domain/sources'
import { paths } from '@/lib/paths'

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
  if (!source || hasDetailsOf(citation, source)) return null
  const { title, publisher, publishedOn } = source
  return (
    <p className="known" role="status">
      Known here: {[title, publisher].filter(Boolean).join(', ')}
      {source.uses > 0 && ` (cited ${source.uses === 1 ? 'once' : `${source.uses} times`})`}.{' '}
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
      const answer = await findSource(address, controller.signal)
      if (!controller.signal.aborted) setFound({ address, source: answer })
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [address])
  return found?.address === address ? found.source : null
}

/** An offer that cannot be made is no trouble. */
async function findSource(address: string, signal: AbortSignal): Promise<KnownSource | null> {
  const answer = await ask<{ source: KnownSource | null }>(
    'GET',
    paths.api.knownSource(address),
    undefined,
    { signal },
  )
  return answer.ok ? answer.source : null
}

function hasDetailsOf(citation: Citation, source: KnownSource): boolean {
  return (
    citation.title === source.title &&
    citation.publisher === source.publisher &&
    citation.publishedOn === source.publishedOn
  )
}
