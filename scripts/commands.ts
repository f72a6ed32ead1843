import { disconnect } from '@/lib/data/database'
import { findNewsroom } from '@/lib/services/newsrooms'
import { borrowDatabase, type OpenDatabase } from '@/scripts/databases'
import { requireSettings } from '@/scripts/settings'

/**
 * Runs a short command on the newsroom's database and ends the process with the code it gives back.
 * It is told the address of the application, which a running one knows better than our settings.
 */
export async function withDatabase(work: (address: string) => Promise<number>): Promise<never> {
  const settings = requireSettings()
  let database: OpenDatabase | undefined
  let code = 1
  try {
    database = await borrowDatabase(settings)
    process.env.DATABASE_URL = database.url
    if (!(await isSetUp()))
      throw new Error('There is no newsroom yet. Start Rubric once, with npm start.')
    code = await work(database.address ?? settings.appUrl)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
  } finally {
    await disconnect()
    await database?.close()
  }
  process.exit(code)
}

/** Whether there is a newsroom; a database in which nothing was ever made has not even its table. */
async function isSetUp(): Promise<boolean> {
  try {
    return (await findNewsroom()) !== null
  } catch (error) {
    if ((error as { code?: unknown }).code === 'P2021') return false
    throw error
  }
}
