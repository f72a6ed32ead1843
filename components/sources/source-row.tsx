import { Age, type Clock } from '@/components/desk/age'
import { Dotted } from '@/components/desk/dotted'
import { formatPartialDate } from '@/lib/domain/dates'
import type { KnownSource } from '@/lib/domain/sources'

/** A source in the list: how often it is cited, its title, where it is, and when it was last cited. */
export function SourceRow({
  source,
  clock,
}: {
  source: KnownSource & { id: string; lastUsed: string }
  clock: Clock
}) {
  const origin = [source.publisher, formatPartialDate(source.publishedOn), hostOf(source.url)]
  return (
    <li className="row s-row">
      <div className="q-r">
        <b className="num">{source.uses}</b> {source.uses === 1 ? 'note cites it' : 'notes cite it'}
      </div>
      <div className="q-c">
        {source.url ? (
          <a href={source.url} rel="noreferrer" dir="auto">
            {source.title || source.url}
          </a>
        ) : (
          <span className="q-t" dir="auto">
            {source.title}
          </span>
        )}
        <p className="q-w">
          <Dotted parts={origin} />
        </p>
      </div>
      <Age at={source.lastUsed} clock={clock} lead="cited" />
    </li>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : ''
}
