import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { articleOn } from '@/tests/support/desk'
import { makeArticle, makeNote } from '@/tests/support/revising'

const paragraphs = [
  'The ferry carried 412,000 passengers last year, the company said on Monday.',
  'Its first ship carried coal, later cattle, and on market days anyone who paid.',
  'The fare has not risen since 2015, according to its director, Hanne Lund.',
]
const carried = 'carried 412,000 passengers last year'
const fare = 'The fare has not risen since 2015'

test('a newsroom edits its own draft with the keyboard alone, and its notes move along', async ({
  visit,
  announce,
}) => {
  test.setTimeout(120_000)
  // The policy refuses what is pasted its handlers, before the schema drops them.
  announce(/inline event handler/)
  const maren = await visit('maren')
  const article = await makeArticle(maren, 'Our ferry', paragraphs, { isOwn: true })
  await makeNote(maren, article, carried)
  await makeNote(maren, article, fare)
  await maren.goto(paths.article(article.id))
  await expect(articleOn(maren)).toBeVisible()
  const text = articleOn(maren)

  await test.step('the text is locked until somebody chooses otherwise', async () => {
    await text.focus()
    await maren.keyboard.type('qqq')
    await expect(text).not.toContainText('qqq')
    await press(maren, 'Edit the text')
    await expect(text).toBeFocused()
    await expect(text).toHaveAttribute('aria-readonly', 'false')
    await expect(maren.getByText('Nothing is saved until you freeze it')).toBeVisible()
    await expectAccessible(maren)
  })

  await test.step('letters are letters, and marks follow their words', async () => {
    await maren.keyboard.press('Control+Home')
    await maren.keyboard.type('Note, too: wjkmuy? ')
    await expect(text).toContainText('Note, too: wjkmuy? The ferry')
    await expect(maren.locator('.open')).toHaveCount(0)
    await expect(maren.getByRole('dialog')).toHaveCount(0)
    await expect(maren.locator('mark.r-false').first()).toHaveText(carried)
    await maren.keyboard.press('Control+z')
    await expect(text).not.toContainText('Note, too')
  })

  await test.step('words that are edited bear no verdict from the first key on', async () => {
    for (let step = 0; step < 3; step++) await maren.keyboard.press('Control+ArrowRight')
    await maren.keyboard.press('Control+Shift+ArrowRight')
    await maren.keyboard.type('9')
    await expect(maren.locator('mark.changed').first()).toBeVisible()
    await expect(maren.locator('.card').first().getByText('The words changed')).toBeVisible()
    await expect(maren.locator('mark.r-false').first()).toHaveText(fare)
    await maren.keyboard.press('Control+z')
    await expect(maren.locator('mark.changed')).toHaveCount(0)
    await maren.keyboard.press('Control+Shift+z')
    await expect(maren.locator('mark.changed').first()).toBeVisible()
  })

  await test.step('nor do words whose sentence comes to say something else', async () => {
    await maren.keyboard.press('Control+End')
    await maren.keyboard.press('ArrowLeft')
    await maren.keyboard.type(', he denied')
    await expect(maren.locator('.card').nth(1).getByText('The sentence changed')).toBeVisible()
    await expect(maren.locator('mark.r-false')).toHaveCount(0)
    await maren.keyboard.press('Control+z')
    await expect(maren.locator('mark.r-false').first()).toHaveText(fare)
  })

  await test.step('what is pasted becomes what an article may be made of', async () => {
    await maren.keyboard.press('Control+End')
    await maren.keyboard.press('Enter')
    await text.evaluate(element => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        '<h2 style="color:red">A head</h2><p onclick="x()">Pasted <b>bold</b> <a href="javascript:x()">link</a><img src="x"></p><script>x()</script>',
      )
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await expect(text.getByRole('heading', { name: 'A head' })).toBeVisible()
    await expect(text.locator('strong')).toHaveText('bold')
    await expect(
      text.locator('[style], [onclick], img, script, a[href^="javascript"]'),
    ).toHaveCount(0)
  })

  await test.step('Escape goes to the tools and back', async () => {
    await maren.keyboard.press('Escape')
    await expect(maren.getByRole('button', { name: 'Freeze as revision 2…' })).toBeFocused()
    await maren.keyboard.press('Escape')
    await expect(text).toBeFocused()
    await maren.keyboard.press('Escape')
  })

  await test.step('freezing says first what it does to the notes', async () => {
    await maren.keyboard.press('Enter')
    const form = maren.getByRole('dialog', { name: 'Freeze as revision 2' })
    await expect(form.getByText('1 note on the same words')).toBeVisible()
    await expect(form.getByText('1 note on changed words')).toBeVisible()
    await expectAccessible(maren)
    await form.getByLabel(/What was changed/).focus()
    await maren.keyboard.type('The count of passengers')
    await maren.keyboard.press('Enter')
    await expect(maren.getByText(/^Revision 2 is frozen\./)).toBeVisible()
    await expect(maren.getByRole('link', { name: 'Revision 2' })).toBeVisible()
    await expect(maren.getByText(/is kept here/)).toHaveCount(0)
    await expectAccessible(maren)
  })

  await test.step('the changed note is to be settled, the other one is not', async () => {
    await expect(articleOn(maren)).toHaveAttribute('aria-readonly', 'true')
    await expect(maren.getByRole('button', { name: /^1 to settle/ })).toBeVisible()
    await maren.keyboard.press('u')
    await expect(maren.locator('.settle').getByText('The words changed')).toBeVisible()
    await maren.keyboard.press('y')
    await expect(maren.getByText('Settled.', { exact: true })).toBeVisible()
  })
})

