import { beforeAll, expect, it } from 'vitest'
import { newComment, newThread } from '@/lib/domain/threads'
import { answerThread, resolveThread, startThread } from '@/lib/services/threads'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  kindsOf,
  later,
  type Newsroom,
  openNewsroom,
  write,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeAll(async () => {
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

async function remarkOn(call = room.ines) {
  const note = await write(room.maren, article)
  const { annotation } = must(
    await startThread(later(call, 1), note.id, { body: 'Which year?', quote: 'in 2025' }),
  )
  const [thread] = annotation.threads
  if (!thread) throw new Error('The remark is not there.')
  return { note, thread }
}

it('keeps a remark, what it speaks of, and the answers in their order', async () => {
  const { note, thread } = await remarkOn()
  must(await answerThread(later(room.maren, 2), thread.id, { body: '2025.' }))
  const { annotation } = must(
    await answerThread(later(room.ines, 3), thread.id, { body: 'Thanks.' }),
  )
  expect(annotation.threads).toMatchObject([
    {
      quote: 'in 2025',
      resolvedAt: null,
      comments: [
        { author: { name: 'Ines Castellan' }, body: 'Which year?' },
        { author: { name: 'Maren Oduya' }, body: '2025.' },
        { author: { name: 'Ines Castellan' }, body: 'Thanks.' },
      ],
    },
  ])
  expect(annotation.version).toBe(note.version)
})

it('lets whoever made a remark, the note’s owner and editors settle it, and nobody else', async () => {
  const { thread } = await remarkOn(room.tobias)
  expect(reasonOf(await resolveThread(room.ines, thread.id, { resolved: true }))).toBe('forbidden')
  for (const call of [room.tobias, room.maren, room.ruth]) {
    const settled = must(await resolveThread(call, thread.id, { resolved: true })).annotation
    expect(settled.threads[0]?.resolvedBy?.name).toBe(call.actor.name)
    const open = must(await resolveThread(call, thread.id, { resolved: false })).annotation
    expect(open.threads[0]).toMatchObject({ resolvedAt: null, resolvedBy: null })
  }
})

it('settles a remark once, however often it is asked', async () => {
  const fresh = await bringIn(room.maren)
  const note = await write(room.maren, fresh)
  const started = must(await startThread(room.ines, note.id, { body: 'Hm.', quote: '' })).annotation
  const id = started.threads[0]?.id ?? ''
  await Promise.all([1, 2, 3].map(() => resolveThread(room.ines, id, { resolved: true })))
  expect(await kindsOf(fresh.id)).toEqual([
    'article.created',
    'annotation.created',
    'thread.started',
    'thread.resolved',
  ])
})

it('takes no answer to what is settled', async () => {
  const { thread } = await remarkOn()
  must(await resolveThread(room.ines, thread.id, { resolved: true }))
  expect(reasonOf(await answerThread(room.maren, thread.id, { body: 'Wait.' }))).toBe(
    'not_from_here',
  )
})

it('finds neither a note nor a remark that is not there', async () => {
  const body = 'Hm.'
  expect(reasonOf(await startThread(room.ines, 'nothing', { body, quote: '' }))).toBe('not_found')
  expect(reasonOf(await answerThread(room.ines, 'nothing', { body }))).toBe('not_found')
  expect(reasonOf(await resolveThread(room.ines, 'nothing', { resolved: true }))).toBe('not_found')
})

it('is not asked to keep an empty remark, a zero byte or half a character', () => {
  for (const body of ['', ' \n', 'a\u0000', '\ud83d'])
    expect([newThread.safeParse({ body }).success, newComment.safeParse({ body }).success]).toEqual(
      [false, false],
    )
})
