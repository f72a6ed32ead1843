import { type AnnotationView, newContent, type UnsettledAnchor } from '@/lib/domain/annotations'
import type { AnnotationState } from '@/lib/domain/review'

/** A note as the server would answer it. */
export function noteView({
  id = 'note',
  version = 1,
  claim = 'Output rose.',
  state = 'draft',
  ratingKey = null,
  ownerId = 'maren',
  start = 0,
}: {
  id?: string
  version?: number
  claim?: string
  state?: AnnotationState
  ratingKey?: string | null
  ownerId?: string
  start?: number
} = {}): AnnotationView {
  const owner = { id: ownerId, name: ownerId }
  return {
    id,
    articleId: 'article',
    key: id,
    state,
    version,
    contentHash: claim,
    heldHashes: [claim],
    revisionId: 'revision',
    ownerId,
    owner,
    authors: [owner],
    authorIds: [ownerId],
    content: { ...newContent([{ start, end: start + 5 }], claim), ratingKey },
    anchors: [],
    unsettled: [],
    reviews: [],
    threads: [],
    retiredReason: null,
    published: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    updatedAt: '2026-03-02T09:00:00.000Z',
    submittedAt: null,
  }
}

/** A place whose words a new revision of the article does not have any more. */
export const lostPlace: UnsettledAnchor = {
  ordinal: 0,
  placement: 'lost',
  quote: 'Nowhere to be found',
  prefix: '',
  suffix: '',
  start: null,
  end: null,
  now: '',
  change: null,
  sentence: null,
  candidates: [],
  near: 0,
}
