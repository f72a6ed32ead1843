import Link from 'next/link'
import { Age, type Clock } from '@/components/desk/age'
import { Dotted } from '@/components/desk/dotted'
import { UnsettledMark } from '@/components/settling/unsettled-mark'
import { StateMark } from '@/components/ui/state-mark'
import { formatPartialDate } from '@/lib/domain/dates'
import type { ArticleSummary } from '@/lib/domain/desk'
import { languageName } from '@/lib/domain/languages'
import { annotationStates } from '@/lib/domain/review'
import { paths } from '@/lib/paths'

/** An article in the list: its edition, title, origin, notes by state, who brought it in, and when it last changed. */
export function ArticleRow({ article, clock }: { article: ArticleSummary; clock: Clock }) {
  const origin = [
    article.publisher,
    formatPartialDate(article.publishedOn),
    languageName(article.language),
  ]
  const titleId = `title-${article.id}`
  return (
    <li className="row">
      <div className="q-r">{editionOf(article)}</div>
      <div className="q-c">
        <Link id={titleId} href={paths.article(article.id)} dir="auto">
          {article.title}
        </Link>
        <p className="q-w">
          <Dotted parts={origin} />
        </p>
        <Counts counts={article.counts} />
      </div>
      <div className="q-p">
        {article.createdBy.name}
        <Link className="q-more" href={paths.revisions(article.id)} aria-describedby={titleId}>
          Revisions
        </Link>
      </div>
      <Age at={article.updatedAt} clock={clock} />
    </li>
  )
}

function Counts({ counts }: Pick<ArticleSummary, 'counts'>) {
  const states = annotationStates.filter(state => counts[state] > 0)
  if (states.length + counts.unsettled === 0) return <p className="q-w">No notes yet</p>
  return (
    <ul className="q-counts" aria-label="Notes">
      {counts.unsettled > 0 && (
        <li>
          <UnsettledMark title="To settle" /> <b className="num">{counts.unsettled}</b>
        </li>
      )}
      {states.map(state => (
        <li key={state}>
          <StateMark state={state} /> <b className="num">{counts[state]}</b>
        </li>
      ))}
    </ul>
  )
}

function editionOf({ latestEdition }: ArticleSummary): string {
  if (!latestEdition) return 'Not published'
  return `Edition ${latestEdition.number}${latestEdition.withdrawnAt ? ', withdrawn' : ''}`
}
