import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { StaleChoice } from '@/components/annotations/stale-choice'
import { beginSave } from '@/components/editor/autosave'
import { DeskProvider } from '@/components/editor/desk-context'
import type { AnnotationState } from '@/lib/domain/review'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

describe('a choice between two versions', () => {
  const shown = (state: AnnotationState) => {
    const note = noteView()
    const current = {
      ...noteView({ version: 2, claim: 'Hers.', state }),
      reviews: [
        {
          id: 'review',
          decision: 'approve' as const,
          contentHash: 'Hers.',
          comment: '',
          at: '2026-03-02T09:00:00.000Z',
          reviewer: { id: 'ines', name: 'Ines Calloway' },
        },
      ],
    }
    const save = beginSave(note)
    return renderToStaticMarkup(
      <DeskProvider store={storeWith(note)}>
        <StaleChoice
          note={note}
          save={{ ...save, draft: { ...save.draft, claim: 'Mine.' } }}
          current={current}
        />
      </DeskProvider>,
    )
  }

  it('says before it is made that it voids an approval', () => {
    expect(shown('approved')).toContain('saving anything of yours voids Ines’s approval')
  })

  it('speaks of no approval where there is none', () => {
    expect(shown('draft')).not.toContain('approval')
  })
})
