import { afterEach, expect, it, vi } from 'vitest'
import type { Follower } from '@/lib/live/hub'
import { lifetime, overlap, streamOf } from '@/lib/live/streams'

afterEach(() => vi.useRealTimers())

/** A stream as a page reads it, and who follows for it. */
function open() {
  let follower: Follower | undefined
  const leave = vi.fn()
  const follow = (each: Follower) => {
    follower = each
    return leave
  }
  const who = { articleId: 'article', personId: 'ines', name: 'Ines Castellan' }
  const events = streamOf({ follow }, { ...who, since: 0, isSignedIn: async () => true })
  const reader = events.getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  return { follower, leave, reader, next }
}

it('says first of all who is here, nobody too, since the page may remember somebody', async () => {
  const { follower, next } = open()
  expect(await next()).toMatch(/^retry: /)
  follower?.meet([])
  expect(await next()).toBe('event: here\ndata: []\n\n')
  follower?.meet([])
  follower?.meet([{ id: 'maren', name: 'Maren' }])
  expect(await next()).toBe('event: here\ndata: [{"id":"maren","name":"Maren"}]\n\n')
})

it('leaves at once when its page is closed', async () => {
  const { leave, reader } = open()
  expect(leave).not.toHaveBeenCalled()
  await reader.cancel()
  expect(leave).toHaveBeenCalledOnce()
})

it('has its page come back, which alone shows that somebody is there, and leaves for it meanwhile', async () => {
  vi.useFakeTimers()
  const { leave, reader, next } = open()
  expect(await next()).toBe('retry: 2000\n\n')
  vi.advanceTimersByTime(lifetime)
  expect(await next()).toBe('retry: 100\n\n')
  expect((await reader.read()).done).toBe(true)
  expect(leave).not.toHaveBeenCalled()
  vi.advanceTimersByTime(overlap)
  expect(leave).toHaveBeenCalledOnce()
})

it('writes nothing more once its time is over', async () => {
  vi.useFakeTimers()
  const { follower, leave } = open()
  vi.advanceTimersByTime(lifetime)
  follower?.beat()
  follower?.meet([])
  expect(leave).not.toHaveBeenCalled()
})
