import { describe, expect, it, vi } from 'vitest'
import { database } from '@/lib/data/database'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { Correction } from '@/lib/domain/corrections'
import type { PublishRequest } from '@/lib/domain/editions'
import type { Outcome } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'
import { moveAnnotation, saveAnnotation } from '@/lib/services/annotations'
import {
  findEditionFile,
  planNextEdition,
  previewEdition,
  publishEdition,
  withdrawEdition,
} from '@/lib/services/editions'
import { listPublished } from '@/lib/services/published'
import { reviewAnnotation } from '@/lib/services/reviews'
import { findMaterial, goingNotes } from '@/lib/services/snapshots'
import { must } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  kindsOf,
  later,
  noteOn,
  openNewsroom,
  personAtWork,
  submit,
  write,
  writeApproved,
} from '@/tests/support/newsroom'

const newsroom = await openNewsroom()
const { maren, ines, tobias, ruth } = newsroom

const words = { title: 'The harbour, checked', summary: 'One claim, and it does not hold.' }

describe('publishing', () => {
  it('takes approved notes only', async () => {
    const article = await bringIn(maren)
    const approved = await writeApproved(maren, tobias, article)
    await submit(ines, await write(ines, article, noteOn('the mayor said')))
    await write(maren, article, noteOn('best year'), false)

    const { slug } = must(await publish(tobias, article))

    const html = await textAt(slug, 1, 'edition.html')
    expect(html).toContain(`id="n-${approved.key}"`)
    expect(html.match(/<aside /g)).toHaveLength(1)
    expect(await kindsOf(article.id)).toContain('edition.published')
  })

  it('leaves out a note whose approval is for other words than it has', async () => {
    const article = await bringIn(maren)
    await writeApproved(maren, tobias, article)
    const second = await writeApproved(ines, tobias, article, noteOn('best year'))
    await database.annotation.update({
      where: { id: second.id },
      data: { claim: 'It was the worst year.', contentHash: 'f'.repeat(64) },
    })

    const { plan } = must(await planNextEdition(tobias, article.id))

    expect(plan.going).toHaveLength(1)
    expect(plan.held[0]?.why).toContain('other words')
  })

  it('publishes nothing where the stored words are not those that were approved', async () => {
    const article = await bringIn(maren)
    const note = await writeApproved(maren, tobias, article)
    // The words change behind the hash that the approval names, as a torn read would show them.
    await database.annotation.update({ where: { id: note.id }, data: { claim: 'Other words.' } })

    expect(await publish(tobias, article)).toMatchObject({ ok: false, reason: 'stale' })
    const notes = await recomputed(article)
    expect(notes[0]?.contentHash).not.toBe(note.contentHash)
    expect(await publish(tobias, article, { notes })).toMatchObject({ ok: false, reason: 'stale' })
  })

  it('is refused to a checker, and to anyone while nothing is approved', async () => {
    const article = await bringIn(maren)
    await write(maren, article)
    expect(await publish(tobias, article)).toMatchObject({ reason: 'incomplete' })
    await writeApproved(ines, tobias, article, noteOn('best year'))
    expect(await publish(ines, article)).toMatchObject({ reason: 'forbidden' })
  })

  it.each([
    ['lost the role', { role: 'checker' as const }],
    ['had the account closed', { disabledAt: new Date() }],
  ])('is refused to an editor who %s since the request came in', async (_what, data) => {
    const { article, slug } = await published()
    const editor = await personAtWork('Anouk Reyes', 'editor')
    const request = await requestFor(editor, article)
    const { editions } = must(await planNextEdition(tobias, article.id))
    await database.person.update({ where: { id: editor.actor.id }, data })

    expect(await publishEdition(editor, article.id, request)).toMatchObject({ reason: 'forbidden' })
    expect(
      await withdrawEdition(editor, editions[0]?.id ?? '', { reason: 'Wrong.' }),
    ).toMatchObject({ reason: 'forbidden' })
    expect(await findEditionFile(slug, 'latest', 'index.html')).toMatchObject({ kind: 'file' })
  })

  it('is previewed by editors and admins', async () => {
    const article = await bringIn(maren)
    await writeApproved(maren, tobias, article)
    const request = { ...words, corrections: [] }
    expect(await previewEdition(maren, article.id, request)).toMatchObject({ reason: 'forbidden' })
    expect(await previewEdition(tobias, article.id, request)).toMatchObject({ ok: true })
    expect(await previewEdition(ruth, article.id, request)).toMatchObject({ ok: true })
  })

  it('asks for the role once more after the pages are made', async () => {
    const article = await bringIn(maren)
    await writeApproved(maren, tobias, article)
    const editor = await personAtWork('Anouk Reyes', 'editor')
    const request = await requestFor(editor, article)

    const { publishing } = await database.$transaction(async tx => {
      // Holds up the storing, and nothing before it.
      await tx.$queryRaw`SELECT id FROM articles WHERE id = ${article.id}::uuid FOR UPDATE`
      const publishing = publishEdition(editor, article.id, request)
      await vi.waitFor(expectSomeoneWaits, { timeout: 10_000 })
      await tx.person.update({ where: { id: editor.actor.id }, data: { role: 'checker' } })
      return { publishing }
    }, longTransaction)

    expect(await publishing).toMatchObject({ reason: 'forbidden' })
  })

  it('is stale where the editor saw other notes, or another number, than go out', async () => {
    const article = await bringIn(maren)
    const first = await writeApproved(maren, tobias, article)
    const seen = [{ key: first.key, contentHash: first.contentHash }]
    await writeApproved(ines, tobias, article, noteOn('best year'))

    expect(await publish(tobias, article, { notes: seen })).toMatchObject({ reason: 'stale' })
    expect(await publish(tobias, article, { number: 2 })).toMatchObject({ reason: 'stale' })
    expect(await database.edition.count({ where: { articleId: article.id } })).toBe(0)
  })

  it('numbers the notes in the order of the text', async () => {
    const article = await bringIn(maren)
    const later = await writeApproved(maren, tobias, article, noteOn('best year'))
    const earlier = await writeApproved(ines, tobias, article, noteOn('412 ships'))
    must(await publish(tobias, article))

    const { previous } = must(await planNextEdition(tobias, article.id))
    expect(previous?.notes.map(note => [note.key, note.number])).toEqual([
      [earlier.key, 1],
      [later.key, 2],
    ])
  })

  it('lets one of two who publish at once win, and tells the other', async () => {
    const article = await bringIn(maren)
    await writeApproved(maren, tobias, article)
    const request = { ...(await requestFor(tobias, article)), number: 1 }

    const outcomes = await Promise.all([
      publishEdition(later(tobias, 1), article.id, request),
      publishEdition(later(ruth, 1), article.id, request),
    ])

    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.find(outcome => !outcome.ok)).toMatchObject({ reason: 'stale' })
    expect(await database.edition.count({ where: { articleId: article.id } })).toBe(1)
  })

  it('waits for whoever is sending a note back, and then does not publish it', async () => {
    const article = await bringIn(maren)
    const { id } = await writeApproved(maren, tobias, article)
    const request = await requestFor(tobias, article)

    const outcome = await database.$transaction(async tx => {
      await tx.annotation.update({ where: { id }, data: { state: 'changes_asked' } })
      const publishing = publishEdition(tobias, article.id, request)
      await vi.waitFor(expectSomeoneWaits, { timeout: 10_000 })
      return { publishing }
    }, longTransaction)

    expect(await outcome.publishing).toMatchObject({ ok: false })
    expect(await database.edition.count({ where: { articleId: article.id } })).toBe(0)
  })

  it('never holds a note that was taken out before it', async () => {
    const article = await bringIn(maren)
    const { id, version } = await writeApproved(maren, tobias, article)
    const request = await requestFor(tobias, article)

    const [edition, retired] = await Promise.all([
      publishEdition(tobias, article.id, request),
      moveAnnotation(maren, id, { move: 'retire', version, reason: 'It was a quote.' }),
    ])

    must(retired)
    const kinds = await kindsOf(article.id)
    const inOrder = kinds.filter(kind => /^edition\.published$|^annotation\.moved$/.test(kind))
    expect(inOrder.at(-1)).not.toBe('edition.published')
    expect(kinds.includes('edition.published')).toBe(edition.ok)
  })

  it('answers not_found for an article that is none', async () => {
    const request = { ...words, notes: [], corrections: [] }
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await publishEdition(tobias, nobody, request)).toMatchObject({ reason: 'not_found' })
    expect(await publishEdition(tobias, 'x', request)).toMatchObject({ reason: 'not_found' })
  })
})

