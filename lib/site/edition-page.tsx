/** @jsxImportSource preact */
import { correctionWords } from '@/lib/domain/corrections'
import { formatPartialDate } from '@/lib/domain/dates'
import type { DatedCorrection } from '@/lib/domain/editions'
import { directionOf } from '@/lib/domain/languages'
import { countPassages } from '@/lib/domain/publisher-changes'
import { canonicalAddress } from '@/lib/domain/sources'
import { newsArticleOf } from '@/lib/formats/news-article'
import { paths } from '@/lib/paths'
import { ArticleText } from '@/lib/site/article'
import { citationCount } from '@/lib/site/evidence'
import { RatingWord } from '@/lib/site/rating-word'
import { renderPage } from '@/lib/site/shell'
import { Strip } from '@/lib/site/strip'
import {
  dayOf,
  type EditionView,
  editionLinks,
  latestLinks,
  noteId,
  type PageLinks,
} from '@/lib/site/views'
import { countOf, fingerprintOf, listOf, sentenceCase } from '@/lib/site/wording'

/**
 * The annotated article. `as` says at which address it stands: as the latest edition of its check, or
 * as this very edition, which then says so in words that stay true whatever is published later.
 */
export function renderEditionPage(
  view: EditionView,
  as: 'latest' | 'edition',
  stylesheet: string,
): string {
  const { snapshot, origin } = view
  const links = as === 'latest' ? latestLinks(view) : editionLinks(view)
  const canonical = `${origin}${paths.check(snapshot.article.slug)}`
  const edition = as === 'edition' ? ` (edition ${snapshot.number})` : ''
  return renderPage(
    {
      newsroom: snapshot.newsroom,
      title: `Fact-check: ${snapshot.check.title}${edition} · ${snapshot.newsroom.name}`,
      description: snapshot.check.summary,
      canonical,
      stylesheet,
      section: 'checks',
      icons: view.notes.map(note => note.rating.icon),
      skip: { id: 'article', words: 'Skip to the article' },
      data: links.snapshot,
      hasFoot: true,
      jsonLd: newsArticleOf(snapshot, {
        page: canonical,
        newsroom: `${origin}/`,
        claims: view.notes.map(note => `${origin}${paths.claim(snapshot.article.slug, note.key)}`),
      }),
    },
    <EditionMain view={view} links={links} as={as} />,
  )
}

function EditionMain({
  view,
  links,
  as,
}: {
  view: EditionView
  links: PageLinks
  as: 'latest' | 'edition'
}) {
  return (
    <main>
      <header class="head">
        {as === 'edition' && <FrozenLine view={view} />}
        <p class="kicker">Fact-check</p>
        <h1 dir="auto">{view.snapshot.check.title}</h1>
        <p class="standfirst" dir="auto">
          {view.snapshot.check.summary}
        </p>
        <Byline view={view} />
        <EditionLine view={view} />
        <ChangedLine view={view} links={links} isOwn={false} />
        <ChangedLine view={view} links={links} isOwn />
      </header>
      <Corrections view={view} links={links} />
      <Verdicts view={view} />
      <div class="spread">
        <article id="article" aria-labelledby="at">
          <ArticleHead view={view} />
          <ArticleText view={view} links={links} />
        </article>
        <Receipt view={view} />
      </div>
    </main>
  )
}

function FrozenLine({ view: { snapshot } }: { view: EditionView }) {
  return (
    <p class="frozen">
      This is edition {snapshot.number}, as published on{' '}
      <time dateTime={snapshot.publishedAt}>{dayOf(snapshot, snapshot.publishedAt)}</time>. The
      latest edition is at{' '}
      <a href={paths.check(snapshot.article.slug)}>{paths.check(snapshot.article.slug)}</a>.
    </p>
  )
}

function Byline({ view: { notes } }: { view: EditionView }) {
  const authors = [...new Set(notes.flatMap(note => note.authors))]
  const approvers = [...new Set(notes.flatMap(note => note.approvedBy))]
  return (
    <p class="by">
      By {listOf(authors)}
      <br />
      Approved by {listOf(approvers)}
    </p>
  )
}

function EditionLine({ view: { snapshot } }: { view: EditionView }) {
  const { number, publishedAt, firstPublishedAt, article, earlier, corrections } = snapshot
  return (
    <p class="when">
      <time dateTime={firstPublishedAt}>{dayOf(snapshot, firstPublishedAt)}</time>.
      {number > 1 && (
        <>
          {' '}
          This is edition {number}, of{' '}
          <time dateTime={publishedAt}>{dayOf(snapshot, publishedAt)}</time>.
        </>
      )}
      {earlier.map((each, index) => (
        <>
          {index === 0 ? ' ' : ' · '}
          <a href={paths.edition(article.slug, each.number)}>Edition {each.number}</a>
        </>
      ))}
      {corrections.length > 0 && (
        <>
          {' · '}
          <a href="#changes">What changed</a>
        </>
      )}
    </p>
  )
}

/** "The publisher has changed two passages since we first checked them: note 1 and note 4." */
function ChangedLine({
  view,
  links,
  isOwn,
}: {
  view: EditionView
  links: PageLinks
  /** Tells of changes in the newsroom's own draft instead of the publisher's. */
  isOwn: boolean
}) {
  const changes = view.snapshot.publisherChanges.filter(change => change.isOwn === isOwn)
  if (changes.length === 0) return null
  const count = countPassages(changes)
  const keys = [...new Set(changes.map(change => change.noteKey))]
  return (
    <p class="when changed-line">
      {isOwn ? 'We have' : 'The publisher has'} changed <b>{countOf(count, 'passage')}</b> since we
      first checked {count === 1 ? 'it' : 'them'}
      {keysInOrder(keys, view).map((key, index) => (
        <>
          {index === 0 ? ': ' : ', '}
          <NoteLink noteKey={key} view={view} links={links} />
        </>
      ))}
      .
    </p>
  )
}

