'use client'

import { useEffect, useState } from 'react'
import type { LeftDraft } from '@/components/drafting/draft-copies'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { visitsGoingOn } from '@/components/editor/visits'
import { formatMoment } from '@/lib/domain/dates'
import { wordsOf } from '@/lib/domain/rich-text'

/** A draft that an earlier visit left, until the person decides on it. */
export function DraftOffer() {
  const store = useStore()
  const [left, setLeft] = useState<readonly LeftDraft[]>([])
  const isDrafting = useDesk(state => state.drafting !== null)
  useEffect(() => {
    let isHere = true
    if (store.drafter.isAllowed)
      void visitsGoingOn().then(goingOn => {
        if (isHere) setLeft(store.drafter.copies.left(goingOn))
      })
    return () => {
      isHere = false
    }
  }, [store])
  const [copy] = left
  if (!copy || isDrafting) return null
  const decided = () => setLeft(left.slice(1))
  const discard = () => {
    store.drafter.copies.discard(copy)
    decided()
  }
  const { language, timeZone } = store.desk.newsroom
  const when = formatMoment(new Date(copy.at), language, timeZone)
  return (
    <div className="bar-say">
      {copy.revisionId === store.desk.revision.id ? (
        <>
          <b>A draft from {when} is kept here, not frozen.</b>{' '}
          <button
            type="button"
            className="link"
            onClick={async () => (await store.drafter.begin(copy)) && decided()}
          >
            Go on with it
          </button>
          {' · '}
          <CopyText copy={copy} />
        </>
      ) : (
        <>
          <b>A draft from {when} is kept here.</b> It was made of an older revision, so it cannot be
          gone on with. <CopyText copy={copy} />
        </>
      )}
      {' · '}
      <button type="button" className="link" onClick={discard}>
        Discard it
      </button>
    </div>
  )
}

function CopyText({ copy }: { copy: LeftDraft }) {
  const [said, setSaid] = useState('Copy its text')
  const text = (copy.document.content ?? []).map(wordsOf).join('\n\n')
  const run = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow it'),
    )
  return (
    <button type="button" className="link" onClick={run}>
      {said}
    </button>
  )
}