describe('a later edition', () => {
  it('would say nothing new until a note, the article or the newsroom changes', async () => {
    const { article, note } = await published()
    const isUnchanged = async () => must(await planNextEdition(tobias, article.id)).isUnchanged
    expect(await isUnchanged()).toBe(true)
    const slug = { data: { publisher: 'Alderwick Evening Post' }, where: { id: article.id } }
    await database.article.update(slug)
    expect(await isUnchanged()).toBe(false)
    must(
      await publish(tobias, article, {
        corrections: [{ kind: 'update', text: 'Its name.', noteKeys: [] }],
      }),
    )
    expect(await isUnchanged()).toBe(true)
    const { contact } = await database.newsroom.findFirstOrThrow()
    await database.newsroom.updateMany({ data: { contact: 'another@courier.example' } })
    expect(await isUnchanged()).toBe(false)
    await database.newsroom.updateMany({ data: { contact } })
    expect(await isUnchanged()).toBe(true)
    await approveAgain(maren, await rewrite(maren, note, 'It handled some 400 ships.'))
    expect(await isUnchanged()).toBe(false)
  })

  it('waits until every published note is approved again or retired', async () => {
    const { article, note } = await published()
    const draft = await rewrite(maren, note, 'It handled some 400 ships.')

    const { plan } = must(await planNextEdition(tobias, article.id))
    expect(plan.held[0]).toMatchObject({ blocks: true })
    const refusal = await publish(tobias, article, { corrections: [about(note)] })
    expect(refusal).toMatchObject({
      reason: 'not_from_here',
      faults: [{ path: `notes.${note.key}` }],
    })

    await approveAgain(maren, draft)
    expect(await publish(tobias, article, { corrections: [about(note)] })).toMatchObject({
      ok: true,
      number: 2,
    })
  })

  it('says what it changes: every changed note is named, and a typo is no changed number', async () => {
    const { article, note } = await published()
    await approveAgain(maren, await rewrite(maren, note, 'It handled 413 ships.'))

    expect(await publish(tobias, article)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'corrections' }],
    })
    expect(
      await publish(tobias, article, { corrections: [{ ...about(note), noteKeys: [] }] }),
    ).toMatchObject({ reason: 'invalid', faults: [{ path: `notes.${note.key}` }] })
    expect(
      await publish(tobias, article, { corrections: [{ ...about(note), kind: 'typo' }] }),
    ).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'corrections.0', message: expect.stringContaining('a number changed') }],
    })
  })

  it('says so where the words above the article changed', async () => {
    const { article, note } = await published()
    const own = { summary: 'One claim, and it holds.', corrections: [about(note)] }
    const forPage = { ...about(note), noteKeys: [] }
    expect(await publish(tobias, article, own)).toMatchObject({ faults: [{ path: 'corrections' }] })
    expect(
      await publish(tobias, article, { ...own, corrections: [{ ...forPage, kind: 'typo' }] }),
    ).toMatchObject({ faults: [{ path: 'corrections.0' }] })
    expect(await publish(tobias, article, { ...own, corrections: [forPage] })).toMatchObject({
      ok: true,
    })
  })

  it('has a changed verdict named as one', async () => {
    const { article, note } = await published()
    const content = { ...note.content, ratingKey: 'mostly-false' }
    const { version } = note
    const draft = must(
      await saveAnnotation(maren, note.id, { revisionId: note.revisionId, version, content }),
    ).annotation
    await approveAgain(maren, draft)

    expect(await publish(tobias, article, { corrections: [about(note)] })).toMatchObject({
      reason: 'invalid',
      faults: [{ path: `notes.${note.key}` }],
    })
    const named = { ...about(note), kind: 'changed_verdict' } as const
    expect(await publish(tobias, article, { corrections: [named] })).toMatchObject({ ok: true })
  })

  it('leaves the first at its own address, byte for byte', async () => {
    const { article, note, slug } = await published()
    const before = await allFilesOf(slug, 1)
    await approveAgain(maren, await rewrite(maren, note, 'It handled 413 ships.'))
    must(await publish(tobias, article, { corrections: [about(note)] }))

    expect(await allFilesOf(slug, 1)).toEqual(before)
    expect(await textAt(slug, 'latest', 'index.html')).toContain('It handled 413 ships.')
    expect(await textAt(slug, 1, 'edition.html')).toContain('This is edition 1, as published on')
  })

  it('keeps when a note was first published, and lists the corrections newest first', async () => {
    const { article, note } = await published()
    const draft = await rewrite(maren, note, 'It handled 413 ships.')
    await approveAgain(maren, draft)
    must(await publish(later(tobias, 60), article, { corrections: [about(note, 'First.')] }))
    const again = must(await planNextEdition(tobias, article.id)).plan.going[0]
    if (!again) throw new Error('The note is not going out.')
    await approveAgain(maren, await rewrite(maren, again, 'It handled 414 ships.'))
    must(await publish(later(tobias, 90), article, { corrections: [about(note, 'Second.')] }))

    const { previous } = must(await planNextEdition(tobias, article.id))
    expect(previous?.notes[0]?.firstPublishedAt).toBe(tobias.at.toISOString())
    expect(previous?.corrections.map(each => [each.edition, each.text])).toEqual([
      [3, 'Second.'],
      [2, 'First.'],
    ])
    expect(previous?.earlier.map(each => each.number)).toEqual([1, 2])
  })

  it('answers 410 with the reason where a retired note stood', async () => {
    const { article, note, slug } = await published()
    await writeApproved(ines, tobias, article, noteOn('best year'))
    const { version, id } = note
    must(await moveAnnotation(maren, id, { move: 'retire', version, reason: 'It was a quote.' }))
    must(await publish(tobias, article, { corrections: [about(note, 'We took a note out.')] }))

    expect(await findEditionFile(slug, 'latest', `claims/${note.key}.html`)).toMatchObject({
      kind: 'file',
      status: 410,
    })
    expect(await textAt(slug, 'latest', `claims/${note.key}.html`)).toContain('It was a quote.')
    expect(await findEditionFile(slug, 1, `claims/${note.key}.html`)).toMatchObject({ status: 200 })
  })
})

