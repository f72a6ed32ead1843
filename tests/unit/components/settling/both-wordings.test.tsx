import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DeskProvider } from '@/components/editor/desk-context'
import { BothWordings } from '@/components/settling/both-wordings'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

function markupFor(quote: string, now: string, language = 'en'): string {
  const anchor = {
    ordinal: 0,
    placement: 'changed' as const,
    quote,
    prefix: '',
    suffix: '',
    start: 0,
    end: now.length,
    now,
    change: null,
    sentence: null,
    candidates: [],
    near: 0,
  }
  return renderToStaticMarkup(
    <DeskProvider store={storeWith(noteView(), { language })}>
      <BothWordings anchor={anchor} number={2} isMark={false} />
    </DeskProvider>,
  )
}

/** The line that says what stands where what stood. */
function lineFor(quote: string, now: string, language = 'en'): string {
  const html = markupFor(quote, now, language)
  return /<p><b>[^<]*<\/b> (.*?)\.<\/p>/.exec(html)?.[1] ?? html
}

describe('what stands where what stood', () => {
  it('shows it, and what is new or gone', () => {
    expect(lineFor('rose to 9.8 percent nearly', 'rose not to 4.1 percent')).toBe(
      '“<bdi lang="en">not</bdi>” is new; ' +
        '<bdi lang="en">9.8</bdi> → <bdi lang="en">4.1</bdi>; ' +
        '“<bdi lang="en">nearly</bdi>” is gone',
    )
  })

  it.each([
    ['ar', 'ارتفعت البطالة إلى تسعة', 'ارتفعت البطالة إلى أربعة', 'تسعة', 'أربعة'],
    ['he', 'האבטלה עלתה מאוד', 'האבטלה ירדה מאוד', 'עלתה', 'ירדה'],
  ])('has the arrow point from the old words to the new in %s', (language, ...words) => {
    const [quote, now, before, after] = words
    // Outside of both wordings the arrow goes the way of the interface.
    expect(lineFor(quote, now, language)).toBe(
      `<bdi lang="${language}">${before}</bdi> → <bdi lang="${language}">${after}</bdi>`,
    )
  })

  it('stops after three', () => {
    const line = lineFor('a once b twice c thrice d', 'e once f twice g thrice h')
    expect(line.match(/→/g)).toHaveLength(3)
    expect(line).toMatch(/; …$/)
  })
})

describe('both wordings', () => {
  const shown = (quote: string, now: string) =>
    [...markupFor(quote, now).matchAll(/<dd[^>]*>(.*?)<\/dd>/g)].map(([, words = '']) =>
      words.replace(/<span class="sr"[^>]*>[^<]*<\/span>|<[^>]*>/g, ''),
    )

  it.each([
    ['stand in quotation marks', 'rose by 9', 'rose by 4', ['“rose by 9”', '“rose by 4”']],
    ['get no second pair', '“rose by 9”', '« rose by 4 »', ['“rose by 9”', '« rose by 4 »']],
  ])('%s', (_name, quote, now, expected) => {
    expect(shown(quote, now)).toEqual(expected)
  })
})
