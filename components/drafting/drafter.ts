import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  carriedStill,
  type DraftCopies,
  type DraftCopy,
  type LeftDraft,
} from '@/components/drafting/draft-copies'
import type { DeskStore } from '@/components/editor/desk-store'
import { letSentenceGo } from '@/components/marking/tapping'
import { ask } from '@/lib/client'
import { parseArticle } from '@/lib/document/parse'
import { documentTextOf } from '@/lib/document/positions'
import type { Outcome } from '@/lib/domain/outcomes'
import type { CarriedAnchor, RevisionPreview, RevisionPreviewRequest } from '@/lib/domain/revisions'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { mayEditArticle } from '@/lib/domain/roles'
import { carriedAnchors, carryAnchors } from '@/lib/editor/carried-anchors'
import { unlockText } from '@/lib/editor/locked-text'
import { paths } from '@/lib/paths'

/** 600 ms after the last key: a browser that closes loses no more than a word. */
const pause = 600

type DraftRules = typeof import('@/components/drafting/drafting')

/** Edits the newsroom's own draft in place, until it is frozen as a revision or discarded. */
export class Drafter {
  readonly #store: DeskStore
  readonly copies: DraftCopies
  /** The document that was unlocked. */
  #base: Node | null = null
  /** What tells where notes are in a draft; null before one is begun. */
  #rules: DraftRules | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What an earlier visit left and this one goes on with; let go once the browser has ours. */
  #left: LeftDraft | null = null

  constructor(store: DeskStore, copies: DraftCopies) {
    this.#store = store
    this.copies = copies
  }

  /** Whether this person may edit this text here. */
  get isAllowed(): boolean {
    const { desk, actor } = this.#store
    return desk.article.isOwn && mayEditArticle(actor, desk.article)
  }

  /** Unlocks the text; `left`: goes on with a draft that an earlier visit left. */
  async begin(left: LeftDraft | null = null): Promise<boolean> {
    const store = this.#store
    const { view } = store
    if (!this.isAllowed || !view || store.get().drafting || store.get().isOutdated) return false
    const found = left && this.#documentOf(left)
    if (left && !found) {
      store.setTrouble('', 'This draft cannot be opened here. Copy its text, or discard it.')
      return false
    }
    const rules = await fetchRules()
    if (!rules) {
      store.setTrouble('', 'The draft could not be opened: the connection is away. Try again.')
      return false
    }
    // The draft carries the places of the notes: all of them have to be here.
    if (!(await store.opened)) {
      store.missNotes()
      return false
    }
    if (!(await store.saver.flushAll())) {
      store.setTrouble('', 'A note has words that are not saved yet. Save or undo them first.')
      return false
    }
    // A second press meanwhile began it already, or the save heard of a newer revision.
    if (store.get().drafting || store.get().isOutdated || store.view !== view) return false
    store.setTrouble('', '')
    letSentenceGo(store)
    store.patch({ openId: null, settling: null, selection: null })
    this.#base = view.state.doc
    this.#rules = rules
    unlockText(view)
    if (left && found) this.#restore(view, left, found)
    else carryAnchors(view, rules.anchorsOf(store.get().notes))
    this.follow()
    if (left) this.keep()
    store.say('You are editing the draft. Escape goes to its tools.')
    view.focus()
    return true
  }

