import type { Locator, Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { articleOn, bringIn, expectSaved, expectSelected, openNote } from '@/tests/support/desk'

const text = `Harbour master Ada Quill said that the port handled 412 ships.

It rained all day on the quays, and nobody but the pilots was out to see the last of them come in. The
figures will be printed in the spring, as they are every year, together with those of the two other ports.`

/** A paragraph, a list and a picture, as a word processor puts them on the clipboard. */
const fromWord = `<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<h2>What was counted<o:p></o:p></h2><p class=MsoNormal><b><span style='font-size:11pt'>398</span></b>
<span>&nbsp; ships, says <i>the roll</i>.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp; </span>in</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp; </span>out</p>
<table><tr><td>2024</td><td><p>391</p></td></tr></table><img src="file:///c:/a.png"><!--EndFragment--></body></html>`

/** The same from an editor in the browser. */
const fromDocs = `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"
style="line-height:1.38"><span style="font-weight:400">As </span><a href="https://press.example/a?utm_source=d&id=3"
style="text-decoration:none"><span style="color:#1155cc">the press</span></a><span style="font-weight:700"> said</span></p><br/></b>`

test('a checker writes a note from what is offered, by keyboard, and asks a colleague', async ({
  visit,
}) => {
  // Seven short steps in one note, with axe in most of them.
  test.setTimeout(120_000)
  const maren = await visit('maren')
  await bringIn(maren, text, 'The harbour that counts')
  const note = openNote(maren)

  await test.step('claimant, date and place are taken with Enter', async () => {
    await markFirstLine(maren)
    await expect(note.getByLabel('Claim', { exact: true })).toBeFocused()
    await maren.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: /^Ada Quill, Harbour master/ })).toBeVisible()
    await expectAccessible(maren)
    await maren.keyboard.press('Enter')
    await expect(note.getByLabel('Who said it')).toHaveValue('Ada Quill')
    await expect(note.getByLabel('Office or role')).toHaveValue('Harbour master')
    await expect(note.getByLabel('When')).toBeFocused()
    await maren.keyboard.press('Enter')
    await expect(note.getByLabel('When')).toHaveValue('2022-01-28')
    await expect(note.getByLabel('Where')).toBeFocused()
    await maren.keyboard.press('Enter')
    await expect(note.getByLabel('Where')).toHaveValue(
      'as reported in Meridian Wire, 28 January 2022',
    )
  })

  const prose = note.getByRole('textbox', { name: 'Explanation' })
  await test.step('the scale, the reasons and the tools are one stop of Tab each', async () => {
    await maren.keyboard.press('Tab')
    await expect(note.getByRole('radio').first()).toBeFocused()
    await maren.keyboard.press('End')
    await expect(note.getByRole('radio').last()).toBeChecked()
    await maren.keyboard.press('Home')
    await expect(note.getByRole('radio').first()).toBeChecked()
    await maren.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Take the verdict off' })).toBeFocused()
    await maren.keyboard.press('Tab')
    const reasons = note.getByRole('toolbar', { name: 'Reasons' }).getByRole('button')
    await expect(reasons.first()).toBeFocused()
    await maren.keyboard.press('ArrowLeft')
    await maren.keyboard.press('Space')
    await expect(reasons.last()).toHaveAttribute('aria-pressed', 'true')
    await maren.keyboard.press('Tab')
    const tools = note.getByRole('toolbar', { name: 'Formatting' }).getByRole('button')
    await expect(tools.first()).toBeFocused()
    await maren.keyboard.press('End')
    await expect(tools.last()).toBeFocused()
    await maren.keyboard.press('Tab')
    await expect(prose).toBeFocused()
    await maren.keyboard.press('Shift+Tab')
    await expect(tools.last()).toBeFocused()
  })

  await test.step('what is pasted comes without its dress', async () => {
    await prose.focus()
    await paste(prose, { 'text/html': fromWord })
    await expect(prose.getByRole('listitem')).toHaveText(['in', 'out'])
    await expect(prose.locator('strong')).toHaveText(['What was counted', '398'])
    await expect(prose.getByText('2024 · 391')).toBeVisible()
    await expect(prose.locator('img[src], [style]')).toHaveCount(0)
    await maren.keyboard.press('Control+End')
    await maren.keyboard.press('Enter')
    await paste(prose, { 'text/html': fromDocs })
    await expect(prose.getByRole('link', { name: 'the press' })).toHaveAttribute(
      'href',
      'https://press.example/a?id=3',
    )
    await expect(prose.locator('strong').last()).toHaveText('said')
  })

  await test.step('an address in the prose becomes evidence, and so does a link', async () => {
    await maren.keyboard.press('Control+End')
    await maren.keyboard.press('Enter')
    await maren.keyboard.type('See https://roll.example/2025 for all.')
    const offers = note.getByRole('list', { name: 'Addresses in the text' })
    await expect(offers.getByText('https://roll.example/2025')).toBeVisible()
    await expect(note.getByText(/^Make “https:\/\/roll.example\/2025”/)).toBeVisible()
    await expectAccessible(maren)
    await maren.keyboard.press('Tab')
    await maren.keyboard.press('Enter')
    await expect(prose.getByText('See roll.example for all.')).toBeVisible()
    await expect(offers).toHaveCount(0)
    await expect(note.getByRole('link', { name: 'https://roll.example/2025' })).toBeVisible()
    await prose.getByRole('link', { name: 'the press' }).click()
    await note.getByRole('button', { name: 'Cite this', exact: true }).click()
    const evidence = evidenceOf(note)
    await expect(evidence.getByRole('link', { name: 'the press' })).toBeVisible()
  })

  await test.step('a pasted address is a citation; its place changes by key and by drag', async () => {
    const evidence = evidenceOf(note)
    await evidence.getByRole('button', { name: 'Add evidence' }).focus()
    await paste(evidence.getByRole('button', { name: 'Add evidence' }), {
      'text/plain': 'https://count.example/?gclid=1',
    })
    await expect(note.getByLabel('Title', { exact: true })).toBeFocused()
    await maren.keyboard.type('The count')
    await expectAccessible(maren)
    const done = evidence.getByRole('button', { name: 'Done The count' })
    await expect(done).toBeInViewport()
    await done.press('Enter')
    const stance = evidence.getByRole('group', { name: 'Stance on the claim' })
    await expect(stance.getByRole('radio', { name: 'Supports' })).toBeFocused()
    await expect(stance.getByText(/^Choose one/)).toBeVisible()
    await maren.keyboard.press('Space')
    await expect(stance.getByText(/^Choose one/)).toHaveCount(0)
    await done.press('Enter')
    const edit = evidence.getByRole('button', { name: 'Edit The count' })
    await edit.press('Alt+ArrowUp')
    await expect(evidence.getByRole('listitem').nth(1)).toContainText('The count')
    await expect(edit).toBeFocused()
    await dragAbove(
      maren,
      evidence.getByRole('listitem').nth(1),
      evidence.getByRole('listitem').first(),
    )
    await expect(evidence.getByRole('listitem').first()).toContainText('The count')
  })

  await test.step('a mention keeps the note at the desk', async () => {
    await prose.focus()
    await maren.keyboard.press('Control+End')
    await maren.keyboard.type(' @ine')
    const option = note.getByRole('option', { name: 'Ines Calloway' })
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await expect(prose).toHaveAttribute(
      'aria-activedescendant',
      (await option.getAttribute('id')) ?? '',
    )
    await expectAccessible(maren)
    await maren.keyboard.press('Enter')
    await expect(prose.getByText('@Ines Calloway')).toBeVisible()
    await expect(note.getByText(/^Take @Ines Calloway out/)).toBeVisible()
    await maren.keyboard.press('Control+Enter')
    await expect(note.getByText(/^Not sent\./)).toBeVisible()
    await maren.keyboard.press('Backspace')
    await maren.keyboard.press('Backspace')
    await expect(note.getByText(/^Take @Ines Calloway out/)).toHaveCount(0)
    await expectSaved(maren)
  })

  await test.step('a remark calls on her', async () => {
    const remark = note.getByRole('textbox', { name: 'Add a remark' })
    await remark.focus()
    await maren.keyboard.type('@cal')
    await expect(note.getByRole('option', { name: 'Ines Calloway' })).toBeVisible()
    expect(await remark.evaluate(takeName)).toEqual(['@Ines Calloway ', '@Ines Calloway '.length])
    await maren.keyboard.type('which year is it?')
    await expect(note.getByRole('listbox')).toHaveCount(0)
    await maren.keyboard.press('Enter')
    await expect(note.locator('.t-body')).toHaveText('@Ines Calloway which year is it?')
    await expectAccessible(maren)
  })

  await test.step('what comes next stays in sight, and covers nothing that has the focus', async () => {
    await maren.setViewportSize({ width: 1440, height: 640 })
    const foot = note.locator('.o-foot')
    const [remark, claim] = [
      note.getByLabel('Add a remark'),
      note.getByLabel('Claim', { exact: true }),
    ]
    for (const field of [claim, note.getByRole('radio').last(), prose, remark]) {
      await field.focus()
      await expect(foot).toBeInViewport({ ratio: 1 })
      expect(await lowerEdge(field)).toBeLessThan((await upperEdge(foot)) + 1)
    }
  })

  await test.step('in a low window the words stay in sight, whichever field has the focus', async () => {
    // A laptop at half as much again.
    await maren.setViewportSize({ width: 1280, height: 520 })
    const words = articleOn(maren).locator('mark').first()
    for (const field of [note.getByRole('radio').first(), prose, note.getByLabel('Add a remark')]) {
      await field.focus()
      await expect(field).toBeInViewport()
      await expect(words).toBeInViewport()
    }
  })

  await test.step('she finds it in her work', async () => {
    const ines = await visit('ines')
    await ines.goto(paths.desk)
    const queue = ines.getByRole('region', { name: /^To answer/ })
    await expect(queue.getByText('@Ines Calloway which year is it?')).toBeVisible()
    await expectAccessible(ines)
    await queue.getByRole('link', { name: /412 ships/ }).click()
    await expect(openNote(ines).locator('.t-body')).toHaveText('@Ines Calloway which year is it?')
  })
})