describe('withdrawing', () => {
  it('is an editor’s, needs doing once, and shows from the next request on', async () => {
    const { article, slug } = await published()
    expect(await findEditionFile(slug, 'latest', 'index.html')).toMatchObject({ kind: 'file' })
    const { editions } = must(await planNextEdition(tobias, article.id))
    const id = editions[0]?.id ?? ''
    const reason = { reason: 'The article was never published.' }

    expect(await withdrawEdition(maren, id, reason)).toMatchObject({ reason: 'forbidden' })
    expect(await withdrawEdition(tobias, id, reason)).toMatchObject({ ok: true })
    expect(await withdrawEdition(ruth, id, reason)).toMatchObject({ reason: 'not_from_here' })

    expect(await findEditionFile(slug, 'latest', 'index.html')).toMatchObject({
      kind: 'withdrawn',
      reason: 'The article was never published.',
      isReplaced: false,
    })
    const site = await listPublished()
    expect(site?.checks.some(check => check.slug === slug)).toBe(false)
    expect(site?.withdrawals.some(each => each.slug === slug)).toBe(true)
    expect(await kindsOf(article.id)).toContain('edition.withdrawn')
  })

  it('points to what replaced it', async () => {
    const { article, note, slug } = await published()
    await approveAgain(maren, await rewrite(maren, note, 'It handled 413 ships.'))
    must(await publish(tobias, article, { corrections: [about(note)] }))
    const { editions } = must(await planNextEdition(tobias, article.id))
    const first = editions.find(each => each.number === 1)
    must(await withdrawEdition(tobias, first?.id ?? '', { reason: 'Wrong.' }))

    expect(await findEditionFile(slug, 1, 'edition.html')).toMatchObject({ isReplaced: true })
    expect(await findEditionFile(slug, 'latest', 'index.html')).toMatchObject({ kind: 'file' })
  })
})

