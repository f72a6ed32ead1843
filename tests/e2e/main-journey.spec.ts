import type { Page } from '@playwright/test'
import { claimFrom } from '@/lib/domain/claims'
import { paths } from '@/lib/paths'
import { expect, expectAccessible, test } from '@/tests/support/browsing'
import {
  addEvidence,
  articleText,
  bringInByHand,
  expectSaved,
  openNote,
  pressPublish,
  publishEdition,
  selectWords,
  unfoldEvidence,
  writeNote,
} from '@/tests/support/desk'

const title = 'What the letters say, and what is said of them'
const headline = 'The letters, read against the record'

const treaty = {
  address: 'https://mid.example/draft-agreement',
  title: 'Draft agreement with the member states of NATO',
  publisher: 'Ministry of Foreign Affairs',
  stance: 'Supports',
  passage: 'The Parties shall not deploy forces on the territory of other States.',
}
const archive = {
  address: 'https://archive.example/briefing-book/1990',
  title: 'What was said in 1990',
  publisher: 'National archive',
  stance: 'Gives context',
  passage: 'Not one inch eastward.',
}

test('a checker marks claims, a colleague approves them, and an editor publishes and corrects', async ({
  visit,
  announce,
}) => {
  test.setTimeout(180_000)
  // The preview of an edition stands in a frame that runs nothing, not even the tests' own scripts.
  announce(/Blocked script execution/)
  // A correction called a typo that is more than one.
  announce(/400 \(Bad Request\).*\/editions$/)
  const maren = await visit('maren')
  const ines = await visit('ines')
  const tobias = await visit('tobias')

  const articleId = await test.step('the checker brings the article in', async () => {
    const id = await bringInByHand(maren, articleText(), title)
    await expect(maren.getByText('No notes yet.').filter({ visible: true })).toBeVisible()
    await expectAccessible(maren)
    return id
  })

  const quote =
    await test.step('the checker marks words and writes a note with two sources', async () => {
      const words = await selectWords(maren, { paragraph: 0, from: 4, to: 12 })
      await maren.getByRole('button', { name: 'Add note' }).click()
      await expect(openNote(maren).getByLabel('Claim', { exact: true })).toHaveValue(
        claimFrom(words, 'en'),
      )
      await writeNote(maren, {
        claim: 'The minister described the content of the American letter in public.',
        claimant: 'Sergey Lavrov',
        verdict: 'Mostly true',
        explanation: 'He spoke of it the day after, in part only.',
        evidence: [treaty, archive],
      })
      await expectSaved(maren)
      await expectAccessible(maren)
      return words
    })

  await test.step('what was acknowledged is there after a reload', async () => {
    await maren.reload()
    const note = openNote(maren)
    await expect(note.getByLabel('Claim', { exact: true })).toHaveValue(/described the content/)
    await unfoldEvidence(maren)
    await expect(note.getByRole('link', { name: archive.title })).toBeVisible()
    await expect(note.getByText(quote).first()).toBeVisible()
  })

  await test.step('notes overlap, nest, share words, cross paragraphs and rest on two places', async () => {
    await maren.keyboard.press('Escape')
    await mark(maren, { paragraph: 0, from: 8, to: 16 })
    await mark(maren, { paragraph: 0, from: 10, to: 11 })
    await mark(maren, { paragraph: 0, from: 10, to: 11 })
    await mark(maren, { paragraph: 1, from: 3, to: 9 }, { paragraph: 2, from: 0, to: 3 })
    await selectWords(maren, { paragraph: 2, from: 8, to: 10 })
    await maren.getByRole('button', { name: /^Add to note/ }).click()
    await expectSaved(maren)
    await expect(openNote(maren).getByRole('button', { name: /^Take off “/ })).toHaveCount(2)
    await maren.keyboard.press('Escape')
    await expect(maren.locator('.card')).toHaveCount(5)
    await expectNoOverlap(maren)
    await expectAccessible(maren)
  })

  await test.step('the author sends the first note, and cannot approve it', async () => {
    await maren.locator('.card').first().getByRole('button').click()
    await openNote(maren).getByRole('button', { name: 'Send for review' }).click()
    const approve = openNote(maren).getByRole('button', { name: 'Approve' })
    await expect(approve).toHaveAttribute('aria-disabled', 'true')
    await expect(
      openNote(maren).getByText('You wrote this note, so someone else must approve it.'),
    ).toBeVisible()
    const { id, contentHash } = await noteOnPage(maren)
    const answer = await maren.request.post(paths.api.reviews(id), {
      data: { decision: 'approve', contentHash, comment: '' },
    })
    expect(answer.status()).toBe(403)
    expect(await answer.json()).toMatchObject({ ok: false, reason: 'own_note' })
  })

  await test.step('a colleague finds it in the queue and asks for changes', async () => {
    await ines.goto(paths.desk)
    await ines.getByRole('link', { name: /described the content/ }).click()
    const note = openNote(ines)
    await expect(note.getByText('He spoke of it the day after, in part only.')).toBeVisible()
    await note.getByRole('button', { name: 'Ask for changes…' }).click()
    await note.getByLabel('What should be changed').fill('Which day? Say it.')
    await ines.keyboard.press('Control+Enter')
    await expect(note.getByText('Changes asked')).toBeVisible()
    await expect(note.getByText('Sent to Maren Oduya.')).toBeVisible()
    await expect(note.getByRole('button', { name: 'Approve after all' })).toBeVisible()
    await expectAccessible(ines)
  })

  await test.step('the author changes it and sends it again; the colleague approves', async () => {
    await maren.goto(paths.desk)
    await maren.getByRole('link', { name: /described the content/ }).click()
    await expect(openNote(maren).getByText('Which day? Say it.')).toBeVisible()
    await openNote(maren).getByRole('textbox', { name: 'Explanation' }).click()
    await maren.keyboard.press('Control+End')
    await maren.keyboard.type(' It was 27 January.')
    await expectSaved(maren)
    await openNote(maren).getByRole('button', { name: 'Send for review again' }).click()
    await expect(openNote(maren).getByText('In review')).toBeVisible()
    await approveAgain(ines, /^Changed since you asked for changes/, 'It was 27 January.')
  })

  await test.step('a later change voids the approval, and says so first', async () => {
    await maren.reload()
    await expect(openNote(maren).getByText('Approved by Ines Calloway')).toBeVisible()
    await openNote(maren)
      .getByLabel('Claim', { exact: true })
      .fill('The minister described the content of the American letter on 27 January.')
    await openNote(maren).getByRole('button', { name: 'Change it anyway' }).click()
    await expectSaved(maren)
    await expect(openNote(maren).getByText('Approval voided.')).toBeVisible()
    await openNote(maren).getByRole('button', { name: 'Send for review' }).click()
    await expect(openNote(maren).getByText('In review')).toBeVisible()
    await approveAgain(ines, /^Changed since you approved it/, 'on 27 January')
  })

  const address = await test.step('an editor sees what goes out and publishes', async () => {
    await tobias.goto(paths.publish(articleId))
    await expect(tobias.getByText('on 27 January.').first()).toBeVisible()
    await expect(tobias.getByText('It has not been sent for review.').first()).toBeVisible()
    await expectAccessible(tobias)
    await tobias.getByLabel('Headline').fill(headline)
    await tobias
      .getByLabel(/^What was found/)
      .fill('One claim of the report holds, with a detail to add.')
    return publish(tobias)
  })

  const claimAddress =
    await test.step('the page shows the approved note and nothing else, without JavaScript, on a phone', async () => {
      const reader = await visit(null, {
        javaScriptEnabled: false,
        viewport: { width: 390, height: 844 },
      })
      await reader.goto(address)
      await expect(reader.getByRole('heading', { name: headline, level: 1 })).toBeVisible()
      await expect(reader.locator('aside.note')).toHaveCount(1)
      await expect(reader.locator('mark').first()).toContainText(quote.split(' ')[0] ?? '')
      await reader.getByRole('link', { name: /^Why/ }).click()
      await expect(reader.getByText('It was 27 January.').first()).toBeVisible()
      await reader.getByRole('link', { name: 'Link to this note' }).click()
      await expect(reader.getByText('on 27 January.').first()).toBeVisible()
      return reader.url()
    })

  await test.step('the claim’s page carries exactly one ClaimReview', async () => {
    const html = await (await tobias.request.get(claimAddress)).text()
    const reviews = [
      ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
    ].map(each => JSON.parse(each[1] ?? ''))
    expect(reviews).toHaveLength(1)
    expect(reviews[0]).toMatchObject({
      '@type': 'ClaimReview',
      url: claimAddress,
      claimReviewed: 'The minister described the content of the American letter on 27 January.',
      reviewRating: { alternateName: 'Mostly true', ratingValue: 4, bestRating: 5, worstRating: 1 },
      itemReviewed: { author: { name: 'Sergey Lavrov' }, datePublished: '2022-01-27' },
    })
  })

  await test.step('a mistake is corrected as edition 2; edition 1 stays as it was', async () => {
    const first = await (await tobias.request.get(`${address}/editions/1`)).text()
    await maren.goto(paths.article(articleId))
    await maren.locator('.card').first().getByRole('button').click()
    await addEvidence(maren, {
      ...archive,
      address: 'https://transcript.example/27-january',
      title: 'Transcript of 27 January',
    })
    await openNote(maren).getByRole('button', { name: 'Change it anyway' }).click()
    await expectSaved(maren)
    await openNote(maren).getByRole('button', { name: 'Send for review' }).click()
    await expect(openNote(maren).getByText('In review')).toBeVisible()
    await approveAgain(ines, /^Changed since you approved it/, 'Transcript of 27 January')

    await tobias.goto(paths.publish(articleId))
    await tobias.getByLabel('Kind').selectOption('typo')
    await tobias
      .getByLabel('What was changed, for readers')
      .fill('We have added the transcript of what the minister said.')
    await expect(tobias.getByRole('checkbox', { name: /on 27 January/ })).toBeChecked()
    await expect(tobias.getByRole('heading', { name: 'Edition 1 is out' })).toBeVisible()
    await expect(tobias.getByText(/^Since then one note has changed/)).toBeVisible()
    await pressPublish(tobias)
    await expect(tobias.getByText(/This is what edition 1 said\./)).toBeVisible()
    await tobias.getByRole('checkbox', { name: /^These are the words of edition 1/ }).check()
    await publishEdition(tobias)
    await expect(
      tobias.getByText('This is more than a typo: a citation changed.').first(),
    ).toBeVisible()
    await tobias.getByLabel('Kind').selectOption('update')
    await publish(tobias)

    const page = await (await tobias.request.get(address)).text()
    expect(page).toContain('We have added the transcript')
    expect(await (await tobias.request.get(`${address}/editions/1`)).text()).toBe(first)
    expect((await tobias.request.get(`${address}/editions/2`)).status()).toBe(200)
    expect(await (await tobias.request.get(`${address}/edition.json`)).json()).toMatchObject({
      snapshot: { number: 2 },
    })
  })

  await test.step('an edition is withdrawn with a reason; its address answers 410, the one before stays', async () => {
    await tobias.goto(paths.publish(articleId))
    await tobias.getByRole('button', { name: 'Withdraw edition 2' }).click()
    const dialog = tobias.getByRole('dialog')
    await dialog.getByRole('textbox').fill('The transcript turned out to be of another day.')
    await dialog.getByRole('button', { name: 'Withdraw it' }).click()
    await expect(dialog).toBeHidden()
    await expect(
      tobias.getByText('The transcript turned out to be of another day.').first(),
    ).toBeVisible()
    for (const path of [address, `${address}/editions/2`]) {
      const answer = await tobias.request.get(path)
      expect(answer.status(), path).toBe(410)
      expect(await answer.text()).toContain('The transcript turned out to be of another day.')
    }
    expect((await tobias.request.get(`${address}/editions/1`)).status()).toBe(200)
  })

  await test.step('the history shows every step, by whom', async () => {
    await maren.goto(paths.history(articleId))
    for (const words of [
      'sent the note for review',
      'asked for changes',
      'approved the note',
      'voided the approval',
      'published edition 1',
      'published edition 2',
      'withdrew edition 2',
    ])
      await expect(maren.getByText(words).first()).toBeVisible()
    await expectAccessible(maren)
  })
})

