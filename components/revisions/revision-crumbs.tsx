import Link from 'next/link'
import { paths } from '@/lib/paths'

/** Where one is: the article, and with `inside` its revisions too. */
export function RevisionCrumbs({
  article: { id, title },
  inside = false,
}: {
  article: { id: string; title: string }
  inside?: boolean
}) {
  return (
    <nav className="crumbs" aria-label="Where you are">
      <Link href={paths.articles}>Articles</Link> /{' '}
      <Link href={paths.article(id)} dir="auto">
        {title}
      </Link>
      {inside && (
        <>
          {' '}
          / <Link href={paths.revisions(id)}>Revisions</Link>
        </>
      )}
    </nav>
  )
}
