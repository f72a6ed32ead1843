import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { approve, makeArticle, makeNote } from '@/tests/support/revising'

const filler = [
  'The ferry company was founded by two brothers who had sailed together for years.',
  'Its first ship carried coal, later cattle, and on market days anyone who paid.',
  'The terminal was rebuilt after the storm, with a roof over the waiting room.',
  'A clock was given by the town, and has been late ever since it was put up.',
]

const before = [
  'The ferry carried 412,000 passengers last year, the company said on Monday.',
  ...filler,
  'The fare has not risen since 2015, according to its director, Hanne Lund.',
  'No other line on the coast runs through the whole winter, she added.',
  'The council owns a third of the company and sells none of its shares.',
  'A second ship is to be ordered before the summer holidays begin.',
]

/** A number is another one, a paragraph is gone, one stands elsewhere, and two are new. */
const after = [
  'The ferry carried 398,000 passengers last year, the company said on Monday.',
  ...filler,
  'The council owns a third of the company and sells none of its shares.',
  'The fare has not risen since 2015, according to its director, Hanne Lund.',
  'A second ship is to be ordered before the summer holidays begin.',
  'Correction: an earlier version of this article gave the number of passengers wrongly.',
]

const correction = 'An earlier version gave the number of passengers wrongly.'