/** By their numbers on the page, those that are no longer on it last. */
function keysInOrder(keys: readonly string[], { notes }: EditionView): string[] {
  const here = notes.map(note => note.key).filter(key => keys.includes(key))
  return [...here, ...keys.filter(key => !here.includes(key))]
}

function NoteLink({
  noteKey,
  view,
  links,
}: {
  noteKey: string
  view: EditionView
  links: PageLinks
}) {
  const note = view.notes.find(each => each.key === noteKey)
  return note ? (
    <a href={`#${noteId(noteKey)}`}>note {note.number}</a>
  ) : (
    <a href={links.claim(noteKey)}>a note since retired</a>
  )
}

function Corrections({ view, links }: { view: EditionView; links: PageLinks }) {
  const { corrections } = view.snapshot
  if (corrections.length === 0) return null
  return (
    <section class="corr" aria-labelledby="changes">
      <h2 id="changes">Changed since edition 1</h2>
      <dl>
        {corrections.map(correction => (
          <div>
            <dt>
              {correctionWords[correction.kind].word}
              <span>
                <time dateTime={correction.at}>{dayOf(view.snapshot, correction.at)}</time>
                <NamedNotes correction={correction} view={view} links={links} />
              </span>
            </dt>
            <dd dir="auto">{correction.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function NamedNotes({
  correction,
  view,
  links,
}: {
  correction: DatedCorrection
  view: EditionView
  links: PageLinks
}) {
  return (
    <>
      {correction.noteKeys.map(key => (
        <>
          , <NoteLink noteKey={key} view={view} links={links} />
        </>
      ))}
    </>
  )
}

function Verdicts({ view }: { view: EditionView }) {
  return (
    <section class="verdicts" aria-labelledby="vs">
      <h2 id="vs">The claims, in the order of the article</h2>
      <Strip view={view} />
      <ol>
        {view.notes.map(({ key, number, rating, content }) => (
          <li class={`r-${rating.tint}`}>
            <span class="n-num">{number}</span>
            <RatingWord rating={rating} />
            <a href={`#${noteId(key)}`} dir="auto">
              {content.claim}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ArticleHead({ view: { snapshot } }: { view: EditionView }) {
  const { article, newsroom, revision } = snapshot
  const facts = [
    article.publisher,
    article.byline,
    formatPartialDate(article.publishedOn, newsroom.language),
  ]
  return (
    <header class="art-head">
      <p class="under">The text under check</p>
      <h2 id="at" lang={article.language} dir="auto">
        {article.title}
      </h2>
      {article.standfirst && (
        <p class="art-standfirst" lang={article.language} dir={directionOf(article.language)}>
          {article.standfirst}
        </p>
      )}
      <p class="art-meta">
        <bdi>{facts.filter(Boolean).join(', ')}</bdi>.{' '}
        {article.url && (
          <>
            <a href={article.url} rel="noopener noreferrer">
              Read the original
            </a>
            .{' '}
          </>
        )}
        Every word below is as it was published
        {revision.number > 1 && (
          <>
            , in the wording that we froze on{' '}
            <time dateTime={revision.frozenAt}>{dayOf(snapshot, revision.frozenAt)}</time>
          </>
        )}
        ; only the marks are ours.
      </p>
    </header>
  )
}

/** What was done, counted from the snapshot itself, so that it cannot say more than is true. */
function Receipt({ view }: { view: EditionView }) {
  const { snapshot, notes, hash, origin } = view
  const { revision, newsroom } = snapshot
  const citations = notes.flatMap(note => note.content.citations)
  const address = `${origin}${paths.edition(snapshot.article.slug, snapshot.number)}`
  return (
    <section class="receipt" aria-labelledby="made">
      <h2 id="made">How this was made</h2>
      <ul>
        <li>
          <b>{sentenceCase(countOf(notes.length, 'note'))}</b>
          {notes.length === 1
            ? ', approved by someone who did not write it.'
            : ', each approved by someone who did not write it.'}
        </li>
        {citations.length > 0 && (
          <li>
            <b>{sentenceCase(citationCount(citations, sourceCount(view)))}</b>,{' '}
            {citations.length === 1
              ? 'with what it was cited for.'
              : 'each with what it was cited for.'}
          </li>
        )}
        <li>
          <b>The article’s text</b> was frozen on{' '}
          <time dateTime={revision.frozenAt}>{dayOf(snapshot, revision.frozenAt)}</time>.
          Fingerprint <Fingerprint hash={revision.textHash} />.
        </li>
        <li>
          <b>This edition</b> is number {snapshot.number}, published by {snapshot.publishedBy}.
          Fingerprint <Fingerprint hash={hash} />. Its address will keep working:{' '}
          <a href={address} class="address">
            {address}
          </a>
        </li>
      </ul>
      {newsroom.contact && (
        <p>
          See a mistake? <a href={`mailto:${newsroom.contact}`}>Tell the desk</a>. What we change is
          dated and listed above.
        </p>
      )}
    </section>
  )
}

/** The whole SHA-256 for whoever hovers or copies; the ends of it for whoever compares by eye. */
export function Fingerprint({ hash }: { hash: string }) {
  return <code title={hash}>{fingerprintOf(hash)}</code>
}

function sourceCount({ notes }: EditionView): number {
  const names = notes.flatMap(note =>
    note.content.citations.map(({ url, publisher, title }) =>
      url ? canonicalAddress(url) : `${publisher}\n${title}`,
    ),
  )
  return new Set(names).size
}
