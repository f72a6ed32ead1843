import Link from 'next/link'
import type { Coverage } from '@/lib/domain/coverage'
import { paths } from '@/lib/paths'
import './coverage.css'

/** Tells whoever publishes how much nobody has looked at; it keeps nothing from going out. */
export function NotLookedAt({
  articleId,
  counts: { noted, left, open },
}: {
  articleId: string
  counts: Coverage['counts']
}) {
  if (open === 0) return null
  const all = noted + left + open
  return (
    <p className="not-looked-at">
      {open} of {all === 1 ? 'one sentence' : `${all} sentences`} {open === 1 ? 'has' : 'have'} no
      note, and nobody has looked at {open === 1 ? 'it' : 'them'}.{' '}
      <Link href={paths.coverage(articleId)}>See which</Link>
    </p>
  )
}
