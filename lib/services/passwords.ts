import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/**
 * Argon2id (the package's default kind) with 19 MiB, two passes and one lane: the first choice of
 * the OWASP Password Storage Cheat Sheet. About 30 ms on a small server.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Checked where there is no such account, so that the answer takes as long as where there is one. */
const nobodysHash = hash(randomBytes(32), cost)

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost)
}

/** Whether `password` made `stored`; without a stored hash false, after the same work. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash), composed(password))
  return stored !== null && matches
}

/** NIST SP 800-63B, 5.1.1.2: the same keys on another system must make the same bytes. */
function composed(password: string): string {
  return password.normalize('NFKC')
}
