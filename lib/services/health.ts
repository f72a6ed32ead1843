import { database } from '@/lib/data/database'
import { version } from '@/package.json'

export interface Health {
  ok: boolean
  version: string
  database: 'up' | 'away'
}

/** Whether this process can do its work: its version, and whether the database answers. */
export async function checkHealth(): Promise<Health> {
  try {
    await database.$queryRaw`SELECT 1`
    return { ok: true, version, database: 'up' }
  } catch {
    return { ok: false, version, database: 'away' }
  }
}
