import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DeskProvider } from '@/components/editor/desk-context'
import { ComparedRowView } from '@/components/revisions/compared-row'
import { WordChange } from '@/components/revisions/word-change'
import { BothWordings } from '@/components/settling/both-wordings'
import { ChangedWords } from '@/components/ui/changed-words'
import { compareTexts } from '@/lib/domain/anchoring/comparison'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const script = { language: 'en', direction: 'ltr' } as const
const names = { older: 'Revision 1', newer: 'Revision 2' }
const [before, after] = ['rose to 9.8 percent', 'rose to 4.1 percent']

/** What is heard of it, with the marks in brackets. */
const heardIn = (node: React.ReactNode) => renderToStaticMarkup(node).replace(/<[^>]+>/g, '')

describe('changed words', () => {
  it('are marked without the space around them, which stays', () => {
    const html = renderToStaticMarkup(<ChangedWords as="del"> 9.8 </ChangedWords>)
    expect(html).toMatch(
      /^ <del><span [^>]+>\[taken out: <\/span>9\.8<span class="changed-end"><\/span><span [^>]+>\] <\/span><\/del> $/,
    )
    expect(renderToStaticMarkup(<ChangedWords as="ins"> </ChangedWords>)).toBe(' ')
  })

  it('are in the language of the text, and what is heard in that of the interface', () => {
    const html = renderToStaticMarkup(<ChangedWords as="ins">أربعة</ChangedWords>)
    expect(html).toContain('<span class="sr" lang="en" dir="ltr">[put in: </span>أربعة<')
  })
})

describe('what was taken out and put in is heard', () => {
  it('where one wording stands above the other', () => {
    const words = <WordChange before={before} after={after} names={names} script={script} />
    expect(heardIn(words)).toBe(
      'Revision 1rose to [taken out: 9.8]  percentRevision 2rose to [put in: 4.1]  percent',
    )
  })

  it('in both views of a comparison', () => {
    const [row] = compareTexts(before, after)
    if (!row) throw new Error('Nothing was compared.')
    const view = <ComparedRowView at={0} row={row} names={names} script={script} passages={[]} />
    expect(heardIn(view)).toContain('Revision 1: rose to [taken out: 9.8]  percent')
    expect(heardIn(view)).toContain('Revision 2: rose to [put in: 4.1]  percent')
    expect(heardIn(view)).toContain('rose to [taken out: 9.8] [put in: 4.1]  percent')
  })

  it('where a place is settled', () => {
    const anchor = {
      ordinal: 0,
      placement: 'changed' as const,
      quote: before,
      prefix: '',
      suffix: '',
      start: 0,
      end: after.length,
      now: after,
      change: null,
      sentence: null,
      candidates: [],
      near: 0,
    }
    const wordings = (
      <DeskProvider store={storeWith(noteView())}>
        <BothWordings anchor={anchor} number={2} isMark={false} />
      </DeskProvider>
    )
    expect(heardIn(wordings)).toContain('“rose to [taken out: 9.8]  percent”')
    expect(heardIn(wordings)).toContain('“rose to [put in: 4.1]  percent”')
  })
})
