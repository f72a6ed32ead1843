import type { EditorView } from '@tiptap/pm/view'
import { revealSelection } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import type { Span } from '@/lib/domain/anchoring/anchors'
import {
  grow,
  isOnWay,
  sentenceAfter,
  sentenceAt,
  sentenceBefore,
  shrink,
  wholeWords,
} from '@/lib/domain/segments'
import { caretOffset, rawSpan, selectedSpan, selectSpan } from '@/lib/editor/selections'

/** Where growing began in each view of an article. */
const origins = new WeakMap<EditorView, Span>()

/** Selects the next larger part: word, clause, sentence, paragraph. */
export function growSelection(store: DeskStore): void {
  const { view } = store
  if (!view) return
  const { text } = store.text
  const now = rawSpan(view.state)
  const origin = origins.get(view)
  if (!origin || !isOnWay(text, now, origin, languageOf(store))) origins.set(view, now)
  const larger =
    wholeSelection(store) ?? grow(text, selectedSpan(view.state) ?? now, languageOf(store))
  if (larger.start === now.start && larger.end === now.end)
    store.tell('This is the whole paragraph.')
  else select(store, view, larger)
}

/** The selected words with those that the selection cuts in two taken in whole; null where it cuts none. */
export function wholeSelection(store: DeskStore): Span | null {
  const now = store.view && selectedSpan(store.view.state)
  if (!now) return null
  const whole = wholeWords(store.text.text, now, languageOf(store))
  return whole.start === now.start && whole.end === now.end ? null : whole
}

/** Goes back the way that the selection grew; where it did not grow, to a smaller part at its beginning. */
export function shrinkSelection(store: DeskStore): void {
  const { view } = store
  if (!view) return
  const origin = origins.get(view) ?? null
  const smaller = shrink(store.text.text, rawSpan(view.state), origin, languageOf(store))
  if (smaller) select(store, view, smaller)
  else store.tell('This is as little as can be selected.')
}

/** Selects the next sentence (`step` 1) or the one before (-1), from the selected words or the caret. */
export function stepSentence(store: DeskStore, step: 1 | -1): void {
  const { view } = store
  if (!view) return
  const { start, end } = rawSpan(view.state)
  const { text } = store.text
  const sentence =
    step === 1
      ? sentenceAfter(text, end, languageOf(store))
      : sentenceBefore(text, start, languageOf(store))
  if (sentence) select(store, view, sentence)
  else store.tell(step === 1 ? 'This is the last sentence.' : 'This is the first sentence.')
}

/** The sentence that the caret is in, while the text has the focus: what a note is made of without selecting. */
export function sentenceAtCaret(store: DeskStore): Span | null {
  const { view } = store
  if (!view?.hasFocus() || !view.state.selection.empty) return null
  return sentenceAt(store.text.text, caretOffset(view.state), languageOf(store))
}

function select(store: DeskStore, view: EditorView, span: Span): void {
  selectSpan(view, span, span.start < span.end ? 'words' : 'caret')
  view.focus()
  revealSelection(store)
}

function languageOf(store: DeskStore): string {
  return store.desk.article.language
}
