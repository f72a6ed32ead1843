import { join } from 'node:path'
import { request } from '@playwright/test'
import { demoPassword } from '@/lib/domain/demo'
import { paths } from '@/lib/paths'
import { type DemoPerson, people } from '@/prisma/demo/people'

/**
 * Signs in everyone of the demonstration, once for all tests: a password takes as long to check as it
 * should, and what the door does has a journey of its own.
 */
export async function openSessions(site: string, folder: string): Promise<void> {
  process.env.RUBRIC_TEST_SESSIONS = folder
  for (const who of Object.keys(people) as DemoPerson[]) {
    const visitor = await request.newContext({ baseURL: site })
    const { csrfToken } = await (await visitor.get(paths.api.csrf)).json()
    const form = { email: people[who].email, password: demoPassword, csrfToken, json: 'true' }
    const answer = await visitor.post(paths.api.signIn, { form })
    if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`)
    await visitor.storageState({ path: sessionFile(who) })
    await visitor.dispose()
  }
}

/** Where the cookies of somebody who is signed in are kept. */
export function sessionFile(who: DemoPerson): string {
  const folder = process.env.RUBRIC_TEST_SESSIONS
  if (!folder) throw new Error('Nobody is signed in for the tests; see tests/support/site.ts.')
  return join(folder, `session-${who}.json`)
}
