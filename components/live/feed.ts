import type { LiveState } from '@/components/live/arrivals'
import { ask } from '@/lib/client'
import { type ArticleChanges, herePeople, nudge } from '@/lib/domain/live'
import { paths } from '@/lib/paths'

/** Milliseconds from hearing of something to asking what it was: what comes together is asked for together. */
const gather = 150

/** Two seconds where it was our own doing, mostly of this very page, which knows it already. */
const gatherOwn = 2_000

/** Five seconds without a line before anybody is told; most are back by then. */
const graceful = 5_000

/** Twenty seconds: of a page nobody looks at the line is given up, since a browser has only six for a site. */
const idleAfter = 20_000

/** 50 seconds: three beats of the server. A line on which none has come is dead, though nobody has said so. */
const silentAfter = 50_000

/** Seconds until the next try where the server refused. */
const retryAfter = [2, 5, 15, 30, 60]

interface FeedOptions {
  articleId: string
  /** The newest entry of the log that the page was made with. */
  seq: number
  /** The question goes out: what it brings may be older than what is done until then. */
  begin: () => void
  deliver: (changes: ArticleChanges) => void
  tell: (line: LiveState['line']) => void
  meet: (people: LiveState['here']) => void
}

/** Hears that something happened to an article, and asks what: one question at a time, from where it stands. */
export class Feed {
  readonly #options: FeedOptions
  /** The newest entry that was delivered, and the newest that is known of. */
  #seq: number
  #newest = 0
  #source: EventSource | null = null
  #attempt = 0
  #isAsking = false
  #askTimer: Timer
  #retryTimer: Timer
  #lostTimer: Timer
  #idleTimer: Timer
  #silentTimer: Timer

  constructor(options: FeedOptions) {
    this.#options = options
    this.#seq = options.seq
  }

  /** Begins to listen; the function it gives back ends it. */
  start(): () => void {
    const visible = () => this.#followEyes()
    const online = () => {
      this.#open()
      this.#followEyes()
    }
    const hide = () => this.#close()
    document.addEventListener('visibilitychange', visible)
    window.addEventListener('online', online)
    window.addEventListener('pagehide', hide)
    window.addEventListener('pageshow', visible)
    this.#open()
    // A page may be opened where nobody looks yet.
    this.#followEyes()
    return () => {
      document.removeEventListener('visibilitychange', visible)
      window.removeEventListener('online', online)
      window.removeEventListener('pagehide', hide)
      window.removeEventListener('pageshow', visible)
      this.#close()
    }
  }

  #followEyes(): void {
    clearTimeout(this.#idleTimer)
    if (document.visibilityState === 'hidden')
      this.#idleTimer = setTimeout(() => this.#close(), idleAfter)
    else if (!this.#source) this.#open()
  }

  #open(): void {
    this.#closeSource()
    clearTimeout(this.#retryTimer)
    const source = new EventSource(paths.api.live(this.#options.articleId, this.#seq))
    this.#source = source
    source.onopen = () => this.#back()
    source.onmessage = ({ data }) => this.#hear(String(data))
    source.addEventListener('here', ({ data }) => this.#meet(String(data)))
    source.addEventListener('beat', () => this.#expectBeat())
    source.onerror = () => this.#lose(source)
  }

  #close(): void {
    for (const timer of [this.#askTimer, this.#retryTimer, this.#lostTimer, this.#idleTimer])
      clearTimeout(timer)
    this.#lostTimer = undefined
    this.#closeSource()
  }

  /** Nobody knows who is there while the line is silent; a new one may get through. */
  #expectBeat(): void {
    clearTimeout(this.#silentTimer)
    this.#silentTimer = setTimeout(() => {
      this.#planLoss()
      this.#open()
    }, silentAfter)
  }

  #closeSource(): void {
    clearTimeout(this.#silentTimer)
    this.#source?.close()
    this.#source = null
  }

  #back(): void {
    clearTimeout(this.#lostTimer)
    this.#lostTimer = undefined
    this.#attempt = 0
    this.#expectBeat()
    this.#options.tell('live')
    if (this.#newest > this.#seq) this.#plan(gather)
  }

  /** The browser comes back by itself where the line broke; where it was refused, we do. */
  #lose(source: EventSource): void {
    if (source !== this.#source) return
    clearTimeout(this.#silentTimer)
    this.#planLoss()
    if (source.readyState !== EventSource.CLOSED) return
    this.#closeSource()
    // An answer says why, which the stream does not.
    void this.#ask()
    const seconds = retryAfter[Math.min(this.#attempt, retryAfter.length - 1)] ?? 60
    this.#attempt++
    this.#retryTimer = setTimeout(() => this.#open(), seconds * 1000)
  }

  #planLoss(): void {
    this.#lostTimer ??= setTimeout(() => {
      this.#options.tell('lost')
      // Nobody knows who is there now.
      this.#options.meet([])
    }, graceful)
  }

  #hear(data: string): void {
    const heard = nudge.safeParse(JSON.parse(data))
    if (!heard.success || heard.data.seq <= this.#seq) return
    this.#newest = Math.max(this.#newest, heard.data.seq)
    this.#plan(heard.data.isOwn ? gatherOwn : gather)
  }

  #meet(data: string): void {
    const people = herePeople.safeParse(JSON.parse(data))
    if (people.success) this.#options.meet(people.data)
  }

  #plan(delay: number): void {
    clearTimeout(this.#askTimer)
    this.#askTimer = setTimeout(() => void this.#ask(), delay)
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    const { articleId, begin, deliver, tell } = this.#options
    begin()
    const answer = await ask<{ changes: ArticleChanges }>(
      'GET',
      paths.api.changes(articleId, this.#seq),
    )
    this.#isAsking = false
    if (answer.ok) {
      this.#seq = answer.changes.seq
      deliver(answer.changes)
    } else if (answer.reason === 'signed_out') {
      clearTimeout(this.#lostTimer)
      tell('signed_out')
    }
    // What came meanwhile, or what was not answered; three seconds, so as not to press a server in trouble.
    if (this.#source && this.#newest > this.#seq) this.#plan(answer.ok ? gather : 3_000)
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined
