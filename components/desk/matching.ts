import { plain } from '@/lib/domain/plain'

/** Whether every word of `query` begins or lies in one of `texts`; case and accents do not count. */
export function isMatch(query: string, texts: readonly string[]): boolean {
  const text = plain(texts.join('\n'))
  return plain(query)
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** The text of a query parameter; of one given twice, the first. */
export function queryOf(parameter: string | string[] | undefined): string {
  return ([parameter].flat()[0] ?? '').trim()
}
