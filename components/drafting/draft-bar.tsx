'use client'

import { type KeyboardEvent, useState } from 'react'
import { DraftTools } from '@/components/drafting/draft-tools'
import { FreezeForm } from '@/components/drafting/freeze-form'
import { LeaveQuestion } from '@/components/drafting/leave-question'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { Dialog } from '@/components/ui/dialog'
import './drafting.css'

/** The tools of a draft, where the filters stand else, and the two ways out of it. */
export function DraftBar() {
  const store = useStore()
  const isChanged = useDesk(state => state.drafting?.isChanged ?? false)
  const [asked, setAsked] = useState<'freeze' | 'discard' | null>(null)
  const number = store.desk.revision.number + 1
  const back = () => {
    setAsked(null)
    store.view?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || asked) return
    event.preventDefault()
    back()
  }
  return (
    <>
      <div className="bar-2 draft-bar" role="toolbar" aria-label="The draft" onKeyDown={press}>
        <button
          type="button"
          className="btn btn-main draft-freeze"
          aria-haspopup="dialog"
          aria-disabled={!isChanged}
          aria-describedby={isChanged ? undefined : 'draft-same'}
          onClick={() => isChanged && setAsked('freeze')}
        >
          Freeze as revision {number}…
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => (isChanged ? setAsked('discard') : store.drafter.discard())}
        >
          {isChanged ? 'Discard…' : 'Stop editing'}
        </button>
        {!isChanged && (
          <span className="draft-same" id="draft-same">
            Nothing is changed yet
          </span>
        )}
        <DraftTools />
      </div>
      <LeaveQuestion />
      {asked === 'freeze' && <FreezeForm number={number} onClose={back} />}
      <Dialog open={asked === 'discard'} title="Discard what you changed?" onClose={back}>
        <p>
          The text goes back to revision {store.desk.revision.number}, and the notes with it. This
          cannot be undone.
        </p>
        <div className="acts">
          <button type="button" className="btn" onClick={back}>
            Go on editing
          </button>
          <button type="button" className="btn" onClick={() => store.drafter.discard()}>
            Discard the changes
          </button>
        </div>
      </Dialog>
    </>
  )
}

/** What is going on, under the tools. */
export function DraftSays() {
  const store = useStore()
  const isKept = useDesk(state => state.drafting?.isKept ?? true)
  return (
    <p className="bar-say">
      <b>You are editing the draft; notes move with their words.</b> Nothing is saved until you
      freeze it as revision {store.desk.revision.number + 1}.{' '}
      {!isKept && (
        <>
          <b>This browser keeps nothing for us</b> (its room is full, or it was told so): leave the
          page open.{' '}
        </>
      )}
    </p>
  )
}
