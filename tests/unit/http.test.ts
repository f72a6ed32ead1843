import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { route } from '@/lib/http'

// Mocks are for this file alone, though others of its worker share what they load.
vi.hoisted(() => vi.resetModules())
const written = vi.hoisted((): unknown[] => [])
vi.mock('@/lib/auth', () => ({ currentCall: async () => null }))
vi.mock('@/lib/log', () => ({ log: { error: (entry: unknown) => written.push(entry) } }))
afterAll(() => {
  vi.doUnmock('@/lib/auth')
  vi.doUnmock('@/lib/log')
  vi.resetModules()
})
beforeEach(() => {
  written.length = 0
})

const fail = route({ call: 'none' }, () => {
  throw new Error('The database is on fire.')
})

it.each([
  ['cuts a token', `/api/invites/accept/${'t0k3n-'.repeat(7)}x`, '/api/invites/accept/[…]'],
  [
    'keeps an id',
    '/api/annotations/018f3b1c-0000-7000-8000-000000000000/review',
    '/api/annotations/018f3b1c-0000-7000-8000-000000000000/review',
  ],
])('the log of a failed request %s', async (_what, path, logged) => {
  const request = new Request(`http://localhost${path}`, { method: 'POST' })
  const response = await fail(request, { params: Promise.resolve({}) })
  expect(response.status).toBe(500)
  expect(written).toEqual([expect.objectContaining({ method: 'POST', path: logged })])
  expect(JSON.stringify(written)).not.toContain('t0k3n')
})
