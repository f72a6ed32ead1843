import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FreezeForm } from '@/components/drafting/freeze-form'
import { DeskProvider } from '@/components/editor/desk-context'

describe('the form that freezes a draft', () => {
  it('says that readers may be told the reason, before it is typed', () => {
    // Nothing is asked of the store before an effect runs.
    const form = createElement(FreezeForm, { number: 2, onClose: () => {} })
    const props = { store: {} } as Parameters<typeof DeskProvider>[0]
    const html = renderToStaticMarkup(createElement(DeskProvider, props, form))
    expect(html).toContain('readers are told it where a checked passage changed')
  })
})
