import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { parseArticle } from '@/lib/document/parse'
import { textOf } from '@/lib/document/positions'
import { type Block, newArticle } from '@/lib/domain/articles'
import { hashText } from '@/lib/domain/canonical'
import { reasonOfUndoing } from '@/lib/domain/review'
import { moveAnnotation } from '@/lib/services/annotations'
import {
  changeArticle,
  createArticle,
  findArticleDesk,
  listArticles,
  previewArticle,
} from '@/lib/services/articles'
import { startThread } from '@/lib/services/threads'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  bringIn,
  details,
  kindsOf,
  later,
  type Newsroom,
  openNewsroom,
  story,
  write,
} from '@/tests/support/newsroom'

let room: Newsroom

beforeAll(async () => {
  room = await openNewsroom()
})

describe('bringing an article in', () => {
  it('freezes its first revision: document, text and hash of the text', async () => {
    const blocks: Block[] = [
      { kind: 'heading', text: 'العنوان' },
      { kind: 'paragraph', text: 'Two lines,\nand a 🚢.' },
      { kind: 'quote', text: '“Never.”' },
      { kind: 'attribution', text: '— The mayor' },
      { kind: 'item', text: '- One' },
    ]
    const { id } = must(await createArticle(room.maren, { details, blocks }))
    const revision = await database.revision.findFirst({ where: { articleId: id } })
    expect(revision).toMatchObject({
      number: 1,
      text: 'العنوان\nTwo lines,\nand a 🚢.\n“Never.”\nThe mayor\nOne',
    })
    expect(revision?.textHash).toBe(hashText(revision?.text ?? ''))
    const parsed = parseArticle(revision?.document)
    expect(parsed.ok && textOf(parsed.node)).toBe(revision?.text)
    expect(await kindsOf(id)).toEqual(['article.created'])
  })

  it('never changes it afterwards, not even in the database', async () => {
    const { revisionId } = await bringIn(room.maren)
    const where = { id: revisionId }
    await expect(database.revision.update({ where, data: { text: 'Other.' } })).rejects.toThrow()
    await expect(database.revision.delete({ where })).rejects.toThrow()
  })

  it('gives two articles of one title two addresses, also at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () =>
        bringIn(room.maren, undefined, { title: 'Zwölf Boxkämpfer' }),
      ),
    )
    const slugs = await Promise.all(
      made.map(async ({ id }) => must(await findArticleDesk(room.maren, id)).desk.article.slug),
    )
    expect(slugs.sort()).toEqual([
      'zwolf-boxkampfer',
      'zwolf-boxkampfer-2',
      'zwolf-boxkampfer-3',
      'zwolf-boxkampfer-4',
    ])
  })

  it('makes an address of its own where the title has no Latin letter', async () => {
    const { id } = await bringIn(room.maren, undefined, { title: 'Гавань выросла' })
    const { desk } = must(await findArticleDesk(room.maren, id))
    expect(desk.article.slug).toMatch(/^article-[2-9a-z]{6}$/)
  })

  it('keeps HTML as the text it is', async () => {
    const html = '<img src=x onerror=alert(1)>'
    const { id } = await bringIn(room.maren, [{ kind: 'paragraph', text: html }], {
      title: html,
      standfirst: html,
      publisher: html,
      byline: html,
    })
    const { desk } = must(await findArticleDesk(room.maren, id))
    expect(desk.article).toMatchObject({
      title: html,
      standfirst: html,
      publisher: html,
      byline: html,
    })
    expect(desk.revision.document.content?.[0]?.content).toEqual([{ type: 'text', text: html }])
  })

  it('takes a line of ten thousand characters', async () => {
    const text = 'word '.repeat(2000).trim()
    const { id } = await bringIn(room.maren, [{ kind: 'paragraph', text }])
    const revision = await database.revision.findFirst({ where: { articleId: id } })
    expect(revision?.text).toBe(text)
  })

  it.each([
    ['no blocks', { details, blocks: [] }],
    ['a block without words', { details, blocks: [{ kind: 'paragraph', text: ' ' }] }],
    ['a zero byte', { details, blocks: [{ kind: 'paragraph', text: 'a\u0000' }] }],
    ['a lone surrogate', { details, blocks: [{ kind: 'paragraph', text: 'a\ud83d' }] }],
    [
      'a lone surrogate in the title',
      { details: { ...details, title: '\ud83d' }, blocks: [{ kind: 'paragraph', text: 'a' }] },
    ],
    [
      'an address that runs',
      {
        details: { ...details, url: 'javascript:alert(1)' },
        blocks: [{ kind: 'paragraph', text: 'a' }],
      },
    ],
    [
      'no title',
      { details: { ...details, title: ' ' }, blocks: [{ kind: 'paragraph', text: 'a' }] },
    ],
    [
      'a language that is none',
      {
        details: { ...details, language: 'not a tag' },
        blocks: [{ kind: 'paragraph', text: 'a' }],
      },
    ],
    [
      'two million characters',
      {
        details,
        blocks: Array.from({ length: 3 }, () => ({ kind: 'paragraph', text: 'x'.repeat(700_000) })),
      },
    ],
  ])('is not asked to take %s', (_what, input) => {
    expect(newArticle.safeParse(input).success).toBe(false)
  })
})

