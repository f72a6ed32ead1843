import { expect, it } from 'vitest'
import { stillHtml } from '@/components/editor/still-html'
import { documentFromBlocks } from '@/lib/document/build'
import type { DocumentNode } from '@/lib/domain/rich-text'

it('is the article as its editor draws it', () => {
  const document = documentFromBlocks([
    { kind: 'heading', text: 'Letters' },
    { kind: 'paragraph', text: 'Nobody asked.' },
    { kind: 'quote', text: 'We did.' },
    { kind: 'attribution', text: 'The mayor' },
    { kind: 'item', text: 'one' },
  ])
  expect(stillHtml(document)).toBe(
    '<h2>Letters</h2><p>Nobody asked.</p><blockquote><p>We did.</p><footer>The mayor</footer></blockquote><ul><li><p>one</p></li></ul>',
  )
})

it('lets no word and no address become markup', () => {
  const words: DocumentNode = {
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: '<script>alert("&")</script>',
        marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/"><img>' } }],
      },
    ],
  }
  expect(stillHtml(words)).toBe(
    '<p><a href="https://a.example/&quot;&gt;&lt;img&gt;"><strong>&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</strong></a></p>',
  )
})
