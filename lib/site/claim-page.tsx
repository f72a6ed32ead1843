/** @jsxImportSource preact */
import { correctionWords } from '@/lib/domain/corrections'
import { formatPartialDate } from '@/lib/domain/dates'
import type { RetiredNote } from '@/lib/domain/editions'
import type { Rating } from '@/lib/domain/scales'
import { verdictReasons } from '@/lib/domain/scales'
import { claimReviewOf } from '@/lib/formats/claim-review'
import { paths } from '@/lib/paths'
import { EvidenceList } from '@/lib/site/evidence'
import { type Excerpt, excerptsOf } from '@/lib/site/excerpts'
import { writtenBy } from '@/lib/site/note'
import { ChangeBox, changesOf } from '@/lib/site/publisher-changes'
import { RatingWord } from '@/lib/site/rating-word'
import { RichText } from '@/lib/site/rich-text'
import { renderPage } from '@/lib/site/shell'
import { claimantLine, dayOf, type EditionView, type NoteView, noteId } from '@/lib/site/views'
import { fingerprintOf, listOf, sentenceCase } from '@/lib/site/wording'

/** One claim on a page of its own, with its ClaimReview. */
export function renderClaimPage(view: EditionView, note: NoteView, stylesheet: string): string {
  const { snapshot, origin } = view
  const { article, newsroom, scale } = snapshot
  const url = `${origin}${paths.claim(article.slug, note.key)}`
  return renderPage(
    {
      newsroom,
      title: `${note.rating.word}: ${note.content.claim} · ${newsroom.name}`,
      description: `${note.content.claimant.name}: “${note.content.claim}” ${note.rating.word}. ${note.rating.definition}`,
      canonical: url,
      stylesheet,
      section: 'claims',
      icons: [note.rating.icon, ...scale.map(rating => rating.icon)],
      skip: { id: 'claim', words: 'Skip to the claim' },
      data: `${paths.edition(article.slug, snapshot.number)}/edition.json`,
      hasFoot: true,
      jsonLd: claimReviewOf(note, {
        url,
        newsroom: { ...newsroom, url: `${origin}/` },
        article,
        scale,
        changes: changesOf(view, note.key),
      }),
    },
    <ClaimMain view={view} note={note} />,
  )
}

/** The notice at the address of a note that an earlier edition held. */
export function renderRetiredPage(
  view: EditionView,
  note: RetiredNote,
  stylesheet: string,
): string {
  const { newsroom, article } = view.snapshot
  return renderPage(
    {
      newsroom,
      title: `A note was taken out · ${newsroom.name}`,
      description: '',
      canonical: null,
      stylesheet,
      section: null,
      icons: [],
      skip: { id: 'notice', words: 'Skip to the notice' },
      data: null,
      hasFoot: false,
      jsonLd: null,
    },
    <main class="notice" id="notice">
      <h1>This note was taken out</h1>
      <p>
        On <time dateTime={note.at}>{dayOf(view.snapshot, note.at)}</time> our note on “
        <bdi>{note.claim}</bdi>” was taken out of this fact-check. <bdi>{note.reason}</bdi>
      </p>
      {changesOf(view, note.key).map(change => (
        <ChangeBox change={change} context={view.snapshot} heading="h2" />
      ))}
      <p>
        <a href={paths.check(article.slug)}>The fact-check as it stands</a> ·{' '}
        <a href={`${paths.edition(article.slug, note.lastEdition)}#${noteId(note.key)}`}>
          Edition {note.lastEdition}, which held it
        </a>
      </p>
    </main>,
  )
}

function ClaimMain({ view, note }: { view: EditionView; note: NoteView }) {
  return (
    <main class="claim" id="claim">
      <header class="head">
        <p class="kicker">Claim</p>
        <h1 dir="auto">{note.content.claim}</h1>
        <p class="c-who" dir="auto">
          {claimantLine(note, view.language)}
        </p>
      </header>
      <Verdict note={note} scale={view.snapshot.scale} />
      {changesOf(view, note.key).map(change => (
        <ChangeBox change={change} context={view.snapshot} heading="h2" />
      ))}
      <section class="c-part" aria-labelledby="why">
        <h2 id="why">Why</h2>
        <div class="c-ex">
          <RichText document={note.content.explanation} />
        </div>
      </section>
      <Words view={view} note={note} />
      {note.content.citations.length > 0 && (
        <section class="c-part src" aria-labelledby="evidence">
          <h2 id="evidence">Evidence</h2>
          <EvidenceList citations={note.content.citations} language={view.language} />
        </section>
      )}
      <NoteCorrections view={view} note={note} />
      <NoteReceipt view={view} note={note} />
    </main>
  )
}

