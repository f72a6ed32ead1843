import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings, type Settings } from '@/lib/env'

/** The settings of the environment and of .env; all that is wrong is said at once, and ends the run. */
export function requireSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const outcome = readSettings(process.env)
  if (outcome.ok) return outcome.settings
  console.error(
    `These settings are wrong:\n${outcome.faults.map(fault => `  ${fault}`).join('\n')}`,
  )
  process.exit(1)
}

/** The secret that signs sessions: as set, or made at the first start and kept where only this user reads it. */
export async function readSecret(settings: Settings): Promise<string> {
  if (settings.authSecret) return settings.authSecret
  const file = join(settings.dataFolder, 'auth-secret')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const secret = randomBytes(48).toString('base64url')
  await mkdir(settings.dataFolder, { recursive: true })
  await writeFile(file, secret, { mode: 0o600 })
  return secret
}
