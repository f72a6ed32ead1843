import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { articleOn, expectSaid, expectSaved, expectSelected, openNote } from '@/tests/support/desk'
import { approve, type MadeArticle, makeArticle, makeNote, revise } from '@/tests/support/revising'

const rise = 'Unemployment in the region rose to 9.8 percent in July, the statistics office said'
const closure = 'The old mill at the harbour was shut down by its owners in the spring of 1994.'
const harm = 'Nobody was hurt when the roof of the warehouse came down.'
const bridge = 'The bridge over the river was opened by the king himself in 1931'
const tower = 'The water tower is the tallest building between the two towns.'
const debt = 'The town owes the bank more than 3 million euros for the new school'

const before = [
  `${rise}.`,
  'The council will meet again on the first Monday of the month, as it always does.',
  closure,
  'Whoever comes by train has to walk the last mile along the shore.',
  `${harm} The fire brigade left at noon.`,
  `${bridge}. ${tower}`,
  'The market has been held on the same square for as long as anyone remembers.',
  `${debt}.`,
]

/** One number is another, one passage is gone, one stands in two places, and two more were edited. */
const after = [
  `Updated at eight this evening by our own reporter. ${harm}`,
  `${rise.replace('9.8', '4.1')}.`,
  'The council will meet again on the first Monday of the month, as it always does.',
  'Whoever comes by train has to walk the last mile along the shore.',
  'The fire brigade left at noon.',
  `${bridge.replace('1931', '1932')}. ${tower}`,
  'The market has been held on the same square for as long as anyone remembers.',
  `${debt.replace('euros', 'crowns')}.`,
  `What we know so far, in short. ${harm}`,
]