function Verdict({ note, scale }: { note: NoteView; scale: readonly Rating[] }) {
  const { rating, content } = note
  return (
    <section class={`c-verdict r-${rating.tint}`} aria-labelledby="verdict">
      <h2 id="verdict">
        <span class="sr">Verdict: </span>
        <RatingWord rating={rating} />
      </h2>
      <p class="c-def">{rating.definition}</p>
      {content.reasons.length > 0 && (
        <p class="c-reasons">
          {sentenceCase(
            listOf(content.reasons.map(reason => verdictReasons[reason].toLowerCase())),
          )}
          .
        </p>
      )}
      <ScalePosition rating={rating} scale={scale} />
    </section>
  )
}

/** The grades from best to worst with this one marked; a rating without a value stands outside and says so. */
function ScalePosition({ rating, scale }: { rating: Rating; scale: readonly Rating[] }) {
  const grades = scale
    .filter(each => each.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return (
    <>
      <ol class="ladder" aria-label="The scale, from best to worst">
        {grades.map(each => (
          <li
            class={`r-${each.tint}`}
            {...(each.key === rating.key && { 'aria-current': 'true' as const })}
          >
            <RatingWord rating={each} />
          </li>
        ))}
      </ol>
      {rating.value === null && <p class="c-outside">“{rating.word}” stands outside this scale.</p>}
    </>
  )
}

function Words({ view, note }: { view: EditionView; note: NoteView }) {
  const { article, newsroom } = view.snapshot
  const where = [article.publisher, formatPartialDate(article.publishedOn, newsroom.language)]
  return (
    <section class="c-part" aria-labelledby="words">
      <h2 id="words">The words, where they stand</h2>
      <figure class="c-words">
        <blockquote lang={article.language}>
          {excerptsOf(view.document.text, note.content.anchors).map(excerpt => (
            <ExcerptText excerpt={excerpt} tint={note.rating.tint} />
          ))}
        </blockquote>
        <figcaption>
          “<bdi lang={article.language}>{article.title}</bdi>”,{' '}
          <bdi>{where.filter(Boolean).join(', ')}</bdi>.{' '}
          <a href={`${paths.check(article.slug)}#${noteId(note.key)}`}>Read it in the article</a>
          {article.url && (
            <>
              {' · '}
              <a href={article.url} rel="noopener noreferrer">
                The original
              </a>
            </>
          )}
        </figcaption>
      </figure>
    </section>
  )
}

function ExcerptText({ excerpt, tint }: { excerpt: Excerpt; tint: string }) {
  const lines = excerpt.words.split('\n')
  return (
    <>
      {lines.map((line, index) => (
        <p dir="auto">
          {index === 0 && excerpt.before}
          <mark class={`r-${tint}`}>{line}</mark>
          {index === lines.length - 1 && excerpt.after}
        </p>
      ))}
    </>
  )
}

function NoteCorrections({ view, note }: { view: EditionView; note: NoteView }) {
  const corrections = view.snapshot.corrections.filter(each => each.noteKeys.includes(note.key))
  if (corrections.length === 0) return null
  return (
    <section class="c-part corr" aria-labelledby="corrections">
      <h2 id="corrections">Corrections to this note</h2>
      <dl>
        {corrections.map(correction => (
          <div>
            <dt>
              {correctionWords[correction.kind].word}
              <span>
                <time dateTime={correction.at}>{dayOf(view.snapshot, correction.at)}</time>, edition{' '}
                {correction.edition}
              </span>
            </dt>
            <dd dir="auto">{correction.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function NoteReceipt({ view, note }: { view: EditionView; note: NoteView }) {
  const { snapshot } = view
  const edition = paths.edition(snapshot.article.slug, snapshot.number)
  return (
    <footer class="receipt">
      <p>
        {writtenBy(note)}, who did not write it. First published on{' '}
        <time dateTime={note.firstPublishedAt}>{dayOf(snapshot, note.firstPublishedAt)}</time>.
      </p>
      <p>
        As note {note.number} in{' '}
        <a href={`${edition}#${noteId(note.key)}`}>edition {snapshot.number}</a>, of{' '}
        <time dateTime={snapshot.publishedAt}>{dayOf(snapshot, snapshot.publishedAt)}</time>, of “
        <a href={paths.check(snapshot.article.slug)}>
          <bdi>{snapshot.check.title}</bdi>
        </a>
        ”.
      </p>
      <p>
        Fingerprint of this note{' '}
        <code title={note.contentHash}>{fingerprintOf(note.contentHash)}</code>. Its address,
        always:{' '}
        <a
          href={`${view.origin}${paths.claim(snapshot.article.slug, note.key)}`}
          class="address"
        >{`${view.origin}${paths.claim(snapshot.article.slug, note.key)}`}</a>
      </p>
    </footer>
  )
}
