import { formatDay } from '@/lib/domain/dates'
import type { InviteSummary } from '@/lib/domain/desk'
import { roleWords } from '@/lib/domain/roles'

/** The invitations nobody has used yet. */
export function InviteList({
  invites,
  timeZone,
  now,
  onRevoke,
}: {
  invites: readonly InviteSummary[]
  timeZone: string
  now: string
  onRevoke: (invite: InviteSummary) => void
}) {
  if (invites.length === 0) return null
  return (
    <section className="q-section" aria-labelledby="invites">
      <header>
        <h2 id="invites">
          Invited <span>{invites.length}</span>
        </h2>
        <p>Have not come in yet</p>
      </header>
      <ul>
        {invites.map(invite => (
          <li key={invite.id} className="person">
            <div className="person-who">
              <b className="person-name">{invite.email}</b>
            </div>
            <span className="person-role">{roleWords[invite.role].word}</span>
            <span className="person-since">
              {invite.expiresAt <= now ? 'Ran out ' : 'Until '}
              {formatDay(new Date(invite.expiresAt), 'en', timeZone)}
            </span>
            <div className="person-acts">
              <button
                type="button"
                className="link"
                aria-label={`Take back the invitation of ${invite.email}`}
                onClick={() => onRevoke(invite)}
              >
                Take back
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
