import type { DeskStore } from '@/components/editor/desk-store'
import { ask } from '@/lib/client'
import {
  inverseOf,
  type LookChange,
  type LookView,
  type LookWish,
  lookChangeLimit,
  nameOf,
  type StaleLooks,
  withLooks,
} from '@/lib/domain/looks'
import type { Outcome, Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

type LooksAnswer = Outcome<{ looks: LookView[] }> & Partial<StaleLooks>

/**
 * Says of sentences that they were looked at, one request after the other. What is asked for shows at
 * once, since somebody who goes through a text waits for nothing; where the server refuses, what it has
 * shows again, with the reason.
 */
export class Looker {
  /** What the server is known to have. */
  #known: readonly LookView[]
  #last: Promise<unknown> = Promise.resolve()
  /** Requests that are not answered yet. */
  #asked = 0
  /** What others changed meanwhile, as it came last; null: nothing. */
  #missed: readonly LookView[] | null = null
  /** What was answered since the news were asked for: they may have been read before. */
  #answeredSince: { wishes: readonly LookWish[]; now: readonly LookView[] }[] = []

  constructor(private readonly store: DeskStore) {
    this.#known = store.desk.looks
  }

  /** What others do is being asked for. */
  newsAsked(): void {
    this.#answeredSince = []
  }

  /**
   * The looks that all others have changed, as the server tells them. The signs stand out of the text's
   * flow, so they show at once; what is being asked for stays, and they wait until it is answered.
   */
  follow(read: readonly LookView[]): void {
    const looks = this.#answeredSince.reduce(
      (all, { wishes, now }) => withLooks(all, wishes, now),
      read,
    )
    this.#missed = this.#asked > 0 ? looks : null
    if (this.#missed) return
    this.#known = looks
    this.store.patch({ looks })
  }

  /** The wishes that take these back, or null where they were refused. */
  change(wishes: readonly LookWish[]): Promise<LookWish[] | null> {
    const { store } = this
    store.patch({ looks: withLooks(store.get().looks, wishes, this.#standIns(wishes)) })
    this.#asked++
    const done = this.#last.then(() => this.#sendAll(wishes)).finally(() => this.#answered())
    this.#last = done
    return done
  }

  #answered(): void {
    this.#asked--
    if (this.#asked === 0 && this.#missed) this.follow(this.#missed)
  }

  /** So many at once as one request takes; what was done before a refusal stays done. */
  async #sendAll(wishes: readonly LookWish[]): Promise<LookWish[] | null> {
    const inverse: LookWish[] = []
    for (let at = 0; at < wishes.length; at += lookChangeLimit) {
      const undone = await this.#send(wishes.slice(at, at + lookChangeLimit))
      if (!undone) {
        this.#show(wishes)
        return null
      }
      inverse.push(...undone)
    }
    return inverse
  }

  async #send(wishes: readonly LookWish[]): Promise<LookWish[] | null> {
    const { desk } = this.store
    const before = this.#known
    const ids = new Map(before.map(look => [nameOf(look), look.id]))
    const changes: LookChange[] = wishes.map(wish => ({
      ...wish,
      seen: ids.get(nameOf(wish)) ?? null,
    }))
    const body = { revisionId: desk.revision.id, changes }
    const answer: LooksAnswer = await ask('PUT', paths.api.looks(desk.article.id), body)
    const now = answer.ok ? answer.looks : answer.current
    if (now) {
      this.#known = withLooks(before, wishes, now)
      this.#answeredSince.push({ wishes, now })
      // It may have been read before this was done.
      this.#missed &&= withLooks(this.#missed, wishes, now)
    }
    this.#show(wishes)
    if (answer.ok) this.store.setTrouble('', '')
    // What somebody else said comes with it; without, the offsets count in a text that is no more.
    else if (answer.reason === 'stale' && !answer.current) this.store.outdate()
    else this.#tell(answer)
    return answer.ok ? inverseOf(wishes, before) : null
  }

  /** What the server has of these sentences, in the place of what was asked for. */
  #show(wishes: readonly LookWish[]): void {
    const { store } = this
    const named = new Set(wishes.map(nameOf))
    const known = this.#known.filter(look => named.has(nameOf(look)))
    store.patch({ looks: withLooks(store.get().looks, wishes, known) })
  }

  #tell(refusal: Refusal): void {
    const words = wordsOf(refusal)
    this.store.setTrouble('', words)
    this.store.say(words)
  }

  #standIns(wishes: readonly LookWish[]): LookView[] {
    const { actor } = this.store
    const at = new Date().toISOString()
    return wishes.flatMap(({ start, end, to }) =>
      to
        ? {
            id: `asked ${start}-${end}`,
            start,
            end,
            ...to,
            by: { id: actor.id, name: actor.name },
            at,
          }
        : [],
    )
  }
}

/** Nothing was typed, so nothing is said to be kept. */
function wordsOf({ reason, message }: Refusal): string {
  if (reason === 'unreachable') return 'No connection: the sentence is as it was. Try again.'
  return reason === 'signed_out'
    ? 'You are signed out: sign in in another tab, and try again.'
    : message
}
