import type { DeskStore } from '@/components/editor/desk-store'
import { closeNote, isSetAside, openNote } from '@/components/editor/note-actions'
import type { NoteDraft } from '@/components/editor/note-drafts'
import type { FieldChange } from '@/components/editor/note-fields'
import { nameOfNote, numbersOf } from '@/components/editor/numbering'
import { isUnsettled } from '@/components/settling/settling'
import {
  type ActionStep,
  type Direction,
  type EditStep,
  type FixedStep,
  keepFitting,
  nextStep,
  noSteps,
  record,
  recordEdit,
  type Step,
  type Steps,
  turn,
  turned,
  without,
  wordsOfFields,
  wordsOfStep,
} from '@/components/undo/steps'
import { mayEdit } from '@/lib/domain/roles'

/** Where something was undone, for the open note to show it. */
export interface TurnedPlace {
  noteId: string
  /** As the note stands now: `before` of it was there until now. */
  change: FieldChange
  /** Whether the focus goes there; a button keeps it, to be pressed again. */
  takesFocus: boolean
}

export interface HistoryState extends Steps {
  place: TurnedPlace | null
}

type NewAction = Pick<ActionStep, 'does' | 'undo' | 'redo'> &
  Partial<Pick<ActionStep, 'noteId' | 'afterword' | 'mayTurn'>>

const doneWords = { undo: 'Undone', redo: 'Redone' } as const

/** What the person did on this page, in one order: what was written in any note, and what was done with them. */
export class PageHistory {
  readonly #store: DeskStore
  readonly #listeners = new Set<() => void>()
  #state: HistoryState = { ...noSteps, place: null }
  #isTurning = false

  constructor(store: DeskStore) {
    this.#store = store
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): HistoryState => this.#state

  /** Something was done that can be undone by key: `undo` and `redo` do it and say whether they could. */
  record(action: NewAction): void {
    const step = { kind: 'action', noteId: null, afterword: '', mayTurn: () => true } as const
    this.#set(record(this.#state, { ...step, ...action }))
  }

  /** Something was done that no key undoes, and why: said to whoever tries. */
  recordFixed(fixed: Omit<FixedStep, 'kind'>): void {
    this.#set(record(this.#state, { kind: 'fixed', ...fixed }))
  }

  recordEdit(noteId: string, before: NoteDraft, after: NoteDraft): void {
    this.#set(recordEdit(this.#state, noteId, before, after, Date.now()))
  }

  /** The note's words came from elsewhere: what would overwrite them cannot be undone any more. */
  follow(noteId: string, draft: NoteDraft): void {
    const { steps, dropped } = keepFitting(this.#state, noteId, draft)
    this.#set(steps)
    if (dropped.length > 0)
      this.#store.tell(
        `${this.#name(noteId)}: ${wordsOfFields(dropped)} came from someone else, so what you did there before stays as it is.`,
      )
  }

  /**
   * The step that a button names: the next that can be turned as the page stands now. A decision of a
   * colleague may have closed the way back from others, and what was written before an approval is not
   * offered to be taken out of it; a key still comes to them, and says why.
   */
  offered(direction: Direction): Step | null {
    const { done, undone } = this.#state
    const steps = direction === 'undo' ? done : undone
    return steps.findLast(step => this.#mayOffer(step, direction)) ?? null
  }

  #mayOffer(step: Step, direction: Direction): boolean {
    if (step.kind === 'action') return step.mayTurn(direction)
    const { noteId } = step
    const isApproved = this.#store.note(noteId)?.state === 'approved'
    return step.kind === 'edit' && !isApproved && this.#isWritable(step.noteId)
  }

