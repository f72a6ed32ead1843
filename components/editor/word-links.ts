import type { Span } from '@/lib/domain/anchoring/anchors'
import { parseSpan } from '@/lib/editor/selections'
import { paths } from '@/lib/paths'

/** A link to words of an article, which are counted in one revision of it: `?at=12-40&in=2`. */
export function linkToWords(articleId: string, revision: number, { start, end }: Span): string {
  return `${paths.article(articleId)}?at=${start}-${end}&in=${revision}`
}

/**
 * The words that an address names in the revision that the page shows, or what to say: an offset of one
 * text names other words in another. Links made before articles had revisions name none: the first.
 */
export function wordsInAddress(
  query: URLSearchParams,
  revision: number,
): { span: Span | null; trouble: string } {
  const span = parseSpan(query.get('at'))
  const named = query.get('in') ?? '1'
  if (!span || named === String(revision)) return { span, trouble: '' }
  const which = /^\d{1,7}$/.test(named) ? `revision ${named}` : 'another revision'
  const trouble = `The link is to words of ${which}, and this is revision ${revision}: nothing is selected.`
  return { span: null, trouble }
}
