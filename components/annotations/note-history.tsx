'use client'

import { useEffect, useState } from 'react'
import { Fold } from '@/components/annotations/fold'
import { useStore } from '@/components/editor/desk-context'
import { ask } from '@/lib/client'
import {
  type AnnotationView,
  changedParts,
  partWords,
  type VersionView,
} from '@/lib/domain/annotations'
import { formatMoment } from '@/lib/domain/dates'
import { paths } from '@/lib/paths'

/** Every kept version of the note, folded: who, when, which parts. */
export function NoteHistory({ note }: { note: AnnotationView }) {
  return (
    <Fold key={note.id} noteId={note.id} part="Versions" isLazy>
      <FetchedVersions note={note} />
    </Fold>
  )
}

function FetchedVersions({ note: { id, version } }: { note: AnnotationView }) {
  const [answer, setAnswer] = useState<{ versions: VersionView[] } | { message: string } | null>(
    null,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version of the note asks anew.
  useEffect(() => {
    let isHere = true
    void ask<{ versions: VersionView[] }>('GET', paths.api.versions(id)).then(outcome => {
      if (isHere) setAnswer(outcome.ok ? outcome : { message: outcome.message })
    })
    return () => {
      isHere = false
    }
  }, [id, version])
  return (
    <div className="versions">
      {answer === null && <p className="help late">Fetching the versions…</p>}
      {answer && 'message' in answer && <p className="help">{answer.message}</p>}
      {answer && 'versions' in answer && <VersionList versions={answer.versions} />}
    </div>
  )
}

function VersionList({ versions }: { versions: readonly VersionView[] }) {
  const { newsroom } = useStore().desk
  return (
    <ol>
      {versions.map((version, index) => (
        <li key={version.version}>
          <b>{version.author.name}</b>{' '}
          <time dateTime={version.at}>
            {formatMoment(new Date(version.at), newsroom.language, newsroom.timeZone)}
          </time>
          <p>{changeWords(version, versions[index + 1])}</p>
        </li>
      ))}
    </ol>
  )
}

function changeWords(version: VersionView, before: VersionView | undefined): string {
  if (!before) return 'made the note'
  if (version.carriedFrom !== null) return 'brought in a revision that left its words the same'
  if (version.isRejoined) return 'had settled other places when a revision brought open words back'
  const parts = changedParts(before.content, version.content).map(part => partWords[part])
  // Of several places that a revision left open the last makes another content.
  if (parts.length === 0) return 'settled one of its places'
  return `changed ${new Intl.ListFormat('en').format(parts)}`
}
