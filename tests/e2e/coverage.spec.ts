import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { articleOn, expectSaid } from '@/tests/support/desk'
import { makeArticle, makeNote } from '@/tests/support/revising'

const paragraphs = [
  'The ferry carried 412 cars in May. The captain was proud of it. It rained all month.',
  'A new pier will be built by 2031. Nobody knows who will pay. The old one leaks.',
]

const chooser = (page: Page) => page.getByRole('toolbar', { name: /^Why leave|^What was said/ })
const share = (page: Page) => page.getByRole('button', { name: /% looked at$/ })
const list = (page: Page) => page.getByRole('dialog', { name: /% looked at$/ })
const signs = (page: Page) => articleOn(page).getByRole('img', { name: /^Looked at and left by/ })

test('a checker goes through an article with the keyboard alone, and an editor sees what was left and why', async ({
  visit,
}) => {
  test.setTimeout(120_000)
  const maren = await visit('maren')
  const tobias = await visit('tobias')
  const article = await makeArticle(maren, 'Gone through by keys', paragraphs)
  await makeNote(maren, article, '412 cars')
  const press = (key: string) => maren.keyboard.press(key)

  await test.step('two keys leave a sentence with its reason, and the caret goes on', async () => {
    await maren.goto(paths.article(article.id))
    await expect(share(maren)).toHaveText('16% looked at')
    await press('g')
    await expectSaid(maren, 'The captain was proud of it.')
    await press('l')
    await expect(chooser(maren)).toBeVisible()
    await expectAccessible(maren)
    await press('1')
    await expect(share(maren)).toHaveText('33% looked at')
    await expectSaid(maren, 'Opinion. Not looked at: “It rained all month.”')
    await expect(signs(maren)).toHaveCount(1)
  })

  await test.step('Enter gives no reason, L again neither', async () => {
    for (const [second, percent] of [
      ['Enter', 50],
      ['l', 66],
    ] as const) {
      await press('l')
      await expect(chooser(maren)).toBeVisible()
      await press(second)
      await expect(share(maren)).toHaveText(`${percent}% looked at`)
    }
    await expectSaid(maren, 'Nobody knows who will pay.')
  })

  await test.step('many sentences are left at once, by selecting them', async () => {
    await press('Control+Shift+End')
    await expect(maren.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
    await press('l')
    await expect(chooser(maren)).toHaveAccessibleName('Why leave these 2 sentences?')
    await press('2')
    await expect(share(maren)).toHaveText('100% looked at')
    await expectSaid(maren, 'Every sentence has a note, or was looked at.')
  })

  await test.step('a look is taken back, and the sentence is open again', async () => {
    await press('l')
    await expect(chooser(maren).getByText('Left by Maren Oduya: not checkable.')).toBeVisible()
    await expectAccessible(maren)
    await press('Enter')
    await expect(share(maren)).toHaveText('83% looked at')
    await press('Shift+G')
    await expectSaid(maren, 'The old one leaks.')
  })

  await test.step('the list shows what was left and why, to whoever opens the page', async () => {
    // What was taken back is on the page at once, and on its way to the server.
    await expect(async () => {
      await tobias.goto(paths.publish(article.id))
      await expect(tobias.getByText('1 of 6 sentences has no note')).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expectAccessible(tobias)
    await tobias.getByRole('link', { name: 'See which' }).click()
    await expect(list(tobias).getByRole('button', { name: 'The old one leaks.' })).toBeVisible()
    await expectAccessible(tobias)
    await list(tobias).getByRole('button', { name: 'Opinion 1' }).press('Enter')
    const left = list(tobias).getByRole('listitem')
    await expect(left).toHaveText(/The captain was proud of it\. ?Opinion Maren Oduya/)
    await left.getByRole('button').press('Enter')
    await expect(articleOn(tobias)).toBeFocused()
    await tobias.keyboard.press('l')
    await expect(chooser(tobias).getByText('Left by Maren Oduya: opinion.')).toBeVisible()
    await tobias.keyboard.press('3')
    await tobias.keyboard.press('Shift+L')
    await list(tobias).getByRole('button', { name: 'Trivial 1' }).press('Enter')
    await expect(list(tobias).getByRole('listitem')).toHaveText(/Trivial Tobias Hale/)
  })

  await test.step('a list that is opened again at once stays open', async () => {
    await tobias.evaluate(closeAndOpenAtOnce)
    await expect(list(tobias)).toBeVisible()
  })

  await test.step('the one cannot change what the other left', async () => {
    await maren.reload()
    await expect(share(maren)).toHaveText('83% looked at')
    await share(maren).press('Enter')
    await list(maren).getByRole('button', { name: 'Trivial 1' }).press('Enter')
    await list(maren).getByRole('listitem').getByRole('button').press('Enter')
    await press('l')
    await expect(chooser(maren)).toContainText(
      'Only whoever left it, or an editor, can change that.',
    )
    await press('Escape')
    await expect(articleOn(maren)).toBeFocused()
  })
})

/** In the page: the browser tells of the closing with a frame that comes after the key. */
async function closeAndOpenAtOnce(): Promise<void> {
  document.querySelector<HTMLElement>('dialog.coverage .icon-btn')?.click()
  // Drawn between the two, as between any two presses.
  await Promise.resolve()
  const press = { key: 'L', code: 'KeyL', shiftKey: true, bubbles: true, cancelable: true }
  document.querySelector('#text')?.dispatchEvent(new KeyboardEvent('keydown', press))
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
}

test('a checker goes through an article with a finger', async ({ visit }) => {
  const ines = await visit('ines', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  })
  const article = await makeArticle(ines, 'Gone through by touch', paragraphs)
  await ines.goto(paths.article(article.id))
  await share(ines).tap()
  await expectAccessible(ines)
  await list(ines).getByRole('button', { name: 'Go through them' }).tap()
  await chooser(ines)
    .getByRole('button', { name: /^Already checked/ })
    .tap()
  await expect(share(ines)).toHaveText('16% looked at')
  await chooser(ines).getByRole('button', { name: /^Skip/ }).tap()
  await expectSaid(ines, 'It rained all month.')
  await expect(chooser(ines)).toBeVisible()
  await expectAccessible(ines)
  await chooser(ines)
    .getByRole('button', { name: /^No reason/ })
    .tap()
  await expect(share(ines)).toHaveText('33% looked at')
  await chooser(ines)
    .getByRole('button', { name: /^Close/ })
    .tap()
  await expect(chooser(ines)).toBeHidden()
  await expect(signs(ines)).toHaveCount(2)
})
