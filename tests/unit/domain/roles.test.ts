import { describe, expect, it } from 'vitest'
import { personId } from '@/lib/domain/ids'
import {
  type Actor,
  mayAdminister,
  mayEdit,
  mayEditArticle,
  mayPublish,
  mayRetire,
  mayReview,
  maySettle,
  mayTake,
  type Role,
  roles,
} from '@/lib/domain/roles'

const me = personId.parse('01900000-0000-7000-8000-000000000001')
const other = '01900000-0000-7000-8000-000000000002'

const mine = { ownerId: me, authorIds: [me] }
const helped = { ownerId: other, authorIds: [other, me] }
const theirs = { ownerId: other, authorIds: [other] }
const handedOn = { ownerId: me, authorIds: [other] }

describe('permissions', () => {
  const asked: [string, (actor: Actor) => boolean, Role[]][] = [
    ['edit a note of one’s own', actor => mayEdit(actor, mine), ['checker', 'editor', 'admin']],
    ['edit somebody else’s note', actor => mayEdit(actor, theirs), ['editor', 'admin']],
    ['edit a note one helped with once', actor => mayEdit(actor, helped), ['editor', 'admin']],
    ['retire a note of one’s own', actor => mayRetire(actor, mine), ['checker', 'editor', 'admin']],
    ['retire somebody else’s note', actor => mayRetire(actor, theirs), ['editor', 'admin']],
    ['review a note of one’s own', actor => mayReview(actor, mine), []],
    ['review a note one helped with', actor => mayReview(actor, helped), []],
    ['review a note one owns and never saved', actor => mayReview(actor, handedOn), []],
    [
      'review somebody else’s note',
      actor => mayReview(actor, theirs),
      ['checker', 'editor', 'admin'],
    ],
    [
      'take a mark to check',
      actor => mayTake(actor, { state: 'to_check' }),
      ['checker', 'editor', 'admin'],
    ],
    ['take a draft', actor => mayTake(actor, { state: 'draft' }), []],
    [
      'change an article one brought in',
      actor => mayEditArticle(actor, { createdById: me }),
      ['checker', 'editor', 'admin'],
    ],
    [
      'change another article',
      actor => mayEditArticle(actor, { createdById: other }),
      ['editor', 'admin'],
    ],
    [
      'settle a remark of one’s own',
      actor => maySettle(actor, { starterId: me, ownerId: other }),
      ['checker', 'editor', 'admin'],
    ],
    [
      'settle a remark on one’s note',
      actor => maySettle(actor, { starterId: other, ownerId: me }),
      ['checker', 'editor', 'admin'],
    ],
    [
      'settle others’ remarks',
      actor => maySettle(actor, { starterId: other, ownerId: other }),
      ['editor', 'admin'],
    ],
    ['publish', mayPublish, ['editor', 'admin']],
    ['administer', mayAdminister, ['admin']],
  ]
  const cells = asked.flatMap(([what, may, allowed]) =>
    roles.map(role => [role, allowed.includes(role) ? 'may' : 'may not', what, may] as const),
  )

  it.each(cells)('%s %s %s', (role, word, _what, may) => {
    expect(may({ id: me, name: 'Me', role })).toBe(word === 'may')
  })
})
