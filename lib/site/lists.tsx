/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { correctionWords } from '@/lib/domain/corrections'
import { formatDay, formatPartialDate } from '@/lib/domain/dates'
import {
  type ClaimSearch,
  matchingClaims,
  type PublicNewsroom,
  type PublishedCheck,
  type PublishedClaim,
  type PublishedCorrection,
  type PublishedLists,
  type PublishedPublisherChange,
  type PublishedSite,
  type PublishedWithdrawal,
} from '@/lib/domain/published'
import type { Tint } from '@/lib/domain/scales'
import { paths } from '@/lib/paths'
import { ChangeDetails } from '@/lib/site/publisher-changes'
import { RatingWord } from '@/lib/site/rating-word'
import { renderPage, type Shell } from '@/lib/site/shell'
import { siteStylesheet } from '@/lib/site/stylesheet'
import { noteId } from '@/lib/site/views'
import { countOf, sentenceCase } from '@/lib/site/wording'

/** The front page: the latest fact-checks. */
export function renderHome(site: PublishedLists, origin: string): string {
  const { newsroom, checks } = site
  return renderList(
    newsroom,
    {
      title: `${newsroom.name}: fact-checks`,
      description: `What ${newsroom.name} has checked, with the evidence.`,
      canonical: `${origin}${paths.home}`,
      section: 'checks',
      icons: checks.flatMap(check => tintsOf(check.verdicts)),
    },
    <>
      <header class="list-head">
        <h1>Fact-checks</h1>
      </header>
      {checks.length === 0 ? (
        <p class="empty">
          <b>Nothing has been published yet.</b> When the first fact-check goes out it stands here:
          the article, every claim that was checked, and the evidence. Until then you can read{' '}
          <a href={paths.about}>how we check</a>.
        </p>
      ) : (
        <ol class="list">
          {checks.map((check, index) => (
            <li>
              <Check check={check} newsroom={newsroom} isFirst={index === 0} />
            </li>
          ))}
        </ol>
      )}
    </>,
  )
}

/** The archive of claims, and what a reader looked for in it. */
export function renderClaims(site: PublishedLists, search: ClaimSearch, origin: string): string {
  const { newsroom, claims } = site
  const found = matchingClaims(claims, search)
  return renderList(
    newsroom,
    {
      title: `Claims · ${newsroom.name}`,
      description: `Every claim that ${newsroom.name} has checked.`,
      canonical: `${origin}${paths.claims}`,
      section: 'claims',
      icons: tintsOf(found),
    },
    <>
      <header class="list-head">
        <h1>Claims</h1>
        <p>Every claim we have checked, the newest first.</p>
      </header>
      {claims.length === 0 ? (
        <p class="empty">
          <b>No claim has been published yet.</b> Each one will have an address of its own here.
        </p>
      ) : (
        <>
          <SearchForm newsroom={newsroom} search={search} />
          <FoundClaims found={found} all={claims} search={search} newsroom={newsroom} />
        </>
      )}
    </>,
  )
}

/** Every correction, every change by a publisher that an edition tells, and every edition taken back. */
export function renderCorrections(site: PublishedSite, origin: string): string {
  const { newsroom, corrections, publisherChanges, withdrawals } = site
  const all = [...corrections, ...publisherChanges, ...withdrawals].sort((a, b) =>
    b.at.localeCompare(a.at),
  )
  return renderList(
    newsroom,
    {
      title: `Corrections · ${newsroom.name}`,
      description: `What ${newsroom.name} has put right, and when.`,
      canonical: `${origin}${paths.corrections}`,
      section: 'corrections',
      icons: [],
    },
    <>
      <header class="list-head">
        <h1>Corrections</h1>
        <p>
          What we changed after publishing, the newest first. The edition before each change stays
          at its own address.
          {publisherChanges.length > 0 &&
            ' What others changed in their texts after we had checked them is listed as theirs.'}
        </p>
      </header>
      {all.length === 0 ? (
        <p class="empty">
          <b>Nothing has been corrected so far.</b> See a mistake?{' '}
          {newsroom.contact ? (
            <>
              <a href={`mailto:${newsroom.contact}`}>Tell the desk</a>.
            </>
          ) : (
            <>
              Our <a href={`${paths.about}#corrections`}>corrections policy</a> says what we do
              about it.
            </>
          )}
        </p>
      ) : (
        <ol class="list fixes">
          {all.map(each => (
            <li {...('before' in each && { class: 'theirs' })}>
              {'before' in each ? (
                <TheirFix change={each} newsroom={newsroom} />
              ) : (
                <Fix fix={each} newsroom={newsroom} />
              )}
            </li>
          ))}
        </ol>
      )}
    </>,
  )
}

function renderList(
  newsroom: PublicNewsroom,
  own: Pick<Shell, 'title' | 'description' | 'canonical' | 'section' | 'icons'>,
  children: ComponentChildren,
): string {
  return renderPage(
    {
      ...own,
      newsroom,
      stylesheet: paths.stylesheet(siteStylesheet().name),
      skip: { id: 'main', words: 'Skip to the list' },
      data: null,
      hasFoot: true,
      jsonLd: null,
    },
    <main class="lists" id="main">
      {children}
    </main>,
  )
}

function Check({
  check,
  newsroom,
  isFirst,
}: {
  check: PublishedCheck
  newsroom: PublicNewsroom
  isFirst: boolean
}) {
  const { article } = check
  const source = [article.publisher, formatPartialDate(article.publishedOn, newsroom.language)]
  return (
    <article>
      <h2 {...(isFirst && { class: 'lead-story' })} dir="auto">
        <a href={paths.check(check.slug)}>{check.title}</a>
      </h2>
      <p class="sum" dir="auto">
        {check.summary}
      </p>
      <Tally check={check} />
      <p class="meta">
        <Day at={check.publishedAt} newsroom={newsroom} />
        {check.number > 1 && `, edition ${check.number}`}. On “<bdi>{article.title}</bdi>”,{' '}
        <bdi>{source.filter(Boolean).join(', ')}</bdi>
      </p>
    </article>
  )
}