async function mark(
  page: Page,
  ...words: Parameters<typeof selectWords> extends [Page, ...infer Rest] ? Rest : never
): Promise<void> {
  await selectWords(page, ...words)
  await page.getByRole('button', { name: 'Add note' }).click()
  // The focus comes a moment after the note, and would take what is selected next away.
  await expect(openNote(page).getByLabel('Claim', { exact: true })).toBeFocused()
}

/** Once more, with what was put in since the last decision in sight. */
async function approveAgain(page: Page, since: RegExp, putIn: string): Promise<void> {
  await page.reload()
  const changes = openNote(page).getByRole('region', { name: since })
  await expect(changes.getByRole('insertion')).toContainText(putIn)
  await expectAccessible(page)
  await openNote(page).getByRole('button', { name: 'Approve' }).click()
  await expect(openNote(page).getByText('Approved by Ines Calloway')).toBeVisible()
}

async function publish(page: Page): Promise<string> {
  await publishEdition(page)
  const link = page.getByRole('link', { name: /\/checks\// }).first()
  await expect(link).toBeVisible()
  return new URL((await link.getAttribute('href')) ?? '', page.url()).href
}

async function noteOnPage(page: Page): Promise<{ id: string; contentHash: string }> {
  const id = new URL(page.url()).searchParams.get('note') ?? ''
  const answer = await page.request.get(paths.api.annotation(id))
  return (await answer.json()).annotation
}

/** Notes in the margin never lie on one another. */
async function expectNoOverlap(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const boxes = await page
        .locator('.card')
        .evaluateAll(cards => cards.map(card => card.getBoundingClientRect().toJSON()))
      const sorted = boxes.sort((a, b) => a.top - b.top)
      return sorted.every(
        (box, index) => index === 0 || box.top >= (sorted[index - 1]?.bottom ?? 0) - 0.5,
      )
    })
    .toBe(true)
}
