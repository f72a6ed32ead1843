import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import type { LookChange, LookReason, LookView } from '@/lib/domain/looks'
import type { Call } from '@/lib/domain/roles'
import { sentencesOf } from '@/lib/domain/segments'
import { findArticleDesk } from '@/lib/services/articles'
import { listHistory } from '@/lib/services/history'
import { changeLooks } from '@/lib/services/looks'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  kindsOf,
  later,
  type Newsroom,
  openNewsroom,
  revise,
  spanOf,
} from '@/tests/support/newsroom'

const paragraphs = [
  'The harbour handled 412 ships in 2025. The mayor called it a triumph. Nobody asked her why.',
  'It was the best year since 1998, she said. The sea was calm.',
]
const text = paragraphs.join('\n')

let room: Newsroom
let article: BroughtIn

beforeAll(async () => {
  room = await openNewsroom()
})

/** Every test has an article of its own. */
async function fresh(): Promise<BroughtIn> {
  article = await bringIn(
    room.maren,
    paragraphs.map(each => ({ kind: 'paragraph', text: each })),
  )
  return article
}

function change(
  words: string,
  to: LookChange['to'],
  seen: LookView | null | undefined = null,
  within = article.text,
): LookChange {
  return { ...spanOf(words, within), seen: seen?.id ?? null, to }
}

const left = (reason: LookReason | null = null) => ({ reason })

function say(call: Call, ...changes: LookChange[]) {
  return changeLooks(call, article.id, { revisionId: article.revisionId, changes })
}

async function looksNow(): Promise<LookView[]> {
  return must(await findArticleDesk(room.maren, article.id)).desk.looks
}

async function inWords(): Promise<[string, LookReason | null, string][]> {
  return (await looksNow()).map(look => [
    article.text.slice(look.start, look.end),
    look.reason,
    look.by.name,
  ])
}

const triumph = 'The mayor called it a triumph.'
const why = 'Nobody asked her why.'
const calm = 'The sea was calm.'

describe('looking', () => {
  it('leaves many sentences at once, each with who looked, why and when', async () => {
    await fresh()
    const answer = must(
      await say(
        later(room.ines, 3),
        change(triumph, left('opinion')),
        change(calm, left('trivial')),
        change(why, left()),
      ),
    )
    expect(answer.looks).toHaveLength(3)
    expect(await inWords()).toEqual([
      [triumph, 'opinion', 'Ines Castellan'],
      [why, null, 'Ines Castellan'],
      [calm, 'trivial', 'Ines Castellan'],
    ])
    expect((await looksNow())[0]?.at).toBe('2026-03-02T09:33:00.000Z')
  })

  it('takes a look back and leaves the trace of both', async () => {
    await fresh()
    const [look] = must(await say(room.ines, change(triumph, left('opinion')))).looks
    expect(must(await say(room.ines, change(triumph, null, look))).looks).toEqual([])
    expect(await looksNow()).toEqual([])
    const rows = await database.look.findMany({
      where: { revisionId: article.revisionId },
      orderBy: { turn: 'asc' },
    })
    expect(rows).toMatchObject([
      { turn: 1, isLeft: true, reason: 'opinion' },
      { turn: 2, isLeft: false, reason: null },
    ])
    const [again] = must(await say(room.maren, change(triumph, left()))).looks
    expect(again).toMatchObject({ reason: null, by: { name: 'Maren Oduya' } })
  })

  it('writes one entry for what one request left, and one for what it took back', async () => {
    await fresh()
    const [look] = must(await say(room.ines, change(triumph, left('opinion')))).looks
    must(
      await say(
        later(room.ines, 1),
        change(triumph, null, look),
        change(calm, left()),
        change(why, left('trivial')),
      ),
    )
    expect(await kindsOf(article.id)).toEqual([
      'article.created',
      'sentences.left',
      'sentences.left',
      'sentences.opened',
    ])
    const { entries } = must(await listHistory(room.maren, article.id))
    expect(entries.map(entry => entry.sentence)).toEqual([
      `took back the look at “${triumph}”`,
      `looked at 3 sentences and left them (1 opinion, 1 trivial, and 1 without a reason), from “${triumph}”`,
      'brought in “The harbour that grew”; revision 1 was frozen',
    ])
  })

  it('leaves no second trace of what stands there already', async () => {
    await fresh()
    const asked = change(triumph, left('opinion'))
    const first = must(await say(room.ines, asked)).looks
    expect(must(await say(room.ines, asked)).looks).toEqual(first)
    expect(must(await say(room.maren, asked)).looks).toEqual(first)
    expect(must(await say(room.maren, change(calm, null))).looks).toEqual([])
    expect(await kindsOf(article.id)).toEqual(['article.created', 'sentences.left'])
  })
})

describe('a look of somebody else', () => {
  it.each([
    ['is not for another checker to change', 'maren', 'forbidden'],
    ['may be changed by whoever looked', 'ines', 'ok'],
    ['may be changed by an editor', 'tobias', 'ok'],
    ['may be changed by an admin', 'ruth', 'ok'],
  ] as const)('%s', async (_title, who, reason) => {
    await fresh()
    const [look] = must(await say(room.ines, change(triumph, left('opinion')))).looks
    const changed = await say(room[who], change(triumph, left('trivial'), look))
    expect(reasonOf(changed)).toBe(reason)
    const now = reason === 'ok' ? 'trivial' : 'opinion'
    expect((await looksNow())[0]).toMatchObject({ reason: now })
    const current = (await looksNow())[0]
    expect(reasonOf(await say(room[who], change(triumph, null, current)))).toBe(reason)
  })

  it('keeps a whole request from being done where one sentence of it is another’s', async () => {
    await fresh()
    const [look] = must(await say(room.ines, change(triumph, left('opinion')))).looks
    const both = [change(triumph, left('trivial'), look), change(calm, left('trivial'))]
    expect(reasonOf(await say(room.maren, ...both))).toBe('forbidden')
    expect(await inWords()).toEqual([[triumph, 'opinion', 'Ines Castellan']])
  })
})

