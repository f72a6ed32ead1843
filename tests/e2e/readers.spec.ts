import { paths } from '@/lib/paths'
import { expect, expectFineEverywhere, test } from '@/tests/support/browsing'
import { expectNumbersAtTheirWords } from '@/tests/support/numbers'

const slug = 'moscow-weighs-two-letters-and-an-old-quarrel-over-one'

test('a reader finds the fact-check, its claims and its corrections without JavaScript', async ({
  visit,
}) => {
  const reader = await visit(null, { javaScriptEnabled: false })
  await reader.goto(paths.home)
  await reader
    .getByRole('link', { name: /A wire report on Russia/ })
    .first()
    .click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/A wire report/)
  await expect(reader.locator('aside.note')).toHaveCount(5)
  await expect(
    reader.getByText('We wrote that thirteen countries had joined since 1997.').first(),
  ).toBeVisible()
  await reader.getByRole('navigation').getByRole('link', { name: 'Claims' }).click()
  await expect(reader.getByText('Article 10 of the North Atlantic Treaty')).toHaveCount(0)
  await expect(reader.getByText(/first security treaty/).first()).toBeVisible()
  await reader.getByRole('navigation').getByRole('link', { name: 'Corrections' }).click()
  await expect(reader.getByText('Factual error').first()).toBeVisible()
  await reader.getByRole('navigation').getByRole('link', { name: 'How we check' }).click()
  await expect(reader.getByText('The record contradicts it.')).toBeVisible()
})

for (const path of [
  paths.home,
  paths.claims,
  paths.corrections,
  paths.about,
  paths.check(slug),
  paths.edition(slug, 1),
])
  test(`a reader’s page fits, and has nothing for axe to find: ${path}`, async ({ visit }) => {
    const reader = await visit(null)
    await reader.goto(path)
    await expectFineEverywhere(reader, [1440, 820, 390])
  })

test('a page comes with a strong tag, and not again while it is the same', async ({ visit }) => {
  const { request } = await visit(null)
  const first = await request.get(paths.check(slug))
  const tag = first.headers().etag ?? ''
  expect(tag).toMatch(/^"[0-9a-f]{64}(-br)?"$/)
  expect(first.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(await first.text()).not.toMatch(
    /<script(?! type="application\/ld\+json")|\son[a-z]+=|\sstyle=/,
  )
  const second = await request.get(paths.check(slug), { headers: { 'if-none-match': tag } })
  expect(second.status()).toBe(304)
  expect(await second.text()).toBe('')
})

test('notes in the margin stand beside their words and never on one another', async ({ visit }) => {
  const reader = await visit(null)
  await reader.goto(paths.check(slug))
  const boxes = await reader
    .locator('aside.note')
    .evaluateAll(notes =>
      notes.map(note => note.getBoundingClientRect().toJSON()).sort((a, b) => a.top - b.top),
    )
  for (const [index, box] of boxes.entries())
    expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0)
})

test('the number of a note keeps to its last word, and two side by side keep to each other', async ({
  visit,
}) => {
  const reader = await visit(null)
  await reader.goto(paths.check(slug))
  await reader.locator('a.ref').evaluateAll(numbers => {
    for (const number of numbers)
      for (let extra = 0; extra < 2; extra++) {
        const another = number.cloneNode(true) as Element
        another.classList.add('next')
        number.after(another)
      }
  })
  await expectNumbersAtTheirWords(reader)
})

test('what is not there says so in the site’s own look', async ({ visit, announce }) => {
  announce(/404/)
  const reader = await visit(null)
  for (const path of [
    paths.check('no-such-thing'),
    paths.claim(slug, 'zzzzzz'),
    paths.edition(slug, 9),
  ]) {
    const answer = await reader.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('the snapshot is open data and carries the fingerprint', async ({ visit }) => {
  const { request } = await visit(null)
  const answer = await request.get(paths.snapshot(slug))
  expect(answer.headers()['access-control-allow-origin']).toBe('*')
  const data = await answer.json()
  expect(data.hash ?? data.fingerprint).toMatch(/^[0-9a-f]{64}$/)
})

test('health answers with the version and the state of the database', async ({ visit }) => {
  const { request } = await visit(null)
  const answer = await request.get(paths.api.health)
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ ok: true, database: 'up' })
})

test('a browser that asks for the icon by its old name gets it', async ({ visit }) => {
  const { request } = await visit(null)
  const answer = await request.get('/favicon.ico')
  expect(answer.headers()['content-type']).toContain('image/svg+xml')
})
