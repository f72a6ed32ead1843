import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import {
  articleOn,
  articleText,
  bringIn,
  expectSaid,
  expectSelected,
  openNote,
  unfoldEvidence,
} from '@/tests/support/desk'

test('a checker finds words, their part and quiet with the keyboard alone', async ({ visit }) => {
  const maren = await visit('maren')
  await bringIn(maren, articleText(), 'Read from end to end')
  await toTheStart(maren)

  await maren.keyboard.press('f')
  const field = maren.getByRole('textbox', { name: 'Find in the article' })
  await expect(field).toBeFocused()
  await maren.keyboard.type('THE')
  const count = maren.getByRole('search').getByText(/^\d+ of \d+$/)
  await expect(count).toHaveText(/^1 of/)
  const all = await count.textContent()
  await maren.getByRole('button', { name: 'Whole words' }).press('Enter')
  await expect(count).not.toHaveText(all ?? '')
  await field.press('Enter')
  await expect(count).toHaveText(/^2 of/)
  await field.press('Shift+Enter')
  await expect(count).toHaveText(/^1 of/)
  await expectAccessible(maren)
  await maren.keyboard.press('Escape')
  await expect(articleOn(maren)).toBeFocused()
  await expectSelected(maren)
  await maren.keyboard.press('n')
  await expect(openNote(maren).getByLabel('Claim', { exact: true })).toHaveValue(/^the$/i)
  await maren.keyboard.press('Escape')

  await maren.keyboard.press('i')
  const outline = maren.getByRole('dialog', { name: 'Outline' })
  await expect(outline.getByRole('button', { name: /1 note: No verdict/ })).toBeFocused()
  await expectAccessible(maren)
  await maren.keyboard.press('End')
  await maren.keyboard.press('Enter')
  await expect(outline).toBeHidden()
  await expect(articleOn(maren)).toBeFocused()

  const shownBar = maren.getByRole('link', { name: 'History' })
  await maren.keyboard.press('z')
  await expect(shownBar).toBeHidden()
  await expectSaid(maren, /^Focus:/)
  await expectAccessible(maren)
  await maren.keyboard.press('k')
  await expect(openNote(maren)).toBeVisible()
  await maren.keyboard.press('Escape')
  await expect(openNote(maren)).toHaveCount(0)
  await maren.keyboard.press('Escape')
  await expect(shownBar).toBeVisible()
})

test('a checker goes on where they stopped, and sees the desk as they like it', async ({
  visit,
}) => {
  const maren = await visit('maren')
  const id = await bringIn(maren, articleText(), 'Read in two sittings')
  const progress = maren.getByText(/^¶Paragraph \d+ of \d+$/)
  await expect(progress).toHaveText(/Paragraph 1 of/)
  await expect(maren.getByRole('button', { name: /^Go on at/ })).toHaveCount(0)
  await articleOn(maren).focus()
  await maren.keyboard.press('Control+End')
  await expect(progress).not.toHaveText(/Paragraph 1 of/)
  const left = /Paragraph (\d+)/.exec((await progress.textContent()) ?? '')?.[1]

  await maren.goto(paths.articles)
  await maren.goto(paths.article(id))
  await maren.getByRole('button', { name: `Go on at paragraph ${left}` }).press('Enter')
  await expect(articleOn(maren)).toBeFocused()
  await expect(progress).toHaveText(new RegExp(`Paragraph ${left} of`))

  await maren.getByRole('button', { name: 'View', exact: true }).press('Enter')
  await maren.getByRole('radio', { name: 'Dark' }).press('Space')
  await maren.getByRole('radio', { name: 'Larger' }).press('Space')
  await expectAccessible(maren)
  const paper = await colourOf(maren)
  await maren.keyboard.press('Escape')
  await maren.reload()
  expect(await colourOf(maren)).toBe(paper)
  await expect(maren.locator('html')).toHaveAttribute('data-text', 'larger')
  await maren.goto(paths.desk)
  await expect(maren.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(maren)
})

test('on a tablet no filter is cut off', async ({ visit }) => {
  const maren = await visit('maren', { viewport: { width: 720, height: 900 } })
  await openDemo(maren)
  const filters = maren.getByRole('group', { name: 'Show notes by state' }).getByRole('button')
  const last = maren.getByRole('button', { name: 'One line each' })
  for (const filter of [...(await filters.all()), last, maren.locator('.mini')])
    await expect(filter).toBeInViewport({ ratio: 1 })
  expect((await maren.locator('.mini').boundingBox())?.width).toBeGreaterThan(150)
})

test('the page fits a window 320 px wide, whatever is open', async ({ visit }) => {
  const maren = await visit('maren', { viewport: { width: 320, height: 640 } })
  await openDemo(maren)
  await expectToFit(maren)
  await maren.getByRole('button', { name: 'View', exact: true }).click()
  await expectToFit(maren)
  const menu = maren.getByRole('region', { name: 'View' })
  await expect(menu).toBeInViewport({ ratio: 1 })
  await expect(menu.getByRole('link')).toHaveText(['Revisions', 'History'])
  await maren.getByRole('button', { name: 'Find in the article' }).click()
  await maren.keyboard.type('letter')
  await expectToFit(maren)
  await toTop(maren)
  expect(await maren.getByRole('banner').evaluate(bottomOf)).toBeLessThanOrEqual(
    await maren.getByRole('article').evaluate(topOf),
  )
  await expectAccessible(maren)
  await maren.keyboard.press('Escape')
  await maren.keyboard.press('j')
  await expect(openNote(maren)).toBeVisible()
  await expectToFit(maren)
  await expectAccessible(maren)
})

for (const [name, options] of [
  ['in the system’s dark colours', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const)
  test(`a note, what is found and the outline can be read ${name}`, async ({ visit }) => {
    const tobias = await visit('tobias', options)
    await openDemo(tobias)
    await tobias.keyboard.press('f')
    await tobias.keyboard.type('nato')
    await expectAccessible(tobias)
    await tobias.keyboard.press('Escape')
    await expect(tobias.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
    await expectAccessible(tobias)
    await tobias.getByRole('link', { name: /note 1 of/ }).press('Enter')
    await unfoldEvidence(tobias)
    await expectAccessible(tobias)
    await tobias.keyboard.press('i')
    await expectAccessible(tobias)
  })

async function toTheStart(page: Page): Promise<void> {
  await articleOn(page).focus()
  await page.keyboard.press('Control+Home')
}

async function openDemo(page: Page): Promise<void> {
  await page.goto(paths.articles)
  await page.getByRole('link', { name: /^Moscow weighs/ }).click()
  await toTheStart(page)
}

function colourOf(page: Page): Promise<string> {
  return page.evaluate(
    () => getComputedStyle(document.body.parentElement ?? document.body).backgroundColor,
  )
}

function toTop(page: Page): Promise<void> {
  return page.evaluate(() => window.scrollTo(0, 0))
}

const topOf = (element: Element) => element.getBoundingClientRect().top

/** Of all that it shows, in the flow or not. */
const bottomOf = (element: Element) =>
  Math.max(...[element, ...element.children].map(each => each.getBoundingClientRect().bottom))

async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
}
