import { withoutTracking } from '@/lib/domain/addresses'

/**
 * What was copied from a page or a word processor, as plain HTML that the explanation's schema reads
 * well: its words in paragraphs and lists, its emphasis, its links. Headings become bold paragraphs, a
 * row of a table one paragraph; pictures, styles and what was hidden go. The schema refuses all else
 * anyway; this keeps words apart and lists lists. The HTML is parsed into a document that runs nothing.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replace(stylesheets, ''), 'text/html')
  for (const each of body.querySelectorAll(foreign)) each.remove()
  for (const each of body.querySelectorAll<HTMLElement>('[style]'))
    if (isHidden(each)) each.remove()
  makeWordLists(body)
  for (const each of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) becomeBold(each)
  for (const row of body.querySelectorAll('tr')) becomeLine(row)
  for (const table of body.querySelectorAll('table'))
    table.replaceWith(...table.querySelectorAll('p'))
  for (const link of body.querySelectorAll('a[href]'))
    link.setAttribute('href', withoutTracking(link.getAttribute('href') ?? ''))
  for (const each of body.querySelectorAll('br')) if (isBetweenBlocks(each)) each.remove()
  tidySpaces(body)
  for (const each of body.querySelectorAll('p, div, li')) if (isEmpty(each)) each.remove()
  return body.innerHTML
}

/** Gone before parsing: the page's policy refuses a sheet of styles in any document, and says so. */
const stylesheets = /<style\b[^>]*>[\s\S]*?<\/style\s*>/gi

/** What holds no words of the text, or words of the program it came from. */
const foreign =
  'style, script, meta, link, title, xml, img, picture, svg, video, audio, iframe, object, button, input, select, textarea, hr, caption, figure > img'

function isHidden({ style }: HTMLElement): boolean {
  // Word hides what it keeps for itself by a property that no browser knows.
  return style.display === 'none' || /mso-hide:\s*all/i.test(style.cssText)
}

/** Word writes a list as paragraphs, each with its bullet or number in a span that says to ignore it. */
function makeWordLists(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>('p')].filter(each =>
    /mso-list:(?!\s*none)/i.test(each.getAttribute('style') ?? ''),
  )
  let list: Element | null = null
  for (const item of items) {
    const sign = [...item.querySelectorAll('span')].find(each =>
      /mso-list:\s*ignore/i.test(each.getAttribute('style') ?? ''),
    )
    const kind = /\p{L}|\p{N}/u.test(sign?.textContent?.replace(/^o\s*$/, '') ?? '') ? 'ol' : 'ul'
    sign?.remove()
    if (list === null || item.previousElementSibling !== list || list.localName !== kind) {
      list = body.ownerDocument.createElement(kind)
      item.before(list)
    }
    const line = body.ownerDocument.createElement('li')
    line.append(...item.childNodes)
    list.append(line)
    item.remove()
  }
}

function becomeBold(heading: Element): void {
  const [line, bold] = [
    heading.ownerDocument.createElement('p'),
    heading.ownerDocument.createElement('strong'),
  ]
  bold.append(...heading.childNodes)
  line.append(bold)
  heading.replaceWith(line)
}

/** The cells of a row in one paragraph, apart by a point, so that no two numbers become one. */
function becomeLine(row: Element): void {
  const line = row.ownerDocument.createElement('p')
  for (const cell of row.querySelectorAll('td, th')) {
    if (isEmpty(cell)) continue
    if (line.hasChildNodes()) line.append(' · ')
    for (const block of cell.querySelectorAll('p, div')) block.replaceWith(...block.childNodes, ' ')
    line.append(...cell.childNodes)
  }
  row.replaceWith(line)
}

/** Several spaces in a row are a layout; one that does not break stays, as between a number and its unit. */
function tidySpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    node.nodeValue = (node.nodeValue ?? '').replace(/\s{2,}/g, ' ')
}

/** Google Docs writes the gap between two paragraphs as a line break of its own. */
function isBetweenBlocks({
  nextElementSibling: next,
  previousElementSibling: last,
}: Element): boolean {
  return [next, last].some(each => each?.matches('p, ul, ol, table, blockquote, div') ?? false)
}

function isEmpty(element: Element): boolean {
  return element.textContent?.trim() === '' && !element.querySelector('br')
}
