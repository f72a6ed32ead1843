import { DeskStore } from '@/components/editor/desk-store'
import { documentFromBlocks } from '@/lib/document/build'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { DeskHead } from '@/lib/domain/desk'
import { personId } from '@/lib/domain/ids'

/** What screen readers were told last; "" where nothing was said. */
export function lastSaid(store: DeskStore): string {
  return store.get().said.at(-1)?.words ?? ''
}

/** An article’s page with one note, as the person sees it who brought the article in. */
export function storeWith(note: AnnotationView, options = {}): DeskStore {
  const store = storeBefore(note, options)
  store.open([note])
  return store
}

/** The same before its notes have come. */
export function storeBefore(
  note: AnnotationView,
  { isOwn = false, language = 'en', number = 1 } = {},
): DeskStore {
  const id = personId.parse('00000000-0000-4000-8000-000000000001')
  const desk: DeskHead = {
    seq: 0,
    article: {
      id: 'article',
      slug: 'article',
      version: 1,
      createdById: id,
      isOwn,
      title: 'An article',
      standfirst: '',
      publisher: 'Coast Post',
      byline: '',
      publishedOn: '',
      url: '',
      language,
    },
    revision: {
      id: note.revisionId,
      number,
      textHash: '',
      createdAt: note.createdAt,
      document: documentFromBlocks([{ kind: 'paragraph', text: 'Output rose by four per cent.' }]),
    },
    looks: [],
    ratings: [],
    people: [],
    latestEdition: null,
    newsroom: { name: 'Courier', language: 'en', timeZone: 'UTC' },
  }
  return new DeskStore(desk, { id, name: 'Maren', role: 'checker' })
}