/** How many claims got which verdict, each verdict leading to the first of them. */
function Tally({ check: { slug, verdicts } }: { check: PublishedCheck }) {
  const groups = new Map<string, typeof verdicts>()
  for (const verdict of verdicts) {
    const word = verdict.rating?.word ?? ''
    groups.set(word, [...(groups.get(word) ?? []), verdict])
  }
  return (
    <ul class="tally">
      {[...groups.values()].map(([first, ...others]) =>
        first?.rating ? (
          <li>
            <a href={`${paths.check(slug)}#${noteId(first.key)}`}>
              <RatingWord rating={first.rating} />
            </a>
            {others.length > 0 && <span class="times"> × {others.length + 1}</span>}
          </li>
        ) : null,
      )}
    </ul>
  )
}

function SearchForm({ newsroom, search }: { newsroom: PublicNewsroom; search: ClaimSearch }) {
  return (
    <search>
      <form class="search" action={paths.claims}>
        <label>
          Words
          <input type="search" name="words" value={search.words} maxLength={200} dir="auto" />
        </label>
        <label>
          Verdict
          <select name="verdict">
            <option value="">Any verdict</option>
            {newsroom.ratings.map(({ key, word }) => (
              <option value={key} selected={key === search.verdict}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="btn">
          Find claims
        </button>
      </form>
    </search>
  )
}

function FoundClaims({
  found,
  all,
  search,
  newsroom,
}: {
  found: readonly PublishedClaim[]
  all: readonly PublishedClaim[]
  search: ClaimSearch
  newsroom: PublicNewsroom
}) {
  const isFiltered = search.words !== '' || search.verdict !== ''
  if (found.length === 0)
    return (
      <p class="empty">
        <b>No claim is like that.</b>{' '}
        <a href={paths.claims}>Show all {countOf(all.length, 'claim')}</a>.
      </p>
    )
  return (
    <>
      <p class="found">
        {isFiltered ? (
          <>
            {sentenceCase(countOf(found.length, 'claim'))} of {all.length}.{' '}
            <a href={paths.claims}>Show all</a>
          </>
        ) : (
          `${sentenceCase(countOf(found.length, 'claim'))}.`
        )}
      </p>
      <ol class="list claims">
        {found.map(claim => (
          <li>
            {claim.rating && <RatingWord rating={claim.rating} />}
            <h2 dir="auto">
              <a href={paths.claim(claim.slug, claim.key)}>{claim.claim}</a>
            </h2>
            <p class="meta">
              <bdi>{claim.claimant}</bdi>. Checked{' '}
              <Day at={claim.firstPublishedAt} newsroom={newsroom} />, in{' '}
              <a href={paths.check(claim.slug)}>
                <bdi>{claim.checkTitle}</bdi>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Fix({
  fix,
  newsroom,
}: {
  fix: PublishedCorrection | PublishedWithdrawal
  newsroom: PublicNewsroom
}) {
  const isCorrection = 'kind' in fix
  return (
    <>
      <p class="kind">
        {isCorrection ? correctionWords[fix.kind].word : 'Withdrawn'}{' '}
        <span>
          <Day at={fix.at} newsroom={newsroom} />
        </span>
      </p>
      <p class="said" dir="auto">
        {isCorrection ? fix.text : `Edition ${fix.edition} was withdrawn. ${fix.reason}`}
      </p>
      <p class="meta">
        <a href={isCorrection ? `${paths.check(fix.slug)}#changes` : paths.check(fix.slug)}>
          <bdi>{fix.checkTitle}</bdi>
        </a>
        , edition {fix.edition}
        {isCorrection && (
          <>
            {' · '}
            <a href={paths.edition(fix.slug, fix.edition - 1)}>What it said before</a>
          </>
        )}
      </p>
    </>
  )
}

/** What a publisher changed after our check: no correction of ours, and called by other words. */
function TheirFix({
  change,
  newsroom,
}: {
  change: PublishedPublisherChange
  newsroom: PublicNewsroom
}) {
  const { slug, noteKey, edition, checkTitle, claim, article } = change
  return (
    <>
      <p class="kind">
        {theirKind(change)}{' '}
        <span>
          told by us <Day at={change.at} newsroom={newsroom} />
        </span>
      </p>
      <div class="since">
        <p class="s-head">
          <bdi>{article.publisher}</bdi>, on “<bdi>{claim}</bdi>”
        </p>
        <ChangeDetails change={change} context={{ article, newsroom }} isShort />
      </div>
      <p class="meta">
        <a href={paths.claim(slug, noteKey)}>Our note</a>, in{' '}
        <a href={paths.check(slug)}>
          <bdi>{checkTitle}</bdi>
        </a>
        , edition {edition}
        {' · '}
        <a href={paths.edition(slug, edition - 1)}>What it said before</a>
      </p>
    </>
  )
}

function theirKind({ after, isOwn }: PublishedPublisherChange): string {
  if (isOwn) return 'Change in our own text'
  return after === null ? 'Publisher’s removal' : 'Publisher’s change'
}

function Day({ at, newsroom }: { at: string; newsroom: PublicNewsroom }) {
  return <time dateTime={at}>{formatDay(new Date(at), newsroom.language, newsroom.timeZone)}</time>
}

function tintsOf(items: readonly { rating: { icon: Tint } | null }[]): Tint[] {
  return items.flatMap(item => (item.rating ? [item.rating.icon] : []))
}
