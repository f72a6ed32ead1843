import type { Page } from '@playwright/test'
import { type AnnotationView, annotationContent, newContent } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'
import { expect, test, type Visit } from '@/tests/support/browsing'
import { articleOn } from '@/tests/support/desk'

// What a stranger, a colleague with another role or a broken program may try, against the built product.

const words = 'Plain words, and ‮some‬ others. 🚢'
const details = {
  title: 'A harbour report',
  standfirst: '',
  publisher: 'Meridian Wire',
  byline: '',
  publishedOn: '',
  url: '',
  language: 'en',
}
const block = (text: string) => ({ kind: 'paragraph', text })

/** A page of Maren's with an article of hers, and a note in it. */
async function withNote(
  visit: Visit,
): Promise<{ maren: Page; articleId: string; revisionId: string; note: AnnotationView }> {
  const maren = await visit('maren')
  const made = await maren.request.post(paths.api.articles, {
    data: { details, blocks: [block(words)] },
  })
  const { id: articleId, revisionId } = await made.json()
  const marked = await maren.request.post(paths.api.annotations(articleId), {
    data: {
      revisionId,
      content: newContent([{ start: 0, end: 11 }], 'Plain words'),
      toCheck: false,
    },
  })
  return { maren, articleId, revisionId, note: (await marked.json()).annotation }
}

test('whoever is signed out is refused everywhere, and sent to the door from pages', async ({
  visit,
  announce,
}) => {
  announce(/401/)
  const stranger = await visit(null)
  for (const path of [paths.api.articles, paths.api.preview, paths.api.invites]) {
    const answer = await stranger.request.post(path, { data: {} })
    expect(answer.status(), path).toBe(401)
    expect(await answer.json()).toMatchObject({ ok: false, reason: 'signed_out' })
  }
  await stranger.goto(paths.articles)
  await expect(stranger).toHaveURL(/\/sign-in\?from=/)
})

test('a wrong password and an unknown address get the same answer', async ({ visit, announce }) => {
  announce(/401/)
  const page = await visit(null)
  await page.goto(paths.signIn)
  const answers: (string | null)[] = []
  for (const email of ['maren.oduya@courier.example', 'nobody@courier.example']) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('not the password at all')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Not signed in.' })).toBeVisible()
    answers.push(await page.getByRole('alert').filter({ hasText: 'Not signed in.' }).textContent())
  }
  expect(answers[0]).toBe(answers[1])
})

test('another site cannot write in somebody’s name', async ({ visit }) => {
  const maren = await visit('maren')
  const answer = await maren.request.post(paths.api.articles, {
    headers: { origin: 'https://elsewhere.example' },
    data: { details, blocks: [block('x')] },
  })
  expect(answer.status()).toBe(403)
})

test('a text that cannot be stored is refused in words, and nothing of it is kept', async ({
  visit,
}) => {
  const maren = await visit('maren')
  const create = (text: string) =>
    maren.request.post(paths.api.articles, {
      data: { details: { ...details, title: 'Never to be seen' }, blocks: [block(text)] },
    })
  for (const [text, status, says] of [
    ['zero \u0000 byte', 400, /zero byte/],
    ['half \ud83d a character', 400, /half of a character/],
    ['', 400, /words/],
    ['x'.repeat(1_000_001), 400, /characters/],
    ['x'.repeat(6_000_000), 413, /bytes/],
  ] as const) {
    const answer = await create(text)
    expect(answer.status()).toBe(status)
    expect((await answer.json()).message).toMatch(says)
  }
  await maren.goto(paths.articles)
  await expect(maren.getByRole('link', { name: /Moscow weighs/ })).toBeVisible()
  await expect(maren.getByText('Never to be seen')).toHaveCount(0)
})

test('long lines, right-to-left text and emoji are taken as they are', async ({ visit }) => {
  const maren = await visit('maren')
  const arabic = 'قال الوزير إن السفن زادت بنسبة 4٪ في عام 2021.'
  const blocks = [
    block('word '.repeat(2000).trim()),
    block(arabic),
    block('Ships 🚢🚢 and a flag 🇳🇴, é as e\u0301.'),
  ]
  const made = await maren.request.post(paths.api.articles, {
    data: { details: { ...details, title: 'سفن', language: 'ar' }, blocks },
  })
  expect(made.status()).toBe(201)
  await maren.goto(paths.article((await made.json()).id))
  await expect(articleOn(maren)).toContainText(arabic)
  const direction = await articleOn(maren)
    .getByText(arabic)
    .evaluate(
      element => getComputedStyle(element).direction + getComputedStyle(element).unicodeBidi,
    )
  expect(direction).toMatch(/rtl|plaintext/)
})

