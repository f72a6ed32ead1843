import type { z } from 'zod'

/**
 * What can be expected to go wrong is a value. Each reason has one HTTP status and one default
 * wording; a service may give words of its own where it knows more.
 */
export const reasons = {
  signed_out: {
    status: 401,
    // Where what was written is kept is for the page to say, which knows.
    words: 'You are signed out. Sign in again.',
  },
  forbidden: { status: 403, words: 'This is not yours to do.' },
  not_found: { status: 404, words: 'There is nothing at this address, or it is not for you.' },
  not_from_here: {
    status: 409,
    words: 'That cannot be done in the state this is in now. Reload to see it.',
  },
  own_note: { status: 403, words: 'You wrote this note, so someone else must approve it.' },
  stale: {
    status: 409,
    words: 'Someone else changed this while you had it open. Nothing was overwritten.',
  },
  incomplete: { status: 422, words: 'Something is still missing.' },
  invalid: { status: 400, words: 'Something in this is not right.' },
  too_large: { status: 413, words: 'This is too large.' },
  unsupported: { status: 415, words: 'This kind of file cannot be read here.' },
  throttled: { status: 429, words: 'Too many attempts. Wait a while and try again.' },
  taken: { status: 409, words: 'This is in use already.' },
  gone: { status: 410, words: 'This was withdrawn, or has run out.' },
  unreachable: { status: 502, words: 'The other side did not answer.' },
  failed: {
    status: 500,
    words: 'Something went wrong on the server, and it was not you. Try again.',
  },
  unavailable: {
    status: 503,
    words: 'The database does not answer. Nothing was saved; try again in a moment.',
  },
} as const satisfies Record<string, { status: number; words: string }>

export type Reason = keyof typeof reasons

/** One field that is not right: where (a dotted path, "" for the whole) and what to do. */
export interface Fault {
  path: string
  message: string
}

export interface Refusal {
  ok: false
  reason: Reason
  message: string
  faults?: readonly Fault[]
}

export type Outcome<T = unknown> = ({ ok: true } & T) | Refusal

/** A refusal in the reason's own words, or better ones. */
export function refuse(reason: Reason, message?: string, faults?: readonly Fault[]): Refusal {
  return { ok: false, reason, message: message ?? reasons[reason].words, ...(faults && { faults }) }
}

/** What zod found wrong, field by field. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** What is wrong with the field at `path`, or undefined where nothing is. */
export function messageAt(refusal: Refusal | null, path: string): string | undefined {
  return refusal?.faults?.find(fault => fault.path === path)?.message
}
