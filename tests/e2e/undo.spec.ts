import { expect, expectAccessible, test } from '@/tests/support/browsing'
import {
  articleOn,
  articleText,
  bringIn,
  expectSaid,
  expectSaved,
  openNote,
  selectWords,
} from '@/tests/support/desk'

test('a checker takes back what they did, in the order in which they did it', async ({ visit }) => {
  const maren = await visit('maren')
  await bringIn(maren, articleText(), 'Undone and redone')
  await selectWords(maren, { paragraph: 0, from: 0, to: 5 })
  await maren.keyboard.press('n')
  const note = openNote(maren)
  const claim = note.getByLabel('Claim', { exact: true })
  const role = note.getByLabel('Office or role')
  const explanation = note.getByRole('textbox', { name: 'Explanation' })
  await expect(claim).toBeFocused()
  const first = await claim.inputValue()

  await test.step('edits across fields are undone by key, each in view and with the focus on it', async () => {
    await claim.press('Control+End')
    // Whole, since on a busy machine a pause between two keys may part what is typed into two steps.
    await maren.keyboard.insertText(' Indeed.')
    await role.fill('minister')
    await note.getByRole('radio', { name: 'Mostly true', exact: true }).check({ force: true })
    await note.getByRole('button', { name: 'Imprecise' }).click()
    await explanation.click()
    await maren.keyboard.insertText('He said it once.')
    await expect(note.getByRole('button', { name: 'Undo: explanation' })).toBeVisible()
    await expectAccessible(maren)
    await maren.keyboard.press('Control+z')
    await expectSaid(maren, 'Undone: explanation of note 1.')
    await expect(explanation).toHaveText('')
    await expect(explanation).toBeFocused()
    await maren.keyboard.press('Control+z')
    await expect(note.getByRole('button', { name: 'Imprecise' })).toBeFocused()
    await maren.keyboard.press('Control+z')
    await expectSaid(maren, 'Undone: verdict of note 1.')
    await maren.keyboard.press('Control+z')
    await expect(role).toBeFocused()
    await expect(role).toHaveValue('')
    await maren.keyboard.press('Control+z')
    await expect(claim).toBeFocused()
    await expect(claim).toHaveValue(first)
  })

  await test.step('and redone, with the caret where the words came back', async () => {
    await maren.keyboard.press('Control+Shift+z')
    await expect(claim).toHaveValue(`${first} Indeed.`)
    for (let step = 0; step < 4; step++) await maren.keyboard.press('Control+y')
    await expect(explanation).toHaveText('He said it once.')
    await maren.keyboard.type(' Or twice.')
    await expect(explanation).toHaveText('He said it once. Or twice.')
    await expect(note.getByRole('radio', { name: 'Mostly true', exact: true })).toBeChecked()
    await expectSaved(maren)
  })

  await test.step('Escape goes back one level at a time', async () => {
    await maren.keyboard.press('Escape')
    await expect(note).toBeFocused()
    await maren.keyboard.press('Escape')
    await expect(note).toHaveCount(0)
    await expect(articleOn(maren)).toBeFocused()
  })

  await test.step('a retired note leaves a line with the way back', async () => {
    await maren.locator('.card').first().getByRole('button').click()
    await note.getByRole('button', { name: 'Retire the note…' }).click()
    await note.getByLabel('Why is it retired?').fill('It is no claim.')
    await maren.keyboard.press('Enter')
    await expectSaid(maren, 'Retired.')
    await maren.keyboard.press('Escape')
    const line = maren.getByText('Retired:', { exact: true })
    await expect(line).toBeVisible()
    await expectAccessible(maren)
    await maren.getByRole('button', { name: /^Undo retiring “/ }).click()
    await expectSaid(maren, 'Undone: retiring note 1.')
    await expect(line).toHaveCount(0)
    await expect(claim).toBeVisible()
    await note.focus()
    await maren.keyboard.press('Escape')
  })

  await test.step('a note that was added is taken back, and gone from the desk', async () => {
    await selectWords(maren, { paragraph: 1, from: 0, to: 3 })
    await maren.keyboard.press('n')
    await expect(claim).toBeFocused()
    await maren.keyboard.press('Control+z')
    await expectSaid(maren, /Undone: adding a note.$/)
    await expect(note).toHaveCount(0)
    await expect(maren.locator('.card')).toHaveCount(1)
    await expect(maren.getByRole('button', { name: /^Retired/ })).toHaveCount(0)
    await maren.keyboard.press('Control+Shift+z')
    await expect(maren.locator('.card')).toHaveCount(1)
    await expect(claim).toBeVisible()
  })
})

test('what is half typed or cut off is kept, and said when the line is back', async ({
  visit,
  announce,
}) => {
  announce(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  const maren = await visit('maren')
  await bringIn(maren, articleText(), 'Kept on a train')
  await selectWords(maren, { paragraph: 0, from: 0, to: 5 })
  await maren.keyboard.press('n')
  const note = openNote(maren)
  const claim = note.getByLabel('Claim', { exact: true })
  await expect(claim).toBeFocused()

  await test.step('the line is lost and comes back', async () => {
    await maren.context().setOffline(true)
    await claim.fill('In the tunnel.')
    await expect(note.getByText(/Not saved: no connection/)).toBeVisible()
    await maren.context().setOffline(false)
    await expect(maren.getByText('Connected again: 1 note saved.').first()).toBeVisible()
    await expectSaved(maren)
    await expectAccessible(maren)
  })

  await test.step('a remark outlives the closing of its note, and the page', async () => {
    const remark = note.getByLabel('Add a remark')
    await remark.fill('Ask Ines whether')
    await maren.keyboard.press('Escape')
    await maren.keyboard.press('Escape')
    await expect(note).toHaveCount(0)
    await maren.locator('.card').first().getByRole('button').click()
    await expect(remark).toHaveValue('Ask Ines whether')
    await maren.reload()
    await expect(remark).toHaveValue('Ask Ines whether')
    await expect(note.getByText(/^Kept from .* It has not been sent\.$/)).toBeVisible()
    await expectAccessible(maren)
    await remark.press('Enter')
    await expect(note.getByRole('listitem').getByText('Ask Ines whether')).toBeVisible()
    await expect(remark).toHaveValue('')
  })
})