describe('the database', () => {
  it.each([
    ['a published hash', "UPDATE editions SET hash = repeat('a', 64)"],
    ['a snapshot', "UPDATE editions SET snapshot = '{}'"],
    ['an edition', 'DELETE FROM editions'],
    ['a page', "UPDATE edition_files SET body = ''"],
    ['which notes it held', 'DELETE FROM edition_notes'],
    ['a correction', "UPDATE corrections SET text = 'Nothing.'"],
  ])('refuses to change or remove %s', async (_what, sql) => {
    const { article, note } = await published()
    await approveAgain(maren, await rewrite(maren, note, 'It handled 413 ships.'))
    must(await publish(tobias, article, { corrections: [about(note)] }))

    await expect(database.$executeRawUnsafe(sql)).rejects.toThrow(/frozen|append-only/)
  })
})

describe('the public lists', () => {
  it('show the newest edition of each article, its claims and all corrections', async () => {
    const { article, note, slug } = await published()
    await approveAgain(maren, await rewrite(maren, note, 'It handled 413 ships.'))
    must(await publish(tobias, article, { corrections: [about(note, 'A miscount.')] }))

    const site = await listPublished()
    expect(site?.checks.find(check => check.slug === slug)).toMatchObject({
      number: 2,
      title: words.title,
    })
    expect(site?.claims.filter(claim => claim.slug === slug)).toMatchObject([
      { claim: 'It handled 413 ships.', rating: { word: 'False' } },
    ])
    expect(site?.corrections.find(each => each.slug === slug)).toMatchObject({
      edition: 2,
      text: 'A miscount.',
    })
  })
})

