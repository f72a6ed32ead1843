import { database } from '@/lib/data/database'
import { findPersonByEmail } from '@/lib/data/people'
import { personId } from '@/lib/domain/ids'
import type { Outcome } from '@/lib/domain/outcomes'
import type { Call, Role } from '@/lib/domain/roles'
import { acceptInvite, invitePerson } from '@/lib/services/people'

export const password = 'quiet harbour at noon'

/** Half past nine on a working day. */
export const morning = new Date('2026-03-02T09:30:00Z')

export function minutesAfter(minutes: number, from = morning): Date {
  return new Date(from.getTime() + minutes * 60_000)
}

/** Someone who joined as in life: by an invitation. */
export async function newcomer(role: Role, email: string, name = email): Promise<Call> {
  const { token } = must(await invitePerson(null, { email, role }, morning))
  must(await acceptInvite(token, { name, password }, morning))
  const person = await findPersonByEmail(database, email)
  if (!person) throw new Error(`${email} did not join.`)
  return { actor: { id: personId.parse(person.id), name, role }, at: morning }
}

/** The outcome of what cannot fail in this test. */
export function must<T>(outcome: Outcome<T>): { ok: true } & T {
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}

/** The reason of a refusal, or "ok". */
export function reasonOf(outcome: Outcome): string {
  return outcome.ok ? 'ok' : outcome.reason
}
