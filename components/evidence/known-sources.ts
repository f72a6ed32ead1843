import { ask } from '@/lib/client'
import type { Citation, KnownSource } from '@/lib/domain/sources'
import { paths } from '@/lib/paths'

/**
 * The source that the newsroom knows by this address, as used by the notes besides this one; an offer that
 * cannot be made is no trouble.
 */
export async function findKnownSource(
  address: string,
  noteId: string,
  signal?: AbortSignal,
): Promise<KnownSource | null> {
  const answer = await ask<{ source: KnownSource | null }>(
    'GET',
    paths.api.knownSource(address, noteId),
    undefined,
    signal ? { signal } : undefined,
  )
  return answer.ok ? answer.source : null
}

/** A citation with what is known of its source where nothing is written yet. */
export function withKnown<T extends Citation>(citation: T, source: KnownSource): T {
  return {
    ...citation,
    title: citation.title || source.title,
    publisher: citation.publisher || source.publisher,
    publishedOn: citation.publishedOn || source.publishedOn,
  }
}