async function lowerEdge(element: Locator): Promise<number> {
  return element.evaluate(each => each.getBoundingClientRect().bottom)
}

async function upperEdge(element: Locator): Promise<number> {
  return element.evaluate(each => each.getBoundingClientRect().top)
}

/** The evidence of a note, folded or not. */
function evidenceOf(note: Locator): Locator {
  const summary = note.page().locator('summary', { hasText: 'Evidence' })
  return note.locator('details', { has: summary })
}

/** Marks the first line by keyboard and makes a note of it. */
async function markFirstLine(page: Page): Promise<void> {
  await expect(async () => {
    await articleOn(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Shift+End')
    await expectSelected(page)
  }).toPass()
  await page.keyboard.press('n')
}

/** Runs in the page: presses Enter, and says at once what stands in the field and where its caret is. */
function takeName(field: HTMLElement | SVGElement) {
  const press = { key: 'Enter', bubbles: true, cancelable: true }
  field.dispatchEvent(new KeyboardEvent('keydown', press))
  return field instanceof HTMLTextAreaElement ? [field.value, field.selectionStart] : []
}

/** Puts something on a clipboard and pastes it, as the browser would. */
async function paste(target: Locator, data: Record<string, string>): Promise<void> {
  await target.evaluate((element, formats) => {
    const clipboardData = new DataTransfer()
    for (const [format, value] of Object.entries(formats)) clipboardData.setData(format, value)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, data)
}

/** Drags an item by its handle to above another. */
async function dragAbove(page: Page, item: Locator, other: Locator): Promise<void> {
  await other.scrollIntoViewIfNeeded()
  const [from, to] = [await item.locator('.ci-drag').boundingBox(), await other.boundingBox()]
  if (!from || !to) throw new Error('Nothing to drag.')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + 2, { steps: 6 })
  await page.mouse.up()
}
