import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { newContent } from '@/lib/domain/annotations'
import { isApproved } from '@/lib/domain/review'
import {
  createAnnotation,
  findAnnotation,
  moveAnnotation,
  saveAnnotation,
} from '@/lib/services/annotations'
import { reviewAnnotation } from '@/lib/services/reviews'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  approve,
  type BroughtIn,
  bringIn,
  later,
  type Newsroom,
  noteOn,
  openNewsroom,
  submit,
  write,
  writeApproved,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeAll(async () => {
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

const inReview = async () => submit(room.maren, await write(room.maren, article))
const approval = (contentHash: string) =>
  ({ decision: 'approve', contentHash, comment: '' }) as const

describe('four eyes', () => {
  it('keeps the owner from approving, and from asking changes of themself', async () => {
    const note = await inReview()
    expect(await reviewAnnotation(room.maren, note.id, approval(note.contentHash))).toMatchObject({
      reason: 'own_note',
      message: 'You wrote this note, so someone else must approve it.',
    })
    const asking = {
      decision: 'ask_changes',
      contentHash: note.contentHash,
      comment: 'Hm.',
    } as const
    expect(reasonOf(await reviewAnnotation(room.maren, note.id, asking))).toBe('own_note')
    expect(must(await findAnnotation(room.maren, note.id)).annotation).toEqual(note)
  })

  it('keeps whoever mended a word from approving, admin or not', async () => {
    const note = await inReview()
    const save = {
      revisionId: note.revisionId,
      version: note.version,
      content: noteOn('412 ships', { claim: 'Mended.' }),
    }
    const mended = must(await saveAnnotation(room.ruth, note.id, save)).annotation
    expect(mended.state).toBe('in_review')
    expect(await reviewAnnotation(room.ruth, note.id, approval(mended.contentHash))).toMatchObject({
      reason: 'own_note',
      message: expect.stringContaining('You have written in this note'),
    })
    expect(isApproved(await approve(room.ines, mended))).toBe(true)
  })

  it('lets whoever only marked the words to check review what another wrote', async () => {
    const content = newContent(noteOn('412 ships').anchors, '')
    const marking = { revisionId: article.revisionId, content, toCheck: true }
    const mark = must(await createAnnotation(room.tobias, article.id, marking)).annotation
    const save = {
      revisionId: mark.revisionId,
      version: mark.version,
      content: noteOn('412 ships'),
    }
    const taken = must(await saveAnnotation(room.maren, mark.id, save)).annotation
    expect(taken.authors.map(author => author.name)).toEqual(['Maren Oduya'])
    expect(isApproved(await approve(room.tobias, await submit(room.maren, taken)))).toBe(true)
  })

  it('holds in the database too, whatever the code does', async () => {
    const note = await inReview()
    const review = {
      annotationId: note.id,
      reviewerId: room.maren.actor.id,
      decision: 'approve' as const,
      contentHash: note.contentHash,
    }
    await expect(database.review.create({ data: review })).rejects.toThrow()
  })

  it('lets a checker approve a colleague’s note', async () => {
    const note = await inReview()
    const done = await approve(later(room.ines, 10), note)
    expect(done).toMatchObject({
      state: 'approved',
      reviews: [
        {
          reviewer: { name: 'Ines Castellan' },
          decision: 'approve',
          contentHash: note.contentHash,
          at: later(room.ines, 10).at.toISOString(),
        },
      ],
    })
    expect(isApproved(done)).toBe(true)
  })
})

describe('an approval', () => {
  it('is refused where what was sent has been emptied since, and says what is missing', async () => {
    const note = await inReview()
    const save = {
      revisionId: note.revisionId,
      version: note.version,
      content: noteOn('412 ships', { claim: '' }),
    }
    const emptied = must(await saveAnnotation(room.maren, note.id, save)).annotation
    expect(emptied.state).toBe('in_review')
    const request = approval(emptied.contentHash)
    expect(await reviewAnnotation(room.ines, note.id, request)).toMatchObject({
      reason: 'incomplete',
      message: 'Not approved, since something is missing. Write the claim in one sentence.',
      faults: [{ message: 'Write the claim in one sentence.' }],
    })
    const asking = { ...request, decision: 'ask_changes', comment: 'Where is the claim?' } as const
    expect(must(await reviewAnnotation(room.ines, note.id, asking)).annotation.state).toBe(
      'changes_asked',
    )
  })

  it('is refused for words that are not those of the note', async () => {
    const note = await inReview()
    const save = {
      revisionId: note.revisionId,
      version: note.version,
      content: noteOn('412 ships', { claim: 'Changed meanwhile.' }),
    }
    const changed = must(await saveAnnotation(room.maren, note.id, save)).annotation
    expect(await reviewAnnotation(room.ines, note.id, approval(note.contentHash))).toMatchObject({
      reason: 'stale',
      current: changed,
    })
    expect(await database.review.count({ where: { annotationId: note.id } })).toBe(0)
  })

  it.each([
    ['a draft', async () => write(room.maren, article)],
    ['what is approved already', async () => writeApproved(room.maren, room.tobias, article)],
  ])('is refused for %s', async (_what, make) => {
    const note = await make()
    const outcome = await reviewAnnotation(room.ines, note.id, approval(note.contentHash))
    expect(reasonOf(outcome)).toBe('not_from_here')
  })

  it('comes to one of two reviewers who decide at once', async () => {
    for (let round = 0; round < 5; round++) {
      const note = await inReview()
      const answers = await Promise.all(
        [room.ines, room.tobias].map(call =>
          reviewAnnotation(call, note.id, approval(note.contentHash)),
        ),
      )
      expect(answers.filter(answer => answer.ok)).toHaveLength(1)
      expect(['stale', 'not_from_here']).toContain(
        answers.map(reasonOf).find(each => each !== 'ok'),
      )
      expect(await database.review.count({ where: { annotationId: note.id } })).toBe(1)
    }
  })

  it('never stands on words that were saved at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const note = await inReview()
      const save = {
        revisionId: note.revisionId,
        version: note.version,
        content: noteOn('412 ships', { claim: `Words ${round}.` }),
      }
      const [reviewed, saved] = await Promise.all([
        reviewAnnotation(room.ines, note.id, approval(note.contentHash)),
        saveAnnotation(room.maren, note.id, save),
      ])
      expect([reviewed.ok, saved.ok].filter(Boolean)).toHaveLength(1)
      const now = must(await findAnnotation(room.maren, note.id)).annotation
      expect(isApproved(now)).toBe(reviewed.ok)
      expect(now.contentHash === note.contentHash).toBe(reviewed.ok)
    }
  })
})

