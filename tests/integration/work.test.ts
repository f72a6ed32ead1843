import { beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { WorkItem } from '@/lib/domain/desk'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { Call } from '@/lib/domain/roles'
import { findAnnotation, moveAnnotation, saveAnnotation } from '@/lib/services/annotations'
import { reviewAnnotation } from '@/lib/services/reviews'
import { answerThread, resolveThread, startThread } from '@/lib/services/threads'
import { findWork } from '@/lib/services/work'
import { emptyDatabase } from '@/tests/support/empty-database'
import { minutesAfter, must } from '@/tests/support/newcomers'
import {
  approve,
  type BroughtIn,
  bringIn,
  later,
  type Newsroom,
  noteOn,
  openNewsroom,
  revise,
  story,
  submit,
  write,
  writeApproved,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeEach(async () => {
  await emptyDatabase()
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

const idsOf = (items: readonly WorkItem[]) => items.map(item => item.annotationId)
const namesOf = (item: WorkItem | undefined) => item?.people.map(person => person.name)
const at = (minutes: number) => minutesAfter(minutes).toISOString()

it('has nothing for whoever has nothing to do', async () => {
  expect(await findWork(room.ruth)).toEqual({
    toAnswer: [],
    toWrite: [],
    toReview: [],
    changesAsked: [],
    waiting: [],
    readyToPublish: [],
  })
})

it('puts my notes whose words a new revision changed first, however young they are', async () => {
  const draft = await write(later(room.maren, 5), article, noteOn('best year since 1998'))
  const figure = await write(later(room.maren, 20), article, noteOn('412 ships'))
  await revise(later(room.maren, 30), article, story.replace('412 ships', '398 ships'))
  const { toWrite } = await findWork(room.maren)
  expect(idsOf(toWrite)).toEqual([figure.id, draft.id])
  expect(toWrite.map(({ unsettled }) => unsettled)).toEqual([1, 0])
})

it('offers my drafts and every mark nobody has taken, the oldest first', async () => {
  const mark = noteOn('412 ships', { ratingKey: null, claim: '' })
  const draft = await write(later(room.maren, 20), article)
  const marked = await write(later(room.ruth, 10), article, mark, true)
  await write(later(room.ines, 5), article)
  const { toWrite } = await findWork(room.maren)
  expect(idsOf(toWrite)).toEqual([marked.id, draft.id])
  expect(toWrite[0]).toMatchObject({
    articleId: article.id,
    articleTitle: 'The harbour that grew',
    state: 'to_check',
    rating: null,
    claim: '',
    quote: '412 ships',
    people: [{ name: 'Ruth Abara' }],
    since: at(10),
  })
  expect(toWrite[1]?.rating?.word).toBe('False')
})

it('counts a draft’s age from when it was last written', async () => {
  const draft = await write(room.maren, article)
  const save = {
    revisionId: draft.revisionId,
    version: 1,
    content: noteOn('412 ships', { claim: 'Later words.' }),
  }
  must(await saveAnnotation(later(room.maren, 45), draft.id, save))
  expect((await findWork(room.maren)).toWrite[0]?.since).toBe(at(45))
})

it('asks for a review of those who have not written in the note, the longest waiting first', async () => {
  const second = await submit(later(room.maren, 40), await write(later(room.maren, 1), article))
  const first = await submit(later(room.maren, 30), await write(later(room.maren, 2), article))
  const mended = noteOn('412 ships', { claim: 'Mended.' })
  must(
    await saveAnnotation(room.tobias, second.id, {
      revisionId: second.revisionId,
      version: second.version,
      content: mended,
    }),
  )

  const { toReview } = await findWork(room.ines)
  expect(idsOf(toReview)).toEqual([first.id, second.id])
  expect(toReview[1]).toMatchObject({ since: at(40) })
  expect(namesOf(toReview[1])).toEqual(['Maren Oduya', 'Tobias Fenn'])
  expect(idsOf((await findWork(room.tobias)).toReview)).toEqual([first.id])
  expect(idsOf((await findWork(room.maren)).toReview)).toEqual([])
})

it('tells an author who asked for changes, and the newest word on it', async () => {
  const note = await askForChanges(await submit(room.maren, await write(room.maren, article)))
  const { changesAsked } = await findWork(room.maren)
  expect(changesAsked).toMatchObject([
    { annotationId: note.id, remark: 'Say which year.', since: at(50) },
  ])
  expect(namesOf(changesAsked[0])).toEqual(['Tobias Fenn'])

  must(await startThread(later(room.ines, 55), note.id, { body: 'And which port.', quote: '' }))
  must(await startThread(later(room.maren, 58), note.id, { body: 'I will.', quote: '' }))
  expect((await findWork(room.maren)).changesAsked[0]?.remark).toBe('And which port.')
  expect((await findWork(room.ines)).changesAsked).toEqual([])
})

it('says whom a note waits for: everyone who may decide, or who did before', async () => {
  const note = await submit(later(room.maren, 10), await write(room.maren, article))
  const { waiting } = await findWork(room.maren)
  expect(waiting).toMatchObject([{ annotationId: note.id, since: at(10) }])
  expect(namesOf(waiting[0])).toEqual(['Ines Castellan', 'Ruth Abara', 'Tobias Fenn'])

  await submit(later(room.maren, 60), await askForChanges(note))
  expect(namesOf((await findWork(room.maren)).waiting[0])).toEqual(['Tobias Fenn'])
})

it('waits for nobody whose account is closed', async () => {
  await submit(room.maren, await write(room.maren, article))
  await database.person.update({
    where: { id: room.ruth.actor.id },
    data: { disabledAt: room.ruth.at },
  })
  expect(namesOf((await findWork(room.maren)).waiting[0])).toEqual([
    'Ines Castellan',
    'Tobias Fenn',
  ])
})

it('shows editors what could go out, and checkers nothing of it', async () => {
  await write(room.maren, article)
  expect((await findWork(room.tobias)).readyToPublish).toEqual([])
  await writeApproved(later(room.maren, 15), later(room.ines, 25), article)
  expect((await findWork(room.tobias)).readyToPublish).toEqual([
    {
      articleId: article.id,
      title: 'The harbour that grew',
      approved: 1,
      total: 2,
      nextEdition: 1,
      since: at(25),
    },
  ])
  expect((await findWork(room.maren)).readyToPublish).toEqual([])
})

it('has nothing more to publish until something published changes', async () => {
  const note = await writeApproved(room.maren, room.ines, article)
  await publish(1, note)
  expect((await findWork(room.ruth)).readyToPublish).toEqual([])

  const retire = { move: 'retire', version: note.version, reason: 'Wrong.' } as const
  must(await moveAnnotation(later(room.maren, 90), note.id, retire))
  expect((await findWork(room.ruth)).readyToPublish).toMatchObject([
    { approved: 0, total: 0, nextEdition: 2, since: at(90) },
  ])
})

it('holds an article back while a published note is being rewritten', async () => {
  const note = await writeApproved(room.maren, room.ines, article)
  await publish(1, note)
  await writeApproved(room.maren, room.ines, article)
  expect((await findWork(room.ruth)).readyToPublish).toHaveLength(1)

  const content = noteOn('412 ships', { claim: 'Other words.' })
  const draft = must(
    await saveAnnotation(room.maren, note.id, {
      revisionId: note.revisionId,
      version: note.version,
      content,
    }),
  ).annotation
  expect((await findWork(room.ruth)).readyToPublish).toEqual([])
  await approve(room.ines, await submit(room.maren, draft))
  expect((await findWork(room.ruth)).readyToPublish).toMatchObject([{ approved: 2 }])
})

it('counts a withdrawn edition’s number, and not its notes', async () => {
  const note = await writeApproved(room.maren, room.ines, article)
  await publish(1, note)
  await database.edition.updateMany({
    data: {
      withdrawnAt: room.ruth.at,
      withdrawnReason: 'Wrong.',
      withdrawnById: room.ruth.actor.id,
    },
  })
  expect((await findWork(room.ruth)).readyToPublish).toMatchObject([
    { approved: 1, nextEdition: 2 },
  ])
})

const call = (person: Call) => `@[${person.actor.name}](${person.actor.id})`

it('finds a remark that calls on me, until I answer it or it is settled', async () => {
  const note = await write(room.maren, article)
  const body = `${call(room.ines)}, which year?`
  must(await startThread(later(room.maren, 10), note.id, { body, quote: '' }))
  const { toAnswer } = await findWork(room.ines)
  expect(toAnswer).toMatchObject([
    { annotationId: note.id, remark: '@Ines Castellan, which year?', since: at(10) },
  ])
  expect(namesOf(toAnswer[0])).toEqual(['Maren Oduya'])
  expect((await findWork(room.tobias)).toAnswer).toEqual([])
  expect((await findWork(room.maren)).toAnswer).toEqual([])

  const [thread] = must(await findAnnotation(room.ines, note.id)).annotation.threads
  const id = thread?.id ?? ''
  must(await answerThread(later(room.ines, 20), id, { body: '2025.' }))
  expect((await findWork(room.ines)).toAnswer).toEqual([])

  must(await answerThread(later(room.maren, 30), id, { body: `${call(room.ines)} and the port?` }))
  expect((await findWork(room.ines)).toAnswer).toMatchObject([{ since: at(30) }])
  must(await resolveThread(later(room.maren, 40), id, { resolved: true }))
  expect((await findWork(room.ines)).toAnswer).toEqual([])
})

it('finds a wish for changes that calls on me, until I say something or the note is sent again', async () => {
  const askedOf = async () => {
    const { id, contentHash } = await submit(room.maren, await write(room.maren, article))
    const comment = `Is it ${call(room.tobias)} who counted?`
    const wish = { decision: 'ask_changes', contentHash, comment } as const
    return must(await reviewAnnotation(later(room.ines, 10), id, wish)).annotation
  }
  const [answered, sentAgain] = [await askedOf(), await askedOf()]
  const remark = `Is it @${room.tobias.actor.name} who counted?`
  const { toAnswer } = await findWork(room.tobias)
  expect(toAnswer).toMatchObject([
    { annotationId: answered.id, remark, since: at(10) },
    { annotationId: sentAgain.id, remark, since: at(10) },
  ])
  expect((await findWork(room.ines)).toAnswer).toEqual([])
  must(await startThread(later(room.tobias, 20), answered.id, { body: 'It is.', quote: '' }))
  await submit(room.maren, sentAgain)
  expect((await findWork(room.tobias)).toAnswer).toEqual([])
})

it('finds an explanation that calls on me, until the call is taken out', async () => {
  const calling = noteOn('412 ships', { explanation: calls(room.ines) })
  const note = await write(later(room.maren, 10), article, calling)
  const { toAnswer } = await findWork(room.ines)
  expect(toAnswer).toMatchObject([{ annotationId: note.id, since: at(10) }])
  expect(namesOf(toAnswer[0])).toEqual(['Maren Oduya'])
  const save = { version: 1, revisionId: note.revisionId, content: noteOn('412 ships') }
  must(await saveAnnotation(later(room.maren, 20), note.id, save))
  expect((await findWork(room.ines)).toAnswer).toEqual([])
})

it('lists a note once, however often it calls on me', async () => {
  const note = await write(
    room.maren,
    article,
    noteOn('412 ships', { explanation: calls(room.ines) }),
  )
  for (const body of [`${call(room.ines)} one`, `${call(room.ines)} two`])
    must(await startThread(later(room.maren, 10), note.id, { body, quote: '' }))
  expect((await findWork(room.ines)).toAnswer).toMatchObject([{ remark: '@Ines Castellan two' }])
})

it('lets nothing out that calls on a colleague', async () => {
  const calling = noteOn('412 ships', { explanation: calls(room.ines) })
  const draft = await write(room.maren, article, calling)
  const submitting = { move: 'submit', version: draft.version, reason: '' } as const
  expect(await moveAnnotation(room.maren, draft.id, submitting)).toMatchObject({
    ok: false,
    reason: 'incomplete',
    faults: [{ message: expect.stringContaining('Take @Ines Castellan out') }],
  })
  const sent = await submit(room.maren, await write(room.maren, article))
  const { id, version, revisionId } = sent
  const changed = must(
    await saveAnnotation(room.tobias, id, { version, revisionId, content: calling }),
  ).annotation
  const { contentHash } = changed
  const approval = { decision: 'approve', contentHash, comment: '' } as const
  expect(await reviewAnnotation(room.ines, id, approval)).toMatchObject({
    ok: false,
    reason: 'incomplete',
  })
})

/** An explanation that calls on somebody. */
function calls({ actor: { id, name } }: Call): DocumentNode {
  const mention = { type: 'mention', attrs: { id, label: name } }
  return { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }
}

async function askForChanges({ id, contentHash }: AnnotationView): Promise<AnnotationView> {
  const request = { decision: 'ask_changes', contentHash, comment: 'Say which year.' } as const
  return must(await reviewAnnotation(later(room.tobias, 50), id, request)).annotation
}

/** An edition that holds this note, without its files. */
async function publish(number: number, note: AnnotationView): Promise<void> {
  await database.edition.create({
    data: {
      articleId: article.id,
      number,
      revisionId: article.revisionId,
      snapshot: {},
      hash: note.contentHash,
      publishedById: room.ruth.actor.id,
      publishedAt: room.ruth.at,
      notes: {
        create: {
          annotationId: note.id,
          key: note.key,
          ordinal: 1,
          contentHash: note.contentHash,
          claim: note.content.claim,
          claimant: note.content.claimant.name,
          ratingKey: 'false',
        },
      },
    },
  })
}
