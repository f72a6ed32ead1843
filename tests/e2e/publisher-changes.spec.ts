import type { Page } from '@playwright/test'
import type { AnnotationView } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import {
  bringIn,
  expectSaved,
  openNote,
  publishEdition,
  selectWords,
  writeNote,
} from '@/tests/support/desk'

const title = 'The harbour that grew, and grew again'
const opening = 'The port of Alderwick published its yearly report on Friday.'
const checked = 'The harbour handled 412 ships in 2025, more than ever before, the mayor said.'
const corrected = checked.replace('412', '398')
const closing = 'A spokesman for the council welcomed the figures and thanked the crews.'
const textOf = (...lines: string[]) => lines.join('\n\n')

test('an editor publishes what the publisher changed after the check, and readers see both wordings', async ({
  visit,
  announce,
}) => {
  test.setTimeout(120_000)
  // The preview of an edition stands in a frame that runs nothing, not even the tests' own scripts.
  announce(/Blocked script execution/)
  const maren = await visit('maren')
  const ines = await visit('ines')
  const tobias = await visit('tobias')

  const articleId = await bringIn(maren, textOf(opening, checked, closing), title)
  const noteId = await test.step('a note is written, approved and published', async () => {
    await selectWords(maren, { paragraph: 1, from: 0, to: 6 })
    await maren.getByRole('button', { name: 'Add note' }).click()
    await writeNote(maren, {
      claim: 'The harbour handled 412 ships in 2025.',
      claimant: 'The mayor',
      verdict: 'False',
      explanation: 'The harbour authority counted 398.',
      evidence: [
        {
          address: 'https://harbour.example/statistics/2025',
          title: 'Ship calls 2025',
          publisher: 'Harbour authority',
          stance: 'Refutes',
          passage: '398 calls',
        },
      ],
    })
    await expectSaved(maren)
    await openNote(maren).getByRole('button', { name: 'Send for review' }).click()
    await expect(openNote(maren).getByText('In review')).toBeVisible()
    const id = new URL(maren.url()).searchParams.get('note') ?? ''
    await approve(ines, id)
    await tobias.goto(paths.publish(articleId))
    await tobias.getByLabel('Headline').fill('The harbour, checked')
    await tobias.getByLabel(/^What was found/).fill('One claim, and it does not hold.')
    await publish(tobias, 1)
    return id
  })

  await test.step('the publisher changes the number; nothing is published before it is settled', async () => {
    const { revisionId } = await noteNow(maren, noteId)
    await revise(maren, articleId, revisionId, [opening, corrected, closing])
    await tobias.goto(paths.publish(articleId))
    await expect(tobias.getByText(/settle where it rests first/)).toBeVisible()
    await expect(tobias.getByRole('button', { name: 'Publish edition 2' })).toBeDisabled()

    const { version, revisionId: newest } = await noteNow(maren, noteId)
    const choice = { kind: 'confirm' }
    await post(maren, paths.api.settlements(noteId), {
      version,
      revisionId: newest,
      ordinal: 0,
      choice,
    })
    const settled = await noteNow(maren, noteId)
    const submit = { move: 'submit', version: settled.version, reason: '' }
    await post(maren, paths.api.moves(noteId), submit)
    await approve(ines, noteId)
  })

  await test.step('the editor sees what readers will be told, and is asked for no correction', async () => {
    await tobias.goto(paths.publish(articleId))
    const told = tobias.getByRole('region', { name: /^Changed after our check/ })
    await expect(told.getByText('Changed by Meridian Wire after our check')).toBeVisible()
    await expect(told.locator('del')).toHaveText('[taken out: 412]')
    await expect(told.locator('ins')).toHaveText('[put in: 398]')
    await expect(told.getByText('We gave the wrong number.')).toBeVisible()
    await expect(tobias.getByText(/no correction has to name it/)).toBeVisible()
    await expect(tobias.getByLabel('Kind')).toHaveCount(0)
    const preview = tobias.frameLocator('iframe[title="Preview of the page"]')
    await expect(preview.getByText('after our check').first()).toBeAttached()
    await expectAccessible(tobias)
    await publish(tobias, 2)
  })

  await test.step('a reader on a phone sees both wordings at the note, and on the claim’s page', async () => {
    const reader = await visit(null, {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    })
    const address = (await tobias.getByRole('link', { name: 'Read it' }).getAttribute('href')) ?? ''
    await reader.goto(address)
    await expect(reader.getByText('The publisher has changed')).toBeVisible()
    await reader.getByRole('link', { name: 'note 1', exact: true }).first().click()
    const note = reader.locator('aside.note')
    await expect(note.getByText('Changed by Meridian Wire after our check')).toBeVisible()
    await expect(note.locator('del')).toContainText('412')
    await expect(note.locator('ins')).toContainText('398')
    await expect(note.getByText('2 February 2022')).toBeVisible()
    await note.getByRole('link', { name: 'Link to this note' }).click()
    const heading = { name: 'Changed by Meridian Wire after our check', level: 2 }
    await expect(reader.getByRole('heading', heading)).toBeVisible()
    await reader.goto(`${address}/editions/1`)
    await expect(reader.getByText('after our check')).toHaveCount(0)
  })

  await test.step('the list of corrections tells it as the publisher’s, and it is accessible', async () => {
    const reader = await visit(null)
    await reader.goto(paths.corrections)
    const entry = reader.getByRole('listitem').filter({ hasText: 'The harbour, checked' })
    await expect(entry.getByText('Publisher’s change')).toBeVisible()
    await expectAccessible(reader)
    await entry.getByRole('link', { name: 'Our note' }).click()
    await reader.waitForURL(/\/claims\//)
    await expectAccessible(reader)
    await reader.getByRole('link', { name: 'The harbour, checked' }).click()
    await reader.waitForURL(/\/checks\/[^/]+$/)
    await expectAccessible(reader)
  })
})

async function noteNow(page: Page, id: string): Promise<AnnotationView> {
  return (await (await page.request.get(paths.api.annotation(id))).json()).annotation
}

async function approve(page: Page, id: string): Promise<void> {
  const { contentHash } = await noteNow(page, id)
  await post(page, paths.api.reviews(id), { decision: 'approve', contentHash, comment: '' })
}

async function revise(
  page: Page,
  articleId: string,
  baseRevisionId: string,
  lines: string[],
): Promise<void> {
  const blocks = lines.map(text => ({ kind: 'paragraph', text }))
  const asked = { baseRevisionId, wording: { from: 'text', blocks } }
  const { preview } = await post(page, paths.api.revisionPreview(articleId), asked)
  await post(page, paths.api.revisions(articleId), {
    ...asked,
    textHash: preview.textHash,
    notesHash: preview.notesHash,
    changedOn: '2022-02-02',
    changeNote: 'We gave the wrong number.',
  })
}

async function post(page: Page, address: string, data: object) {
  const answer = await page.request.post(address, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

async function publish(page: Page, number: number): Promise<void> {
  if (number > 1) await page.getByRole('checkbox', { name: /^These are the words of/ }).check()
  await publishEdition(page)
  const done = page.getByRole('heading', { name: `Edition ${number} is published` })
  await expect(done).toBeFocused()
  await expect(done).toBeInViewport()
}
