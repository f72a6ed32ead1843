'use client'

import { useEffect, useState } from 'react'
import { isUnsaved } from '@/components/editor/autosave'
import { useDesk, useSave, useStore } from '@/components/editor/desk-context'
import { lineWords, type News, whoDid } from '@/components/live/arrivals'
import { useMoment } from '@/components/review/use-moment'
import type { AnnotationView } from '@/lib/domain/annotations'
import './live.css'

/** Three lines: who wants all of it opens the history. */
const linesShown = 3

/** What others did to the open note since the person opened it; the values stand where they belong. */
export function NoteNews({ note }: { note: AnnotationView }) {
  const store = useStore()
  const news = useDesk(state => state.live.news[note.id])
  const save = useSave(note.id)
  const moment = useMoment()
  const isFresh = useFresh(news)
  if (!news) return null
  const isTyped = save !== null && isUnsaved(save) && save.phase.kind !== 'stale'
  return (
    <section className="say live-say" aria-label="New in this note">
      <ul>
        {news.lines.slice(0, linesShown).map(line => {
          const [who, did] = lineWords(line, store.actor.id)
          return (
            <li key={line.seq}>
              <b dir="auto">{who}</b> {did}
              {isFresh ? ' just now' : `, ${moment(line.at)}`}
            </li>
          )
        })}
      </ul>
      {isTyped && (
        <p>What you typed is not saved yet. If both of you changed the note, you choose.</p>
      )}
      <button type="button" className="link" onClick={() => store.live.forget(note.id)}>
        Close
      </button>
    </section>
  )
}

/** "Just now" is true for a minute. */
function useFresh(news: News | undefined): boolean {
  const at = news?.at ?? null
  const [oldAt, setOldAt] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setOldAt(at), 60_000)
    return () => clearTimeout(timer)
  }, [at])
  return at !== oldAt
}

/** At a note at rest: whose doing the last change was, until somebody looks. */
export function CardNews({ id }: { id: string }) {
  const store = useStore()
  const news = useDesk(state => state.live.news[id])
  if (!news) return null
  return <b className="c-news">New by {whoDid(news.lines, store.actor.id)} · </b>
}