test('a checker settles what a new revision did to the notes, with the keyboard alone', async ({
  visit,
}) => {
  test.setTimeout(120_000)
  const maren = await visit('maren')
  const ines = await visit('ines')
  const tobias = await visit('tobias')
  const article = await makeArticle(maren, 'Settled by keys', before)
  const risen = await makeNote(maren, article, rise)
  await makeNote(maren, article, closure)
  await makeNote(maren, article, harm)
  await makeNote(maren, article, tower, bridge)
  await makeNote(maren, article, debt)
  await approve(maren, ines, risen)
  await revise(tobias, article, after)

  await test.step('they stand first among what is to be written, and say why', async () => {
    await maren.goto(paths.desk)
    const first = maren.locator('.row').first()
    await expect(first.getByText('The article changed:')).toBeVisible()
    await expectAccessible(maren)
  })

  await test.step('both wordings are shown, and what kind of change it is', async () => {
    await maren.goto(paths.article(article.id))
    await expect(articleOn(maren)).toBeVisible()
    await expect(maren.getByRole('button', { name: /5 to settle/ })).toBeVisible()
    await maren.keyboard.press('u')
    await expect(panel(maren)).toBeFocused()
    await expect(panel(maren).getByText('A number changed:')).toBeVisible()
    await expect(panel(maren).locator('del')).toHaveText('[taken out: 9.8]')
    await expect(panel(maren).locator('ins')).toHaveText('[put in: 4.1]')
    await expect(maren.locator('mark.changed.is-open').first()).toBeInViewport()
    await expectAccessible(maren)
  })

  await test.step('nothing can be written before, and the verdict is frozen', async () => {
    await expect(openNote(maren).getByText('frozen', { exact: true })).toBeVisible()
    await expect(openNote(maren).getByText(/^Nothing here can be changed/)).toBeVisible()
    await expect(openNote(maren).getByLabel('Claim', { exact: true })).toHaveCount(0)
    await expect(openNote(maren).getByRole('button', { name: 'Send for review' })).toHaveCount(0)
  })

  await test.step('Y confirms the new words, and U goes on', async () => {
    await maren.keyboard.press('y')
    await expect(maren.getByText('Settled.', { exact: true })).toBeVisible()
    await expect(maren.locator('.settle')).toBeFocused()
    await expect(openNote(maren).getByLabel('Claim', { exact: true })).toBeVisible()
    await expectSaid(maren, 'Settled. The claim still says “9.8”. 4 notes are left to settle.')
    await maren.keyboard.press('u')
    await expect(panel(maren).getByRole('heading', { name: 'The words are gone' })).toBeVisible()
    await expect(panel(maren)).toBeFocused()
  })

  await test.step('the claim is pointed to, and takes the new number over', async () => {
    await maren.keyboard.press('k')
    const claim = openNote(maren).getByLabel('Claim', { exact: true })
    await expect(claim).toHaveValue(/9\.8/)
    await expectAccessible(maren)
    await openNote(maren).getByRole('button', { name: 'Write “4.1” in the claim' }).press('Enter')
    await expect(claim).toHaveValue(/rose to 4\.1 percent/)
    await expect(claim).toBeFocused()
    await expectSaved(maren)
    await maren.keyboard.press('Escape')
    await maren.keyboard.press('u')
    await expect(panel(maren)).toBeFocused()
  })

  await test.step('M goes into the text, Escape comes back, Enter takes the selected words', async () => {
    await maren.keyboard.press('m')
    await expect(articleOn(maren)).toBeFocused()
    await maren.keyboard.press('Escape')
    await expect(panel(maren)).toBeFocused()
    await maren.keyboard.press('m')
    await expect(articleOn(maren)).toBeFocused()
    // A busy machine may still be placing the caret when the first key comes: then again.
    await expect(async () => {
      await maren.keyboard.press('Control+Home')
      for (let step = 0; step < 3; step++) await maren.keyboard.press('Control+Shift+ArrowRight')
      await expectSelected(maren)
      expect(await maren.evaluate(() => getSelection()?.toString())).toMatch(/^Updated at eight/)
    }).toPass()
    await expect(
      maren.getByRole('button', { name: /^Put the note on the selected words/ }),
    ).toBeVisible()
    await expectAccessible(maren)
    await maren.keyboard.press('Enter')
    await expect(maren.getByText('Settled.', { exact: true })).toBeVisible()
    await expect(openNote(maren).getByText('“Updated at eight')).toBeVisible()
  })

  await test.step('P shows the places it could have, one by one, and a number chooses', async () => {
    await maren.keyboard.press('u')
    await expect(
      panel(maren).getByRole('heading', { name: 'The words stand in 2 places now' }),
    ).toBeVisible()
    await maren.keyboard.press('p')
    await expect(panel(maren).getByRole('button', { name: /^1/ })).toBeFocused()
    await expect(maren.locator('mark.candidate.is-chosen').first()).toBeInViewport()
    await expectAccessible(maren)
    await maren.keyboard.press('p')
    await expect(panel(maren).getByRole('button', { name: /^2/ })).toBeFocused()
    await maren.keyboard.press('Shift+P')
    await expect(panel(maren).getByRole('button', { name: /^1/ })).toBeFocused()
    await maren.keyboard.press('Escape')
    await expect(panel(maren)).toBeFocused()
    await maren.keyboard.press('p')
    await maren.keyboard.press('2')
    await expect(maren.getByText('Settled.', { exact: true })).toBeVisible()
    await expect(maren.locator('mark.is-open').first()).toBeInViewport()
    await expect(maren.locator('p', { has: maren.locator('mark.is-open') })).toContainText(
      'What we know so far',
    )
  })

  await test.step('X leaves one place of a note out', async () => {
    await maren.keyboard.press('u')
    await expect(panel(maren).locator('ins')).toHaveText(/^\[put in: 1932/)
    await maren.keyboard.press('x')
    await expect(maren.getByText('Settled.', { exact: true })).toBeVisible()
    await expect(openNote(maren).getByText(`“${tower}”`)).toBeVisible()
    await expect(openNote(maren).getByText(`“${bridge}`)).toHaveCount(0)
  })

  await test.step('R retires the note, with a reason', async () => {
    await maren.keyboard.press('u')
    await expect(panel(maren).locator('ins')).toHaveText('[put in: crowns]')
    await maren.keyboard.press('r')
    await expect(maren.getByLabel('Why is it retired?')).toBeFocused()
    await maren.keyboard.press('Enter')
    await expect(maren.getByText('Say why the note is retired.')).toBeVisible()
    await maren.keyboard.type('They corrected it.')
    await maren.keyboard.press('Enter')
    await expect(openNote(maren).or(maren.getByText('They corrected it.')).first()).toBeVisible()
    await expect(maren.getByText('They corrected it.')).toBeVisible()
    await expect(maren.getByRole('button', { name: /to settle/ })).toHaveCount(0)
  })

  await test.step('the keys are listed', async () => {
    await maren.keyboard.press('Escape')
    await maren.keyboard.press('?')
    await expect(maren.getByRole('dialog').getByText('Confirm the new words')).toBeVisible()
    await expectAccessible(maren)
  })
})

test('the notes to settle can be shown alone, and a colleague is told whose they are', async ({
  visit,
}) => {
  const maren = await visit('maren')
  const ines = await visit('ines', { colorScheme: 'dark' })
  const article = await makeArticle(maren, 'Settled by its author', before)
  await makeNote(maren, article, rise)
  await makeNote(maren, article, tower)
  await revise(maren, article, after)
  await ines.goto(paths.article(article.id))
  await ines.getByRole('button', { name: /^To settle/ }).click()
  await expect(ines.locator('.card')).toHaveCount(1)
  await expect(ines.locator('.card').getByText('The words changed')).toBeVisible()
  await ines.locator('.card button').click()
  await expect(panel(ines).getByText('Maren Oduya settles this, or an editor.')).toBeVisible()
  await ines.keyboard.press('y')
  await expect(panel(ines)).toBeVisible()
  await expectAccessible(ines)
})

test('on a phone the words are settled in the sheet', async ({ visit }) => {
  const maren = await visit('maren', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const article = await makeArticle(maren, 'Settled on a phone', before)
  await makeNote(maren, article, harm)
  await revise(maren, article, after)
  await maren.goto(paths.article(article.id))
  await expect(articleOn(maren)).toBeVisible()
  await maren.getByRole('button', { name: 'List' }).tap()
  await maren.getByRole('dialog').getByText('The words stand in 2 places now').tap()
  await maren.getByRole('button', { name: /^Choose its place/ }).tap()
  await expect(maren.locator('mark.candidate.is-chosen').first()).toBeInViewport()
  await expectAccessible(maren)
  await panel(maren).getByRole('button', { name: /^1/ }).tap()
  await expect(maren.getByText('Settled.', { exact: true })).toBeVisible()
})

test('what is typed on an older revision is kept, and never put on the words of the new one', async ({
  visit,
  announce,
}) => {
  announce(/409/)
  const maren = await visit('maren')
  const tobias = await visit('tobias')
  const article = await makeArticle(maren, 'Revised meanwhile', before)
  const id = await makeNote(maren, article, tower)
  await maren.goto(paths.note(article.id, id))
  const claim = openNote(maren).getByLabel('Claim', { exact: true })
  await expect(claim).toBeVisible()
  await revise(tobias, article, ['A new first paragraph.', ...before])
  const moved = await anchorsOf(maren, id)
  expect(moved).not.toEqual([startOf(article, tower)])

  await claim.fill('Typed before anyone could tell.')
  await expect(
    openNote(maren).getByText('Not saved: the article has a newer revision.'),
  ).toBeVisible()
  await expect(maren.locator('.bar-say')).toContainText('The article has a newer revision.')
  const send = openNote(maren).getByRole('button', { name: 'Send for review' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await expect(send).toHaveAccessibleDescription(/nothing can be decided here/)
  await expectAccessible(maren)
  expect(await anchorsOf(maren, id)).toEqual(moved)

  await openNote(maren).getByRole('button', { name: 'Reload' }).click()
  await openNote(maren).getByRole('button', { name: 'Restore them' }).click()
  await expect(claim).toHaveValue('Typed before anyone could tell.')
  await expect
    .poll(async () => (await noteAt(maren, id)).content.claim)
    .toBe('Typed before anyone could tell.')
  expect(await anchorsOf(maren, id)).toEqual(moved)

  await maren.goto(`${paths.article(article.id)}?at=0-12&in=1`)
  await expect(maren.getByText(/words of revision 1, and this is revision 2/)).toBeVisible()
  await expect(maren.getByRole('toolbar', { name: 'Selected words' })).toHaveCount(0)
})

function panel(page: Page) {
  return page.locator('.settle')
}

async function noteAt(page: Page, id: string) {
  return (await (await page.request.get(paths.api.annotation(id))).json()).annotation
}

async function anchorsOf(page: Page, id: string): Promise<{ start: number; end: number }[]> {
  return (await noteAt(page, id)).content.anchors
}

function startOf({ text }: MadeArticle, words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}