  /** `by` a button turns what the button offers, and keeps the focus on it. */
  async turn(direction: Direction, by: 'key' | 'button'): Promise<void> {
    if (this.#isTurning || this.#store.get().isBusy) {
      this.#store.tell('One moment: the last thing asked for is under way.')
      return
    }
    const step = by === 'key' ? nextStep(this.#state, direction) : this.offered(direction)
    if (!step) this.#store.tell(`Nothing to ${direction}.`)
    if (!step) return
    this.#isTurning = true
    try {
      if (step.kind === 'edit') this.#turnEdit(step, direction, by)
      else if (step.kind === 'action') await this.#turnAction(step, direction)
      else this.#refuse(step, `Not undone: ${step.why} Undo again for what was before it.`)
    } finally {
      this.#isTurning = false
    }
  }

  /** The open note has shown the place. */
  arrive(): void {
    this.#state = { ...this.#state, place: null }
  }

  /** Whoever undid something by a step of its own needs no second. */
  forget(step: Step): void {
    this.#set(without(this.#state, step))
  }

  #turnEdit(step: EditStep, direction: Direction, by: 'key' | 'button'): void {
    const { noteId } = step
    const isStale = this.#store.get().saves[noteId]?.phase.kind === 'stale'
    if (isStale) this.#sendToChoice(noteId)
    else if (!this.#isWritable(noteId))
      this.#refuse(step, `Not undone: ${this.#name(noteId)} cannot be changed now.`)
    else {
      this.#store.saver.rewrite(noteId, draft => turned(draft, step, direction))
      this.#set(turn(this.#state, direction, step))
      this.#showEdit(step, direction, by)
      const of = this.#name(noteId).toLowerCase()
      this.#store.say(`${doneWords[direction]}: ${wordsOfStep(step)} of ${of}.`)
    }
  }

  #sendToChoice(noteId: string): void {
    openNote(this.#store, noteId)
    this.#store.say('Choose between the two versions of this note first.')
  }

  #showEdit({ noteId, changes }: EditStep, direction: Direction, by: 'key' | 'button'): void {
    const [change] = changes
    if (!change) return
    const { field, before, after } = change
    const now = direction === 'undo' ? { field, before: after, after: before } : change
    this.#state = { ...this.#state, place: { noteId, change: now, takesFocus: by === 'key' } }
    if (this.#store.get().openId !== noteId) openNote(this.#store, noteId, 'words')
    this.#tell()
  }

  async #turnAction(step: ActionStep, direction: Direction): Promise<void> {
    const done = await (direction === 'undo' ? step.undo() : step.redo())
    const word = doneWords[direction]
    if (done === 'gone') {
      const not = `Not ${word.toLowerCase()}: ${step.does}.`
      this.#refuse(step, `${not} Somebody has changed it since, or it was done by other means.`)
    }
    // Where it was refused, the refusal stands there.
    if (done !== true) return
    this.#set(turn(this.#state, direction, step))
    this.#showAction(step)
    const afterword = direction === 'undo' ? ` ${step.afterword}` : ''
    this.#store.tell(`${word}: ${step.does}.${afterword}`.trim())
  }

  /** A note that was added and is not any more has nothing to show; all others open. */
  #showAction({ noteId }: ActionStep): void {
    const note = this.#store.note(noteId)
    const { openId } = this.#store.get()
    if (note?.state === 'retired' && note.id === openId) closeNote(this.#store)
    else if (note && note.state !== 'retired' && note.id !== openId)
      openNote(this.#store, note.id, 'words')
  }

  /** It cannot be turned, now or later: it is left out, aloud and in view. */
  #refuse(step: Step, words: string): void {
    this.forget(step)
    this.#store.tell(words)
  }

  #isWritable(noteId: string): boolean {
    const note = this.#store.note(noteId)
    return (
      note !== null && mayEdit(this.#store.actor, note) && !isSetAside(note) && !isUnsettled(note)
    )
  }

  #name(noteId: string): string {
    const note = this.#store.note(noteId)
    const number = numbersOf(this.#store.get().notes).get(noteId)
    return note ? nameOfNote(note, number) : 'The note'
  }

  #set({ done, undone }: Steps): void {
    if (done === this.#state.done && undone === this.#state.undone) return
    this.#state = { ...this.#state, done, undone }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
