import { describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import type { AnnotationContent, AnnotationView } from '@/lib/domain/annotations'
import type { Correction } from '@/lib/domain/corrections'
import { type EditionSnapshot, editionHash } from '@/lib/domain/editions'
import type { Call } from '@/lib/domain/roles'
import { moveAnnotation, saveAnnotation } from '@/lib/services/annotations'
import { changeArticle } from '@/lib/services/articles'
import {
  findEditionFile,
  planNextEdition,
  previewEdition,
  publishEdition,
  withdrawEdition,
} from '@/lib/services/editions'
import { listPublished, listPublishedChanges } from '@/lib/services/published'
import { createNewRevision, listRevisions } from '@/lib/services/revisions'
import { renderCorrections } from '@/lib/site/lists'
import { must } from '@/tests/support/newcomers'
import {
  approve,
  type BroughtIn,
  bringIn,
  details,
  later,
  noteNow,
  noteOn,
  openNewsroom,
  rewording,
  settle,
  spanOf,
  story,
  submit,
  writeApproved,
} from '@/tests/support/newsroom'

const { maren, ines, tobias } = await openNewsroom()
const words = { title: 'The harbour, checked', summary: 'One claim, and it does not hold.' }
const update: Correction = { kind: 'update', text: 'The article was changed.', noteKeys: [] }

const claim = 'The harbour handled 412 ships in 2025'
const fewer = story.replace('412', '398')
const fewest = story.replace('412', '377')
const above = 'The port published its report on Friday.'

describe('the edition after the publisher changed a checked passage', () => {
  it('tells both wordings and when, at the note and above the article', async () => {
    const { article, note } = await published()
    await settled(await changed(article, fewer, { changedOn: '2026-03-01' }), note)

    const { told } = await plan(article)
    expect(told).toEqual([
      {
        noteKey: note.key,
        claim: note.content.claim,
        ordinal: 0,
        before: claim,
        after: claim.replace('412', '398'),
        kind: 'meaning',
        reasons: expect.arrayContaining(['number']),
        revision: 2,
        frozenAt: later(tobias, 60).at.toISOString(),
        changedOn: '2026-03-01',
        changeNote: '',
        again: null,
        isOwn: false,
        edition: 2,
        at: later(tobias, 90).at.toISOString(),
      },
    ])

    const { slug } = must(await publish(article))
    const html = await textAt(slug, 'latest', 'index.html')
    expect(html).toContain('Changed by <bdi>Alderwick Post</bdi> after our check')
    expect(html).toMatch(/<del>.*412.*<\/del>/)
    expect(html).toMatch(/<ins>.*398.*<\/ins>/)
    expect(html).toContain('The publisher has changed')
    expect(await textAt(slug, 'latest', `claims/${note.key}.html`)).toContain('1 March 2026')
  })

  it('leaves the edition before it as it was, byte for byte', async () => {
    const { article, note, slug } = await published()
    const paths = ['edition.html', 'edition.json', `claims/${note.key}.html`]
    const before = await Promise.all(paths.map(path => textAt(slug, 1, path)))
    await settled(await changed(article, fewer), note)
    must(await publish(article))
    expect(await Promise.all(paths.map(path => textAt(slug, 1, path)))).toEqual(before)
  })

  it('needs no correction of ours beside it, but one where the verdict changed', async () => {
    const { article, note } = await published()
    const moved = await changed(article, fewer)
    await settled(moved, note, { ratingKey: 'true' })
    expect(await publish(article)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: `notes.${note.key}` }],
    })
    const noteKeys = [note.key]
    const named: Correction = { kind: 'changed_verdict', text: 'Now it is true.', noteKeys }
    expect(await publish(article, [named])).toMatchObject({ ok: true })
  })

  it('is listed from what stands beside the snapshot, and only where it is asked for', async () => {
    const { article, note, slug } = await published()
    await settled(await changed(article, fewer), note)
    must(await publish(article))
    const { id } = await newestEdition(article)
    const listed = async () =>
      (await listPublishedChanges())?.publisherChanges.filter(each => each.slug === slug)
    const told = await listed()
    expect(told).toMatchObject([{ noteKey: note.key, edition: 2 }])
    expect(await listPublished()).not.toHaveProperty('publisherChanges')

    const { snapshot } = await newestEdition(article)
    await asOlder(id, {})
    expect(await listed()).toEqual(told)
    await asOlder(id, snapshot)
    await withoutColumn(id)
    expect(await listed()).toEqual(told)
  })

  it('needs a correction of ours where we put another place of the note on other words', async () => {
    const article = await bringIn(maren)
    const anchors = [spanOf('412 ships'), spanOf('since 1998')]
    const note = await writeApproved(maren, ines, article, noteOn(claim, { anchors }))
    must(await publish(article))
    const moved = await changed(article, fewer)
    await settled(moved, note, {
      anchors: [spanOf('398 ships', fewer), spanOf('the best year', fewer)],
    })
    const { told, changes } = await plan(article)
    expect(told).toMatchObject([{ before: '412 ships', after: '398 ships' }])
    expect(changes).toMatchObject([{ key: note.key, isTold: false }])
    expect(await publish(article)).toMatchObject({ faults: [{ path: `notes.${note.key}` }] })
    expect(await publish(article, [{ ...update, noteKeys: [note.key] }])).toMatchObject({
      ok: true,
    })
  })

  it('asks for no correction of a note that was only carried, and names who approved it', async () => {
    const { article, note, slug } = await published()
    await changed(article, `${above}\n${story}`)

    const { told, changes } = await plan(article)
    expect([told, changes]).toEqual([[], []])
    expect(await publish(article)).toMatchObject({ faults: [{ path: 'corrections' }] })
    expect(await publish(article, [update])).toMatchObject({ ok: true })
    const html = await textAt(slug, 'latest', 'index.html')
    expect(html).toContain(`id="n-${note.key}"`)
    expect(html).toContain('Approved by Ines Castellan')
    expect(html).not.toContain('after our check')
  })

  it('records the hash that a carried note has now', async () => {
    const { article, note } = await published()
    await changed(article, `${above}\n${story}`)
    must(await publish(article, [update]))
    const carried = await noteNow(ines, note)
    const row = await newestEdition(article)
    expect(row.snapshot).toMatchObject({ format: 2, notes: [{ contentHash: carried.contentHash }] })
    expect(row.hash).toBe(editionHash(row.snapshot))
  })

  it('waits while a published note is to be settled', async () => {
    const { article } = await published()
    await changed(article, fewer)
    const { held } = await plan(article)
    expect(held).toMatchObject([
      { blocks: true, why: expect.stringContaining('settle where it rests') },
    ])
    expect(await publish(article, [update])).toMatchObject({ reason: 'not_from_here' })
  })

  it('tells of a retired note at its address, and in the list of corrections as theirs', async () => {
    const { article, note, slug } = await published()
    await writeApproved(ines, tobias, article, noteOn('the best year'))
    await changed(article, '🚢 It was the best year since 1998.', {
      changeNote: 'We had it wrong.',
    })
    const open = await noteNow(maren, note)
    const { version } = open
    must(await moveAnnotation(maren, note.id, { move: 'retire', version, reason: 'It is gone.' }))
    expect(await publish(article)).toMatchObject({ faults: [{ path: `notes.${note.key}` }] })
    must(await publish(article, [{ ...update, noteKeys: [note.key] }]))

    const gone = await findEditionFile(slug, 'latest', `claims/${note.key}.html`)
    expect(gone).toMatchObject({ status: 410 })
    const notice = gone?.kind === 'file' ? Buffer.from(gone.body).toString('utf8') : ''
    expect(notice).toContain('Removed by <bdi>Alderwick Post</bdi> after our check')
    expect(notice).toContain(claim)
    expect(notice).toContain('We had it wrong.')
    expect(await textAt(slug, 'latest', 'index.html')).toContain('a note since retired')

    const site = await listPublishedChanges()
    const told = site?.publisherChanges.filter(change => change.slug === slug)
    expect(told).toMatchObject([{ noteKey: note.key, kind: 'removed', after: null, edition: 2 }])
    if (site) expect(renderCorrections(site, 'https://a.example')).toContain('Publisher’s removal')
  })

  it('carries what was told into every later edition, with what came since', async () => {
    const { article, note, slug } = await published()
    const second = await changed(article, fewer)
    await settled(second, note)
    must(await publish(article))
    await settled(await changed(second, fewest), note)
    must(await publish(article))

    const { snapshot } = await newestEdition(article)
    const saying = (number: string) => claim.replace('412', number)
    expect(
      snapshot.publisherChanges.map(({ edition, before, after }) => [edition, before, after]),
    ).toEqual([
      [3, saying('398'), saying('377')],
      [2, claim, saying('398')],
    ])
    const html = await textAt(slug, 'latest', 'index.html')
    expect(html).toContain('<b>one passage</b>')
    expect(html.match(/class="since"/g)).toHaveLength(2)
  })

  it('goes on telling it after an edition that told it was withdrawn', async () => {
    const { article, note, slug } = await published()
    await settled(await changed(article, fewer), note)
    must(await publish(article))
    const { id } = await newestEdition(article)
    must(await withdrawEdition(tobias, id, { reason: 'Too early.' }))
    expect(
      (await listPublishedChanges())?.publisherChanges.filter(each => each.slug === slug),
    ).toEqual([])
    must(await publish(article, [update]))
    expect((await newestEdition(article)).snapshot.publisherChanges).toMatchObject([{ edition: 2 }])
  })

  it('names each revision that changed the words between two editions', async () => {
    const { article, note } = await published()
    const second = await changed(article, `${above}\n${story}`)
    const third = await changed(second, `${above}\n${fewer}`, { changedOn: '2026-03-03' })
    const fourth = await changed(third, `${above}\n${fewest}`, { changedOn: '2026-03-04' })
    await settled(fourth, note)
    expect((await plan(article)).told).toMatchObject([
      {
        revision: 3,
        changedOn: '2026-03-03',
        after: claim.replace('412', '377'),
        again: { revision: 4, changedOn: '2026-03-04' },
      },
    ])
  })

  it('tells nothing where the words came back before anything was published', async () => {
    const { article, note } = await published()
    const second = await changed(article, fewer)
    await changed(second, story)
    expect((await noteNow(ines, note)).unsettled).toEqual([])
    expect((await plan(article)).told).toEqual([])
  })

  it('says of the newsroom’s own draft that we changed it', async () => {
    const { article, note, slug } = await published()
    must(await changeArticle(maren, article.id, { version: 1, details, isOwn: true }))
    await settled(await changed(article, fewer), note)
    must(await publish(article))
    const html = await textAt(slug, 'latest', 'index.html')
    expect(html).toContain('We changed these words after our check')
    expect(html).not.toContain('The publisher has changed')
  })

  it('says who changed each wording then, whoever’s the text is by now', async () => {
    const { article, note, slug } = await published()
    const second = await changed(article, fewer)
    must(await changeArticle(maren, article.id, { version: 1, details, isOwn: true }))
    const third = await changed(second, fewest)
    await settled(third, note)
    expect(must(await listRevisions(maren, article.id)).revisions).toMatchObject([
      { number: 3, isOwn: true },
      { number: 2, isOwn: false },
      { number: 1, isOwn: false },
    ])
    expect((await plan(article)).told).toMatchObject([
      { revision: 2, isOwn: false, again: { revision: 3, isOwn: true } },
    ])
    must(await publish(article))
    const html = await textAt(slug, 'latest', 'index.html')
    expect(html).toContain('Changed by <bdi>Alderwick Post</bdi> after our check')
    expect(html).not.toContain('We changed these words')
  })

  it('is previewed with what it will tell', async () => {
    const { article, note } = await published()
    await settled(await changed(article, fewer), note)
    const request = { ...words, corrections: [] }
    const { files } = must(await previewEdition(tobias, article.id, request))
    const page = files.find(file => file.path === 'index.html')?.body
    expect(page).toContain('Changed by <bdi>Alderwick Post</bdi> after our check')
  })

  it('goes on from an edition that was stored before anything like it was told', async () => {
    const { article, note } = await published()
    const { id, snapshot } = await newestEdition(article)
    const { format: _, publisherChanges: __, ...older } = snapshot
    await asOlder(id, { ...older, format: 1 })
    await settled(await changed(article, fewer), note)
    must(await publish(article))
    expect((await newestEdition(article)).snapshot.publisherChanges).toHaveLength(1)
  })
})