describe('a preview', () => {
  it('recognises a pasted text and a dropped file alike', () => {
    const { preview } = must(previewArticle({ text: 'A heading\n\nA paragraph of some words.' }))
    expect(preview.blocks.length).toBeGreaterThan(0)
    const bytes = new TextEncoder().encode('A heading\n\nA paragraph of some words.')
    expect(must(previewArticle({ bytes })).preview).toEqual(preview)
  })

  it.each([
    ['nothing', { text: '' }, 'invalid'],
    ['white space', { text: ' \n\t ' }, 'invalid'],
    ['two megabytes', { text: 'x'.repeat(2_000_000) }, 'too_large'],
    ['a zero byte', { text: 'a\u0000b' }, 'invalid'],
    ['a lone surrogate', { text: 'a\ud83db' }, 'invalid'],
    [
      'a binary file',
      { bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 255]) },
      'unsupported',
    ],
    ['a file that is too long', { bytes: new Uint8Array(4_000_001) }, 'too_large'],
    ['a file of no words', { bytes: new Uint8Array() }, 'invalid'],
  ])('refuses %s', (_what, input, reason) => {
    expect(reasonOf(previewArticle(input))).toBe(reason)
  })
})

describe('changing what is known of an article', () => {
  it('is for whoever brought it in and for editors', async () => {
    const { id } = await bringIn(room.maren)
    const change = { version: 1, details: { ...details, byline: 'A. Writer', url: '' } }
    expect(reasonOf(await changeArticle(room.ines, id, change))).toBe('forbidden')
    expect(must(await changeArticle(room.tobias, id, change)).version).toBe(2)
    const entry = await database.auditEvent.findFirst({ orderBy: { seq: 'desc' } })
    expect(entry?.data).toEqual({
      kind: 'article.changed',
      fields: ['byline', 'address'],
      changes: [
        { field: 'byline', before: 'Staff', after: 'A. Writer' },
        { field: 'address', before: details.url, after: '' },
      ],
    })
  })

  it('keeps the address when the title changes', async () => {
    const { id } = await bringIn(room.maren, undefined, { title: 'First of its name' })
    const change = { version: 1, details: { ...details, title: 'Second of its name' } }
    must(await changeArticle(room.maren, id, change))
    const { desk } = must(await findArticleDesk(room.maren, id))
    expect(desk.article).toMatchObject({ slug: 'first-of-its-name', title: 'Second of its name' })
  })

  it('tells the second of two who change it at once', async () => {
    const { id } = await bringIn(room.maren)
    const answers = await Promise.all(
      ['One', 'Two'].map(byline =>
        changeArticle(room.maren, id, { version: 1, details: { ...details, byline } }),
      ),
    )
    expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
    expect(await kindsOf(id)).toEqual(['article.created', 'article.changed'])
  })

  it('writes nothing where nothing changed', async () => {
    const { id } = await bringIn(room.maren)
    expect(must(await changeArticle(room.maren, id, { version: 1, details })).version).toBe(1)
    expect(await kindsOf(id)).toEqual(['article.created'])
  })
})

describe('the list of articles', () => {
  it('counts notes by state and puts what was last worked on first', async () => {
    const quiet = await bringIn(later(room.maren, 600))
    const busy = await bringIn(later(room.maren, 590))
    await write(later(room.ines, 700), busy)
    const list = await listArticles(room.ruth)
    expect(list.slice(0, 2).map(each => each.id)).toEqual([busy.id, quiet.id])
    expect(list[0]).toMatchObject({
      updatedAt: later(room.ines, 700).at.toISOString(),
      createdBy: { name: 'Maren Oduya' },
      latestEdition: null,
      counts: {
        unsettled: 0,
        to_check: 0,
        draft: 1,
        in_review: 0,
        changes_asked: 0,
        approved: 0,
        retired: 0,
      },
    })
  })
})

it('does not count a note whose making was undone, until somebody remarks on it', async () => {
  const busy = await bringIn(room.maren)
  const note = await write(room.ines, busy)
  const undo = { move: 'retire', version: note.version, reason: reasonOfUndoing } as const
  must(await moveAnnotation(room.ines, note.id, undo))
  const retired = async () =>
    (await listArticles(room.ruth)).find(({ id }) => id === busy.id)?.counts.retired
  expect(await retired()).toBe(0)

  must(await startThread(room.maren, note.id, { body: 'Why did it go?', quote: '' }))
  expect(await retired()).toBe(1)
})

describe('the editor page’s article', () => {
  it('holds the newest revision, the scale, the people and the newsroom', async () => {
    const { id, revisionId } = await bringIn(room.maren)
    const { desk } = must(await findArticleDesk(room.ines, id))
    expect(desk).toMatchObject({
      article: { ...details, id, version: 1, createdById: room.maren.actor.id },
      revision: { id: revisionId, number: 1, textHash: hashText(story) },
      annotations: [],
      latestEdition: null,
      newsroom: { name: 'The Alderwick Courier', language: 'en', timeZone: 'Europe/Oslo' },
    })
    expect(desk.ratings.map(rating => rating.word).at(0)).toBe('True')
    expect(desk.people.map(person => person.name)).toContain('Ines Castellan')
  })

  it.each(['nothing', '00000000-0000-4000-8000-000000000000'])('is not found at %s', async id => {
    expect(reasonOf(await findArticleDesk(room.ines, id))).toBe('not_found')
  })
})
