import { describe, expect, it } from 'vitest'
import {
  type AuditEntry,
  type AuditEvent,
  entryHash,
  findChainFault,
  genesisHash,
  sentenceOf,
} from '@/lib/domain/audit'

const events: AuditEvent[] = [
  { kind: 'article.created', title: 'A title', textHash: 'a' },
  { kind: 'annotation.created', key: 'k', quote: 'words' },
  { kind: 'thread.started', key: 'k' },
]

function chainOf(list: readonly AuditEvent[]): (AuditEntry & { hash: string })[] {
  const chain: (AuditEntry & { hash: string })[] = []
  for (const [index, event] of list.entries()) {
    const entry: AuditEntry = {
      seq: index + 1,
      at: `2026-03-02T09:0${index}:00.000Z`,
      actorId: 'someone',
      articleId: 'article',
      annotationId: null,
      event,
      previousHash: chain.at(-1)?.hash ?? genesisHash,
    }
    chain.push({ ...entry, hash: entryHash(entry) })
  }
  return chain
}

function faultIn(chain: readonly (AuditEntry & { hash: string })[]): string | null {
  let previous: { seq: number; hash: string } | null = null
  for (const entry of chain) {
    const fault = findChainFault(previous, entry)
    if (fault) return fault
    previous = entry
  }
  return null
}

describe('a chain', () => {
  it('holds as it was written', () => {
    expect(faultIn(chainOf(events))).toBeNull()
  })

  it.each<[string, Partial<AuditEntry>]>([
    ['another moment', { at: '2026-03-02T09:01:00.001Z' }],
    ['another person', { actorId: 'nobody' }],
    ['no person', { actorId: null }],
    ['another article', { articleId: null }],
    ['another note', { annotationId: 'note' }],
    ['another event', { event: { kind: 'annotation.created', key: 'k', quote: 'other words' } }],
  ])('shows %s', (_what, own) => {
    const chain = chainOf(events).map(entry => (entry.seq === 2 ? { ...entry, ...own } : entry))
    expect(faultIn(chain)).toBe('entry 2 is not what was written')
  })

  it('shows an entry rewritten together with its hash, by the one after', () => {
    const chain = chainOf(events).map(entry => {
      if (entry.seq !== 2) return entry
      const { hash: _old, ...content } = { ...entry, actorId: 'nobody' }
      return { ...content, hash: entryHash(content) }
    })
    expect(faultIn(chain)).toBe('entry 3 names another predecessor')
  })

  it('shows an entry taken out, put in, or in another order', () => {
    const [one, two, three] = chainOf(events)
    if (!one || !two || !three) throw new Error('The chain is too short.')
    expect(faultIn([one, three])).toBe('entry 3 does not follow 1')
    expect(faultIn([two, three])).toBe('entry 2 does not follow 0')
    expect(faultIn([one, two, two])).toBe('entry 2 does not follow 2')
    expect(faultIn([one, three, two])).toBe('entry 3 does not follow 1')
  })
})

