import type { Db } from '@/lib/data/database'

/**
 * Counts one attempt under `key` and answers how many its window holds, this one included. A window
 * that began before `since` is over, and a new one begins at `at`. One statement, so that attempts
 * made at once are all counted.
 */
export async function countAttempt(db: Db, key: string, at: Date, since: Date): Promise<number> {
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO sign_in_attempts (key, failures, window_start)
    VALUES (${key}, 1, ${at})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN sign_in_attempts.window_start <= ${since} THEN 1
                      ELSE sign_in_attempts.failures + 1 END,
      window_start = CASE WHEN sign_in_attempts.window_start <= ${since} THEN ${at}
                          ELSE sign_in_attempts.window_start END
    RETURNING failures`
  return rows[0]?.failures ?? 1
}

/** Takes back one counted attempt, because it was none. */
export async function uncountAttempt(db: Db, key: string): Promise<void> {
  await db.signInAttempt.updateMany({
    where: { key, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  })
}

export async function clearAttempts(db: Db, key: string): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { key } })
}

/** Drops the counts whose window is over, so that made-up addresses do not fill the table. */
export async function removeOldAttempts(db: Db, since: Date): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { windowStart: { lte: since } } })
}
