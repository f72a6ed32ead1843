import type { DocumentNode } from '@/lib/domain/rich-text'

/**
 * The article as it stands on the page until its editor is ready, so that nobody waits for the words.
 * A text and no elements of React: those would be made and compared again in the browser, only to go.
 */
export function stillHtml(node: DocumentNode): string {
  const inside = () => (node.content ?? []).map(stillHtml).join('')
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce(wrap, escaped(node.text ?? ''))
    case 'hardBreak':
      return '<br>'
    case 'heading':
      return element(`h${headingLevel(node)}`, inside())
    case 'paragraph':
      return element('p', inside())
    case 'blockquote':
      return element('blockquote', inside())
    case 'attribution':
      return element('footer', inside())
    case 'bulletList':
      return element('ul', inside())
    case 'orderedList':
      return `<ol start="${Number(node.attrs?.start ?? 1)}">${inside()}</ol>`
    case 'listItem':
      return element('li', inside())
    default:
      return inside()
  }
}

function headingLevel({ attrs }: DocumentNode): 2 | 3 | 4 {
  const level = Number(attrs?.level)
  return level === 3 || level === 4 ? level : 2
}

function wrap(html: string, { type, attrs }: NonNullable<DocumentNode['marks']>[number]): string {
  switch (type) {
    case 'bold':
      return element('strong', html)
    case 'italic':
      return element('em', html)
    case 'link':
      return `<a href="${escaped(String(attrs?.href))}">${html}</a>`
    default:
      return html
  }
}

function element(name: string, html: string): string {
  return `<${name}>${html}</${name}>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
}