describe('sentenceOf', () => {
  const note = { key: 'k' }
  const moved = {
    kind: 'annotation.moved',
    key: 'k',
    from: 'draft',
    to: 'in_review',
    reason: 'why',
  } as const

  it.each<[AuditEvent, string]>([
    [{ kind: 'newsroom.created', name: 'The Courier' }, 'set up The Courier'],
    [
      { kind: 'newsroom.changed', fields: ['name', 'method'] },
      'changed the newsroom’s name and method',
    ],
    [
      { kind: 'person.invited', email: 'a@b.example', role: 'editor' },
      'invited a@b.example as editor',
    ],
    [
      { kind: 'person.invite_revoked', email: 'a@b.example' },
      'took back the invitation of a@b.example',
    ],
    [
      { kind: 'person.reset_offered', name: 'Ines' },
      'made a link for Ines to choose a new password',
    ],
    [{ kind: 'person.joined', name: 'Ines', role: 'checker' }, 'joined as checker'],
    [
      { kind: 'person.role_changed', name: 'Ines', from: 'checker', to: 'editor' },
      'made Ines editor (was checker)',
    ],
    [{ kind: 'person.disabled', name: 'Ines' }, 'closed the account of Ines'],
    [{ kind: 'person.enabled', name: 'Ines' }, 'opened the account of Ines again'],
    [{ kind: 'person.password_changed', name: 'Ines' }, 'chose a new password'],
    [{ kind: 'person.signed_out_everywhere', name: 'Ines' }, 'signed out everywhere'],
    [
      { kind: 'article.created', title: 'A title', textHash: 'a' },
      'brought in “A title”; revision 1 was frozen',
    ],
    [{ kind: 'article.changed', fields: ['byline'] }, 'changed the article’s byline'],
    [
      {
        kind: 'article.changed',
        fields: ['byline', 'date', 'address'],
        changes: [
          { field: 'byline', before: 'Staff', after: 'A. Writer' },
          { field: 'date', before: '', after: '2026' },
          { field: 'address', before: 'https://a.example/', after: '' },
        ],
      },
      'changed the article’s byline from “Staff” to “A. Writer”, date to “2026”, and address from “https://a.example/” to nothing',
    ],
    [
      {
        kind: 'revision.created',
        number: 2,
        textHash: 'a',
        changedOn: '2026-03-02',
        counts: { kept: 9, moved: 0, changed: 2, ambiguous: 0, lost: 1 },
      },
      'brought in revision 2 (changed by the publisher: 2 March 2026); places of notes: 9 kept, 2 changed, and 1 lost',
    ],
    [
      {
        kind: 'revision.created',
        number: 3,
        textHash: 'a',
        changedOn: '',
        counts: { kept: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0 },
      },
      'brought in revision 3',
    ],
    [
      { kind: 'sentences.left', quote: 'The sea was calm.', counts: { opinion: 1 } },
      'looked at “The sea was calm.” and left it (opinion)',
    ],
    [
      { kind: 'sentences.left', quote: 'The sea was calm.', counts: { none: 1 } },
      'looked at “The sea was calm.” and left it',
    ],
    [
      {
        kind: 'sentences.left',
        quote: 'The sea was calm.',
        counts: { none: 1, trivial: 2, not_checkable: 3 },
      },
      'looked at 6 sentences and left them (3 not checkable, 2 trivial, and 1 without a reason), from “The sea was calm.”',
    ],
    [
      { kind: 'sentences.opened', quote: 'The sea was calm.', count: 1 },
      'took back the look at “The sea was calm.”',
    ],
    [
      { kind: 'sentences.opened', quote: 'The sea was calm.', count: 4 },
      'took back the looks at 4 sentences, from “The sea was calm.”',
    ],
    [
      { kind: 'sentences.carried', revision: 2, kept: 1, opened: 4 },
      'kept the looks at one sentence in revision 2; 4 sentences to look at again, since the words are others',
    ],
    [
      { kind: 'sentences.carried', revision: 2, kept: 7, opened: 0 },
      'kept the looks at 7 sentences in revision 2',
    ],
    [
      { ...note, kind: 'annotation.carried', version: 2, hash: 'b', from: 'a' },
      'carried the note over to the new revision: it rests on the same words',
    ],
    [
      { ...note, kind: 'annotation.rejoined', version: 6, hash: 'b', settledBy: 'Ines' },
      'brought open words of the note back; its other places are as Ines settled them',
    ],
    [
      {
        ...note,
        kind: 'annotation.unsettled',
        revision: 2,
        placements: ['kept', 'changed', 'changed', 'lost'],
        voided: false,
      },
      'left the note to be settled: in revision 2 its words are changed and gone',
    ],
    [
      {
        ...note,
        kind: 'annotation.unsettled',
        revision: 2,
        placements: ['kept', 'changed'],
        isAround: true,
        voided: true,
      },
      'left the note to be settled: in revision 2 the sentence around its words is another; its approval is void',
    ],
    [
      { ...note, kind: 'anchor.settled', choice: 'confirm', before: 'rose', after: 'rose' },
      'confirmed the note for “rose” in its changed sentence',
    ],
    [
      { ...note, kind: 'anchor.settled', choice: 'confirm', before: 'rose', after: 'fell' },
      'confirmed the note for “fell” (was “rose”)',
    ],
    [
      { ...note, kind: 'anchor.settled', choice: 'place', before: 'rose', after: 'grew' },
      'placed the note on “grew” (was “rose”)',
    ],
    [
      { ...note, kind: 'anchor.settled', choice: 'drop', before: 'rose', after: '' },
      'took the note off “rose”',
    ],
    [{ ...note, kind: 'annotation.created', quote: 'words' }, 'marked “words”'],
    [
      {
        ...note,
        kind: 'annotation.saved',
        version: 2,
        hash: 'h',
        parts: ['claim', 'rating', 'citations'],
      },
      'changed the claim, the verdict, and the evidence',
    ],
    [
      { ...note, kind: 'annotation.approval_voided', hash: 'h' },
      'voided the approval by changing approved words',
    ],
    [{ ...moved, move: 'take' }, 'took the note'],
    [{ ...moved, move: 'submit' }, 'sent the note for review'],
    [{ ...moved, move: 'recall' }, 'took the note back from review'],
    [{ ...moved, move: 'approve' }, 'approved the note'],
    [{ ...moved, move: 'askChanges' }, 'asked for changes'],
    [{ ...moved, move: 'retire' }, 'retired the note: why'],
    [{ ...moved, move: 'restore' }, 'brought the note back'],
    [{ ...note, kind: 'annotation.reviewed', decision: 'approve', hash: 'h' }, 'approved the note'],
    [
      { ...note, kind: 'annotation.reviewed', decision: 'ask_changes', hash: 'h' },
      'asked for changes',
    ],
    [{ ...note, kind: 'thread.started' }, 'made a remark'],
    [{ ...note, kind: 'thread.answered' }, 'answered a remark'],
    [{ ...note, kind: 'thread.resolved' }, 'settled a remark'],
    [{ ...note, kind: 'thread.reopened' }, 'opened a remark again'],
    [
      { kind: 'edition.published', number: 1, hash: 'h', notes: 1, corrections: [] },
      'published edition 1 with one note',
    ],
    [
      {
        kind: 'edition.published',
        number: 2,
        hash: 'h',
        notes: 3,
        corrections: ['typo', 'factual_error'],
      },
      'published edition 2 with 3 notes (typo and factual error)',
    ],
    [{ kind: 'edition.withdrawn', number: 2, reason: 'wrong' }, 'withdrew edition 2: wrong'],
  ])('tells %j', (event, sentence) => {
    expect(sentenceOf(event)).toBe(sentence)
  })

  it('shortens long words without cutting a character', () => {
    const sentence = sentenceOf({ kind: 'annotation.created', key: 'k', quote: '🚢'.repeat(200) })
    expect(sentence).toBe(`marked “${'🚢'.repeat(79)}…”`)
  })
})
