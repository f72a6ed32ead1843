import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import {
  articleOn,
  expectSaid,
  expectSaved,
  expectSelected,
  openNote,
  selectWords,
} from '@/tests/support/desk'
import { expectNumbersAtTheirWords } from '@/tests/support/numbers'
import { approve, type MadeArticle, makeArticle, makeNote } from '@/tests/support/revising'

const paragraphs = [
  'The harbour board met on Monday. It approved a new pier, and it closed the old one. Nobody spoke.',
  'The pier will cost four million crowns. The board said that the money had been set aside.',
]

test('a checker marks, changes the extent of an approved note and goes through nested ones, by keyboard alone', async ({
  visit,
}) => {
  const [maren, ines] = [await visit('maren'), await visit('ines')]
  const article = await makeArticle(maren, 'By keyboard alone', paragraphs)
  const noteId = await makeNote(maren, article, 'four million crowns')
  await makeNote(maren, article, 'The pier will cost four million crowns.')
  await approve(maren, ines, noteId)
  await openArticle(maren, article)
  const press = (...keys: string[]) => pressAll(maren, keys)

  await test.step('a key that needs an open note says so, to the eye too', async () => {
    await articleOn(maren).focus()
    await press('e')
    await expect(maren.getByText('Open a note first.')).toBeInViewport({ ratio: 1 })
    await expectAccessible(maren)
  })

  await test.step('she grows a selection from the caret and shrinks it again', async () => {
    await articleOn(maren).focus()
    await press('Control+Home', 'v')
    await expectWords(maren, 'The')
    await press('v')
    await expectWords(maren, 'The harbour board met on Monday.')
    await press('v', 'Shift+V', 'Shift+V')
    await expectWords(maren, 'The')
    await maren.evaluate(pressUnheard)
    await expectWords(maren, 'Nobody')
    await press('Control+Home', 'v')
    await expectWords(maren, 'The')
  })

  await test.step('she goes from sentence to sentence, and marks them without selecting', async () => {
    await press('d')
    await expectWords(maren, paragraphs[0]?.slice(33, 83) ?? '')
    await press('d', 'd', 'a')
    await expectWords(maren, 'Nobody spoke.')
    await press('t')
    await expectSaid(maren, 'Marked to check.')
    await press('Control+Home', 't')
    await expect(maren.locator('mark.to-check')).toHaveText([
      'The harbour board met on Monday.',
      'Nobody spoke.',
    ])
    await press('Control+Home', 't')
    await expectSaid(maren, 'These words are marked to check already.')
  })

  await test.step('she takes a mark with Enter and is in its claim', async () => {
    await press('j', 'Enter')
    await expect(openNote(maren).getByLabel('Claim', { exact: true })).toBeFocused()
    await expectAccessible(maren)
    // From the field to the note, and from the note to its words.
    await press('Escape', 'Escape')
    await expect(articleOn(maren)).toBeFocused()
  })

  await test.step('she changes the words of an approved note, and is asked before anything is sent', async () => {
    await maren.goto(paths.note(article.id, noteId))
    await expect(openNote(maren)).toBeVisible()
    await press('e')
    await expect(maren.getByRole('group', { name: 'Extent' })).toBeVisible()
    await press('ArrowLeft')
    await expectSaid(maren, 'Left out: crowns')
    await press('Shift+ArrowLeft')
    await expectSaid(maren, 'Taken in: cost')
    await expectAccessible(maren)
    await press('Enter')
    const question = openNote(maren).getByRole('group', { name: 'This note is approved' })
    await expect(question).toBeFocused()
    await expect(question).toContainText('Resting on other words voids Ines’s approval.')
    await expect(quotedIn(maren, 'cost four million')).toBeVisible()
    await expectAccessible(maren)
    expect(await stateOf(maren, noteId)).toBe('approved')
    await press('Escape')
    await expect(quotedIn(maren, 'four million crowns')).toBeVisible()
    await expect(articleOn(maren)).toBeFocused()
  })

  await test.step('she does it after all', async () => {
    await press('e', 'ArrowLeft', 'Enter', 'Tab', 'Enter')
    await expect(articleOn(maren)).toBeFocused()
    await expectSaved(maren)
    expect(await stateOf(maren, noteId)).toBe('draft')
    await expect(maren.locator('mark.is-open')).toHaveText('four million')
  })

  await test.step('she goes to the note around it and back', async () => {
    const others = openNote(maren).getByRole('navigation', { name: 'Other notes on these words' })
    await expect(others.getByRole('button', { name: 'Note 2 False' })).toBeVisible()
    await articleOn(maren).focus()
    await press('o')
    await expect(quotedIn(maren, 'The pier will cost four million crowns.')).toBeVisible()
    await press('o')
    await expect(quotedIn(maren, 'four million')).toBeVisible()
  })
})

