/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { formatDay } from '@/lib/domain/dates'
import type { PublicNewsroom } from '@/lib/domain/published'
import { paths } from '@/lib/paths'
import { renderPage } from '@/lib/site/shell'
import { siteStylesheet } from '@/lib/site/stylesheet'

type Host = Pick<PublicNewsroom, 'name' | 'language' | 'timeZone' | 'isDemo'>

/** At an address where nothing ever stood. */
export function renderNotFound(newsroom: Host): string {
  return renderNotice(
    newsroom,
    'There is nothing at this address',
    true,
    <>
      <h1>There is nothing at this address</h1>
      <p>
        The link may be old, or a letter of it got lost. Every fact-check is on{' '}
        <a href={paths.home}>the first page</a>, every claim in <a href={paths.claims}>the list</a>.
      </p>
    </>,
  )
}

/** At the address of an edition that was taken back: when, why, and what replaced it. Nothing else. */
export function renderWithdrawn(
  newsroom: Host,
  edition: { slug: string; number: number; at: string; reason: string; isReplaced: boolean },
): string {
  const day = formatDay(new Date(edition.at), newsroom.language, newsroom.timeZone)
  return renderNotice(
    newsroom,
    'This edition was withdrawn',
    false,
    <>
      <h1>This edition was withdrawn</h1>
      <p>
        Edition {edition.number} of this fact-check was withdrawn on{' '}
        <time dateTime={edition.at}>{day}</time>. <bdi>{edition.reason}</bdi>{' '}
        {edition.isReplaced && <a href={paths.check(edition.slug)}>The edition that replaced it</a>}
      </p>
    </>,
  )
}

/** Where the database does not answer: what was published is only out of reach. */
export function renderUnavailable(): string {
  return renderNotice(
    { name: 'Fact-checks', language: 'en', timeZone: 'UTC', isDemo: false },
    'Out of reach for a moment',
    false,
    <>
      <h1>Out of reach for a moment</h1>
      <p>Nothing is lost; what is published stays published. Please try again in a minute.</p>
    </>,
  )
}

function renderNotice(
  newsroom: Host,
  title: string,
  hasFoot: boolean,
  children: ComponentChildren,
): string {
  return renderPage(
    {
      newsroom,
      title: `${title} · ${newsroom.name}`,
      description: '',
      canonical: null,
      stylesheet: paths.stylesheet(siteStylesheet().name),
      section: null,
      icons: [],
      skip: { id: 'notice', words: 'Skip to the notice' },
      data: null,
      hasFoot,
      jsonLd: null,
    },
    <main class="notice" id="notice">
      {children}
    </main>,
  )
}
