import { database } from '@/lib/data/database'
import { findPerson, findPersonByEmail, type PersonRow } from '@/lib/data/people'
import {
  clearAttempts,
  countAttempt,
  removeOldAttempts,
  uncountAttempt,
} from '@/lib/data/sign-in-attempts'
import { hashText } from '@/lib/domain/canonical'
import { personId } from '@/lib/domain/ids'
import { type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import { attemptLimit, attemptWindowMs, networkAttemptLimit } from '@/lib/domain/people'
import type { Actor, Role } from '@/lib/domain/roles'
import { type Credentials, signInRefused, signInThrottled } from '@/lib/domain/sessions'
import { checkPassword } from '@/lib/services/passwords'

export interface SignedIn {
  id: string
  name: string
  email: string
  role: Role
  /** Ends with the first rise of the person's own. */
  epoch: number
}

/** Who these credentials are of. Every refusal but `throttled` is the same, and takes as long. */
export async function checkCredentials(
  { email, password, network }: Credentials & { network: string },
  at: Date,
): Promise<Outcome<{ person: SignedIn }>> {
  const throttled = await countSignIn(email, network, at)
  if (throttled) return throttled

  const person = await findPersonByEmail(database, email)
  const matches = await checkPassword(person?.passwordHash ?? null, password)
  if (!person || !matches || person.disabledAt) return refuse('invalid', signInRefused)

  await forgetAttempts(email, network, at)
  return { ok: true, person: signedIn(person) }
}

/**
 * Counts a guess at the password of someone who is signed in already, under the same key as signing
 * in: a session left open is no way round the limit.
 */
export async function countGuess(email: string, at: Date): Promise<Refusal | null> {
  const count = await countAttempt(database, emailKey(email), at, windowBefore(at))
  return count > attemptLimit ? refuse('throttled', signInThrottled) : null
}

/** After a right password: the guesses at it are forgotten. */
export async function forgetGuesses(email: string): Promise<void> {
  await clearAttempts(database, emailKey(email))
}

/** The person a session names, or null where the account is closed or the session's epoch is over. */
export async function findActor(id: string, epoch: number): Promise<Actor | null> {
  const parsed = personId.safeParse(id)
  if (!parsed.success) return null
  const person = await findPerson(database, parsed.data)
  if (!person || person.disabledAt || person.sessionEpoch !== epoch) return null
  return { id: parsed.data, name: person.name, role: person.role }
}

/**
 * An attempt is counted before the password is looked at and taken back when it was right, so that
 * any number of guesses sent at once gets no more than the limit. The network comes first: one that
 * is over its limit can neither lock other people's addresses nor fill the table with made-up ones.
 */
async function countSignIn(email: string, network: string, at: Date): Promise<Refusal | null> {
  const since = windowBefore(at)
  const fromHere = await countAttempt(database, networkKey(network), at, since)
  if (fromHere > networkAttemptLimit) return refuse('throttled', signInThrottled)
  return countGuess(email, at)
}

async function forgetAttempts(email: string, network: string, at: Date): Promise<void> {
  await forgetGuesses(email)
  // Only its own: a network's earlier failures stand, or one known account would reset the count.
  await uncountAttempt(database, networkKey(network))
  await removeOldAttempts(database, windowBefore(at))
}

function signedIn({ id, name, email, role, sessionEpoch }: PersonRow): SignedIn {
  return { id, name, email, role, epoch: sessionEpoch }
}

const emailKey = (email: string) => `email:${hashText(email)}`
const networkKey = (network: string) => `net:${hashText(network)}`
const windowBefore = (at: Date) => new Date(at.getTime() - attemptWindowMs)
