import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Feed } from '@/components/live/feed'
import type { ArticleChanges, Nudge } from '@/lib/domain/live'
import { refuse } from '@/lib/domain/outcomes'

/** The browser's, as far as a feed sees it. */
class Line {
  static readonly CLOSED = 2
  static all: Line[] = []
  readyState = 1
  onopen = () => {}
  onmessage = (_event: { data: string }) => {}
  onerror = () => {}
  onhere = (_event: { data: string }) => {}
  onbeat = () => {}
  constructor(readonly address: string) {
    Line.all.push(this)
  }
  addEventListener(name: 'here' | 'beat', hear: (event: { data: string }) => void): void {
    if (name === 'here') this.onhere = hear
    else this.onbeat = () => hear({ data: '' })
  }
  close(): void {
    this.readyState = Line.CLOSED
  }
  tell(news: Nudge): void {
    this.onmessage({ data: JSON.stringify(news) })
  }
  /** The browser comes back by itself, or was refused. */
  breakOff(isRefused = false): void {
    if (isRefused) this.readyState = Line.CLOSED
    this.onerror()
  }
}

let asked: string[] = []
let answer: () => unknown
let delivered: number[] = []
let begun = 0
let told: string[] = []
let met: string[][] = []
let eyes: EventTarget & { visibilityState: string }

beforeEach(() => {
  vi.useFakeTimers()
  Line.all = []
  asked = []
  delivered = []
  begun = 0
  told = []
  met = []
  answer = () => ({ ok: true, changes: { seq: 20 } })
  eyes = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal('document', eyes)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return { json: async () => answer() }
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function begin(): { line: () => Line; end: () => void } {
  const feed = new Feed({
    articleId: 'a',
    seq: 10,
    begin: () => {
      begun++
    },
    deliver: (changes: ArticleChanges) => delivered.push(changes.seq),
    tell: line => told.push(line),
    meet: people => met.push(people.map(({ name }) => name)),
  })
  const end = feed.start()
  Line.all[0]?.onopen()
  const line = () => {
    const newest = Line.all.at(-1)
    if (!newest) throw new Error('Nobody listens.')
    return newest
  }
  return { line, end }
}

describe('a page that listens', () => {
  it('asks once for what comes together, from where it stands', async () => {
    const { line } = begin()
    expect(line().address).toBe('/api/articles/a/live?since=10')
    line().tell({ seq: 19, isOwn: false })
    line().tell({ seq: 20, isOwn: false })
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toEqual(['/api/articles/a/changes?since=10'])
    expect(delivered).toEqual([20])
    expect(begun).toBe(1)
    line().tell({ seq: 20, isOwn: false })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked).toHaveLength(1)
  })

  it('takes its time with what the person did, mostly on this very page', async () => {
    const { line } = begin()
    line().tell({ seq: 11, isOwn: true })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(asked).toHaveLength(1)
  })

  it('asks again where there was no answer', async () => {
    const { line } = begin()
    answer = () => refuse('unavailable')
    line().tell({ seq: 20, isOwn: false })
    await vi.advanceTimersByTimeAsync(200)
    answer = () => ({ ok: true, changes: { seq: 20 } })
    await vi.advanceTimersByTimeAsync(3_500)
    expect(delivered).toEqual([20])
  })

  it('tells nobody of a line that is back within seconds', async () => {
    const { line } = begin()
    line().breakOff()
    await vi.advanceTimersByTimeAsync(3_000)
    line().onopen()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told).not.toContain('lost')
  })

  it('says that it is not live, and later that it is', async () => {
    const { line } = begin()
    line().breakOff()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(told.at(-1)).toBe('lost')
    line().onopen()
    expect(told.at(-1)).toBe('live')
  })

  it('comes back by itself where it was refused, and asks what it missed', async () => {
    const { line } = begin()
    line().breakOff(true)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(Line.all).toHaveLength(2)
    expect(delivered).toEqual([20])
    expect(line().address).toBe('/api/articles/a/live?since=20')
  })

  it('says where it was refused because the session is over', async () => {
    const { line } = begin()
    answer = () => refuse('signed_out')
    line().breakOff(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(told.at(-1)).toBe('signed_out')
  })

  it('says who else is here for as long as it knows', async () => {
    const { line } = begin()
    line().onhere({ data: JSON.stringify([{ id: 'ines', name: 'Ines' }]) })
    expect(met).toEqual([['Ines']])
    line().breakOff()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(met.at(-1)).toEqual([])
  })

  it.each([0, 6])('takes a line for dead after %i beats, and tries another', async beats => {
    const { line } = begin()
    for (let beat = 0; beat < beats; beat++) {
      await vi.advanceTimersByTimeAsync(15_000)
      line().onbeat()
    }
    expect(Line.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(51_000)
    expect(Line.all.map(({ readyState }) => readyState)).toEqual([Line.CLOSED, 1])
    await vi.advanceTimersByTimeAsync(6_000)
    expect(told.at(-1)).toBe('lost')
  })

  it('gives the line up while nobody looks, and takes it again', async () => {
    const { line } = begin()
    eyes.visibilityState = 'hidden'
    eyes.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(25_000)
    expect(line().readyState).toBe(Line.CLOSED)
    eyes.visibilityState = 'visible'
    eyes.dispatchEvent(new Event('visibilitychange'))
    expect(Line.all).toHaveLength(2)
    expect(line().readyState).toBe(1)
  })

  it('gives the line up where nobody has looked yet, and where it came back meanwhile', async () => {
    eyes.visibilityState = 'hidden'
    const { line } = begin()
    await vi.advanceTimersByTimeAsync(25_000)
    expect(line().readyState).toBe(Line.CLOSED)
    window.dispatchEvent(new Event('online'))
    expect(line().readyState).toBe(1)
    await vi.advanceTimersByTimeAsync(25_000)
    expect(line().readyState).toBe(Line.CLOSED)
  })

  it('is silent once the page goes', async () => {
    const { line, end } = begin()
    line().tell({ seq: 11, isOwn: false })
    end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual([])
    expect(line().readyState).toBe(Line.CLOSED)
  })
})
