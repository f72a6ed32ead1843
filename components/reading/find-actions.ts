import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { revealPositions } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { readingOf, type Search } from '@/components/reading/reading-store'
import { DocumentText } from '@/lib/document/positions'
import { placeFrom, SearchedText } from '@/lib/domain/finding'
import { type FoundPlace, showFound } from '@/lib/editor/found-words'
import { selectedSpan } from '@/lib/editor/selections'

/** Longer selections are marked to be noted, not to be looked for. */
const longestTaken = 80

/** F. Opens the bar, with the selected words in it; again, goes back into its field. */
export function openFind(store: DeskStore): void {
  const { view } = store
  if (!view) return
  const reading = readingOf(store)
  const open = reading.get().search
  const from = view.state.selection.from
  const words = wordsToFind(store) ?? open?.words ?? ''
  const isWhole = open?.isWhole ?? false
  reading.patch({
    search: { words, isWhole, places: [], at: -1, from, turn: (open?.turn ?? 0) + 1 },
  })
  look(store, { words, isWhole })
}

/** Looks for other words, from where the looking began. */
export function look(store: DeskStore, wanted: Pick<Search, 'words' | 'isWhole'>): void {
  const { view } = store
  const { search } = readingOf(store).get()
  if (!view || !search) return
  const places = findIn(view.state.doc, wanted)
  const at = placeFrom(
    places.map(({ from, to }) => ({ start: from, end: to })),
    search.from,
  )
  goTo(store, { ...search, ...wanted, places, at })
}

/** The next place, or the one before; from the last on to the first. */
export function stepFind(store: DeskStore, step: 1 | -1): void {
  const { search } = readingOf(store).get()
  const count = search?.places.length
  if (!search || !count) return
  const at = (search.at + step + count) % count
  goTo(store, { ...search, at, from: search.places[at]?.from ?? search.from })
}

/** Closes the bar; the place that was looked at stays selected, so that N makes a note of it. */
export function closeFind(store: DeskStore): void {
  const reading = readingOf(store)
  const { search } = reading.get()
  const { view } = store
  if (!search) return
  reading.patch({ search: null })
  if (!view) return
  showFound(view, [], -1)
  const place = search.places[search.at]
  if (place) {
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.create(doc, place.from, place.to)))
  }
  view.focus()
}

/** The words of a draft have changed under what was found: the same is looked for again, and nothing scrolls. */
export function lookAgain(store: DeskStore): void {
  const { view } = store
  const reading = readingOf(store)
  const { search } = reading.get()
  if (!view || !search) return
  const places = findIn(view.state.doc, search)
  const at = Math.min(search.at, places.length - 1)
  reading.patch({ search: { ...search, places, at } })
  showFound(view, places, at)
}

function goTo(store: DeskStore, search: Search): void {
  const { view } = store
  readingOf(store).patch({ search })
  if (!view) return
  showFound(view, search.places, search.at)
  const place = search.places[search.at]
  if (place) revealPositions(view, place.from, place.to)
}

function wordsToFind({ view, text }: DeskStore): string | null {
  const span = view && selectedSpan(view.state)
  const words = span ? text.text.slice(span.start, span.end) : ''
  return words !== '' && words.length <= longestTaken && !words.includes('\n') ? words : null
}

/** Folding a text takes longer than looking through it, and most texts here never change. */
const searched = new WeakMap<Node, { text: DocumentText; searched: SearchedText }>()

function findIn(doc: Node, { words, isWhole }: Pick<Search, 'words' | 'isWhole'>): FoundPlace[] {
  const known = searched.get(doc) ?? prepare(doc)
  return known.searched.find(words, { isWhole }).map(({ start, end }) => {
    const from = known.text.positionAt(start)
    // A place lies in one line, so in one block.
    return { from, to: from + (end - start) }
  })
}

function prepare(doc: Node) {
  const text = new DocumentText(doc)
  const prepared = { text, searched: new SearchedText(text.text) }
  searched.set(doc, prepared)
  return prepared
}
