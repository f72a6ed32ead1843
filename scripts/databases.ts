import { join } from 'node:path'
import type { Settings } from '@/lib/env'
import { ensureDatabase, findRunningPostgres, startPostgres } from '@/scripts/postgres'

export interface OpenDatabase {
  url: string
  /** Does nothing to a server that is not ours. */
  close(): Promise<void>
}

const name = 'rubric'
const folderOf = (settings: Settings) => join(settings.dataFolder, 'postgres')

/** The database that the settings name, or a private one, started if need be. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, close: async () => {} }
  const server = await startPostgres(folderOf(settings))
  await ensureDatabase(server, name)
  return { url: server.urlOf(name), close: server.stop }
}

/** As {@link openDatabase}, but a private server that runs already, for `npm start`, is left running. */
export async function borrowDatabase(settings: Settings): Promise<OpenDatabase> {
  const urlOf = settings.databaseUrl ? null : await findRunningPostgres(folderOf(settings))
  return urlOf ? { url: urlOf(name), close: async () => {} } : openDatabase(settings)
}