/** A published article with one note on its first sentence, by Maren, approved by Ines. */
async function published() {
  const article = await bringIn(maren)
  const note = await writeApproved(maren, ines, article, noteOn(claim))
  const { slug } = must(await publish(article))
  return { article, note, slug }
}

/** The article's next revision, an hour after everything began. */
async function changed(
  article: BroughtIn,
  text: string,
  known: { changedOn?: string; changeNote?: string } = {},
): Promise<BroughtIn> {
  const call = later(tobias, 60)
  const request = { ...(await rewording(call, article, text)), ...known }
  const { id } = must(await createNewRevision(call, article.id, request))
  return { ...article, revisionId: id, text }
}

/** The note confirmed on the new words, perhaps written in, and approved again. */
async function settled(
  { revisionId, text }: BroughtIn,
  { id }: AnnotationView,
  own: Partial<AnnotationContent> = {},
): Promise<AnnotationView> {
  const open = await noteNow(maren, { id })
  let note = must(await settle(maren, open, { kind: 'confirm' })).annotation
  if (Object.keys(own).length > 0) {
    const content = { ...note.content, ...own }
    const { version } = note
    note = must(await saveAnnotation(maren, id, { version, revisionId, content })).annotation
  }
  expect(text).toContain(note.anchors[0]?.quote)
  return approve(ines, await submit(maren, note))
}