test('a draft that was not frozen outlives its tab, and can be discarded', async ({ visit }) => {
  const tobias = await visit('tobias')
  const article = await makeArticle(tobias, 'Our unfinished ferry', paragraphs, { isOwn: true })
  await makeNote(tobias, article, fare)
  await tobias.goto(paths.article(article.id))
  await expect(articleOn(tobias)).toBeVisible()
  await press(tobias, 'Edit the text')
  await expect(articleOn(tobias)).toHaveAttribute('aria-readonly', 'false')
  await tobias.keyboard.press('Control+Home')
  await tobias.keyboard.type('Corrected. ')
  await expect
    .poll(() => tobias.evaluate(() => JSON.stringify(localStorage).includes('Corrected.')))
    .toBe(true)

  const later = await tobias.context().newPage()
  const warning = tobias.waitForEvent('dialog')
  await tobias.close({ runBeforeUnload: true })
  expect((await warning).type()).toBe('beforeunload')
  await Promise.all([tobias.waitForEvent('close'), (await warning).accept()])
  await later.goto(paths.article(article.id))
  await expect(later.getByText(/A draft from .* is kept here, not frozen/)).toBeVisible()
  await expectAccessible(later)
  await expect(articleOn(later)).not.toContainText('Corrected.')
  await later.getByRole('button', { name: 'Go on with it' }).click()
  await expect(articleOn(later)).toContainText('Corrected. The ferry carried')
  await expect(later.locator('mark').first()).toHaveText(fare)
  await later.getByRole('button', { name: 'Discard…' }).click()
  await expectAccessible(later)
  await later.getByRole('button', { name: 'Discard the changes' }).click()
  await expect(articleOn(later)).not.toContainText('Corrected.')
  await expect(articleOn(later)).toHaveAttribute('aria-readonly', 'true')
  await expect(articleOn(later)).toBeFocused()
  await expect(later.locator('mark').first()).toHaveText(fare)
  await later.reload()
  await expect(articleOn(later)).toBeVisible()
  await expect(later.getByText(/is kept here/)).toHaveCount(0)
})

test('a draft that the browser does not keep is not left by a link unasked', async ({ visit }) => {
  const tobias = await visit('tobias')
  const article = await makeArticle(tobias, 'Our ferry, nowhere kept', paragraphs, { isOwn: true })
  await tobias.goto(paths.article(article.id))
  await expect(articleOn(tobias)).toBeVisible()
  await tobias.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    }
  })
  await press(tobias, 'Edit the text')
  await expect(articleOn(tobias)).toHaveAttribute('aria-readonly', 'false')
  await tobias.keyboard.press('Control+Home')
  await tobias.keyboard.type('Corrected. ')
  await tobias.getByRole('link', { name: 'History' }).click()
  const question = tobias.getByRole('dialog', { name: 'Leave without the draft?' })
  await expect(question).toBeVisible()
  await expectAccessible(tobias)
  await question.getByRole('button', { name: 'Go on editing' }).click()
  await expect(question).toBeHidden()
  await expect(articleOn(tobias)).toContainText('Corrected. The ferry carried')
  await tobias.getByRole('link', { name: 'History' }).click()
  await question.getByRole('button', { name: 'Leave without it' }).click()
  await expect(tobias).toHaveURL(paths.history(article.id))
})

test('nobody edits the text of another publisher, nor a draft that is not theirs to edit', async ({
  visit,
}) => {
  const maren = await visit('maren')
  const ines = await visit('ines')
  const theirs = await makeArticle(maren, 'Their ferry', paragraphs)
  const ours = await makeArticle(maren, 'Our other ferry', paragraphs, { isOwn: true })
  await maren.goto(paths.article(theirs.id))
  await expect(articleOn(maren)).toBeVisible()
  await expect(maren.getByRole('button', { name: 'Edit the text' })).toHaveCount(0)
  await ines.goto(paths.article(ours.id))
  await expect(articleOn(ines)).toBeVisible()
  await expect(ines.getByRole('button', { name: 'Edit the text' })).toHaveCount(0)
})

test('on a phone the tools of a draft fit, and the notes stay a sheet', async ({ visit }) => {
  const maren = await visit('maren', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const article = await makeArticle(maren, 'Our ferry on a phone', paragraphs, { isOwn: true })
  await makeNote(maren, article, fare)
  await maren.goto(paths.article(article.id))
  await expect(articleOn(maren)).toBeVisible()
  await maren.getByRole('button', { name: 'Edit the text' }).tap()
  await expectAccessible(maren)
  expect(await maren.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

/** Presses Enter on a button that the keyboard has come to. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}