test('an editor freezes a new wording with the keyboard alone, having seen what it does to every note', async ({
  visit,
}) => {
  test.setTimeout(120_000)
  const tobias = await visit('tobias')
  const ines = await visit('ines')
  const articleId = await bringInWithNotes(tobias, 'The ferry in winter', ines)
  await tobias.goto(paths.article(articleId))

  await test.step('an article of one revision says what another is for', async () => {
    await press(tobias, tobias.getByRole('link', { name: 'Revisions', exact: true }))
    await expect(tobias.getByText('One revision only')).toBeVisible()
    await expectAccessible(tobias)
    await press(tobias, tobias.getByRole('link', { name: 'Bring in a new wording' }))
    await expect(tobias.getByRole('heading', { name: 'New revision' })).toBeVisible()
  })

  await test.step('nothing pasted is nothing to compare, and says so', async () => {
    await press(tobias, tobias.getByRole('button', { name: 'Compare with revision 1' }))
    await expect(tobias.getByText('Paste the new text, or drop a .txt file.')).toBeVisible()
    await expect(tobias.getByLabel('The new text')).toBeFocused()
  })

  await test.step('the same text says that there is nothing to freeze', async () => {
    await paste(tobias, before)
    await compare(tobias)
    await expect(tobias.getByRole('heading', { name: 'The very same text' })).toBeFocused()
    await expect(tobias.getByRole('button', { name: /^Freeze/ })).toHaveCount(0)
    await expectAccessible(tobias)
    await press(tobias, tobias.getByRole('button', { name: 'Back to the text' }))
    await expect(tobias.getByLabel('The new text')).toBeFocused()
  })

  await test.step('a part of the text is asked about', async () => {
    await paste(tobias, before.slice(0, 2))
    await compare(tobias)
    await expect(tobias.getByText('Is this the whole text?')).toBeVisible()
    await press(tobias, tobias.getByRole('button', { name: 'Back to the text' }))
  })

  await test.step('the new text is pasted, and is there again after a reload', async () => {
    await paste(tobias, after)
    await type(tobias, 'When the publisher changed it', '2022-02-30')
    await type(tobias, 'What the publisher said of it', correction)
    await expect(tobias.getByText('Kept on this computer until then.')).toBeVisible()
    await tobias.reload()
    await expect(tobias.getByLabel('The new text')).toHaveValue(after.join('\n\n'))
    await expect(tobias.getByLabel(/What the publisher said/)).toHaveValue(correction)
    await expectAccessible(tobias)
  })

  await test.step('a day that no calendar has is refused before anything is compared', async () => {
    await press(tobias, tobias.getByRole('button', { name: 'Compare with revision 1' }))
    await expect(tobias.getByLabel(/When the publisher changed it/)).toBeFocused()
    await type(tobias, 'When the publisher changed it', '2022-02-01')
  })

  await test.step('the preview says what becomes of each note, before anything is frozen', async () => {
    await compare(tobias)
    await expect(
      tobias.getByRole('heading', { name: 'What revision 2 would change' }),
    ).toBeFocused()
    await expect(tobias.getByText('4 notes: 1 kept, 1 moved, 1 changed, 1 lost.')).toBeVisible()
    const changed = tobias.locator('.v-note').first()
    await expect(changed.getByText('Its approval will be voided.')).toBeVisible()
    await expect(changed.locator('del')).toHaveText('[taken out: 412,000]')
    await expect(changed.locator('ins')).toHaveText('[put in: 398,000]')
    await expect(changed.getByText('A number changed.')).toBeVisible()
    await expect(tobias.getByText('Not found in the new text.')).toBeVisible()
    await expect(tobias.getByText('a third of the company').first()).toBeVisible()
    await expectAccessible(tobias)
  })

  await test.step('keys lead from change to change', async () => {
    const status = tobias.locator('.c-steps [role="status"]')
    await expect(status).toHaveText('4 changes')
    await tobias.keyboard.press('n')
    await expect(status).toHaveText('Change 1 of 4')
    await expect(tobias.locator('.c-changed')).toBeFocused()
    await tobias.keyboard.press('j')
    await expect(status).toHaveText('Change 2 of 4')
    await tobias.keyboard.press('k')
    await tobias.keyboard.press('p')
    await expect(status).toHaveText('Change 4 of 4')
    await expect(tobias.locator('.c-added')).toBeInViewport()
  })

  await test.step('unchanged paragraphs are folded away until they are asked for', async () => {
    const hidden = tobias
      .locator('.c-fold')
      .getByText(filler[1] ?? '')
      .first()
    await expect(hidden).toBeHidden()
    await press(tobias, tobias.locator('summary', { hasText: 'unchanged paragraphs' }).first())
    await expect(hidden).toBeVisible()
  })

  await test.step('both texts in one, which is remembered', async () => {
    await tobias.getByRole('radio', { name: 'Side by side' }).focus()
    await tobias.keyboard.press('ArrowRight')
    await expect(tobias.locator('.c-changed .c-both')).toBeVisible()
    await expect(tobias.locator('.c-changed .c-older')).toBeHidden()
    await expectAccessible(tobias)
  })

  await test.step('it is frozen, and leads to the article', async () => {
    await press(tobias, tobias.getByRole('button', { name: 'Freeze as revision 2' }))
    await expect(tobias).toHaveURL(new RegExp(`${paths.article(articleId)}$`))
    await expect(tobias.getByRole('link', { name: 'Revision 2' })).toBeVisible()
    await tobias.goto(paths.newRevision(articleId))
    await expect(tobias.getByLabel('The new text')).toHaveValue('')
  })

  await test.step('the list says who froze what, and what the publisher said', async () => {
    await press(tobias, tobias.getByRole('link', { name: 'Revisions', exact: true }))
    await expect(tobias.getByText('Changed by the publisher: 1 February 2022')).toBeVisible()
    await expect(tobias.getByText(correction)).toBeVisible()
    await expect(tobias.getByRole('link', { name: '2 passages to settle' })).toBeVisible()
    await expectAccessible(tobias)
    await press(tobias, tobias.getByRole('button', { name: 'Compare' }))
    await expect(tobias.getByRole('heading', { name: 'Revision 1 and revision 2' })).toBeVisible()
  })

  await test.step('the comparison shows the notes on both sides', async () => {
    await expect(tobias.locator('.c-changed .c-both')).toBeVisible()
    await tobias.getByRole('radio', { name: 'In one text' }).focus()
    await tobias.keyboard.press('ArrowLeft')
    await expect(tobias.locator('.c-older .ref').first()).toHaveText('Note 1')
    await expect(tobias.locator('.c-newer .ref').first()).toHaveText('Note 1')
    const lost = tobias.locator('.v-compared', { hasText: 'through the whole winter' })
    await expect(lost.getByText('Lost')).toBeVisible()
    await expectAccessible(tobias)
  })

  await test.step('it needs no script', async () => {
    const plain = await visit(null, {
      javaScriptEnabled: false,
      storageState: await tobias.context().storageState(),
    })
    await plain.goto(paths.revisions(articleId))
    await plain.getByRole('button', { name: 'Compare' }).click()
    await expect(plain.locator('.c-changed .c-newer ins')).toHaveText('[put in: 398,000]')
    await plain.locator('summary', { hasText: 'unchanged paragraphs' }).first().click()
    await expect(plain.getByText(filler[1] ?? '').first()).toBeVisible()
  })

  await test.step('an address that names no revision says so', async () => {
    await tobias.goto(`${paths.revisions(articleId)}?from=1&to=7`)
    await expect(tobias.getByText('There is no such revision.')).toBeVisible()
  })
})