describe('asking for changes', () => {
  it('sends the note back with the words of the reviewer, also once it was approved', async () => {
    const note = await writeApproved(room.maren, room.tobias, article)
    const comment = 'Which year does the record count?'
    const asked = { decision: 'ask_changes', contentHash: note.contentHash, comment } as const
    const { annotation } = must(await reviewAnnotation(room.ines, note.id, asked))
    expect(annotation.state).toBe('changes_asked')
    expect(annotation.reviews.at(-1)).toMatchObject({ decision: 'ask_changes', comment })
    expect(isApproved(annotation)).toBe(false)
  })

  it('lets the author change it, send it again and have it approved', async () => {
    const note = await inReview()
    const asked = {
      decision: 'ask_changes',
      contentHash: note.contentHash,
      comment: 'Hm.',
    } as const
    const back = must(await reviewAnnotation(room.ines, note.id, asked)).annotation
    const save = {
      revisionId: note.revisionId,
      version: back.version,
      content: noteOn('412 ships', { claim: 'Better.' }),
    }
    const better = must(await saveAnnotation(room.maren, note.id, save)).annotation
    expect(better.state).toBe('changes_asked')
    expect(isApproved(await approve(room.ines, await submit(room.maren, better)))).toBe(true)
  })

  it('can be taken back by who asked, as long as nobody changed the words', async () => {
    const asked = async () => {
      const note = await inReview()
      const request = {
        decision: 'ask_changes',
        contentHash: note.contentHash,
        comment: 'Which?',
      } as const
      return must(await reviewAnnotation(room.ines, note.id, request)).annotation
    }
    const [kept, changed] = [await asked(), await asked()]
    const { id, contentHash } = kept
    expect(reasonOf(await reviewAnnotation(room.ruth, id, approval(contentHash)))).toBe(
      'not_from_here',
    )
    const approved = must(await reviewAnnotation(room.ines, id, approval(contentHash))).annotation
    expect(isApproved(approved)).toBe(true)

    const content = noteOn('412 ships', { claim: 'Mended.' })
    const save = { revisionId: changed.revisionId, version: changed.version, content }
    const mended = must(await saveAnnotation(room.maren, changed.id, save)).annotation
    expect(
      reasonOf(await reviewAnnotation(room.ines, changed.id, approval(mended.contentHash))),
    ).toBe('not_from_here')
  })

  it('is refused where the note was taken back', async () => {
    const note = await inReview()
    const recall = { move: 'recall', version: note.version, reason: '' } as const
    must(await moveAnnotation(room.maren, note.id, recall))
    const asked = {
      decision: 'ask_changes',
      contentHash: note.contentHash,
      comment: 'Hm.',
    } as const
    expect(reasonOf(await reviewAnnotation(room.ines, note.id, asked))).toBe('not_from_here')
  })
})

it('finds no note that is not there', async () => {
  const review = approval('0'.repeat(64))
  expect(reasonOf(await reviewAnnotation(room.ines, 'nothing', review))).toBe('not_found')
})
