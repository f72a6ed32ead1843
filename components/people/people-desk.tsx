'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { InviteForm, type MadeLink, OneTimeLink } from '@/components/people/invite-form'
import { InviteList } from '@/components/people/invite-list'
import { PersonDialog } from '@/components/people/person-dialog'
import { Avatar } from '@/components/ui/avatar'
import { Notice } from '@/components/ui/notice'
import { ask } from '@/lib/client'
import { formatDay } from '@/lib/domain/dates'
import type { InviteSummary, PersonSummary } from '@/lib/domain/desk'
import type { Outcome } from '@/lib/domain/outcomes'
import type { PersonChange } from '@/lib/domain/people'
import { roleWords } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import './people.css'

/** What an admin is asked before it is done. */
export interface Question {
  kind: 'role' | 'close' | 'reset'
  person: PersonSummary
  /** Tells one asking from the next, so that each begins afresh. */
  number: number
}

interface Said {
  lead: string
  bad: boolean
}

/** The people of the newsroom. Admins change them; everyone else sees who there is. */
export function PeopleDesk({
  people,
  invites,
  myId,
  administers,
  timeZone,
  now,
}: {
  people: readonly PersonSummary[]
  invites: readonly InviteSummary[]
  myId: string
  administers: boolean
  timeZone: string
  now: string
}) {
  const router = useRouter()
  const region = useRef<HTMLDivElement>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [asking, setAsking] = useState(false)
  const [link, setLink] = useState<MadeLink | null>(null)
  const [said, setSaid] = useState<Said | null>(null)

  function tell(outcome: Outcome, done: string): boolean {
    setSaid({ lead: outcome.ok ? done : `Not done. ${outcome.message}`, bad: !outcome.ok })
    if (outcome.ok) router.refresh()
    return outcome.ok
  }

  function inquire(kind: Question['kind'], person: PersonSummary) {
    setQuestion({ kind, person, number: (question?.number ?? 0) + 1 })
    setAsking(true)
  }

  async function change(person: PersonSummary, asked: PersonChange, done: string) {
    const changed = tell(await ask('PATCH', paths.api.person(person.id), asked), done)
    setAsking(false)
    // The button that was pressed goes with the change; the words that tell of it take its place.
    if (changed && asked.disabled !== undefined) region.current?.focus({ preventScroll: true })
  }

  async function reset(person: PersonSummary) {
    const outcome = await ask<{ token: string; expiresAt: string }>(
      'POST',
      paths.api.reset(person.id),
      {},
    )
    setAsking(false)
    if (tell(outcome, `The link for ${person.name} is made.`) && outcome.ok)
      setLink({ ...outcome, email: person.email })
  }

  async function revoke(invite: InviteSummary) {
    const outcome = await ask('DELETE', paths.api.invite(invite.id))
    if (
      tell(outcome, `The invitation of ${invite.email} is taken back.`) &&
      link?.email === invite.email
    )
      setLink(null)
  }

  return (
    <>
      <div className="people-said" aria-live="polite" ref={region} tabIndex={-1}>
        {said && <Notice lead={said.lead} tone={said.bad ? 'bad' : 'plain'} />}
      </div>
      {link && <OneTimeLink link={link} timeZone={timeZone} onDone={() => setLink(null)} />}
      <section className="q-section" aria-labelledby="people">
        <header>
          <h2 id="people">
            At the desk <span>{people.length}</span>
          </h2>
        </header>
        <ul>
          {people.map(person => (
            <PersonRow
              key={person.id}
              person={person}
              isMe={person.id === myId}
              timeZone={timeZone}
              onAsk={administers ? kind => inquire(kind, person) : null}
              onOpen={() =>
                void change(person, { disabled: false }, `${person.name} can sign in again.`)
              }
            />
          ))}
        </ul>
      </section>
      {administers && (
        <>
          <InviteList
            invites={invites}
            timeZone={timeZone}
            now={now}
            onRevoke={invite => void revoke(invite)}
          />
          <InviteForm
            onMade={made => {
              setSaid(null)
              setLink(made)
              router.refresh()
            }}
          />
        </>
      )}
      {question && (
        <PersonDialog
          key={question.number}
          question={question}
          open={asking}
          isMe={question.person.id === myId}
          onClose={() => setAsking(false)}
          onChange={change}
          onReset={reset}
        />
      )}
    </>
  )
}

function PersonRow({
  person,
  isMe,
  timeZone,
  onAsk,
  onOpen,
}: {
  person: PersonSummary
  isMe: boolean
  timeZone: string
  onAsk: ((kind: Question['kind']) => void) | null
  onOpen: () => void
}) {
  const { name, email, role, disabledAt, createdAt } = person
  return (
    <li className={disabledAt ? 'person is-closed' : 'person'}>
      <span aria-hidden="true">
        <Avatar name={name} me={isMe} />
      </span>
      <div className="person-who">
        <b className="person-name">{name}</b>
        {isMe && <span className="person-me"> (you)</span>}
        <span className="person-email">{email}</span>
      </div>
      <span className="person-role">{roleWords[role].word}</span>
      <span className="person-since">
        {disabledAt
          ? `Closed ${formatDay(new Date(disabledAt), 'en', timeZone)}`
          : `Since ${formatDay(new Date(createdAt), 'en', timeZone)}`}
      </span>
      {onAsk && (
        <fieldset className="person-acts" aria-label={name}>
          {disabledAt ? (
            <button type="button" className="link" onClick={onOpen}>
              Open the account again
            </button>
          ) : (
            <>
              <button type="button" className="link" onClick={() => onAsk('role')}>
                Change role
              </button>
              {!isMe && (
                <button type="button" className="link" onClick={() => onAsk('reset')}>
                  New password
                </button>
              )}
              <button type="button" className="link" onClick={() => onAsk('close')}>
                Close the account
              </button>
            </>
          )}
        </fieldset>
      )}
    </li>
  )
}
