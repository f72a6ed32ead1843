import { expect, type Page } from '@playwright/test'
import { newContent } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'

/** An article whose text is its paragraphs, as the API made it. */
export interface MadeArticle {
  id: string
  revisionId: string
  text: string
}

/** Brings an article in through the API. */
export async function makeArticle(
  page: Page,
  title: string,
  paragraphs: readonly string[],
  { isOwn = false, language = 'en' } = {},
): Promise<MadeArticle> {
  const details = {
    title,
    standfirst: '',
    publisher: 'Coast Post',
    byline: '',
    publishedOn: '',
    url: '',
    language,
  }
  const answer = await page.request.post(paths.api.articles, {
    data: { details, blocks: blocksOf(paragraphs), isOwn },
  })
  const { id, revisionId } = await answer.json()
  return { id, revisionId, text: paragraphs.join('\n') }
}

/** Makes a complete note on these words of the article, in all their places, and gives back its id. */
export async function makeNote(
  page: Page,
  { id, revisionId, text }: MadeArticle,
  ...words: string[]
): Promise<string> {
  const anchors = words.map(each => {
    const start = text.indexOf(each)
    return { start, end: start + each.length }
  })
  const content = {
    ...newContent(anchors, `The article says: ${words[0]}`),
    claimant: { name: 'Hanne Lund', role: 'director', saidOn: '', saidWhere: '' },
    ratingKey: 'false',
    explanation: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The records differ.' }] }],
    },
    citations: [
      {
        stance: 'refutes',
        url: 'https://records.example/1',
        title: 'Records',
        publisher: 'Office',
        publishedOn: '',
        passage: '',
        passageKind: 'exact',
        locator: '',
      },
    ],
  }
  const made = await page.request.post(paths.api.annotations(id), {
    data: { revisionId, content },
  })
  expect(made.status()).toBe(201)
  return (await made.json()).annotation.id
}

/** Has a note approved by a colleague of its author. */
export async function approve(author: Page, reviewer: Page, noteId: string): Promise<void> {
  const { annotation } = await (await author.request.get(paths.api.annotation(noteId))).json()
  const sent = await author.request.post(paths.api.moves(noteId), {
    data: { move: 'submit', version: annotation.version },
  })
  expect(sent.ok()).toBe(true)
  const approved = await reviewer.request.post(paths.api.reviews(noteId), {
    data: { decision: 'approve', contentHash: annotation.contentHash, comment: '' },
  })
  expect(approved.ok()).toBe(true)
}

/** Freezes a new wording of the article. */
export async function revise(
  page: Page,
  { id, revisionId }: MadeArticle,
  paragraphs: readonly string[],
): Promise<void> {
  const wanted = {
    baseRevisionId: revisionId,
    wording: { from: 'text', blocks: blocksOf(paragraphs) },
  }
  const previewed = await page.request.post(paths.api.revisionPreview(id), { data: wanted })
  const { textHash, notesHash } = (await previewed.json()).preview
  const made = await page.request.post(paths.api.revisions(id), {
    data: { ...wanted, textHash, notesHash, changedOn: '', changeNote: '' },
  })
  expect(made.status()).toBe(201)
}

function blocksOf(paragraphs: readonly string[]) {
  return paragraphs.map(text => ({ kind: 'paragraph', text }))
}
