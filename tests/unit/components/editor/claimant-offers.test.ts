import { describe, expect, it } from 'vitest'
import { claimantOffersFor, placeOffer } from '@/components/claimants/offers'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const said = (name: string, role = '') => {
  const note = noteView({ id: name + role })
  return {
    ...note,
    content: { ...note.content, claimant: { name, role, saidOn: '', saidWhere: '' } },
  }
}

function offers(...others: ReturnType<typeof said>[]): string[] {
  const store = storeWith(noteView())
  store.patch({ notes: [noteView(), ...others] })
  return claimantOffersFor(store, 'note', [{ start: 0, end: 6 }]).map(
    ({ name, role }) => `${name}|${role}`,
  )
}

describe('the claimants offered for a note', () => {
  it('are the article itself where nobody is named', () => {
    expect(offers()).toEqual(['Coast Post|'])
  })
  it('are those of other notes here, the most frequent first, and never those of the note', () => {
    const own = { ...said('Note’s own'), id: 'note' }
    expect(offers(own, said('Osk'), { ...said('Quill'), id: 'a' }, said('Quill'))).toEqual([
      'Quill|',
      'Osk|',
      'Coast Post|',
    ])
  })
  it('are each once, with the office that any of them gives', () => {
    expect(
      offers({ ...said('Quill'), id: 'a' }, { ...said('Quill'), id: 'b' }, said('Quill', 'mayor')),
    ).toEqual(['Quill|mayor', 'Coast Post|'])
  })
})

it.each([
  ['2026-03-02', 'as reported in Coast Post, 2 March 2026'],
  ['', 'as reported in Coast Post'],
])('says where an article of “%s” reported it', (publishedOn, words) => {
  const { article } = storeWith(noteView()).desk
  expect(placeOffer({ ...article, publishedOn })).toBe(words)
})
