import Link from 'next/link'
import { Age, type Clock } from '@/components/desk/age'
import type { ReadyArticle } from '@/lib/domain/desk'
import { paths } from '@/lib/paths'

/** An article with approved notes that no edition holds yet. */
export function ReadyRow({ article, clock }: { article: ReadyArticle; clock: Clock }) {
  return (
    <li className="row art">
      <div className="q-r">
        <b className="num">
          {article.approved} of {article.total}
        </b>{' '}
        approved
      </div>
      <div className="q-c">
        <Link href={paths.publish(article.articleId)} dir="auto">
          {article.title}
        </Link>
        <p className="q-w">
          {article.nextEdition === 1
            ? 'Not published yet; this will be edition 1'
            : `Edition ${article.nextEdition - 1} is out; this will be edition ${article.nextEdition}`}
        </p>
      </div>
      <div className="q-p" />
      <Age at={article.since} clock={clock} />
    </li>
  )
}
