import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import {
  articleOn,
  articleText,
  bringIn,
  expectSaved,
  expectSelected,
  openNote,
  selectWords,
} from '@/tests/support/desk'

test('a checker marks, writes and closes with the keyboard alone', async ({ visit }) => {
  const maren = await visit('maren')
  await bringIn(maren, articleText(), 'Read with the keyboard')
  await expect(async () => {
    await articleOn(maren).focus()
    await maren.keyboard.press('Control+Home')
    for (let step = 0; step < 3; step++) await maren.keyboard.press('Control+Shift+ArrowRight')
    await expectSelected(maren)
  }).toPass()
  await maren.keyboard.press('n')
  await expect(openNote(maren).getByLabel('Claim', { exact: true })).toBeFocused()
  await maren.keyboard.press('Control+a')
  await maren.keyboard.type('Somebody said something.')
  await maren.keyboard.press('Tab')
  await expectSaved(maren)
  await maren.keyboard.press('Escape')
  await expect(openNote(maren)).toBeFocused()
  await maren.keyboard.press('Escape')
  await expect(openNote(maren)).toHaveCount(0)
  await expect(articleOn(maren)).toBeFocused()
  await maren.keyboard.press('Enter')
  await expect(openNote(maren).getByLabel('Claim', { exact: true })).toHaveValue(
    'Somebody said something.',
  )
  const details = await articleOn(maren).locator('mark').first().getAttribute('aria-details')
  await expect(openNote(maren)).toHaveAttribute('id', details ?? 'none')
  await maren.setViewportSize({ width: 1440, height: 640 })
  await maren.keyboard.press('?')
  const keys = maren.getByRole('dialog')
  await expect(keys.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 })
  await expectAccessible(maren)
})

test('the words of the article cannot be changed by any hand', async ({ visit }) => {
  const maren = await visit('maren')
  await bringIn(maren, articleText(), 'Locked')
  const text = articleOn(maren)
  const before = await text.textContent()
  await text.focus()
  await maren.keyboard.press('Control+Home')
  await maren.keyboard.type('xyz')
  await maren.keyboard.press('Control+a')
  await maren.keyboard.press('Delete')
  await maren.keyboard.press('Control+x')
  await maren.keyboard.insertText('пропаганда')
  await text.evaluate(element => {
    const data = new DataTransfer()
    data.setData('text/html', '<p>pasted</p>')
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await maren.keyboard.press('Escape')
  expect(await text.textContent()).toBe(before)
})

test('a lost connection loses nothing: the words are kept and offered again', async ({
  visit,
  announce,
}) => {
  announce(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  const maren = await visit('maren')
  await bringIn(maren, articleText(), 'Written on a train')
  await selectWords(maren, { paragraph: 0, from: 0, to: 5 })
  await maren.getByRole('button', { name: 'Add note' }).click()
  await openNote(maren).getByLabel('Claim', { exact: true }).fill('Before the tunnel.')
  await expectSaved(maren)
  await maren.context().setOffline(true)
  await openNote(maren).getByLabel('Claim', { exact: true }).fill('In the tunnel.')
  await expect(openNote(maren).getByText(/Not saved: no connection/)).toBeVisible()
  await expectAccessible(maren)
  const address = maren.url()
  await maren.goto('about:blank')
  await maren.context().setOffline(false)
  await maren.goto(address)
  // What the browser sent while the page closed may have arrived after all; else the words are offered.
  const restore = openNote(maren).getByRole('button', { name: 'Restore them' })
  const claim = openNote(maren).getByLabel('Claim', { exact: true })
  await expect(async () => {
    if (await restore.isVisible()) await restore.click()
    await expect(claim).toHaveValue('In the tunnel.', { timeout: 500 })
  }).toPass()
  const id = new URL(address).searchParams.get('note') ?? ''
  await expect
    .poll(async () => {
      const answer = await maren.request.get(paths.api.annotation(id))
      return (await answer.json()).annotation.content.claim
    })
    .toBe('In the tunnel.')
})

test('on a phone the note is a sheet, and its words stay in view', async ({ visit }) => {
  const ines = await visit('ines', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await ines.goto(paths.articles)
  await ines
    .getByRole('link', { name: /Moscow weighs two letters/ })
    .first()
    .click()
  await ines.locator('mark').first().tap()
  await expect(openNote(ines)).toBeVisible()
  await expectAccessible(ines)
  const sheet = await openNote(ines).boundingBox()
  expect(sheet?.y ?? 0).toBeGreaterThan(300)
  await expect(ines.locator('mark.is-open').first()).toBeInViewport()
})

test('a deep link opens its note and its words', async ({ visit }) => {
  const tobias = await visit('tobias')
  await tobias.goto(paths.desk)
  await tobias.getByRole('link', { name: /named the river Oder/ }).click()
  await expect(openNote(tobias).getByText('“east of the Oder”')).toBeVisible()
  await expect(tobias.locator('mark.is-open').first()).toBeInViewport()
})

test('an explanation can be entered before its editor has come', async ({ visit }) => {
  const maren = await visit('maren')
  // A browser that never has time.
  await maren.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await bringIn(maren, articleText(), 'Entered early')
  await selectWords(maren, { paragraph: 0, from: 0, to: 2 })
  await maren.keyboard.press('n')
  const explanation = openNote(maren).getByRole('textbox', { name: 'Explanation' })
  await expect(explanation).toHaveAttribute('aria-readonly', 'true')
  await explanation.focus()
  await expect(explanation).toHaveAttribute('contenteditable', 'true')
  await expect(explanation).toBeFocused()
  await maren.keyboard.type('Nobody counted them.')
  await expect(explanation).toHaveText('Nobody counted them.')
})
