import type { Db } from '@/lib/data/database'
import type { PersonId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/roles'

export interface PersonRow {
  id: string
  email: string
  name: string
  role: Role
  passwordHash: string | null
  sessionEpoch: number
  disabledAt: Date | null
  createdAt: Date
}

export function findPerson(db: Db, id: string): Promise<PersonRow | null> {
  return db.person.findUnique({ where: { id } })
}

export function findPersonByEmail(db: Db, email: string): Promise<PersonRow | null> {
  return db.person.findUnique({ where: { email } })
}

export function listPersonRows(db: Db): Promise<PersonRow[]> {
  return db.person.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

export function createPerson(
  db: Db,
  person: { email: string; name: string; role: Role; passwordHash: string; createdAt: Date },
): Promise<PersonRow> {
  return db.person.create({ data: person })
}

/**
 * The admins who may act, held until the transaction ends. Of two who take the role from each other
 * at once the second waits here, and then no longer finds itself among them.
 */
export async function lockActiveAdmins(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM people
    WHERE role = 'admin' AND disabled_at IS NULL
    ORDER BY id
    FOR UPDATE`
  return rows.map(row => row.id)
}

/** Reads a person and holds the row until the transaction ends. */
export async function lockPerson(db: Db, id: string): Promise<PersonRow | null> {
  await db.$queryRaw`SELECT id FROM people WHERE id = ${id}::uuid FOR UPDATE`
  return findPerson(db, id)
}

export async function saveRole(db: Db, id: string, role: Role): Promise<void> {
  await db.person.update({ where: { id }, data: { role } })
}

/** Closes an account and ends its sessions. */
export async function disablePerson(db: Db, id: string, at: Date): Promise<void> {
  await db.person.update({
    where: { id },
    data: { disabledAt: at, sessionEpoch: { increment: 1 } },
  })
}

export async function enablePerson(db: Db, id: string): Promise<void> {
  await db.person.update({ where: { id }, data: { disabledAt: null } })
}

/** Ends every session of a person. */
export async function raiseEpoch(db: Db, id: PersonId): Promise<void> {
  await db.person.update({ where: { id }, data: { sessionEpoch: { increment: 1 } } })
}

/**
 * Sets a password and ends every session, if the password is still the one that was checked: of two
 * changes at once the second is told.
 */
export async function savePassword(
  db: Db,
  id: PersonId,
  checkedHash: string,
  passwordHash: string,
): Promise<'saved' | 'stale'> {
  const { count } = await db.person.updateMany({
    where: { id, passwordHash: checkedHash, disabledAt: null },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
  })
  return count === 1 ? 'saved' : 'stale'
}

/** Sets a password on the word of an invitation, and ends every session. */
export async function replacePassword(db: Db, id: string, passwordHash: string): Promise<void> {
  await db.person.update({
    where: { id },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
  })
}