async function plan(article: BroughtIn) {
  const next = must(await planNextEdition(later(tobias, 90), article.id))
  return { told: next.publisherChanges, changes: next.changes, held: next.plan.held }
}

async function publish(article: BroughtIn, corrections: Correction[] = []) {
  const call: Call = later(tobias, 90)
  const { plan } = must(await planNextEdition(call, article.id))
  const notes = plan.going.map(({ key, contentHash }) => ({ key, contentHash }))
  return publishEdition(call, article.id, { ...words, notes, corrections })
}

async function textAt(slug: string, edition: number | 'latest', path: string): Promise<string> {
  const file = await findEditionFile(slug, edition, path)
  if (file?.kind !== 'file') throw new Error(`No ${path} of edition ${edition}.`)
  return Buffer.from(file.body).toString('utf8')
}

async function newestEdition(article: BroughtIn) {
  const { id, hash, snapshot } = await database.edition.findFirstOrThrow({
    where: { articleId: article.id },
    orderBy: { number: 'desc' },
  })
  return { id, hash, snapshot: snapshot as unknown as EditionSnapshot }
}

/** Puts another snapshot in its place, as an earlier version of the program would have stored it. */
async function asOlder(id: string, snapshot: object): Promise<void> {
  await database.$transaction([
    database.$executeRaw`SET LOCAL session_replication_role = replica`,
    database.$executeRaw`UPDATE editions SET snapshot = ${JSON.stringify(snapshot)}::jsonb WHERE id = ${id}::uuid`,
  ])
}

/** Stores the edition as it was stored before what it tells had a column of its own. */
async function withoutColumn(id: string): Promise<void> {
  await database.$transaction([
    database.$executeRaw`SET LOCAL session_replication_role = replica`,
    database.$executeRaw`UPDATE editions SET publisher_changes = NULL WHERE id = ${id}::uuid`,
  ])
}