  /** After every change of the text: where the notes are now, and a copy for whatever may happen. */
  follow(): void {
    const { view } = this.#store
    if (!view || !this.#base || !this.#rules) return
    const { notes, drafting } = this.#store.get()
    const draft = documentTextOf(view.state.doc).text
    const { text, desk } = this.#store
    const texts = { frozen: text.text, draft, language: desk.article.language }
    this.#store.patch({
      drafting: {
        isChanged: !view.state.doc.eq(this.#base),
        places: this.#rules.placesInDraft(notes, carriedAnchors(view.state), texts),
        isKept: drafting?.isKept ?? true,
      },
    })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.keep(), pause)
  }

  /** Keeps the draft in the browser now. */
  keep(): void {
    clearTimeout(this.#timer)
    const { drafting } = this.#store.get()
    const copy = this.#copy()
    // Once it is frozen or discarded there is nothing to keep, though the page goes only now.
    if (!this.#base || !drafting || !copy) return
    if (!drafting.isChanged) this.copies.drop()
    const isKept = !drafting.isChanged || this.copies.keep(copy)
    if (isKept) this.#letLeftGo()
    if (isKept !== drafting.isKept) this.#store.patch({ drafting: { ...drafting, isKept } })
  }

  /** Back to the frozen text, in a new editor: what was typed is gone. */
  discard(): void {
    this.#end()
    const { editorTurn } = this.#store.get()
    this.#store.patch({ drafting: null, selection: null, editorTurn: editorTurn + 1 })
    this.#store.say('The draft is discarded. The text is locked again.')
  }

  /** What freezing would do to the notes. */
  preview(): Promise<Outcome<{ preview: RevisionPreview }>> {
    return ask('POST', paths.api.revisionPreview(this.#store.desk.article.id), this.#request())
  }

  /** Freezes the draft as it was previewed. */
  async freeze(
    { textHash, notesHash }: Pick<RevisionPreview, 'textHash' | 'notesHash'>,
    changeNote: string,
  ): Promise<Outcome<{ id: string; number: number }>> {
    const { id } = this.#store.desk.article
    const request = { ...this.#request(), textHash, notesHash, changedOn: '', changeNote }
    const answer: Outcome<{ id: string; number: number }> = await ask(
      'POST',
      paths.api.revisions(id),
      request,
    )
    if (answer.ok) {
      this.#end()
      window.location.assign(`${paths.article(id)}?frozen=${answer.number}`)
    }
    return answer
  }

  /** Whether closing the page would take typed words away. */
  get isUnsaved(): boolean {
    return this.#base !== null && (this.#store.get().drafting?.isChanged ?? false)
  }

  /** Whether leaving the page would lose typed words: the browser, asked once more, does not keep them. */
  isLostByLeaving(): boolean {
    this.keep()
    return this.isUnsaved && this.#store.get().drafting?.isKept === false
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#base = null
    this.copies.drop()
    this.#letLeftGo()
  }

  #letLeftGo(): void {
    if (this.#left) this.copies.discard(this.#left)
    this.#left = null
  }

  #request(): RevisionPreviewRequest {
    const { view, desk } = this.#store
    const document = view?.state.doc.toJSON() as DocumentNode
    const carried = view ? this.#carried(view.state) : []
    return { baseRevisionId: desk.revision.id, wording: { from: 'editor', document, carried } }
  }

  #copy(): DraftCopy | null {
    const { view, desk } = this.#store
    if (!view) return null
    const carried = this.#carried(view.state)
    const document = view.state.doc.toJSON() as DocumentNode
    return { at: new Date().toISOString(), revisionId: desk.revision.id, document, carried }
  }

  #carried(state: EditorState): CarriedAnchor[] {
    return carriedAnchors(state).map(({ near: _, ...anchor }) => anchor)
  }

  /** Null where the copy is of another revision, or no article of ours. */
  #documentOf({ document, revisionId }: LeftDraft): Node | null {
    const parsed = parseArticle(document)
    return parsed.ok && revisionId === this.#store.desk.revision.id ? parsed.node : null
  }

  #restore(view: EditorView, left: LeftDraft, found: Node): void {
    const { tr, doc, schema } = view.state
    // The editor's schema is its own, though it has the same parts.
    const { content } = schema.nodeFromJSON(found.toJSON())
    // Not to be undone: before it lies a text that this person did not type.
    view.dispatch(tr.replaceWith(0, doc.content.size, content).setMeta('addToHistory', false))
    carryAnchors(view, carriedStill(left, this.#store.get().notes))
    this.#left = left
  }
}

/** The grammar of nine languages comes with it, which nobody needs who only reads and marks. Null: it did not come. */
function fetchRules(): Promise<DraftRules | null> {
  return import('@/components/drafting/drafting').catch(() => null)
}
