import type { EditorView } from '@tiptap/pm/view'
import { coverageNow, lookingAt, looksOf, wishesFor } from '@/components/coverage/looking'
import { isTouch, revealSelection } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { currentSelection, leaveSelection, outdatedWords } from '@/components/editor/note-actions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { type CoveredSentence, sentenceIn, sentencesIn, stepToOpen } from '@/lib/domain/coverage'
import { type LookReason, type LookWish, nameOf, wordOfReason } from '@/lib/domain/looks'
import { mayChangeLook } from '@/lib/domain/roles'
import { showHere } from '@/lib/editor/left-sentences'
import { caretOffset, selectSpan } from '@/lib/editor/selections'

/**
 * Asks why the sentence at the caret, or every sentence that the selection touches, is left. Where the
 * caret is not in the text, goes to the first sentence that nobody has looked at.
 */
export function beginLook(store: DeskStore): void {
  const { view } = store
  const selection = store.get().tapped ?? currentSelection(store)
  if (!view) return
  // Until then every sentence looks as if no note rested on it.
  if (store.waitForNotes(() => beginLook(store))) return
  if (store.get().isOutdated) store.tell(outdatedWords)
  else if (selection || view.hasFocus()) askOf(store, view, selection)
  else stepOpen(store, 1)
}

function askOf(store: DeskStore, view: EditorView, selection: Span | null): void {
  const { sentences } = coverageNow(store)
  const touched = selection
    ? sentencesIn(sentences, selection)
    : [sentenceIn(sentences, caretOffset(view.state)) ?? []].flat()
  const looking = lookingAt(touched)
  const [first, ...others] = looking?.sentences ?? []
  store.patch({ looking, tapped: null })
  if (!first) store.tell(touched.length > 0 ? notedWords : noSentenceWords)
  else if (others.length === 0) showHere(view, store.text, first)
}

const notedWords = 'A note rests on this sentence: it is looked at.'
const noSentenceWords = 'There is no sentence here.'

/** Whether the person may say something else of the sentences they are asked about. */
export function mayAnswer(store: DeskStore): boolean {
  const { looking } = store.get()
  return looking !== null && looksOf(looking).every(look => mayChangeLook(store.actor, look))
}

/** Leaves the sentences for a reason (null: none given), and goes on to the next that nobody looked at. */
export function leaveFor(store: DeskStore, reason: LookReason | null): void {
  const { looking } = store.get()
  if (!looking || !mayAnswer(store)) return
  const wishes = wishesFor(looking, { reason })
  const after = endOf(looking.sentences)
  closeLook(store)
  void change(store, wishes, 'leaving')
  const said = reason === null ? 'Looked at.' : `${wordOfReason(reason)}.`
  goToOpen(store, after, 1, said)
}

/** The sentences are open again; the caret stays at the first of them. */
export function takeBack(store: DeskStore): void {
  const { looking } = store.get()
  const [first] = looking?.sentences ?? []
  if (!looking || !first || !mayAnswer(store)) return
  const wishes = wishesFor(looking, null)
  closeLook(store)
  void change(store, wishes, 'taking back the look at')
  goTo(store, first)
  store.say('Taken back: not looked at.')
}

/** What is said can be undone by key, as long as nobody else has said something of the sentences since. */
async function change(store: DeskStore, wishes: readonly LookWish[], doing: string): Promise<void> {
  const inverse = await store.looker.change(wishes)
  if (!inverse) return
  const turnTo = async (wanted: readonly LookWish[]) => {
    if (!isOwn(store, wanted)) return 'gone'
    return (await store.looker.change(wanted)) !== null
  }
  store.history.record({
    does: `${doing} ${wishes.length === 1 ? 'a sentence' : `${wishes.length} sentences`}`,
    undo: () => turnTo(inverse),
    redo: () => turnTo(wishes),
    mayTurn: direction => isOwn(store, direction === 'undo' ? inverse : wishes),
  })
}

/** Whether no look at these sentences is somebody else's. */
function isOwn(store: DeskStore, wishes: readonly LookWish[]): boolean {
  const named = new Set(wishes.map(nameOf))
  const looks = store.get().looks.filter(look => named.has(nameOf(look)))
  return looks.every(look => look.by.id === store.actor.id)
}

/** Leaves everything as it is; the caret is where it was. */
export function closeLook(store: DeskStore): void {
  if (!store.get().looking) return
  dropLook(store)
  if (store.get().selection) leaveSelection(store)
  store.view?.focus()
}

/** The same where the person has gone on elsewhere: the sentence is shown no longer. */
export function dropLook(store: DeskStore): void {
  store.patch({ looking: null })
  if (store.view) showHere(store.view, store.text, null)
}

/** Goes to the next sentence (`step` 1), or the one before (-1), that nobody has looked at. */
export function stepOpen(store: DeskStore, step: 1 | -1): void {
  const { view } = store
  if (!view) return
  if (store.waitForNotes(() => stepOpen(store, step))) return
  // -1: before the first word, where a reader begins who has not been in the text yet.
  const caret = view.hasFocus() ? caretOffset(view.state) || -1 : -1
  goToOpen(store, caret, step, '')
}

/** From where the sentences end that one was asked about, without a word on them. */
export function skipOpen(store: DeskStore): void {
  const { looking } = store.get()
  if (!looking) return
  const after = endOf(looking.sentences)
  closeLook(store)
  goToOpen(store, after, 1, '')
  if (isTouch()) beginLook(store)
}

function goToOpen(store: DeskStore, from: number, step: 1 | -1, said: string): void {
  const coverage = coverageNow(store)
  const next = stepToOpen(coverage, from, step)
  const isTurned = next && (step === 1 ? next.start < from : next.start > from)
  if (next) goTo(store, next)
  const whither = next
    ? `${isTurned ? turnedWords[step] : ''}Not looked at: “${beginningOf(store, next)}”`
    : 'Every sentence has a note, or was looked at.'
  const words = said ? `${said} ${whither}` : whither
  if (next) store.say(words)
  else store.tell(words)
  // A finger has no key L: whoever goes through the text by touch is asked at once about the next.
  if (next && said && isTouch()) beginLook(store)
}

const turnedWords = { 1: 'From the top. ', '-1': 'From the end. ' }

/** Puts the caret before a sentence, and shows which it is. */
export function goTo(store: DeskStore, sentence: CoveredSentence): void {
  const { view } = store
  if (!view) return
  selectSpan(view, { start: sentence.start, end: sentence.start }, 'caret')
  showHere(view, store.text, sentence)
  view.focus()
  revealSelection(store)
}

function endOf(sentences: readonly CoveredSentence[]): number {
  return Math.max(...sentences.map(({ end }) => end)) - 1
}

/** 160 characters: enough to know a sentence by, and heard in a few seconds. */
function beginningOf(store: DeskStore, sentence: CoveredSentence): string {
  const characters = [...store.wordsAt(sentence)]
  return characters.length > 160 ? `${characters.slice(0, 159).join('')}…` : characters.join('')
}
