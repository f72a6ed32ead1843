import { beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { saveAnnotation } from '@/lib/services/annotations'
import { findKnownSource, listSources } from '@/lib/services/sources'
import { emptyDatabase } from '@/tests/support/empty-database'
import { must } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  later,
  type Newsroom,
  noteOn,
  openNewsroom,
  record,
  write,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeEach(async () => {
  await emptyDatabase()
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

const citing = (...citations: (typeof record)[]) => noteOn('412 ships', { citations })

it('recognises a source that is cited again under another spelling of its address', async () => {
  await write(room.maren, article, citing(record))
  const url = 'http://www.harbour.example/statistics/2025/?utm_source=x#top'
  const note = await write(room.ines, article, citing({ ...record, url }))
  expect(note.content.citations[0]?.url).toBe(url)
  expect(must(await findKnownSource(room.ruth, url)).source).toEqual({
    url: record.url,
    title: record.title,
    publisher: record.publisher,
    publishedOn: record.publishedOn,
    uses: 2,
  })
  expect(await database.source.count()).toBe(1)
})

it('makes one source where several cite it for the first time at once', async () => {
  await Promise.all(
    Array.from({ length: 4 }, () =>
      write(room.maren, article, citing(record, { ...record, locator: 'p. 4' })),
    ),
  )
  expect(await database.source.count()).toBe(1)
  expect(must(await findKnownSource(room.ruth, record.url)).source?.uses).toBe(4)
})

it('tells sources without an address apart by title and publisher', async () => {
  const book = { ...record, url: '', title: 'Harbours', publisher: 'Quay Press' }
  await write(room.maren, article, citing(book, { ...book, publisher: 'Other Press' }))
  await write(room.maren, article, citing(book))
  expect(await database.source.count()).toBe(2)
})

it('keeps what was cited when the source is described anew elsewhere', async () => {
  const old = await write(room.maren, article, citing(record))
  await write(room.ines, article, citing({ ...record, title: 'Ship calls 2025, corrected' }))
  expect(must(await findKnownSource(room.ruth, record.url)).source?.title).toBe(
    'Ship calls 2025, corrected',
  )
  const save = {
    revisionId: old.revisionId,
    version: 1,
    content: citing(record, { ...record, locator: 'p. 9' }),
  }
  const { annotation } = must(await saveAnnotation(room.maren, old.id, save))
  expect(annotation.content.citations.map(each => each.title)).toEqual([record.title, record.title])
})

it('does not take back how a source is described by saving what was cited before', async () => {
  const old = await write(room.maren, article, citing(record))
  await write(room.ines, article, citing({ ...record, title: 'Ship calls 2025, corrected' }))
  const save = (version: number, citation: typeof record) =>
    saveAnnotation(room.maren, old.id, {
      revisionId: old.revisionId,
      version,
      content: citing(citation),
    })
  const source = async () => must(await findKnownSource(room.ruth, record.url)).source
  must(await save(1, { ...record, locator: 'p. 9' }))
  expect(await source()).toMatchObject({ title: 'Ship calls 2025, corrected' })
  must(await save(2, { ...record, publisher: 'Harbour office' }))
  expect(await source()).toMatchObject({
    title: 'Ship calls 2025, corrected',
    publisher: 'Harbour office',
  })
})

it('counts the notes besides the one that asks', async () => {
  const note = await write(room.maren, article, citing(record, { ...record, locator: 'p. 4' }))
  const uses = async () => must(await findKnownSource(room.ruth, record.url, note.id)).source?.uses
  expect(await uses()).toBe(0)
  await write(room.ines, article, citing(record))
  expect(await uses()).toBe(1)
})

it('lets go of half-typed addresses, and of nothing that is cited', async () => {
  const note = await write(room.maren, article, citing({ ...record, url: 'https://harb' }))
  const shared = await write(room.ines, article, citing(record))
  const save = { revisionId: note.revisionId, version: 1, content: citing(record) }
  must(await saveAnnotation(room.maren, note.id, save))
  expect(await database.source.count()).toBe(1)
  must(
    await saveAnnotation(room.ines, shared.id, {
      revisionId: shared.revisionId,
      version: 1,
      content: citing(),
    }),
  )
  expect(must(await findKnownSource(room.ruth, record.url)).source?.uses).toBe(1)
})

it('keeps every source that one lets go of while another cites it', async () => {
  for (let round = 0; round < 5; round++) {
    const going = await write(room.maren, article, citing(record))
    const coming = await write(room.ines, article, citing())
    const [one, other] = await Promise.all([
      saveAnnotation(room.maren, going.id, {
        revisionId: going.revisionId,
        version: 1,
        content: citing(),
      }),
      saveAnnotation(room.ines, coming.id, {
        revisionId: coming.revisionId,
        version: 1,
        content: citing(record),
      }),
    ])
    expect([one.ok, other.ok]).toEqual([true, true])
    expect(must(other).annotation.content.citations).toEqual([record])
  }
})

it('lists what is cited, the most lately used first', async () => {
  await write(room.maren, article, citing(record))
  await write(
    later(room.ines, 20),
    article,
    citing({ ...record, url: 'https://other.example/a', title: 'Other' }),
  )
  const empty = { ...record, url: '', title: '', publisher: '' }
  await write(later(room.ines, 30), article, citing(empty))
  const list = await listSources(room.ruth)
  expect(list.map(({ title, uses }) => [title, uses])).toEqual([
    ['Other', 1],
    ['Ship calls 2025', 1],
  ])
  expect(list[0]?.lastUsed).toBe(later(room.ines, 20).at.toISOString())
})

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'nothing',
  'https://a/\u0000',
])('does not look for %j', async address => {
  expect(await findKnownSource(room.ruth, address)).toMatchObject({ reason: 'invalid' })
})

it('says that an address is not known yet', async () => {
  expect(must(await findKnownSource(room.ruth, 'https://new.example/')).source).toBeNull()
})
