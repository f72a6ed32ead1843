import { beforeAll, expect, it } from 'vitest'
import { findSpanFault } from '@/lib/domain/anchoring/anchors'
import { findArticleDesk } from '@/lib/services/articles'
import { must } from '@/tests/support/newcomers'
import { approve, type Newsroom, openNewsroom, submit } from '@/tests/support/newsroom'
import { writeScale } from '@/tests/support/scale'

let room: Newsroom

beforeAll(async () => {
  room = await openNewsroom()
})

it('writes an article of a size, with notes that the desk can work on', async () => {
  const article = await writeScale(room.maren, room.tobias, { words: 1000, notes: 60 })
  const { desk } = must(await findArticleDesk(room.maren, article.id))

  expect(article.text.split(/\s+/)).toHaveLength(1000)
  expect(desk.annotations.map(({ id }) => id).sort()).toEqual(
    article.notes.map(({ id }) => id).sort(),
  )
  for (const { spans } of article.notes)
    for (const span of spans) expect(findSpanFault(article.text, span)).toBeNull()
  const draft = desk.annotations.find(({ state }) => state === 'draft')
  if (!draft) throw new Error('There is no draft.')
  expect((await approve(room.tobias, await submit(room.maren, draft))).state).toBe('approved')
})

it('writes the same article for the same size', async () => {
  const size = { words: 500, notes: 20, seed: 7 }
  const [one, other] = [
    await writeScale(room.maren, room.tobias, size),
    await writeScale(room.maren, room.tobias, size),
  ]
  const places = ({ text, notes }: typeof one) => [text, notes.map(({ spans }) => spans)]
  expect(places(one)).toEqual(places(other))
})
