import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { asJson } from '@/lib/data/json'
import { describeAnchor } from '@/lib/domain/anchoring/anchors'
import { contentHash, contentOf } from '@/lib/domain/annotations'
import { hashText } from '@/lib/domain/canonical'
import { findArticleDesk } from '@/lib/services/articles'
import { listHistory, verifyAuditChain } from '@/lib/services/history'
import { createNewRevision, previewRevision } from '@/lib/services/revisions'
import { must } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  type Newsroom,
  noteOn,
  openNewsroom,
  rewording,
} from '@/tests/support/newsroom'

/** More than any article has had; what takes a second each would take over half an hour. */
const many = Number(process.env.NOTES ?? 2000)

it(`carries ${many} notes into a new revision in one transaction`, async () => {
  const room = await openNewsroom()
  const lines = Array.from({ length: many }, (_, at) => lineOf(at, at))
  const blocks = lines.map(text => ({ kind: 'paragraph' as const, text }))
  const article = await bringIn(room.maren, blocks)
  await writeMany(room, article, lines)

  // A line in front, every tenth figure another, and every hundredth line gone.
  const text = [
    'Corrected.',
    ...lines.map((line, at) => (at % 10 === 5 ? lineOf(at, at + 7) : line)),
  ]
    .filter((_, at) => at % 100 !== 1)
    .join('\n')
  const request = await timed('request', () => rewording(room.tobias, article, text))
  const { preview } = must(
    await timed('preview', () =>
      previewRevision(room.tobias, article.id, {
        baseRevisionId: article.revisionId,
        wording: request.wording,
      }),
    ),
  )
  must(await timed('create', () => createNewRevision(room.tobias, article.id, request)))

  const { desk } = must(await timed('desk', () => findArticleDesk(room.maren, article.id)))
  const open = desk.annotations.filter(note => note.unsettled.length > 0)
  const { kept, moved } = preview.counts
  expect(kept + moved).toBe(many - open.length)
  expect(open.length).toBeGreaterThanOrEqual(many / 10)
  for (const note of desk.annotations)
    for (const { start, end, quote } of note.anchors) expect(text.slice(start, end)).toBe(quote)
  expect(await timed('verify', () => verifyAuditChain())).toMatchObject({ ok: true })
  const { entries } = must(await timed('history', () => listHistory(room.maren, article.id)))
  expect(entries.length).toBeLessThan(open.length + 10)
}, 120_000)

const lineOf = (at: number, figure: number) =>
  `On day ${at} the harbour counted ${figure} ships and ${figure * 3} crates before noon.`

/** Runs `work`, and prints how long it took where that was asked for. */
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const done = await work()
  if (process.env.NOTES) console.info(`${name}: ${Math.round(performance.now() - begun)} ms`)
  return done
}

/** A note on each line, straight into the tables: written one by one they would take minutes. */
async function writeMany(room: Newsroom, article: BroughtIn, lines: string[]): Promise<void> {
  const { actor, at: createdAt } = room.maren
  const textHash = hashText(article.text)
  let start = 0
  const notes = lines.map((line, index) => {
    const from = start + line.indexOf('harbour')
    start += line.length + 1
    const anchor = describeAnchor(article.text, { start: from, end: start - 14 })
    const { anchors: _, ratingKey: __, ...written } = noteOn('412 ships')
    const content = contentOf({ ...written, citations: [] }, [anchor], null, textHash)
    return { id: randomUUID(), key: `n${index}`, anchor, content, hash: contentHash(content) }
  })
  await database.annotation.createMany({
    data: notes.map(({ id, key, content, hash }) => ({
      id,
      key,
      articleId: article.id,
      state: 'draft' as const,
      contentHash: hash,
      ownerId: actor.id,
      claim: content.claim,
      claimant: asJson(content.claimant),
      reasons: content.reasons,
      explanation: asJson(content.explanation),
      createdAt,
      updatedAt: createdAt,
    })),
  })
  await database.annotationVersion.createMany({
    data: notes.map(({ id, content, hash }) => ({
      annotationId: id,
      version: 1,
      content: asJson(content),
      hash,
      authorId: actor.id,
      createdAt,
    })),
  })
  await database.anchor.createMany({
    data: notes.map(({ id, anchor }) => ({
      ...anchor,
      annotationId: id,
      revisionId: article.revisionId,
      ordinal: 0,
    })),
  })
}