test('a checker drags the end of a note, goes back, and selects by words and sentences with the mouse', async ({
  visit,
}) => {
  const maren = await visit('maren')
  const article = await makeArticle(maren, 'With the mouse', paragraphs)
  const noteId = await makeNote(maren, article, 'a new pier', 'four million')
  await openArticle(maren, article)

  await test.step('a double click selects a word, a triple click a sentence', async () => {
    const place = await placeOf(maren, 'board said')
    await maren.mouse.click(place.x, place.y, { clickCount: 2 })
    await expectWords(maren, 'board')
    await maren.mouse.click(place.x, place.y, { clickCount: 3 })
    await expectWords(maren, 'The board said that the money had been set aside.')
    await expectSelected(maren)
  })

  await test.step('a press inside selected words begins a new selection', async () => {
    const [from, to] = [await placeOf(maren, 'money'), await placeOf(maren, 'set aside')]
    await drag(maren, from, to)
    await expect.poll(() => selection(maren)).toMatch(/^money had been ?$/)
  })

  await test.step('the end is dragged to a word, and Escape leaves it', async () => {
    await maren.goto(paths.note(article.id, noteId))
    const knob = maren.locator('.extent-handle.at-end span').last()
    await expect(knob).toBeVisible()
    const size = await knob.boundingBox()
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24)
    const to = await placeOf(maren, 'crowns', true)
    await knob.hover()
    await maren.mouse.down()
    await maren.mouse.move(to.x, to.y, { steps: 6 })
    await expectDrawn(maren, 'four million crowns')
    await maren.keyboard.press('Escape')
    await expect(maren.locator('.extent')).toHaveCount(0)
    await maren.mouse.up()
    await expect(quotedIn(maren, 'four million')).toBeVisible()
    await knob.hover()
    await maren.mouse.down()
    await maren.mouse.move(to.x, to.y, { steps: 6 })
    await maren.mouse.up()
    await expect(quotedIn(maren, 'four million crowns')).toBeVisible()
    await expectSaved(maren)
    await expectAccessible(maren)
  })

  await test.step('each place leads to its words and can be taken off', async () => {
    await quotedIn(maren, 'a new pier').click()
    await expect(articleOn(maren)).toBeFocused()
    await openNote(maren).getByRole('button', { name: 'Take off “a new pier”' }).click()
    await expectSaved(maren)
    await expect(maren.locator('mark.is-open')).toHaveText('four million crowns')
  })

  await test.step('marks are made without waiting for the one before', async () => {
    await articleOn(maren).focus()
    await maren.keyboard.press('Escape')
    const held: (() => void)[] = []
    await maren.route('**/annotations', async route => {
      await new Promise<void>(release => held.push(release))
      await route.continue()
    })
    await selectWords(maren, { paragraph: 0, from: 1, to: 2 })
    await maren.keyboard.press('t')
    await selectWords(maren, { paragraph: 1, from: 9, to: 10 })
    await maren.keyboard.press('t')
    await expect.poll(() => held.length).toBe(2)
    for (const release of held) release()
    await expect(maren.locator('mark.to-check')).toHaveText(['harbour board', 'said that'])
  })
})

