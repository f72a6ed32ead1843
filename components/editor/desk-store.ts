import type { EditorView } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'
import { Looker } from '@/components/coverage/looker'
import type { Looking } from '@/components/coverage/looking'
import { draftCopies } from '@/components/drafting/draft-copies'
import { Drafter } from '@/components/drafting/drafter'
import type { Drafting } from '@/components/drafting/drafting'
import { beginSave, follow, type Save } from '@/components/editor/autosave'
import { type Filters, noFilters } from '@/components/editor/filters'
import { HalfTypedTexts } from '@/components/editor/half-typed'
import { browserStorage, type LocalCopies, localCopies } from '@/components/editor/local-copies'
import { notesById } from '@/components/editor/numbering'
import { Saver } from '@/components/editor/saver'
import { newVisitId } from '@/components/editor/visits'
import { type LiveState, quiet, withoutArrivals } from '@/components/live/arrivals'
import { Live } from '@/components/live/live'
import type { Extending } from '@/components/marking/extents'
import type { SettledWords } from '@/components/settling/rewording'
import type { Settling } from '@/components/settling/settling'
import { PageHistory } from '@/components/undo/page-history'
import { articleNode } from '@/lib/document/articles'
import { type DocumentText, documentTextOf } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { type AnnotationView, putInTextOrder } from '@/lib/domain/annotations'
import type { DeskHead } from '@/lib/domain/desk'
import type { LookView } from '@/lib/domain/looks'
import type { Actor } from '@/lib/domain/roles'

/** Everything on the editor page that changes while somebody works. */
export interface DeskState {
  /** In the order of the text, retired ones too. */
  notes: readonly AnnotationView[]
  /** The notes are still on their way; nobody can say yet that there are none. */
  areNotesComing: boolean
  openId: string | null
  /** The sentences that were looked at and left, in the order of the text. */
  looks: readonly LookView[]
  /** The sentences about which a person is saying why they leave them; null: none. */
  looking: Looking | null
  /** The list of what was looked at, and what was not, is open. */
  isCoverageShown: boolean
  /** Notes being written, by id. */
  saves: Readonly<Record<string, Save>>
  filters: Filters
  /** Notes at rest are shown in one line each. */
  isFolded: boolean
  /** The words selected in the article, once the person has stopped selecting. */
  selection: Span | null
  /** The sentence that was tapped: what can be done with it stands at the thumb. */
  tapped: Span | null
  /** What went wrong with the last thing asked of a note, by its id; "" stands for the page. */
  troubles: Readonly<Record<string, string>>
  /** Notes that were retired on this visit: a line stands where they were, with the way back. */
  justRetired: ReadonlySet<string>
  /** What happened that stays in view until it is closed; "" where nothing did. */
  news: string
  /** What was last said to screen readers, newest last; `turn` tells the same words said twice. */
  said: readonly { turn: number; words: string }[]
  /** The turn of the message that passes before the eye as well; null: none does. */
  passing: number | null
  /** Where the focus should go in the open note; `turn` tells one wish from the next. */
  wish: { for: 'note' | 'claim' | 'settle' | 'question'; turn: number }
  /** What is being done about a place that has to be settled; null before anybody begins. */
  settling: Settling | null
  /** What stands where what stood in the words of notes that were settled on this visit, by their ids. */
  rewordings: Readonly<Record<string, SettledWords>>
  /** A change of the words that the open note rests on, before it is kept. */
  extending: Extending | null
  /** The newsroom's own draft while its text is edited here; else null. */
  drafting: Drafting | null
  /** Raised when the article's editor is made anew, with the frozen text. */
  editorTurn: number
  /** The article has a newer revision than this page shows. */
  isOutdated: boolean
  /** A request that changes a note is under way. */
  isBusy: boolean
  /** The words of notes that are being made: the next ones are marked without waiting for them. */
  adding: readonly Span[]
  /** What others do meanwhile. */
  live: LiveState
}

const missingNotesWords = 'The notes did not come. Reload the page for them.'

/** Four messages: as many as come in one breath. */
const saidAtOnce = 4

/** The one place of the page's state. Actions change it, components read parts of it. */
export class DeskStore {
  readonly text: DocumentText
  readonly saver: Saver
  readonly history = new PageHistory(this)
  readonly drafter: Drafter
  readonly live: Live
  readonly looker: Looker
  readonly visitId = newVisitId()
  readonly copies: LocalCopies
  readonly halfTyped: HalfTypedTexts
  /** The article on the screen; null until it stands there. */
  view: EditorView | null = null
  /** The same with its commands, for the tools of a draft. */
  editor: Editor | null = null
  /** Whether the notes are here, once that is known: what is asked of them before waits. */
  readonly opened: Promise<boolean>
  #meetNotes: (areHere: boolean) => void = () => {}
  #state: DeskState
  readonly #listeners = new Set<() => void>()
  readonly #begun = new WeakMap<AnnotationView, Save>()

