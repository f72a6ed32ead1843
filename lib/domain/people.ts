import { z } from 'zod'
import { roles } from '@/lib/domain/roles'
import { oneLine, storableText } from '@/lib/domain/text'

/** Lower-cased, so that one address is one person. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('Write an e-mail address, such as name@newsroom.example.'))

/**
 * At least 12 characters and at most 200 (NIST SP 800-63B, 5.1.1.2: length counts, forced digits and
 * signs do not; the upper bound keeps hashing cheap).
 */
export const newPassword = storableText(200).pipe(
  z.string().min(12, 'Use at least 12 characters; a few words in a row are fine.'),
)

export const inviteRequest = z.strictObject({ email: emailAddress, role: z.enum(roles) })
export type InviteRequest = z.infer<typeof inviteRequest>

/** Seven days: a week's holiday should not need a second invitation, a month would lie about in mailboxes. */
export const inviteDays = 7

export const acceptance = z.strictObject({
  name: oneLine(120).pipe(z.string().min(1, 'Write the name that stands beside your notes.')),
  password: newPassword,
})
export type Acceptance = z.infer<typeof acceptance>

export const personChange = z.strictObject({
  role: z.enum(roles).optional(),
  disabled: z.boolean().optional(),
})
export type PersonChange = z.infer<typeof personChange>

export const passwordChange = z.strictObject({
  current: z.string().max(200),
  next: newPassword,
})
export type PasswordChange = z.infer<typeof passwordChange>

/**
 * Ten failures in fifteen minutes for one address: a person who mistypes is never stopped, a program
 * that guesses gets forty tries an hour.
 */
export const attemptLimit = 10
/**
 * Fifty in the same time for one network. A newsroom sits behind one address, so that at ten a
 * single colleague who forgot a password would lock out all the others; at fifty it takes five
 * addresses guessed to their own limit. A program that tries one password at many addresses still
 * gets no more than two hundred tries an hour.
 */
export const networkAttemptLimit = 50
export const attemptWindowMs = 15 * 60 * 1000

/** Initials for the round sign beside a name: "Maren Oduya" → "MO"; one letter where there is one word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