describe('two people', () => {
  it('who look at one sentence at once leave one look, and the second hears of the first', async () => {
    await fresh()
    const answers = await Promise.all([
      say(room.maren, change(triumph, left('opinion'))),
      say(room.ines, change(triumph, left('trivial'))),
    ])
    expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
    const refused = answers.find(answer => !answer.ok)
    const looks = await looksNow()
    expect(looks).toHaveLength(1)
    expect(refused).toMatchObject({ current: looks })
    expect(await kindsOf(article.id)).toEqual(['article.created', 'sentences.left'])
  })

  it('do not overwrite one another with what they saw before', async () => {
    await fresh()
    const [seen] = must(await say(room.ines, change(triumph, left('opinion')))).looks
    must(await say(room.ines, change(triumph, null, seen)))
    const late = await say(room.tobias, change(triumph, left('trivial'), seen))
    expect(late).toMatchObject({ reason: 'stale', current: [] })
  })
})

it.each([
  ['an article that is none', { id: '00000000-0000-4000-8000-000000000000' }, 'not_found'],
  [
    'a revision that is not the newest',
    { revisionId: '00000000-0000-4000-8000-000000000000' },
    'stale',
  ],
])('says nothing of %s', async (_what, own, reason) => {
  await fresh()
  article = { ...article, ...own }
  expect(reasonOf(await say(room.ines, change(triumph, left())))).toBe(reason)
})

it.each([
  ['outside the text', { start: 5, end: 5000 }],
  ['over two paragraphs', { start: 0, end: text.length }],
  ['of white space', { start: text.indexOf(' The mayor'), end: text.indexOf('The mayor') }],
])('takes no sentence %s', async (_where, span) => {
  await fresh()
  expect(reasonOf(await say(room.ines, { ...span, seen: null, to: left() }))).toBe('invalid')
})

describe('a new revision', () => {
  const all = (to = left('opinion')) =>
    sentencesOf(text, 'en').map(sentence => ({ ...sentence, seen: null, to }))

  it('keeps the looks at the same words, elsewhere or set otherwise, and opens the others', async () => {
    await fresh()
    must(await say(later(room.ines, 5), ...all()))
    const now = [
      'An added line. The harbour handled 398 ships in 2025. The mayor\u00a0called it a triumph.',
      'The sea was calm today. It was the best year since 1998, she said.',
    ].join('\n')
    article = await revise(later(room.maren, 90), article, now)
    const best = 'It was the best year since 1998, she said.'
    expect((await inWords()).map(([words]) => words)).toEqual([
      'The mayor\u00a0called it a triumph.',
      best,
    ])
    const looks = await looksNow()
    expect(looks[0]).toMatchObject({
      by: { name: 'Ines Castellan' },
      at: '2026-03-02T09:35:00.000Z',
    })
    const { entries } = must(await listHistory(room.maren, article.id))
    expect(entries[0]?.sentence).toBe(
      'kept the looks at 2 sentences in revision 2; 3 sentences to look at again, since the words are others',
    )
    const changed = await say(room.ines, change(best, null, looks[1]))
    expect(reasonOf(changed)).toBe('ok')
  })

  it('opens a sentence in which only a negation, a number or a name is another', async () => {
    await fresh()
    must(await say(room.ines, ...all()))
    const now = text
      .replace('was calm', 'was not calm')
      .replace('1998', '1989')
      .replace('her why', 'him why')
    article = await revise(room.maren, article, now)
    expect((await inWords()).map(([words]) => words)).toEqual([
      'The harbour handled 412 ships in 2025.',
      triumph,
    ])
  })

  it('keeps what was taken back open', async () => {
    await fresh()
    const [look] = must(await say(room.ines, change(calm, left()))).looks
    must(await say(room.ines, change(calm, null, look)))
    article = await revise(room.maren, article, `${text}\nMore.`)
    expect(await looksNow()).toEqual([])
    expect(await kindsOf(article.id)).not.toContain('sentences.carried')
  })

  it('refuses a look that was decided on the revision before', async () => {
    await fresh()
    const older = { ...article }
    await revise(room.maren, article, `${text}\nMore.`)
    article = older
    expect(reasonOf(await say(room.ines, change(calm, left())))).toBe('stale')
  })

  it('puts two looks at like sentences on one place once', async () => {
    article = await bringIn(room.maren, [
      { kind: 'paragraph', text: 'The sea was calm.' },
      { kind: 'paragraph', text: 'Ships came in from the north all day.' },
      { kind: 'paragraph', text: 'The sea was calm.' },
    ])
    must(
      await say(
        room.ines,
        ...sentencesOf(article.text, 'en').map(each => ({ ...each, seen: null, to: left() })),
      ),
    )
    article = await revise(
      room.maren,
      article,
      'Ships came in from the north all day.\nThe sea was calm.',
    )
    expect((await inWords()).map(([words]) => words)).toEqual([
      'Ships came in from the north all day.',
      'The sea was calm.',
    ])
  })
})
