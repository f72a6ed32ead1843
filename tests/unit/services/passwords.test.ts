import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword } from '@/lib/services/passwords'

describe('passwords', () => {
  it('are hashed with argon2id at the cost OWASP asks for', async () => {
    expect(await hashPassword('harbour light at noon')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    )
  })

  it('match their own hash and no other', async () => {
    const stored = await hashPassword('harbour light at noon')
    expect(await checkPassword(stored, 'harbour light at noon')).toBe(true)
    expect(await checkPassword(stored, 'harbour light at moon')).toBe(false)
  })

  it('match however the system composes an accent', async () => {
    const stored = await hashPassword('caf\u00e9 on the corner')
    expect(await checkPassword(stored, 'cafe\u0301 on the corner')).toBe(true)
  })

  it('never match where nothing is stored', async () => {
    expect(await checkPassword(null, '')).toBe(false)
  })

  it('take as long where nothing is stored', async () => {
    const stored = await hashPassword('harbour light at noon')
    await checkPassword(null, 'warm up')
    const known = await medianOf(() => checkPassword(stored, 'wrong'))
    const unknown = await medianOf(() => checkPassword(null, 'wrong'))
    expect(unknown).toBeGreaterThan(known / 3)
  })
})

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 7; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[3] ?? 0
}
