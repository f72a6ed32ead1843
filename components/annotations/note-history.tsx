'use client'

import { useState } from 'react'
import { FieldChanges } from '@/components/annotations/field-changes'
import { Fold } from '@/components/annotations/fold'
import { useVersions } from '@/components/annotations/use-versions'
import { useMoment } from '@/components/review/use-moment'
import {
  type AnnotationView,
  changedParts,
  partWords,
  type VersionView,
} from '@/lib/domain/annotations'

/** Every kept version of the note, folded: who, when, and what it said before and after. */
export function NoteHistory({ note }: { note: AnnotationView }) {
  return (
    <Fold key={note.id} noteId={note.id} part="Versions" isLazy>
      <FetchedVersions note={note} />
    </Fold>
  )
}

function FetchedVersions({ note }: { note: AnnotationView }) {
  const { answer } = useVersions(note)
  return (
    <div className="versions">
      {answer === null && <p className="help late">Fetching the versions…</p>}
      {answer && 'message' in answer && <p className="help">{answer.message}</p>}
      {answer && 'versions' in answer && <VersionList versions={answer.versions} />}
    </div>
  )
}

function VersionList({ versions }: { versions: readonly VersionView[] }) {
  return (
    <ol>
      {versions.map((version, index) => (
        <li key={version.version}>
          <VersionLine version={version} before={versions[index + 1]} isNewest={index === 0} />
        </li>
      ))}
    </ol>
  )
}

/** The newest change stands open: it is what somebody most often looks for. */
function VersionLine({
  version,
  before,
  isNewest,
}: {
  version: VersionView
  before: VersionView | undefined
  isNewest: boolean
}) {
  const [isOpen, setOpen] = useState(isNewest)
  const moment = useMoment()
  const parts = before ? writtenParts(version, before) : []
  const line = (
    <>
      <b>{version.author.name}</b> <time dateTime={version.at}>{moment(version.at)}</time>
      <span>{changeWords(version, before, parts)}</span>
    </>
  )
  if (!before || parts.length === 0) return <p className="version">{line}</p>
  return (
    <details open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="version">{line}</summary>
      {isOpen && (
        <FieldChanges
          before={before.content}
          after={version.content}
          // Of who said it, when and where, the line does not say which.
          isNamed={parts.length === 1 && parts[0] !== 'claimant'}
        />
      )}
    </details>
  )
}

/** The parts that a person changed; none where a revision made the version. */
function writtenParts(version: VersionView, before: VersionView): (keyof typeof partWords)[] {
  const isMade = version.carriedFrom !== null || version.isRejoined
  return isMade ? [] : changedParts(before.content, version.content)
}

function changeWords(
  version: VersionView,
  before: VersionView | undefined,
  parts: readonly (keyof typeof partWords)[],
): string {
  if (!before) return 'made the note'
  if (version.carriedFrom !== null) return 'brought in a revision that left its words the same'
  if (version.isRejoined) return 'had settled other places when a revision brought open words back'
  // Of several places that a revision left open the last makes another content.
  if (parts.length === 0) return 'settled one of its places'
  return `changed ${new Intl.ListFormat('en').format(parts.map(part => partWords[part]))}`
}
