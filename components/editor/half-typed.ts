import { z } from 'zod'
import { attempt, keysOf, store } from '@/components/editor/local-copies'

/** A text that is sent whole: a remark, the answer to a thread, what a reviewer asks for, why a note is retired. */
export type HalfTypedKind = 'remark' | 'review' | 'retire' | `answer:${string}`

export interface HalfTyped {
  text: string
  /** When another visit typed it (ISO 8601); null where it was typed here. */
  leftAt: string | null
}

const kept = z.object({ at: z.iso.datetime(), text: z.string().min(1) })

const nothing: HalfTyped = { text: '', leftAt: null }

/**
 * What was typed beside the notes and not sent yet. It outlives the closing of its note on the page, and the
 * page in the browser's storage, each visit under a key of its own, as with {@link localCopies}.
 */
export class HalfTypedTexts {
  readonly #prefix: string
  readonly #visitId: string
  readonly #storage: Storage | null
  readonly #texts = new Map<string, HalfTyped>()
  readonly #refused = new Set<string>()
  readonly #listeners = new Set<() => void>()

  constructor(personId: string, visitId: string, storage: Storage | null) {
    this.#prefix = `rubric:typed:${personId}:`
    this.#visitId = visitId
    this.#storage = storage
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether the browser refused to keep one of them. */
  get isAtRisk(): boolean {
    return this.#refused.size > 0
  }

  find(noteId: string, kind: HalfTypedKind): HalfTyped {
    return this.#texts.get(this.#keyOf(noteId, kind)) ?? nothing
  }

  /** Keeps a text; an empty one is sent, or was taken back. */
  keep(noteId: string, kind: HalfTypedKind, text: string): void {
    this.#put(this.#keyOf(noteId, kind), text === '' ? nothing : { text, leftAt: null })
  }

  /** Forgets a text that was sent; what was typed while it was on its way stays. */
  forget(noteId: string, kind: HalfTypedKind, sent: string): void {
    if (this.find(noteId, kind).text === sent) this.keep(noteId, kind, '')
  }

  /** Takes up the newest that a visit left which is over; what is typed here stays, and the other waits. */
  takeUp(noteId: string, kind: HalfTypedKind, goingOn: ReadonlySet<string>): void {
    const key = this.#keyOf(noteId, kind)
    if (this.find(noteId, kind).text !== '') return
    const [newest] = keysOf(this.#storage)
      .filter(each => each.startsWith(key) && !goingOn.has(each.slice(key.length)))
      .flatMap(each => this.#read(each))
      .sort((a, b) => b.at.localeCompare(a.at))
    if (!newest) return
    attempt(() => this.#storage?.removeItem(newest.key))
    this.#put(key, { text: newest.text, leftAt: newest.at })
  }

  #put(key: string, text: HalfTyped): void {
    this.#texts.set(key, text)
    this.#refused.delete(key)
    const own = key + this.#visitId
    if (text.text === '') attempt(() => this.#storage?.removeItem(own))
    else if (!store(this.#storage, own, { at: new Date().toISOString(), text: text.text }))
      this.#refused.add(key)
    for (const listener of this.#listeners) listener()
  }

  #read(key: string): { key: string; at: string; text: string }[] {
    const parsed = kept.safeParse(attempt(() => JSON.parse(this.#storage?.getItem(key) ?? '')))
    return parsed.success ? [{ key, ...parsed.data }] : []
  }

  #keyOf(noteId: string, kind: HalfTypedKind): string {
    return `${this.#prefix}${noteId}:${kind}:`
  }
}