test('a checker marks and changes words by touch', async ({ visit }) => {
  const maren = await visit('maren', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const article = await makeArticle(maren, 'By touch', paragraphs)
  const noteId = await makeNote(maren, article, 'four million')
  await openArticle(maren, article)
  const bar = maren.getByRole('toolbar', { name: 'Selected words' })

  await test.step('what can be done stands at the thumb, beside no selected word', async () => {
    await selectByTouch(maren, 'closed the old one')
    await expect(bar).toBeVisible()
    await expectAccessible(maren)
    const place = await bar.boundingBox()
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeGreaterThan(780)
    for (const button of await bar.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await bar.getByRole('button', { name: 'To check' }).tap()
    await expect(maren.locator('mark.to-check')).toHaveText('closed the old one')
  })

  await test.step('a sentence that is tapped is offered at the thumb, and let go by a second tap', async () => {
    const offer = maren.getByRole('toolbar', { name: 'This sentence' })
    const tap = async (words: string) => {
      const { x, y } = await placeOf(maren, words)
      await maren.touchscreen.tap(x, y)
    }
    await tap('board met')
    await expect(offer.getByRole('button')).toHaveText([
      'Add note N',
      'To check T',
      'Looked at L',
      '',
    ])
    for (const button of await offer.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await expect(maren.locator('.sentence-here')).toHaveText('The harbour board met on Monday.')
    await expectAccessible(maren)
    await tap('harbour')
    await expect(offer).toBeHidden()
    await expect(maren.locator('.sentence-here')).toHaveCount(0)
    await tap('Nobody')
    await offer.getByRole('button', { name: 'To check' }).tap()
    await expect(maren.locator('mark.to-check').last()).toHaveText('Nobody spoke.')
    await expect(offer).toBeHidden()
  })

  await test.step('the number of a note stays at its words, and each of two can be pressed', async () => {
    for (const words of ['million', 'cost four million', 'mill', 'harb', 'said that the mon'])
      await makeNote(maren, article, words)
    await openArticle(maren, article)
    await expect(maren.getByRole('link', { name: /, note \d of/ })).toHaveCount(6)
    await expectNumbersAtTheirWords(maren)
    await maren.setViewportSize({ width: 390, height: 844 })
  })

  await test.step('the words of a note are changed with the buttons in its sheet', async () => {
    await maren.goto(paths.note(article.id, noteId))
    await openNote(maren).getByRole('button', { name: 'Change extent of “four million”' }).tap()
    const later = openNote(maren).getByRole('button', { name: 'End one word later' })
    expect((await later.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await later.tap()
    await expectDrawn(maren, 'four million crowns')
    await expectAccessible(maren)
    await openNote(maren).getByRole('button', { name: 'Keep these words' }).tap()
    await expectSaved(maren)
    const knob = await maren.locator('.extent-handle.at-end span').boundingBox()
    expect(Math.min(knob?.width ?? 0, knob?.height ?? 0)).toBeGreaterThanOrEqual(44)
  })
})

async function openArticle(page: Page, { id }: MadeArticle): Promise<void> {
  await page.goto(paths.article(id))
  await expect(articleOn(page)).toBeVisible()
}

/** In the page: puts the caret before other words and presses V before anybody hears of it. */
function pressUnheard(): void {
  const text = document.querySelector('#text')
  const walker = document.createTreeWalker(text ?? document, NodeFilter.SHOW_TEXT)
  const at = () => walker.currentNode.textContent?.indexOf('Nobody spoke.') ?? -1
  while (walker.nextNode() && at() < 0);
  getSelection()?.collapse(walker.currentNode, at())
  const press = { key: 'v', code: 'KeyV', bubbles: true, cancelable: true }
  text?.dispatchEvent(new KeyboardEvent('keydown', press))
}

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

function quotedIn(page: Page, words: string) {
  return openNote(page).getByRole('button', { name: `“${words}”`, exact: true })
}

function selection(page: Page): Promise<string> {
  return page.evaluate(() => String(window.getSelection()))
}

async function expectWords(page: Page, words: string): Promise<void> {
  await expect.poll(() => selection(page)).toBe(words)
}

/** The words that are drawn as those the note would rest on. */
async function expectDrawn(page: Page, words: string): Promise<void> {
  const drawn = page.locator('.extent')
  await expect.poll(async () => (await drawn.allTextContents()).join('')).toBe(words)
}

async function stateOf(page: Page, noteId: string): Promise<string> {
  return (await (await page.request.get(paths.api.annotation(noteId))).json()).annotation.state
}

/** Where the first letter of these words is on the screen, or the last (`atEnd`). */
function placeOf(page: Page, words: string, atEnd = false): Promise<{ x: number; y: number }> {
  return page.evaluate(findPlace, { words, atEnd })
}

/** Runs in the page; the words stand in one piece of text, bearing no mark that begins among them. */
function findPlace({ words, atEnd }: { words: string; atEnd: boolean }) {
  const root = document.querySelector('#text')
  const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const at = node.data.indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    const last = atEnd ? at + words.length - 1 : at
    range.setStart(node, last)
    range.setEnd(node, last + 1)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return { x: atEnd ? right : left + 1, y: (top + bottom) / 2 }
  }
  throw new Error(`“${words}” is not in the article.`)
}

async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

/** As the system's own handles do: the selection changes, and no pointer is heard of. */
async function selectByTouch(page: Page, words: string): Promise<void> {
  await page.evaluate(chosen => {
    const root = document.querySelector<HTMLElement>('#text')
    const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.indexOf(chosen)
      if (at < 0) continue
      root?.focus({ preventScroll: true })
      window.getSelection()?.setBaseAndExtent(node, at, node, at + chosen.length)
    }
  }, words)
}
