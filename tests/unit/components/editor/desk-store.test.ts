import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { beginLook, stepOpen } from '@/components/coverage/look-actions'
import type { DeskStore } from '@/components/editor/desk-store'
import { openNoteAtCaret, stepNote } from '@/components/editor/note-actions'
import { openNextOnSameWords } from '@/components/marking/same-words'
import { goToNextUnsettled } from '@/components/settling/settle-actions'
import { articleNode } from '@/lib/document/articles'
import { describeAnchor } from '@/lib/domain/anchoring/anchors'
import type { Citation } from '@/lib/domain/sources'
import { lastSaid, storeBefore, storeWith } from './desk'
import { noteView } from './note-view'

describe('the page’s store', () => {
  it('takes a note as the server has it', () => {
    const store = storeWith(noteView())
    store.receive(noteView({ version: 2, start: 7 }))
    expect(store.note('note')?.content.anchors).toEqual([{ start: 7, end: 12 }])
    expect(store.get().isOutdated).toBe(false)
  })

  it('puts what was made before the notes came among them', () => {
    const store = storeBefore(noteView())
    const at = (start: number, id: string) => ({
      ...noteView({ id, start }),
      anchors: [{ ordinal: 0, ...describeAnchor(store.text.text, { start, end: start + 5 }) }],
    })
    store.receive(at(7, 'made'))
    expect(store.get().areNotesComing).toBe(true)
    store.open([at(0, 'first'), at(14, 'last')])
    expect(store.get().notes.map(({ id }) => id)).toEqual(['first', 'made', 'last'])
    expect(store.get().areNotesComing).toBe(false)
  })

  describe('before its notes have come', () => {
    beforeEach(() => void vi.stubGlobal('document', { activeElement: null }))

    it.each<[string, (store: DeskStore) => unknown, string]>([
      ['which is to be settled', goToNextUnsettled, 'Nothing is left to settle.'],
      ['which comes next', store => stepNote(store, 1), 'No note comes after the caret.'],
      ['which is on other words', openNoteAtCaret, 'No note rests on the words at the caret.'],
      [
        'which is on the same words',
        openNextOnSameWords,
        'No note rests on the words at the caret.',
      ],
      ['whose sentence may be left', beginLook, 'A note rests on this sentence: it is looked at.'],
      [
        'beside which a sentence is open',
        store => stepOpen(store, 1),
        'Every sentence has a note, or was looked at.',
      ],
    ])('says nothing of a note %s', async (_name, act, words) => {
      const store = storeAtCaret(20)
      act(store)
      expect([lastSaid(store), store.get().looking]).toEqual(['', null])
      const anchors = [{ ordinal: 0, ...describeAnchor(store.text.text, { start: 7, end: 12 }) }]
      store.open([{ ...noteView({ start: 7 }), anchors }])
      await store.opened
      expect(lastSaid(store)).toBe(words)
    })

    it.each<[string, (store: DeskStore) => unknown]>([
      ['which is to be settled', goToNextUnsettled],
      ['which comes next', store => stepNote(store, 1)],
      ['at the caret', openNoteAtCaret],
      ['on the same words', openNextOnSameWords],
      ['whose sentence may be left', beginLook],
      ['beside which a sentence is open', store => stepOpen(store, 1)],
    ])('tells who asks for a note %s that none will come', async (_name, act) => {
      const store = storeAtCaret(0)
      act(store)
      store.missNotes()
      await store.opened
      expect(lastSaid(store)).toBe('The notes did not come. Reload the page for them.')
      store.say('Link copied.')
      act(store)
      await store.opened
      expect(lastSaid(store)).toBe('The notes did not come. Reload the page for them.')
      expect(store.get().troubles['']).toBe('The notes did not come. Reload the page for them.')
    })

    function storeAtCaret(offset: number): DeskStore {
      const store = storeBefore(noteView())
      const state = EditorState.create({ doc: articleNode(store.desk.revision.document) })
      const caret = TextSelection.create(state.doc, store.text.positionAt(offset))
      store.view = {
        state: state.apply(state.tr.setSelection(caret)),
        hasFocus: () => true,
      } as EditorView
      return store
    }
  })

  it('never shows an offset of a newer revision in this text, and says that there is one', () => {
    const store = storeWith(noteView())
    store.receive({
      ...noteView({ version: 2, start: 400 }),
      revisionId: 'newer',
      state: 'retired',
    })
    const note = store.note('note')
    expect(note?.content.anchors).toEqual([{ start: 0, end: 5 }])
    expect(note).toMatchObject({ state: 'draft', version: 1 })
    expect(store.get().isOutdated).toBe(true)
    expect(lastSaid(store)).toBe('The article has a newer revision. Reload to go on.')
  })

  it('leaves what is said in one breath to be heard, and the same words twice as two', () => {
    const store = storeWith(noteView())
    for (const words of ['Undone.', 'Saved.', 'Saved.']) store.say(words)
    const { said } = store.get()
    expect(said.map(({ words }) => words)).toEqual(['Undone.', 'Saved.', 'Saved.'])
    expect(new Set(said.map(({ turn }) => turn)).size).toBe(3)
    for (let step = 1; step <= 9; step++) store.say(`Step ${step}.`)
    expect(store.get().said.map(({ words }) => words)).toEqual([
      'Step 6.',
      'Step 7.',
      'Step 8.',
      'Step 9.',
    ])
  })

  it('shows what it tells to the eye as well, and not what it only says', () => {
    const store = storeWith(noteView())
    store.say('Saved.')
    expect(store.get().passing).toBeNull()
    store.tell('This is the last note.')
    const { said, passing } = store.get()
    expect(said.at(-1)).toEqual({ turn: passing, words: 'This is the last note.' })
    expect(said.map(({ words }) => words)).toEqual(['Saved.', 'This is the last note.'])
  })

  it('leaves before the eye what passes there, whatever is said meanwhile', () => {
    const store = storeWith(noteView())
    const words = () => store.get().said.map(each => each.words)
    store.tell('This is the last note.')
    for (let step = 1; step <= 6; step++) store.say(`Step ${step}.`)
    expect(words()).toEqual(['This is the last note.', 'Step 3.', 'Step 4.', 'Step 5.', 'Step 6.'])
    store.patch({ passing: null })
    store.say('Step 7.')
    expect(words()).toEqual(['Step 4.', 'Step 5.', 'Step 6.', 'Step 7.'])
  })

  it('never binds the words it shows to the hash of words that it does not', () => {
    const store = storeWith(noteView({ state: 'in_review' }))
    const thread = { id: 'thread', quote: '', resolvedAt: null, resolvedBy: null, comments: [] }
    const newer = noteView({ version: 5, state: 'in_review', claim: 'Output fell.', start: 400 })
    store.receive({ ...newer, revisionId: 'newer', threads: [thread] })
    expect(store.note('note')).toEqual({ ...noteView({ state: 'in_review' }), threads: [thread] })
    store.receiveSaved({ ...newer, revisionId: 'newer' })
    expect(store.note('note')?.contentHash).toBe(noteView().contentHash)
  })

  it('shows no note that was made on words of a newer revision', () => {
    const store = storeWith(noteView())
    store.receive({ ...noteView({ id: 'other' }), revisionId: 'newer' })
    expect(store.note('other')).toBeNull()
  })

  it('removes a citation that was saved earlier, also beside one of the same address', () => {
    const citation: Citation = {
      stance: 'supports',
      url: 'https://example.org/a',
      title: 'A report',
      publisher: '',
      publishedOn: '',
      passage: '',
      passageKind: 'exact',
      locator: '',
    }
    const note = noteView()
    const citations = [citation, { ...citation, locator: '2' }]
    const store = storeWith({ ...note, content: { ...note.content, citations } })
    const shown = store.save('note')?.draft.citations[0]?.id
    store.saver.edit('note', now => ({
      ...now,
      citations: now.citations.filter(({ id }) => id !== shown),
    }))
    expect(store.save('note')?.draft.citations.map(({ locator }) => locator)).toEqual(['2'])
  })
})
