import { isSheet, isTouch } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { isMarking } from '@/components/settling/settle-actions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { sentenceAt } from '@/lib/domain/segments'
import { showHere } from '@/lib/editor/left-sentences'

/**
 * A finger on plain words offers what can be done with their sentence; on the same sentence again, or
 * beside all words (null), it lets that go.
 */
export function tapAt(store: DeskStore, offset: number | null): void {
  const { view, text, desk } = store
  const { tapped } = store.get()
  if (!view || !isTouch()) return
  letSentenceGo(store)
  const sentence =
    offset === null || isTaken(store) ? null : sentenceAt(text.text, offset, desk.article.language)
  if (!sentence || isSame(sentence, tapped)) return
  store.patch({ tapped: sentence })
  showHere(view, text, sentence)
}

export function letSentenceGo(store: DeskStore): void {
  if (!store.get().tapped) return
  store.patch({ tapped: null })
  if (store.view) showHere(store.view, store.text, null)
}

/** Escape: lets the sentence go, and goes back to it; false where none is offered. */
export function leaveSentence(store: DeskStore): boolean {
  if (!store.get().tapped) return false
  letSentenceGo(store)
  store.view?.focus()
  return true
}

/** Whether a tap means something else now, or the foot of the page is not free. */
function isTaken(store: DeskStore): boolean {
  const { drafting, extending, openId } = store.get()
  return !!drafting || !!extending || isMarking(store) || (openId !== null && isSheet())
}

function isSame(a: Span, b: Span | null): boolean {
  return a.start === b?.start && a.end === b.end
}
