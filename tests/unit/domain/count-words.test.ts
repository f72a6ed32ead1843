import { describe, expect, it } from 'vitest'
import { countWords } from '@/lib/domain/rich-text'

const paragraphs = (...texts: string[]) => ({
  type: 'doc',
  content: texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

describe('countWords', () => {
  it.each([
    ['counts words across paragraphs', paragraphs('Output rose', 'by 4%.'), 4],
    ['does not count a dash that stands alone', paragraphs('rose – fell'), 2],
    ['counts words of any script', paragraphs('Выпуск вырос'), 2],
    ['finds none in an empty document', { type: 'doc', content: [{ type: 'paragraph' }] }, 0],
  ])('%s', (_name, node, count) => {
    expect(countWords(node)).toBe(count)
  })
})