/** Long enough for another transaction to come and wait for this one. */
const longTransaction = { timeout: 20_000 }

async function expectSomeoneWaits(): Promise<void> {
  const waiting = await database.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`
  expect(waiting).not.toHaveLength(0)
}

async function requestFor(call: Call, article: BroughtIn): Promise<PublishRequest> {
  const { plan } = must(await planNextEdition(call, article.id))
  const notes = plan.going.map(({ key, contentHash }) => ({ key, contentHash }))
  return { ...words, notes, corrections: [] }
}

/** The hashes of what stands in the database, whatever was approved. */
async function recomputed(article: BroughtIn): Promise<PublishRequest['notes']> {
  const material = await findMaterial(database, article.id)
  if (!material) throw new Error('There is no article.')
  return goingNotes(material, tobias.at).map(({ key, contentHash }) => ({ key, contentHash }))
}

async function publish(
  call: Call,
  article: BroughtIn,
  own: Partial<PublishRequest> = {},
): Promise<Outcome<{ number: number; slug: string }>> {
  return publishEdition(call, article.id, { ...(await requestFor(call, article)), ...own })
}

async function published(): Promise<{ article: BroughtIn; note: AnnotationView; slug: string }> {
  const article = await bringIn(maren)
  const note = await writeApproved(maren, tobias, article)
  const { slug } = must(await publish(tobias, article))
  return { article, note, slug }
}

async function rewrite(call: Call, note: AnnotationView, claim: string): Promise<AnnotationView> {
  const content = { ...note.content, claim }
  return must(
    await saveAnnotation(call, note.id, {
      revisionId: note.revisionId,
      version: note.version,
      content,
    }),
  ).annotation
}

async function approveAgain(writer: Call, note: AnnotationView): Promise<void> {
  const { id, contentHash } = await submit(writer, note)
  must(await reviewAnnotation(tobias, id, { decision: 'approve', contentHash, comment: '' }))
}

function about(note: AnnotationView, text = 'We had the number wrong.'): Correction {
  return { kind: 'factual_error', text, noteKeys: [note.key] }
}

async function textAt(slug: string, edition: number | 'latest', path: string): Promise<string> {
  const file = await findEditionFile(slug, edition, path)
  if (file?.kind !== 'file') throw new Error(`There is no ${path}.`)
  return Buffer.from(file.body).toString('utf8')
}

async function allFilesOf(slug: string, number: number) {
  return database.editionFile.findMany({
    where: { edition: { number, article: { slug } } },
    orderBy: { path: 'asc' },
  })
}
