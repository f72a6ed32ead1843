import { z } from 'zod'
import { emailAddress } from '@/lib/domain/people'

/** What a person signs in with. The bound on the password is that of a new one: see `newPassword`. */
export const credentials = z.object({ email: emailAddress, password: z.string().min(1).max(200) })
export type Credentials = z.infer<typeof credentials>

/** The one answer to a wrong password, an unknown address and a closed account. */
export const signInRefused =
  'That address and password do not belong together. Nothing was changed; try again, or ask an admin of your newsroom.'

/** Says that it is too often, and nothing of whether there is such an account. */
export const signInThrottled =
  'Too many attempts from here or for this address. Wait a quarter of an hour and try again.'

/** Fourteen days: two working weeks on one sign-in, whatever the epoch does not end before. */
export const sessionSeconds = 14 * 24 * 60 * 60

/** What this site is called while a path is taken apart; `.invalid` is nobody's (RFC 2606). */
const here = 'https://here.invalid'

/**
 * Where to go after signing in: `from` where it is a page of this site, else `fallback`. Another
 * site, an address of the API and the doors themselves are not followed.
 */
export function returnPath(from: string | undefined, fallback: string): string {
  if (!from?.startsWith('/') || !URL.canParse(from, here)) return fallback
  const { origin, pathname, search, hash } = new URL(from, here)
  // "//elsewhere" and "/\elsewhere" parse as another origin; "/x/..//elsewhere" comes out as a path
  // that begins with two slashes, and would be another origin when it is parsed again.
  if (origin !== here || pathname.startsWith('//')) return fallback
  if (/^\/(api|sign-in|invite)(\/|$)/.test(pathname)) return fallback
  return pathname + search + hash
}

/**
 * The network that attempts are counted for, from the X-Forwarded-For field: its last address, which
 * is the one that the nearest proxy (or this server itself) has seen; the ones before it can be made
 * up by whoever asks. Of IPv6 the first 64 bits, because one subscriber has all the rest.
 */
export function networkOf(forwardedFor: string | undefined): string {
  const address = forwardedFor?.split(',').at(-1)?.trim().toLowerCase() ?? ''
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(address)
  if (v4?.[1]) return v4[1]
  const v6 = /^\[?([0-9a-f:]+)(?:%[^\]]*)?\]?(?::\d+)?$/.exec(address)
  return v6?.[1]?.includes(':') ? firstHalfOf(v6[1]) : 'unknown'
}

function firstHalfOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function groupsOf(part: string): string[] {
  return part
    .split(':')
    .filter(Boolean)
    .map(group => Number.parseInt(group, 16).toString(16))
}
