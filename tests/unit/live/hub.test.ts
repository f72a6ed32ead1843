import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { findLastEntry } from '@/lib/data/audit'
import { type Follower, Hub } from '@/lib/live/hub'

// Mocks are for this file alone, though others of its worker share what they load.
vi.hoisted(() => vi.resetModules())
vi.mock('@/lib/data/audit')
vi.mock('@/lib/data/database', () => ({ database: {} }))
vi.mock('@/lib/log', () => ({ log: { warn: () => undefined } }))
afterEach(() => vi.resetAllMocks())
afterAll(() => {
  vi.doUnmock('@/lib/data/audit')
  vi.doUnmock('@/lib/data/database')
  vi.doUnmock('@/lib/log')
  vi.resetModules()
})

it('ends the stream of whoever it cannot begin with, so that their browser comes back', async () => {
  vi.mocked(findLastEntry).mockRejectedValue(new Error('The database is on fire.'))
  const end = vi.fn()
  const hub = new Hub(() => '')
  const follower: Follower = {
    articleId: 'article',
    personId: 'ines',
    name: 'Ines Castellan',
    tell: () => undefined,
    meet: () => undefined,
    beat: () => undefined,
    isSignedIn: async () => true,
    end,
  }
  const leave = hub.follow(follower, 0)
  await vi.waitFor(() => expect(end).toHaveBeenCalledOnce())
  leave()
  await hub.close()
  expect(end).toHaveBeenCalledOnce()
})
