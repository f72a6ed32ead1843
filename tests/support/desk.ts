import { existsSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { paths } from '@/lib/paths'

/** Words of an article: the paragraph they stand in (from 0, as frozen), and which of its words. */
export interface Words {
  paragraph: number
  from: number
  to: number
}

/** The real article where the shared folder is there, else one of ours of the same build. */
export function articleText(): string {
  const real = '../shared/articles/security-guarantees.txt'
  return readFileSync(existsSync(real) ? real : 'tests/corpora/ferry-letter.txt', 'utf8')
}

const wire = {
  publisher: 'Meridian Wire',
  byline: 'Staff correspondent',
  publishedOn: '2022-01-28',
  url: 'https://wire.example/letters',
}

/** Opens an article of this text, brought in without a page, and gives back its id. */
export async function bringIn(page: Page, text: string, title: string): Promise<string> {
  const recognised = await page.request.post(paths.api.preview, { data: { text } })
  const { blocks, language } = (await recognised.json()).preview
  const details = { ...wire, title, standfirst: '', language }
  const made = await page.request.post(paths.api.articles, { data: { details, blocks } })
  const { id } = await made.json()
  await page.goto(paths.article(id))
  await expectReady(page)
  return id
}

/** Brings an article in at its page, field by field, and gives back its id. */
export async function bringInByHand(page: Page, text: string, title: string): Promise<string> {
  await page.goto(paths.newArticle)
  await page.getByLabel('Text of the article').fill(text)
  await expect(page.getByLabel(/^Kind of block 1,/)).toBeVisible()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Publisher').fill(wire.publisher)
  await page.getByLabel(/^Byline/).fill(wire.byline)
  await page.getByRole('textbox', { name: /^Date/ }).fill(wire.publishedOn)
  await page.getByLabel(/^Original address/).fill(wire.url)
  await page.getByRole('button', { name: 'Create article' }).click()
  await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
  await expectReady(page)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  if (!id) throw new Error(`No article at ${page.url()}`)
  return id
}

/** Selects words with the mouse, from the first pixel of the first to the last of the last. */
export async function selectWords(page: Page, first: Words, last: Words = first): Promise<string> {
  await expectReady(page)
  await page.evaluate(findWords, { first, last })
  await settled(page)
  const { start, end, words } = await page.evaluate(findWords, { first, last })
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
  await expectSelected(page)
  return words
}

/** Whether the page knows of the selection: what can be done with it stands beside it. */
export async function expectSelected(page: Page): Promise<void> {
  const toolbar = page.getByRole('toolbar', { name: 'Selected words' })
  await expect(toolbar).toBeVisible()
}

/** The article, once its editor has taken the place of the still text that stood there first. */
export function articleOn(page: Page) {
  return page.locator('#text[contenteditable="true"]')
}

async function expectReady(page: Page): Promise<void> {
  await expect(articleOn(page)).toBeVisible()
}

/** Until nothing has moved for ten frames: a note that opens makes room and may scroll. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const places = () =>
      JSON.stringify([
        window.scrollY,
        ...[...document.querySelectorAll('.card, .open')].map(
          each => each.getBoundingClientRect().top,
        ),
      ])
    for (let still = 0, before = ''; still < 10; ) {
      await new Promise(requestAnimationFrame)
      const now = places()
      still = now === before ? still + 1 : 0
      before = now
    }
  })
}

/** Runs in the page: where the words are on the screen, and what they are. */
function findWords({ first, last }: { first: Words; last: Words }) {
  const root = document.querySelector('#text[contenteditable="true"]')
  const paragraphs = [...(root?.querySelectorAll('p, h2, h3, h4, footer') ?? [])]
  const place = (words: Words, end: boolean) => {
    const block = paragraphs[words.paragraph]
    if (!block) throw new Error(`There is no paragraph ${words.paragraph}.`)
    // The numbers of notes stand among the words and are not of the text.
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, node =>
      node.parentElement?.closest('.ref, [contenteditable="false"]')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    )
    const characters: { node: Text; at: number }[] = []
    let text = ''
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (let at = 0; at < node.length; at++) characters.push({ node, at })
      text += node.data
    }
    const found = [...text.matchAll(/\S+/g)]
    const word = found[end ? words.to : words.from]
    if (!word) throw new Error(`Paragraph ${words.paragraph} has ${found.length} words.`)
    const index = end ? word.index + word[0].length - 1 : word.index
    const character = characters[index]
    if (!character) throw new Error('These words are not on the page.')
    const range = document.createRange()
    range.setStart(character.node, character.at)
    range.setEnd(character.node, character.at + 1)
    return { range, block, text, index }
  }
  const start = place(first, false)
  start.block.scrollIntoView({ block: 'center' })
  const end = place(last, true)
  const from = start.range.getBoundingClientRect()
  const to = end.range.getBoundingClientRect()
  const whole = document.createRange()
  whole.setStart(start.range.startContainer, start.range.startOffset)
  whole.setEnd(end.range.endContainer, end.range.endOffset)
  return {
    start: { x: from.left + 1, y: from.top + from.height / 2 },
    end: { x: to.right - 0.5, y: to.top + to.height / 2 },
    words:
      start.block === end.block ? start.text.slice(start.index, end.index + 1) : whole.toString(),
  }
}