test('a new wording is compared on a phone, both texts in one', async ({ visit }) => {
  const ines = await visit('ines')
  const articleId = await bringInWithNotes(ines, 'The ferry on a phone')
  await ines.setViewportSize({ width: 390, height: 844 })
  await ines.goto(paths.newRevision(articleId))
  await expectFits(ines)
  await paste(ines, after)
  await compare(ines)
  await expect(ines.getByRole('heading', { name: 'What revision 2 would change' })).toBeVisible()
  await expect(ines.locator('.c-changed .c-both')).toBeVisible()
  await expect(ines.locator('.c-changed .c-older')).toBeHidden()
  await expect(ines.getByRole('radio', { name: 'Side by side' })).toBeHidden()
  await expectFits(ines)
  await expectAccessible(ines)
  await ines.getByRole('button', { name: 'Next change' }).click()
  await expect(ines.locator('.c-changed')).toBeInViewport()
  await ines.getByRole('button', { name: 'Freeze as revision 2' }).click()
  await expect(ines).toHaveURL(new RegExp(`${paths.article(articleId)}$`))
  await ines.goto(paths.comparison(articleId, 1, 2))
  await expectFits(ines)
  await expectAccessible(ines)
  await ines.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(ines)
  await ines.goto(paths.revisions(articleId))
  await expectFits(ines)
  await expectAccessible(ines)
})

test('a wording written from right to left stands so on both sides', async ({ visit }) => {
  const maren = await visit('maren', { colorScheme: 'dark' })
  const text = [
    'قالت الشركة إن العبارة نقلت 412 ألف راكب في العام الماضي.',
    'ولم ترتفع أجرة الرحلة منذ عام 2015، بحسب مديرة الشركة.',
    'ومن المقرر طلب سفينة ثانية قبل عطلة الصيف.',
  ]
  const { id: articleId } = await makeArticle(maren, 'العبارة في الشتاء', text, { language: 'ar' })
  await maren.goto(paths.newRevision(articleId))
  await paste(maren, [text[0]?.replace('412', '398') ?? '', ...text.slice(1)])
  await compare(maren)
  const changed = maren.locator('.c-changed .c-newer p')
  await expect(changed).toHaveAttribute('dir', 'rtl')
  await expect(changed).toHaveAttribute('lang', 'ar')
  await expect(changed.locator('ins')).toHaveText('[put in: 398]')
  await expectAccessible(maren)
})

/** Notes on words that will change, stay, go away and go elsewhere; the first two are approved by `reviewer`. */
async function bringInWithNotes(author: Page, title: string, reviewer?: Page): Promise<string> {
  const article = await makeArticle(author, title, before)
  const notes: string[] = []
  for (const words of [
    '412,000 passengers',
    'not risen since 2015',
    'runs through the whole winter',
    'a third of the company',
  ])
    notes.push(await makeNote(author, article, words))
  if (reviewer) for (const note of notes.slice(0, 2)) await approve(author, reviewer, note)
  return article.id
}

/** Presses Enter on what the keyboard has come to. */
async function press(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await target.focus()
  await page.keyboard.press('Enter')
}

async function type(page: Page, label: string, words: string): Promise<void> {
  // Until the page's script has come the form is held back, and takes no focus.
  await expect(page.getByLabel(label)).toBeEnabled()
  await page.getByLabel(label).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(words)
}

async function paste(page: Page, paragraphs: readonly string[]): Promise<void> {
  await type(page, 'The new text', paragraphs.join('\n\n'))
  await expect(page.getByLabel(/^Kind of block 1,/)).toBeVisible()
}

async function compare(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Compare with revision 1' }))
  await expect(page.locator('.v-sum')).toBeVisible()
}

async function expectFits(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    `${page.url()} fits`,
  ).toBe(true)
}
