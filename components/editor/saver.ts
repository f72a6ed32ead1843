import {
  acknowledge,
  agree,
  discard,
  edit,
  isHeldBack,
  isUnsaved,
  outdate,
  overtake,
  refuseSave,
  replace,
  type Save,
  send,
  settle,
} from '@/components/editor/autosave'
import type { DeskStore } from '@/components/editor/desk-store'
import { copyOn, type LeftCopy } from '@/components/editor/local-copies'
import { contentFrom, type NoteDraft } from '@/components/editor/note-drafts'
import { type CutOff, wordsOfReturn } from '@/components/editor/reconnecting'
import { ask } from '@/lib/client'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { StaleNote } from '@/lib/domain/desk'
import type { Outcome, Reason, Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

/** 700 ms: longer than the gap between two words, shorter than anybody waits to see "saved". */
const pause = 700

/** Seconds until the next try after a lost connection; then every minute. */
const retryAfter = [3, 8, 20, 60]

/** 60,000 bytes: the platform lets 64 KiB outlive a page, and the request has more than its body. */
const keepaliveLimit = 60_000

/** Reasons that may be gone by themselves in a moment. */
const passing: readonly Reason[] = ['unreachable', 'unavailable', 'failed', 'throttled']

type Answer = Outcome<{ annotation: AnnotationView }> & Partial<StaleNote>

/**
 * Sends what is typed: one request at a time for each note, always the newest words, a pause after
 * the last key. What is not at the server is kept in the browser.
 */
export class Saver {
  readonly #store: DeskStore
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #underWay = new Map<string, Promise<void>>()
  readonly #attempts = new Map<string, number>()
  /** Notes whose save met no connection, until the line is back for all of them. */
  readonly #cutOff = new Map<string, CutOff>()

  constructor(store: DeskStore) {
    this.#store = store
  }

  /** The person changed something, which can be undone. */
  edit(id: string, change: (draft: NoteDraft) => NoteDraft): void {
    const before = this.#store.save(id)?.draft
    this.rewrite(id, change)
    this.#record(id, before)
  }

  /** The same without a trace in the page's history: what is undone there, or written by the page itself. */
  rewrite(id: string, change: (draft: NoteDraft) => NoteDraft): void {
    const [save, note] = [this.#store.save(id), this.#store.note(id)]
    if (!save || !note) return
    const edited = edit(save, change(save.draft), note.state === 'approved')
    this.#set(id, this.#store.get().isOutdated ? outdate(edited) : edited)
    this.#plan(id, pause)
  }

  /** The person agreed that the approval is voided. */
  agree(id: string): void {
    this.#change(id, agree)
    this.#plan(id, 0)
  }

  /** Back to what the server has. */
  discard(id: string): void {
    const before = this.#store.save(id)?.draft
    this.#change(id, discard)
    this.#record(id, before)
  }

  /** The person chose between two versions. */
  settle(id: string, draft: NoteDraft, current: AnnotationView): void {
    this.#store.receive(current)
    this.#change(id, save => settle(save, draft, current))
    this.#store.history.follow(id, draft)
    this.#plan(id, 0)
  }

  /**
   * Somebody else's version of a note arrived. What waits for the person here (an answer, a connection)
   * meets it now; what goes out by itself meets it at the server.
   */
  meet(current: AnnotationView): void {
    const save = this.#store.get().saves[current.id]
    const kind = save?.phase.kind
    if (!save || (kind !== 'asking' && kind !== 'failed')) return
    this.#overtake(current.id, save, current)
    if (this.#store.get().saves[current.id]?.phase.kind === 'waiting') this.#plan(current.id, pause)
  }

  /**
   * Takes up words that another visit left, and says whether it did: what is typed here now goes out
   * first, or it would be lost under them. If the note has moved on since, both versions are shown.
   */
  async restore(id: string, left: LeftCopy): Promise<boolean> {
    if (!(await this.flush(id))) return false
    const [save, note] = [this.#store.save(id), this.#store.note(id)]
    if (!note || !save) return false
    const copy = copyOn(left, this.#store.desk.revision.id, note.content.anchors)
    // Dropped first: where the browser's room is short, this visit's copy takes its place.
    this.#store.copies.discard(left)
    const before = save.draft
    if (copy.version === note.version) {
      this.#set(id, edit(replace(save, copy.draft), copy.draft, note.state === 'approved'))
      this.#plan(id, 0)
    } else {
      const kept = { ...replace(save, copy.draft), base: copy.base, version: copy.version }
      this.#set(id, overtake(kept, note))
      // Where nobody wrote in it meanwhile it only rests elsewhere, and the words go out on top.
      this.#plan(id, 0)
    }
    this.#record(id, before)
    return true
  }

  /** Sends now what waits, and says whether everything that can be saved is. */
  async flush(id: string): Promise<boolean> {
    for (;;) {
      const phase = this.#store.get().saves[id]?.phase.kind
      if (phase === 'waiting') this.#send(id)
      const request = this.#underWay.get(id)
      if (!request) break
      await request
    }
    const save = this.#store.get().saves[id]
    return !save || !isUnsaved(save)
  }

  /** Everything that waits goes out at once, since the page may go; says whether all of it is saved. */
  async flushAll(): Promise<boolean> {
    const ids = Object.keys(this.#store.get().saves)
    const saved = await Promise.all(ids.map(id => this.flush(id)))
    return saved.every(Boolean)
  }

  retry(id: string): void {
    this.#attempts.delete(id)
    this.#send(id)
  }

  /** The line is back, or the person is: what was refused for either is tried again. */
  retryAll(): void {
    for (const [id, { phase }] of Object.entries(this.#store.get().saves))
      if (phase.kind === 'failed') this.retry(id)
  }

  #record(id: string, before: NoteDraft | undefined): void {
    const after = this.#store.save(id)?.draft
    if (before && after) this.#store.history.recordEdit(id, before, after)
  }

  #change(id: string, change: (save: Save) => Save): void {
    const save = this.#store.save(id)
    if (save) this.#set(id, change(save))
  }

  #set(id: string, save: Save): void {
    if (!isUnsaved(save)) {
      this.#store.copies.drop(id)
      this.#store.setSave(id, { ...save, isKept: true })
      return
    }
    const { version, base, draft } = save
    const revisionId = this.#store.desk.revision.id
    const copy = { at: new Date().toISOString(), revisionId, version, base, draft }
    this.#store.setSave(id, { ...save, isKept: this.#store.copies.keep(id, copy) })
  }

  #plan(id: string, delay: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.set(
      id,
      setTimeout(() => this.#send(id), delay),
    )
  }

  #send(id: string): void {
    clearTimeout(this.#timers.get(id))
    const before = this.#store.get().saves[id]
    if (!before || this.#underWay.has(id)) return
    const isTooLate = this.#store.get().isOutdated && isUnsaved(before)
    const save = isTooLate ? outdate(before) : send(before)
    if (save !== before) this.#set(id, save)
    if (save.phase.kind !== 'sending') return
    const request = this.#request(id, save).finally(() => {
      this.#underWay.delete(id)
      if (this.#store.get().saves[id]?.phase.kind === 'waiting') this.#plan(id, pause)
    })
    this.#underWay.set(id, request)
  }

  async #request(id: string, save: Save): Promise<void> {
    const { content } = contentFrom(save.sent ?? save.draft, save.base)
    const body = { version: save.version, revisionId: this.#store.desk.revision.id, content }
    const keepalive = JSON.stringify(body).length * 3 < keepaliveLimit
    const answer: Answer = await ask('PUT', paths.api.annotation(id), body, { keepalive })
    // What was typed while the request was under way stands in the store, not in `save`.
    const now = this.#store.save(id)
    if (!now) return
    const isOut = !answer.ok && answer.reason === 'unreachable'
    if (isOut) this.#cutOff.set(id, 'out')
    if (answer.ok) this.#acknowledge(id, now, answer.annotation)
    else if (answer.reason === 'stale' && answer.current) this.#overtake(id, now, answer.current)
    else this.#refuse(id, now, answer)
    if (!isOut) this.#reconnect(id)
  }

  /** A save was answered: what met no connection before goes out again, and what became of it is said. */
  #reconnect(id: string): void {
    if (this.#cutOff.size === 0) return
    const save = this.#store.get().saves[id]
    if (this.#cutOff.has(id)) this.#cutOff.set(id, save && isHeldBack(save) ? 'kept' : 'saved')
    for (const [other, state] of this.#cutOff) if (state === 'out') this.retry(other)
    const words = wordsOfReturn(this.#cutOff.values())
    if (!words) return
    this.#cutOff.clear()
    this.#store.patch({ news: words })
    this.#store.say(words)
  }

  #acknowledge(id: string, save: Save, note: AnnotationView): void {
    const first = save.savedAt === null || this.#attempts.has(id)
    this.#attempts.delete(id)
    this.#set(id, acknowledge(save, note, new Date().toISOString()))
    this.#store.receiveSaved(note)
    if (first) this.#store.say('Saved.')
  }

  #overtake(id: string, save: Save, current: AnnotationView): void {
    if (current.revisionId !== this.#store.desk.revision.id) {
      this.#set(id, outdate(save))
      this.#store.outdate()
      return
    }
    const next = overtake(save, current)
    this.#set(id, next)
    if (next.phase.kind === 'stale')
      this.#store.say('Not saved: someone else changed this note while you wrote.')
    else this.#store.receiveSaved(current)
  }

  #refuse(id: string, save: Save, refusal: Refusal): void {
    this.#set(id, refuseSave(save, refusal))
    const attempt = this.#attempts.get(id) ?? 0
    if (attempt === 0) this.#store.say(saidOfRefusal(refusal))
    this.#attempts.set(id, attempt + 1)
    if (!passing.includes(refusal.reason)) return
    const seconds = retryAfter[Math.min(attempt, retryAfter.length - 1)] ?? 60
    this.#plan(id, seconds * 1000)
  }
}

/** Where the words are kept stands in the note; the browser may have refused to keep them. */
function saidOfRefusal({ reason, message }: Refusal): string {
  if (reason === 'unreachable') return 'Not saved: no connection.'
  return reason === 'signed_out' ? 'Not saved: you are signed out.' : `Not saved. ${message}`
}