/** The one open note. */
export function openNote(page: Page) {
  return page.getByRole('article', { name: /^Note|^Mark/ }).and(page.locator('.open'))
}

export interface NoteWords {
  claim: string
  claimant: string
  verdict: string
  explanation: string
  evidence: { address: string; title: string; publisher: string; stance: string; passage: string }[]
}

/** Fills the open note, field by field, as a checker would. */
export async function writeNote(page: Page, words: NoteWords): Promise<void> {
  const note = openNote(page)
  await note.getByLabel('Claim', { exact: true }).fill(words.claim)
  await note.getByLabel('Who said it').fill(words.claimant)
  await note.getByLabel('Office or role').fill('minister')
  await note.getByLabel('When').fill('27 January 2022')
  await note.getByLabel('Where').fill('as reported in the article')
  await expect(note.getByLabel('When')).toHaveValue('2022-01-27')
  await note.getByRole('radio', { name: words.verdict, exact: true }).check({ force: true })
  await note.getByRole('button', { name: 'Imprecise' }).click()
  await note.getByRole('textbox', { name: 'Explanation' }).click()
  await page.keyboard.type(words.explanation)
  for (const each of words.evidence) await addEvidence(page, each)
}

/** Evidence that was there when the note was opened is folded. */
export async function unfoldEvidence(page: Page): Promise<void> {
  const fold = openNote(page).locator('details', {
    has: page.locator('summary', { hasText: 'Evidence' }),
  })
  await expect(fold).toBeVisible()
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
}

export async function addEvidence(
  page: Page,
  evidence: NoteWords['evidence'][number],
): Promise<void> {
  const note = openNote(page)
  await unfoldEvidence(page)
  await note.getByRole('button', { name: 'Add evidence' }).click()
  await note.getByLabel('Address of the source').fill(evidence.address)
  await note.getByRole('button', { name: 'Add this source' }).click()
  await note.getByLabel('Title', { exact: true }).fill(evidence.title)
  await note.getByLabel('Publisher').fill(evidence.publisher)
  await note.getByLabel('Date', { exact: true }).fill('2021-12')
  await note.getByRole('radio', { name: evidence.stance }).check({ force: true })
  await note.getByLabel('Passage', { exact: true }).fill(evidence.passage)
  await note.getByLabel('Page, article or timecode').fill('Article 4')
  await note.getByRole('button', { name: /^Done/ }).click()
}

/** Publishes what the page for it shows, and says that it is meant. */
export async function publishEdition(page: Page): Promise<void> {
  await pressPublish(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click()
}

/**
 * With the key: the preview above the button is a page of another process, to which Chromium may send a
 * click on what was scrolled into its place just now.
 */
export async function pressPublish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Publish edition \d+$/ }).press('Enter')
}

/** What screen readers are told is no longer there once four other things were said. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('log').getByText(words).first()).toBeAttached()
}

/** Waits until the server has acknowledged every word. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(openNote(page).getByText('Saved just now')).toBeVisible()
}
