import type { Page } from '@playwright/test'
import { database, disconnect } from '@/lib/data/database'
import { findPersonByEmail } from '@/lib/data/people'
import { personId } from '@/lib/domain/ids'
import type { Call } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import { type DemoPerson, people } from '@/prisma/demo/people'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import { articleOn, openNote } from '@/tests/support/desk'
import { type ScaleArticle, writeScale } from '@/tests/support/scale'

const count = 300

// In one worker: what they share is the way to the database.
test.describe.configure({ mode: 'default' })
test.afterAll(disconnect)

test('a checker finds her way among three hundred notes', async ({ visit }) => {
  const article = await writeScale(await callOf('ines'), await callOf('tobias'), {
    words: 6000,
    notes: count,
  })
  const maren = await visit('maren')

  await test.step('only the notes near what is in sight are on the page, and all are counted', async () => {
    await maren.goto(paths.article(article.id))
    await expect(articleOn(maren)).toBeVisible()
    await expect(noteAt(maren, 1)).toBeInViewport()
    await expect(noteAt(maren, 1)).toHaveAttribute('aria-setsize', String(count))
    expect(await notesOn(maren).count()).toBeLessThan(count / 2)
    await expectAccessible(maren)
  })

  await test.step('the keys open one after another, each beside its words', async () => {
    for (let at = 1; at <= 4; at++) {
      await maren.keyboard.press('j')
      await expect(placeOfOpen(maren)).toHaveAttribute('aria-posinset', String(at))
      await expectBesideItsWords(maren)
    }
    await expectAccessible(maren)
    await maren.keyboard.press('Escape')
  })

  await test.step('scrolling brings the last, and no two notes overlap', async () => {
    await maren.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(noteAt(maren, count)).toBeInViewport()
    await expect(noteAt(maren, 1)).toHaveCount(0)
    expect(await maren.evaluate(findOverlaps)).toEqual([])
    await expectAccessible(maren)
  })

  await test.step('in one line each more of them are in sight, also at the next visit', async () => {
    await maren.getByRole('button', { name: 'One line each' }).click()
    // The browser comes back to where it was, if the page is long enough by then.
    await maren.evaluate(() => window.scrollTo(0, 0))
    await maren.reload()
    await expect(maren.getByRole('button', { name: 'One line each', pressed: true })).toBeVisible()
    await expect(noteAt(maren, 2)).toHaveCSS('block-size', '24px')
    await expectAccessible(maren)
    await maren.getByRole('button', { name: 'One line each' }).click()
  })

  await test.step('a link opens the last note, and the one before it is a key away', async () => {
    await maren.goto(paths.note(article.id, lastOf(article)))
    await expect(placeOfOpen(maren)).toHaveAttribute('aria-posinset', String(count))
    await expect(openNote(maren)).toBeInViewport()
    await maren.keyboard.press('k')
    await expect(placeOfOpen(maren)).toHaveAttribute('aria-posinset', String(count - 1))
    await expect(openNote(maren)).toBeInViewport()
    await maren.keyboard.press('Escape')
  })

  await test.step('words that no note has are said to be in none', async () => {
    await maren.getByRole('searchbox', { name: 'Words in notes' }).fill('zeppelin')
    const margin = maren.getByRole('complementary', { name: 'Notes' })
    await expect(margin.getByText('No note with “zeppelin” is here.')).toBeVisible()
    await expect(maren.locator('#text mark')).toHaveCount(0)
    await margin.getByRole('button', { name: `Show all ${count}` }).click()
    await expect(maren.locator('#text mark').first()).toBeVisible()
  })

  await test.step('a number is 24 px to press', async () => {
    const box = await articleOn(maren).locator('.ref').first().boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  })
})

test('on a phone the list of three hundred notes comes as it is scrolled', async ({ visit }) => {
  const article = await writeScale(await callOf('ines'), await callOf('tobias'), {
    words: 3000,
    notes: count,
  })
  const maren = await visit('maren', { viewport: { width: 390, height: 844 }, hasTouch: true })
  await maren.goto(paths.article(article.id))
  await expect(articleOn(maren)).toBeVisible()
  await maren.getByRole('button', { name: 'List' }).click()
  const list = maren.getByRole('dialog', { name: 'Notes' })
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(count))
  expect(await list.getByRole('listitem').count()).toBeLessThan(count / 2)
  await expectAccessible(maren)
  const last = list.locator(`[aria-posinset="${count}"]`)
  await expect(async () => {
    await list.evaluate(element => element.scrollTo(0, element.scrollHeight))
    await expect(last).toBeInViewport({ timeout: 100 })
  }).toPass()
  await last.getByRole('button').click()
  await expect(openNote(maren)).toBeVisible()
})

async function callOf(who: DemoPerson): Promise<Call> {
  const person = await findPersonByEmail(database, people[who].email)
  if (!person) throw new Error(`${who} is not at the desk.`)
  const { name, role } = people[who]
  return { actor: { id: personId.parse(person.id), name, role }, at: new Date() }
}

function notesOn(page: Page) {
  return page.getByRole('complementary', { name: 'Notes' }).locator('.place')
}

function noteAt(page: Page, at: number) {
  return page.getByRole('complementary', { name: 'Notes' }).locator(`[aria-posinset="${at}"]`)
}

function placeOfOpen(page: Page) {
  return notesOn(page).filter({ has: page.locator('.open') })
}

/** Two lines of text: its first line stands level with the line of its words, or nearly so. */
const nearly = 60

async function expectBesideItsWords(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const words = document.querySelector('#text mark.is-open')?.getBoundingClientRect().top
        const note = document.querySelector('.margin .open')?.getBoundingClientRect().top
        return words === undefined || note === undefined ? Number.NaN : Math.abs(words - note)
      }),
    )
    .toBeLessThan(nearly)
}

/** Runs in the page: pairs of neighbours of which one lies on the other. */
function findOverlaps(): string[] {
  const boxes = [...document.querySelectorAll('.margin .place')]
    .map(each => each.getBoundingClientRect())
    .sort((a, b) => a.top - b.top)
  return boxes.flatMap((box, index) => {
    const before = boxes[index - 1]
    return before && before.bottom > box.top + 1 ? [`${before.bottom} > ${box.top}`] : []
  })
}

/** The note that begins last in the text. */
function lastOf({ notes }: ScaleArticle): string {
  const starts = notes.map(({ id, spans }) => ({
    id,
    start: Math.min(...spans.map(({ start }) => start)),
  }))
  return starts.reduce((last, each) => (each.start > last.start ? each : last)).id
}
