import { describe, expect, it } from 'vitest'
import { DeskStore } from '@/components/editor/desk-store'
import { documentFromBlocks } from '@/lib/document/build'
import type { ArticleDesk } from '@/lib/domain/desk'
import { personId } from '@/lib/domain/ids'
import { noteView } from './note-view'

function storeWith(note: ReturnType<typeof noteView>): DeskStore {
  const desk: ArticleDesk = {
    article: {
      id: 'article',
      slug: 'article',
      version: 1,
      createdById: 'maren',
      isOwn: false,
      title: 'An article',
      standfirst: '',
      publisher: 'Coast Post',
      byline: '',
      publishedOn: '',
      url: '',
      language: 'en',
    },
    revision: {
      id: note.revisionId,
      number: 1,
      textHash: '',
      createdAt: note.createdAt,
      document: documentFromBlocks([{ kind: 'paragraph', text: 'Output rose by four per cent.' }]),
    },
    annotations: [note],
    ratings: [],
    people: [],
    latestEdition: null,
    newsroom: { name: 'Courier', language: 'en', timeZone: 'UTC' },
  }
  const id = personId.parse('00000000-0000-4000-8000-000000000001')
  return new DeskStore(desk, { id, name: 'Maren', role: 'checker' })
}

describe('the page’s store', () => {
  it('takes a note as the server has it', () => {
    const store = storeWith(noteView())
    store.receive(noteView({ version: 2, start: 7 }))
    expect(store.note('note')?.content.anchors).toEqual([{ start: 7, end: 12 }])
    expect(store.get().isOutdated).toBe(false)
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
    expect(note?.state).toBe('retired')
    expect(store.get()).toMatchObject({
      isOutdated: true,
      message: 'The article has a newer revision. Reload to go on.',
    })
  })
})
