import { history } from '@tiptap/pm/history'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftCopies } from '@/components/drafting/draft-copies'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { carriedPlugin } from '@/lib/editor/carried-anchors'
import { lockPlugin } from '@/lib/editor/locked-text'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

/** A browser’s storage that can be made full. */
function memory() {
  const kept = new Map<string, string>()
  return {
    isFull: false,
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (this.isFull) throw new DOMException('Full.', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

let storage: ReturnType<typeof memory>
beforeEach(() => {
  storage = memory()
  vi.stubGlobal('window', { localStorage: storage })
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const words = 'Output rose by four per cent.'
const documentOf = (text: string) => documentFromBlocks([{ kind: 'paragraph', text }])

/** The page of an own draft, with its text on the screen. */
function page() {
  const store = storeWith(noteView(), { isOwn: true })
  const parsed = parseArticle(documentOf(words))
  if (!parsed.ok) throw new Error(parsed.message)
  const plugins = [history(), lockPlugin(), carriedPlugin()]
  const view = {
    state: EditorState.create({ doc: parsed.node, plugins }),
    dispatch: (transaction: Transaction) => {
      view.state = view.state.apply(transaction)
    },
    focus: () => {},
  }
  store.view = view as unknown as EditorView
  return {
    store,
    drafter: store.drafter,
    text: () => view.state.doc.textContent,
    type: (typed: string) => {
      view.dispatch(view.state.tr.insertText(typed, 1))
      store.drafter.follow()
    },
  }
}

/** A draft that an earlier visit left. */
function leave(document: ReturnType<typeof documentOf>, revisionId = 'revision') {
  const { actor } = storeWith(noteView())
  const earlier = draftCopies(actor.id, 'article', 'earlier', storage)
  earlier.keep({ at: '2026-03-02T09:10:00.000Z', revisionId, document, carried: [] })
  const [left] = draftCopies(actor.id, 'article', 'now', storage).left(new Set())
  if (!left) throw new Error('Nothing was left.')
  return left
}

it('lets a tapped sentence go before its words can change', async () => {
  const { store, drafter } = page()
  store.patch({ tapped: { start: 0, end: words.length } })
  await drafter.begin()
  expect(store.get().tapped).toBeNull()
})

describe('a draft that an earlier visit left', () => {
  it('is in the browser at every moment while it is taken up', async () => {
    const left = leave(documentOf(`Corrected. ${words}`))
    const { drafter, text } = page()
    expect(await drafter.begin(left)).toBe(true)
    expect(text()).toBe(`Corrected. ${words}`)
    // The pause after the last key has not passed yet.
    expect(storage.length).toBe(1)
    expect(storage.getItem(left.key)).toBeNull()
    expect(storage.getItem(storage.key(0) ?? '')).toContain('Corrected.')
  })

  it('stays where the browser takes no other, until one of the two is kept', async () => {
    const left = leave(documentOf(`Corrected. ${words}`))
    storage.isFull = true
    const { drafter, store, type } = page()
    expect(await drafter.begin(left)).toBe(true)
    expect(storage.getItem(left.key)).toContain('Corrected.')
    expect(store.get().drafting?.isKept).toBe(false)
    storage.isFull = false
    type('Twice. ')
    drafter.keep()
    expect(storage.getItem(left.key)).toBeNull()
    expect(storage.getItem(storage.key(0) ?? '')).toContain('Twice.')
  })

  it('is gone with the draft that was discarded', async () => {
    const left = leave(documentOf(`Corrected. ${words}`))
    storage.isFull = true
    const { drafter } = page()
    await drafter.begin(left)
    drafter.discard()
    expect(storage.length).toBe(0)
  })

  it.each([
    ['another revision', documentOf('Corrected.'), 'newer'],
    ['no article of ours', { type: 'doc', content: [{ type: 'unknown' }] }, 'revision'],
  ])('begins no empty draft, and says so, where it is of %s', async (_name, document, revision) => {
    const left = leave(document, revision)
    const { drafter, store, text } = page()
    expect(await drafter.begin(left)).toBe(false)
    expect(store.get().drafting).toBeNull()
    expect(store.get().troubles['']).toBe(
      'This draft cannot be opened here. Copy its text, or discard it.',
    )
    expect(text()).toBe(words)
    expect(storage.getItem(left.key)).not.toBeNull()
  })
})

describe('leaving a draft', () => {
  it('loses nothing that the browser keeps, though nobody paused yet', async () => {
    const { drafter, type } = page()
    await drafter.begin()
    expect(drafter.isLostByLeaving()).toBe(false)
    type('Corrected. ')
    expect(drafter.isLostByLeaving()).toBe(false)
    expect(storage.getItem(storage.key(0) ?? '')).toContain('Corrected.')
  })

  it('loses what was changed where the browser keeps nothing', async () => {
    storage.isFull = true
    const { drafter, type } = page()
    await drafter.begin()
    expect(drafter.isLostByLeaving()).toBe(false)
    type('Corrected. ')
    expect(drafter.isLostByLeaving()).toBe(true)
    drafter.discard()
    expect(drafter.isLostByLeaving()).toBe(false)
  })
})