  constructor(
    readonly desk: DeskHead,
    readonly actor: Actor,
  ) {
    this.text = documentTextOf(articleNode(desk.revision.document))
    const storage = typeof window === 'undefined' ? null : browserStorage()
    this.copies = localCopies(actor.id, this.visitId, storage)
    this.halfTyped = new HalfTypedTexts(actor.id, this.visitId, storage)
    this.saver = new Saver(this)
    this.drafter = new Drafter(this, draftCopies(actor.id, desk.article.id, this.visitId, storage))
    this.live = new Live(this)
    this.looker = new Looker(this)
    this.opened = new Promise(done => {
      this.#meetNotes = done
    })
    this.#state = {
      notes: [],
      areNotesComing: true,
      openId: null,
      looks: desk.looks,
      looking: null,
      isCoverageShown: false,
      saves: {},
      filters: noFilters,
      isFolded: false,
      selection: null,
      tapped: null,
      troubles: {},
      justRetired: new Set(),
      news: '',
      said: [],
      passing: null,
      wish: { for: 'note', turn: 0 },
      settling: null,
      rewordings: {},
      extending: null,
      drafting: null,
      editorTurn: 0,
      isOutdated: false,
      isBusy: false,
      adding: [],
      live: quiet,
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): DeskState => this.#state

  patch(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  note(id: string | null): AnnotationView | null {
    return (id && notesById(this.#state.notes).get(id)) || null
  }

  /** The save of a note; begun where nobody wrote in it yet. */
  save(id: string): Save | null {
    const note = this.note(id)
    return this.#state.saves[id] ?? (note && this.#begin(note))
  }

  /** The same each time: a citation that the page shows is found in the draft by its id. */
  #begin(note: AnnotationView): Save {
    const save = this.#begun.get(note) ?? beginSave(note)
    this.#begun.set(note, save)
    return save
  }

  setSave(id: string, save: Save): void {
    this.patch({ saves: { ...this.#state.saves, [id]: save } })
  }

  /** The notes that the page was opened with; what was made before they came stands among them. */
  open(notes: readonly AnnotationView[]): void {
    const made = this.#state.notes
    this.patch({ notes: made.reduce(putInTextOrder, notes), areNotesComing: false })
    this.#meetNotes(true)
  }

  /** The notes do not come: shown in the bar, and told to whatever waits for them or asks for them later. */
  missNotes(): void {
    this.setTrouble('', missingNotesWords)
    this.#meetNotes(false)
  }

  /** Whether `act` has to wait for the notes: it is done once they are here, and never where they do not come. */
  waitForNotes(act: () => void): boolean {
    if (!this.#state.areNotesComing) return false
    void this.opened.then(areHere => (areHere ? act() : this.tell(missingNotesWords)))
    return true
  }

  /** A note as the server has it now, in the place of what was known of it. */
  receive(received: AnnotationView): void {
    this.receiveAll([received])
  }

  receiveAll(received: readonly AnnotationView[]): void {
    const notes = received.flatMap(each => this.#onThisRevision(each) ?? [])
    for (const note of notes) {
      const save = this.#state.saves[note.id]
      if (save) this.#follow(note, save)
    }
    this.#put(notes)
  }

  #follow(note: AnnotationView, save: Save): void {
    const followed = follow(save, note)
    this.setSave(note.id, followed)
    if (followed.draft !== save.draft) this.history.follow(note.id, followed.draft)
  }

  /** The same, where what is typed in it stays as it is: the note is the answer to a save. */
  receiveSaved(received: AnnotationView): void {
    const note = this.#onThisRevision(received)
    if (note) this.#put([note])
  }

  #put(notes: readonly AnnotationView[]): void {
    const ids = notes.map(({ id }) => id)
    const live = withoutArrivals(this.#state.live, ids)
    this.patch({ notes: notes.reduce(putInTextOrder, this.#state.notes), live })
  }

  /**
   * A note that counts in a newer revision than this page shows stays as it is known here, but for what
   * colleagues remark on it: an offset of one text is never shown in another, and whoever decides names
   * the words that are shown (hash and version), never words that are not. Null where it is not known.
   */
  #onThisRevision(note: AnnotationView): AnnotationView | null {
    if (note.revisionId === this.desk.revision.id) return note
    this.outdate()
    const known = this.note(note.id)
    return known && { ...known, threads: note.threads }
  }

  /** The words on which a span rests. */
  wordsAt({ start, end }: Span): string {
    return this.text.text.slice(start, end)
  }

  /** The article has a newer revision: said once, and nothing more is sent from here. */
  outdate(): void {
    if (this.#state.isOutdated) return
    this.patch({ isOutdated: true })
    this.say('The article has a newer revision. Reload to go on.')
  }

  say(words: string): void {
    const { said, passing } = this.#state
    const turn = (said.at(-1)?.turn ?? 0) + 1
    // What is before the eye stays until its time is over.
    const known = said.filter(each => each.turn === passing || each.turn > turn - saidAtOnce)
    this.patch({ said: [...known, { turn, words }] })
  }

  /** Says what nothing on the page shows, and shows it for some seconds: nothing that anybody has to keep. */
  tell(words: string): void {
    this.say(words)
    this.patch({ passing: this.#state.said.at(-1)?.turn ?? null })
  }

  setTrouble(id: string, words: string): void {
    const { [id]: _, ...others } = this.#state.troubles
    this.patch({ troubles: words ? { ...others, [id]: words } : others })
  }
}
