import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { clockOf } from '@/app/(desk)/clock'
import { HistoryList } from '@/components/history/history-list'
import { requireCall } from '@/lib/auth'
import { paths } from '@/lib/paths'
import { listHistory } from '@/lib/services/history'

export const metadata: Metadata = { title: 'History' }

export default async function HistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const call = await requireCall()
  const { id } = await params
  const [history, { timeZone }] = await Promise.all([listHistory(call, id), clockOf(call)])
  if (!history.ok) notFound()
  return (
    <>
      <nav className="crumbs" aria-label="Where you are">
        <Link href={paths.articles}>Articles</Link> /{' '}
        <Link href={paths.article(id)} dir="auto">
          {history.title}
        </Link>
      </nav>
      <header className="q-head">
        <h1>History</h1>
        <p>
          Every entry carries the fingerprint of the one before it, so none can be changed or taken
          out unseen. What the text itself was, and when, stands among{' '}
          <Link href={paths.revisions(id)}>the revisions</Link>.
        </p>
      </header>
      <HistoryList articleId={id} entries={history.entries} timeZone={timeZone} />
      <p className="q-foot">
        The numbers count the newsroom’s whole log; gaps are other articles. Times are those of{' '}
        {timeZone}. <code>npm run audit:verify</code> checks the chain from its first entry.
      </p>
    </>
  )
}
