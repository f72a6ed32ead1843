import { randomUUID } from 'node:crypto'
import {
  type EntryName,
  entriesChannel,
  findLastEntry,
  findNewsAfter,
  listEntryNamesAfter,
} from '@/lib/data/audit'
import { database } from '@/lib/data/database'
import type { PersonName } from '@/lib/domain/annotations'
import { type Nudge, streamsPerPerson } from '@/lib/domain/live'
import { env } from '@/lib/env'
import { Listener } from '@/lib/live/listener'
import { Presence, parseWord, payloadOf, presenceChannel } from '@/lib/live/presence'
import { log } from '@/lib/log'

/**
 * 15 seconds: below the half minute to a minute after which proxies take a silent connection for a
 * dead one. Also how long an ended session may go on hearing that something happens, at most.
 */
const beat = 15_000

/** A minute without followers: a page that is loaded again should find the connection. */
const linger = 60_000

/** 500 entries: what is read at once of a log that ran ahead. */
const page = 500

/** Somebody who wants to hear of an article. */
export interface Follower {
  articleId: string
  personId: string
  /** Of the person, for those who are at the same article. */
  name: string
  tell: (nudge: Nudge) => void
  /** Who else is at the article: at every change, and now and then without one. */
  meet: (people: readonly PersonName[]) => void
  /** Every {@link beat}, so that the connection shows life. */
  beat: () => void
  /** Whether the session that it follows with still holds. */
  isSignedIn: () => Promise<boolean>
  /** Called once, where it does not, or where nothing can be told. */
  end: () => void
}

/**
 * Passes what the log tells on to those who follow an article. An announcement is a call to read the
 * log from where this process stands, so one that was missed is made good by the next, by the
 * connection's return, and in any case within a {@link beat}.
 */
export class Hub {
  readonly #followers = new Set<Follower>()
  readonly #listener: Listener
  readonly #presence = new Presence()
  /** Tells this process from the others. */
  readonly #process = randomUUID()
  /** The last entry that was passed on; null while nobody follows. */
  #seen: number | null = null
  #reading: Promise<void> | null = null
  #isBehind = false
  #clock: ReturnType<typeof setInterval> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined

  constructor(address: () => string) {
    this.#listener = new Listener(address, {
      heard: {
        [entriesChannel]: payload => {
          if (this.#seen === null || Number(payload) > this.#seen) void this.catchUp()
        },
        [presenceChannel]: payload => this.#hearWho(payload),
      },
      connected: () => {
        void this.catchUp()
        this.#sayWhoIsWhere()
      },
    })
  }

  /** Whether a person follows as much as one person may. */
  isFull(personId: string): boolean {
    const own = [...this.#followers].filter(each => each.personId === personId)
    return own.length >= streamsPerPerson
  }

  /** Tells `follower` what happened after entry `since` and what happens from now on, until the function it gives back is called. */
  follow(follower: Follower, since: number): () => void {
    clearTimeout(this.#closing)
    this.#followers.add(follower)
    void this.#begin(follower, since).catch(error => {
      log.warn({ err: error }, 'The log could not be read for a new follower')
      // It would hear of nothing; its browser comes back and tries again.
      this.#dismiss(follower)
    })
    return () => this.#leave(follower)
  }

  /** Passes on everything after what was passed on last. */
  catchUp(): Promise<void> {
    this.#isBehind = true
    this.#reading ??= this.#readOn()
      .catch(error => log.warn({ err: error }, 'The log could not be read for followers'))
      .finally(() => {
        this.#reading = null
      })
    return this.#reading
  }

  /** Ends everything. */
  async close(): Promise<void> {
    clearTimeout(this.#closing)
    clearInterval(this.#clock)
    this.#clock = undefined
    this.#seen = null
    for (const follower of [...this.#followers]) follower.end()
    this.#followers.clear()
    await this.#listener.stop()
  }

  async #begin(follower: Follower, since: number): Promise<void> {
    // Before the listener: what is written until it hears is read when it does.
    const newest = (await findLastEntry(database))?.seq ?? 0
    if (!this.#followers.has(follower)) return
    this.#clock ??= setInterval(() => this.#beat(), beat)
    this.#clock.unref()
    // Of two who begin at once, the first looked earlier.
    this.#seen ??= newest
    this.#listener.start()
    const { articleId, personId } = follower
    this.#sayWho(articleId)
    const news = await findNewsAfter(database, articleId, since, personId)
    if (news) follower.tell(news)
  }

  #leave(follower: Follower): void {
    if (!this.#followers.delete(follower)) return
    this.#sayWho(follower.articleId)
    if (this.#followers.size > 0) return
    this.#closing = setTimeout(() => void this.close(), linger)
    this.#closing.unref()
  }

  #dismiss(follower: Follower): void {
    if (!this.#followers.has(follower)) return
    this.#leave(follower)
    follower.end()
  }

  #beat(): void {
    this.#sayWhoIsWhere()
    for (const follower of this.#followers) {
      follower.beat()
      this.#introduce(follower)
    }
    this.#checkSessions()
    void this.#listener.check()
    void this.catchUp()
  }

  async #readOn(): Promise<void> {
    while (this.#isBehind) {
      this.#isBehind = false
      if (this.#seen === null || this.#followers.size === 0) return
      const entries = await listEntryNamesAfter(database, this.#seen, page)
      const last = entries.at(-1)
      if (!last) return
      this.#seen = last.seq
      this.#isBehind = entries.length === page
      this.#passOn(entries)
    }
  }

  #passOn(entries: readonly EntryName[]): void {
    for (const follower of this.#followers) {
      const news = entries.filter(({ articleId }) => articleId === follower.articleId)
      const seq = news.at(-1)?.seq
      if (seq !== undefined)
        follower.tell({ seq, isOwn: news.every(({ actorId }) => actorId === follower.personId) })
    }
    // A closed account, another password: whoever is meant should hear no more.
    if (entries.some(({ kind }) => kind.startsWith('person.'))) this.#checkSessions()
  }

  #sayWhoIsWhere(): void {
    for (const articleId of new Set([...this.#followers].map(each => each.articleId)))
      this.#sayWho(articleId)
  }

  /** Tells every process, this one too, who is at an article here. */
  #sayWho(articleId: string): void {
    const here = [...this.#followers].filter(each => each.articleId === articleId)
    const names = new Map(here.map(({ personId, name }) => [personId, name]))
    const people = [...names].map(([id, name]) => ({ id, name }))
    const said = { process: this.#process, articleId, people }
    this.#listener.announce(presenceChannel, payloadOf(said))
  }

  #hearWho(payload: string): void {
    const said = parseWord(payload)
    if (!said) return
    this.#presence.hear(said, Date.now())
    for (const follower of this.#followers)
      if (follower.articleId === said.articleId) this.#introduce(follower)
  }

  #introduce({ articleId, personId, meet }: Follower): void {
    meet(this.#presence.at(articleId, Date.now()).filter(({ id }) => id !== personId))
  }

  #checkSessions(): void {
    for (const follower of this.#followers) void this.#checkSession(follower)
  }

  async #checkSession(follower: Follower): Promise<void> {
    // Where the database does not answer nobody can say, and nothing happens that could be told.
    const isSignedIn = await follower.isSignedIn().catch(() => true)
    if (!isSignedIn) this.#dismiss(follower)
  }
}

/** The development server loads modules again at every change, and must not listen twice. */
const shared = globalThis as typeof globalThis & { rubricHub?: Hub }

/** The one of this process, made at its first use. */
export function hub(): Hub {
  shared.rubricHub ??= new Hub(() => env.databaseUrl ?? '')
  return shared.rubricHub
}
