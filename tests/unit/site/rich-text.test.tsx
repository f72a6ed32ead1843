/** @jsxImportSource preact */
import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { RichText } from '@/lib/site/rich-text'

it('never prints whom the desk called on', () => {
  const mention = { type: 'mention', attrs: { id: 'i', label: 'Ines Calloway' } }
  const content = [{ type: 'text', text: 'It is so.' }, mention]
  const document = { type: 'doc', content: [{ type: 'paragraph', content }] }
  expect(render(<RichText document={document} />)).toBe('<p dir="auto">It is so.</p>')
})
