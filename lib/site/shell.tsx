/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { directionOf } from '@/lib/domain/languages'
import type { Tint } from '@/lib/domain/scales'
import { paths } from '@/lib/paths'
import { IconSheet } from '@/lib/site/rating-word'

/** What every page of the site has, beside its main part. */
export interface Shell {
  newsroom: { name: string; language: string; isDemo: boolean }
  title: string
  description: string
  /** Absolute; none for a page that is nothing's place, such as a 404. */
  canonical: string | null
  /** Address of the stylesheet. */
  stylesheet: string
  /** Which entry of the navigation this page belongs under. */
  section: keyof typeof sections | null
  icons: Iterable<Tint>
  /** What the skip link leads to. */
  skip: { id: string; words: string }
  jsonLd: object | null
  /** The address of the page's data, if there is any. */
  data: string | null
  /** What was taken back says so and nothing else: no foot. */
  hasFoot: boolean
}

const sections = {
  checks: { path: paths.home, words: 'Fact-checks' },
  claims: { path: paths.claims, words: 'Claims' },
  corrections: { path: paths.corrections, words: 'Corrections' },
  about: { path: paths.about, words: 'How we check' },
} as const

/** A whole page as HTML; `children` stand between masthead and foot. */
export function renderPage(shell: Shell, children: ComponentChildren): string {
  const html = renderToString(<Page shell={shell}>{children}</Page>)
  // Everything before this point went through the escaping of renderToString, so the first </head>
  // is the real one.
  return `<!doctype html>${html.replace('</head>', () => `${structuredData(shell.jsonLd)}</head>`)}`
}

/**
 * JSON for a script element: "<" would let a text close the element or open a comment (HTML, 4.12.1.3),
 * U+2028 and U+2029 end lines in older parsers of JavaScript.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

function structuredData(value: object | null): string {
  return value ? `<script type="application/ld+json">${escapeJson(value)}</script>` : ''
}

function Page({ shell, children }: { shell: Shell; children: ComponentChildren }) {
  const { newsroom, skip } = shell
  return (
    <html lang={newsroom.language} dir={directionOf(newsroom.language)}>
      <Head shell={shell} />
      <body>
        <a class="skip" href={`#${skip.id}`}>
          {skip.words}
        </a>
        <IconSheet icons={shell.icons} />
        <Masthead name={newsroom.name} section={shell.section} />
        {children}
        {shell.hasFoot && <Foot shell={shell} />}
      </body>
    </html>
  )
}

function Head({ shell }: { shell: Shell }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{shell.title}</title>
      {shell.description && <meta name="description" content={shell.description} />}
      <meta name="color-scheme" content="light dark" />
      {shell.canonical && <link rel="canonical" href={shell.canonical} />}
      <link rel="icon" href={icon} />
      <link rel="stylesheet" href={shell.stylesheet} />
      {shell.canonical && <OpenGraph shell={shell} url={shell.canonical} />}
    </head>
  )
}

function OpenGraph({ shell, url }: { shell: Shell; url: string }) {
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={shell.title} />
      {shell.description && <meta property="og:description" content={shell.description} />}
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={shell.newsroom.name} />
    </>
  )
}

/** A pilcrow in rubric red, within the page: without it every browser asks for /favicon.ico. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#a8281c" d="M6.5 1.5h7V3H12v11.5h-1.5V3H9v11.5H7.5V9h-1a3.75 3.75 0 0 1 0-7.5Z"/></svg>',
)}`

function Masthead({ name, section }: { name: string; section: Shell['section'] }) {
  return (
    <header class="masthead">
      <p class="mast-name">
        <a href={paths.home}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <nav aria-label="Fact-checks">
        <ul>
          {Object.entries(sections).map(([key, { path, words }]) => (
            <li>
              <a href={path} {...(key === section && { 'aria-current': 'true' as const })}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Foot({ shell: { newsroom, data } }: { shell: Shell }) {
  return (
    <footer class="foot">
      <p class="mast-name">
        <bdi>{newsroom.name}</bdi>
      </p>
      <ul>
        <li>
          <a href={`${paths.about}#method`}>Method and scale</a>
        </li>
        <li>
          <a href={paths.corrections}>Corrections</a>
        </li>
        <li>
          <a href={`${paths.about}#people`}>People</a>
        </li>
        {data && (
          <li>
            <a href={data}>This page as data</a>
          </li>
        )}
      </ul>
      {newsroom.isDemo && (
        <p class="fine">
          This is a demonstration. The newsroom and its people are invented, and so may be the
          articles under check.
        </p>
      )}
    </footer>
  )
}
