import type { Db } from '@/lib/data/database'
import type { Role } from '@/lib/domain/roles'

export interface InviteRow {
  id: string
  email: string
  role: Role
  tokenHash: string
  expiresAt: Date
  usedAt: Date | null
}

/**
 * Lets one transaction at a time invite or let in whoever has `email`: there may be no row yet that
 * could be held, and two open invitations for one address must not come to be.
 */
export async function lockEmail(db: Db, email: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`email:${email}`}, 0))`
}

export function findInviteByHash(db: Db, tokenHash: string): Promise<InviteRow | null> {
  return db.invite.findUnique({ where: { tokenHash } })
}

export function findInviteRow(db: Db, id: string): Promise<InviteRow | null> {
  return db.invite.findUnique({ where: { id } })
}

/** The invitations nobody has used, also those that ran out: newest first. */
export function listUnusedInvites(db: Db): Promise<InviteRow[]> {
  return db.invite.findMany({
    where: { usedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

export async function createInvite(
  db: Db,
  invite: {
    email: string
    role: Role
    tokenHash: string
    expiresAt: Date
    invitedById: string | null
    createdAt: Date
  },
): Promise<void> {
  await db.invite.create({ data: invite })
}

export async function removeUnusedInvites(db: Db, email: string): Promise<void> {
  await db.invite.deleteMany({ where: { email, usedAt: null } })
}

/** Removes an invitation that nobody has used; false where somebody was faster. */
export async function removeInvite(db: Db, id: string): Promise<boolean> {
  const { count } = await db.invite.deleteMany({ where: { id, usedAt: null } })
  return count === 1
}

/** Uses an invitation up; false where it was used or ran out: of two at once one gets true. */
export async function redeemInvite(db: Db, tokenHash: string, at: Date): Promise<boolean> {
  const { count } = await db.invite.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  })
  return count === 1
}

/** The addresses that came in without anyone's invitation: by the command line or the seed. */
export async function listUninvitedEmails(db: Db): Promise<string[]> {
  const rows = await db.invite.findMany({
    where: { invitedById: null, usedAt: { not: null } },
    select: { email: true },
  })
  return rows.map(row => row.email)
}
