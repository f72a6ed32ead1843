import type { DeskStore } from '@/components/editor/desk-store'
import {
  type Arrival,
  countUpdates,
  isNewer,
  joinLines,
  type LiveState,
  linesFor,
  lineWords,
  type News,
  newComments,
  untoldLine,
  whoDid,
} from '@/components/live/arrivals'
import type { ArticleChanges } from '@/lib/domain/live'
import { mayReview } from '@/lib/domain/roles'

/** 300 ms: an answer under way is there by then, or as good as. */
const answerPause = 300

/**
 * What others do to the notes of the page. It waits in the bar until the person asks for it; only the
 * open note, which they look at, shows at once what became of it, and says so.
 */
export class Live {
  readonly #store: DeskStore
  /** What came while an answer was under way, by the note's id. */
  readonly #held = new Map<string, Arrival>()

  constructor(store: DeskStore) {
    this.#store = store
  }

  /** What happened elsewhere, as the server tells it. */
  deliver({ revisionId, notes, looks, lines, isTooMuch }: ArticleChanges): void {
    if (revisionId !== this.#store.desk.revision.id) this.#store.outdate()
    else if (looks) this.#store.looker.follow(looks)
    if (isTooMuch) this.#patch({ isTooMuch })
    this.#arriveAll(
      notes.map(note => ({
        note,
        lines: lines.filter(({ annotation }) => annotation?.id === note.id),
      })),
    )
  }

  /** Shows everything that waits. */
  showAll(): void {
    const arrivals = Object.values(this.#state.arrivals)
    if (arrivals.length === 0) return
    const who = whoDid(
      arrivals.flatMap(({ lines }) => lines),
      this.#store.actor.id,
    )
    this.#show(arrivals, false)
    this.#store.say(`${countUpdates(arrivals.length)} by ${who}.`)
  }

  /** A note was opened: whoever opens it wants it as it is. */
  opened(id: string): void {
    const arrival = this.#state.arrivals[id]
    if (arrival) this.#show([arrival], false)
  }

  /** What was new in a note has been looked at. */
  forget(id: string): void {
    const { [id]: gone, ...news } = this.#state.news
    if (gone) this.#patch({ news })
  }

  /** The person has read the words that changed under their eyes. */
  read(id: string): void {
    const news = this.#state.news[id]
    if (news) this.#patch({ news: { ...this.#state.news, [id]: { ...news, isUnread: false } } })
  }

  tell(line: LiveState['line']): void {
    if (this.#state.line !== line) this.#patch({ line })
  }

  meet(here: LiveState['here']): void {
    this.#patch({ here })
  }

  get #state(): LiveState {
    return this.#store.get().live
  }

  #patch(change: Partial<LiveState>): void {
    this.#store.patch({ live: { ...this.#state, ...change } })
  }

  #count(): number {
    return Object.keys(this.#state.arrivals).length
  }

  #arriveAll(arrivals: readonly Arrival[]): void {
    const before = this.#count()
    for (const each of arrivals) this.#arrive(each)
    const after = this.#count()
    // Once: the bar counts on, and whoever listens is not told of every single one.
    if (before === 0 && after > 0) this.#store.say(`${countUpdates(after)} to show.`)
  }

  #arrive({ note, lines }: Arrival): void {
    if (note.revisionId !== this.#store.desk.revision.id) {
      // Nothing of it can be shown on these words but what colleagues remark.
      this.#store.receive(note)
      return
    }
    if (!isNewer(this.#store.note(note.id), note)) return
    if (this.#held.has(note.id) || this.#isAwaited(note.id)) {
      this.#hold({ note, lines })
      return
    }
    const { openId, drafting } = this.#store.get()
    const told = linesFor(lines, this.#store.actor.id)
    const waiting = this.#state.arrivals[note.id]
    const arrival = { note, lines: joinLines(told, waiting?.lines ?? []) }
    if (openId === note.id && !drafting) this.#show([arrival], true)
    else this.#patch({ arrivals: { ...this.#state.arrivals, [note.id]: arrival } })
  }

  /** Whether an answer under way says all of a note, and whether this is anybody else's doing at all. */
  #isAwaited(id: string): boolean {
    const { isBusy, adding, saves } = this.#store.get()
    const mayBeOwn = adding.length > 0 && this.#store.note(id) === null
    return isBusy || mayBeOwn || saves[id]?.phase.kind === 'sending'
  }

  /** Until the answer is there; what comes meanwhile takes the place of what is held, and not the other way round. */
  #hold({ note, lines }: Arrival): void {
    const held = this.#held.get(note.id)
    this.#held.set(note.id, { note, lines: joinLines(lines, held?.lines ?? []) })
    if (!held) setTimeout(() => this.#release(note.id), answerPause)
  }

  #release(id: string): void {
    const held = this.#held.get(id)
    this.#held.delete(id)
    if (held) this.#arriveAll([held])
  }

  #show(arrivals: readonly Arrival[], isUnderEyes: boolean): void {
    const news = arrivals.map(arrival => [arrival.note.id, this.#newsOf(arrival, isUnderEyes)])
    const before = this.#state.news
    this.#store.receiveAll(arrivals.map(({ note }) => note))
    this.#patch({ news: { ...this.#state.news, ...Object.fromEntries(news) } })
    for (const { note, lines } of arrivals) {
      this.#store.saver.meet(note)
      const line = isUnderEyes && untoldLine(lines, this.#state.news[note.id], before[note.id])
      if (line) this.#store.say(`${lineWords(line, this.#store.actor.id).join(' ')}.`)
    }
  }

  #newsOf({ note, lines }: Arrival, isUnderEyes: boolean): News {
    const known = this.#store.note(note.id)
    const earlier = this.#state.news[note.id]
    const isOther = known !== null && known.contentHash !== note.contentHash
    const mayDecide = note.state === 'in_review' && mayReview(this.#store.actor, note)
    return {
      lines: joinLines(lines, earlier?.lines ?? []),
      at: Date.now(),
      comments: [...newComments(known, note), ...(earlier?.comments ?? [])],
      isUnread: (isUnderEyes && isOther && mayDecide) || (earlier?.isUnread ?? false),
    }
  }
}