test('an annotation needs words that are there', async ({ visit }) => {
  const { maren, articleId, revisionId } = await withNote(visit)
  for (const [span, says] of [
    [{ start: 3, end: 3 }, /at least one/],
    [{ start: 5, end: 6 }, /white space/],
    [{ start: 0, end: 9999 }, /not in the article/],
    [{ start: words.length - 1, end: words.length }, /half/],
  ] as const) {
    const answer = await maren.request.post(paths.api.annotations(articleId), {
      data: { revisionId, content: newContent([span], ''), toCheck: false },
    })
    expect(answer.status()).toBe(400)
    expect((await answer.json()).message).toMatch(says)
  }
})

test('a source that would run is refused, and HTML stays text', async ({ visit }) => {
  const { maren, articleId, revisionId, note } = await withNote(visit)
  const evil = '<img src=x onerror=alert(1)>'
  const citation = {
    stance: 'supports',
    url: 'javascript:alert(1)',
    title: evil,
    publisher: evil,
    publishedOn: '',
    passage: evil,
    passageKind: 'exact',
    locator: evil,
  }
  const content = {
    ...annotationContent.parse(note.content),
    claim: evil,
    claimant: { name: evil, role: evil, saidOn: '', saidWhere: evil },
    citations: [citation],
  }
  const refused = await maren.request.put(paths.api.annotation(note.id), {
    data: { version: note.version, revisionId, content },
  })
  expect(refused.status()).toBe(400)
  expect((await refused.json()).message).toMatch(/https:\/\//)

  const saved = await maren.request.put(paths.api.annotation(note.id), {
    data: {
      version: note.version,
      revisionId,
      content: { ...content, citations: [{ ...citation, url: 'https://source.example/' }] },
    },
  })
  expect(saved.status()).toBe(200)
  await maren.goto(paths.note(articleId, note.id))
  await expect(maren.getByLabel('Claim', { exact: true })).toHaveValue(evil)
  await expect(maren.locator('img')).toHaveCount(0)
})

test('a stale save changes nothing and brings what it is now', async ({ visit }) => {
  const { maren, revisionId, note } = await withNote(visit)
  const save = (version: number, claim: string) =>
    maren.request.put(paths.api.annotation(note.id), {
      data: { version, revisionId, content: { ...note.content, claim } },
    })
  expect((await save(note.version, 'The first')).status()).toBe(200)
  const second = await save(note.version, 'The second')
  expect(second.status()).toBe(409)
  expect(await second.json()).toMatchObject({
    reason: 'stale',
    current: { content: { claim: 'The first' } },
  })
})

test('a colleague’s note is not theirs to change, retire or send', async ({ visit }) => {
  const { note } = await withNote(visit)
  const ines = await visit('ines')
  const save = await ines.request.put(paths.api.annotation(note.id), {
    data: {
      version: note.version,
      revisionId: note.revisionId,
      content: { ...note.content, claim: 'Mine now' },
    },
  })
  expect(save.status()).toBe(403)
  for (const move of ['submit', 'retire'])
    expect(
      (
        await ines.request.post(paths.api.moves(note.id), {
          data: { move, version: note.version, reason: 'why' },
        })
      ).status(),
    ).toBe(403)
  expect((await ines.request.get(paths.api.annotation('not-an-id'))).status()).toBe(404)
})

test('a checker neither publishes nor runs the newsroom', async ({ visit }) => {
  const { maren, articleId } = await withNote(visit)
  const request = { title: 'T', summary: 'S', notes: [], corrections: [] }
  expect(
    (await maren.request.post(paths.api.editions(articleId), { data: request })).status(),
  ).toBe(403)
  expect(
    (
      await maren.request.post(paths.api.invites, {
        data: { email: 'x@courier.example', role: 'admin' },
      })
    ).status(),
  ).toBe(403)
})

test('what is no JSON, or of another kind, is answered as that', async ({ visit }) => {
  const maren = await visit('maren')
  const broken = await maren.request.post(paths.api.articles, {
    headers: { 'content-type': 'application/json' },
    data: Buffer.from('{"details":'),
  })
  expect(broken.status()).toBe(400)
  const form = await maren.request.post(paths.api.articles, { form: { title: 'x' } })
  expect(form.status()).toBe(415)
  const file = await maren.request.post(paths.api.preview, {
    headers: { 'content-type': 'application/octet-stream' },
    data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  })
  expect(file.status()).toBe(415)
  expect((await file.json()).message).toMatch(/text file/)
})
