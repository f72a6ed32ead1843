import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'lightningcss'
import { hashText } from '@/lib/domain/canonical'
import { marginRoomOf, noteGap } from '@/lib/site/margin'
import { rowCount, type Tick, ticksOf } from '@/lib/site/strip'
import { type EditionView, noteId, wordsId } from '@/lib/site/views'

/** A stylesheet named by what is in it, so that a browser may keep it for good. */
export interface Stylesheet {
  name: string
  css: string
}

/** The last site stylesheet with the rules it was made from: reading them is cheap, minifying is not. */
let last: { rules: string; sheet: Stylesheet } | undefined

/** The stylesheet of the pages that are no edition's: lists, notices, how we check. */
export function siteStylesheet(): Stylesheet {
  const rules = commonRules()
  if (last?.rules !== rules) last = { rules, sheet: named(minified(rules)) }
  return last.sheet
}

/**
 * The stylesheet of one edition: what all pages share, and a few rules for each of its notes. These
 * stand here because the site's policy forbids style attributes: whoever got markup into a page could
 * otherwise redraw it.
 */
export function editionStylesheet(view: EditionView): Stylesheet {
  return named(minified(`${commonRules()}\n${noteRules(view)}`))
}

/** Whether `name` is one that {@link siteStylesheet} or {@link editionStylesheet} gives. */
export function isStylesheetName(name: string): boolean {
  return /^style-[0-9a-f]{8}\.css$/.test(name)
}

function named(css: string): Stylesheet {
  return { name: `style-${hashText(css).slice(0, 8)}.css`, css }
}

/** What all pages share, in the order in which rules of the same weight win over one another. */
const sheets = [
  'tokens.css',
  'base.css',
  'page.css',
  'article.css',
  'notes.css',
  'claim.css',
  'lists.css',
  'wide.css',
]

function commonRules(): string {
  return sheets
    .map(name => readFileSync(join(process.cwd(), 'lib/site/styles', name), 'utf8'))
    .join('\n')
}

function minified(css: string): string {
  // Without targets nothing is rewritten for older browsers: anchor() and light-dark() stay as they are.
  const { code } = transform({ filename: 'style.css', code: Buffer.from(css), minify: true })
  return Buffer.from(code).toString('utf8')
}

function noteRules(view: EditionView): string {
  const ticks = ticksOf(view)
  const keys = view.notes.map(note => note.key)
  return [
    ...keys.map(nameRules),
    ...ticks.map(tickRule),
    stripRule(ticks.map(tick => tick.narrowRow)),
    wideMargin([
      ...keys.map((key, index) => topRule(key, keys[index - 1])),
      ...ticks.map(tick => `.t-${tick.key}{--row:${tick.wideRow}}`),
      stripRule(ticks.map(tick => tick.wideRow)),
      ...roomRules(view),
    ]),
  ].join('\n')
}

function nameRules(key: string): string {
  return [
    `#${wordsId(key)}{anchor-name:--${wordsId(key)}}`,
    `#${noteId(key)}{anchor-name:--${noteId(key)}}`,
    // The words of the note that was followed to.
    `.text:has(#${noteId(key)}:target) .${wordsId(key)}{background:var(--deep)}`,
  ].join('')
}

/** A note hangs at its first words, or below the note before it, whichever is lower. */
function topRule(key: string, previous: string | undefined): string {
  const words = `anchor(--${wordsId(key)} top,0px)`
  const top = previous
    ? `max(${words},anchor(--${noteId(previous)} bottom,0px) + ${noteGap}rem)`
    : words
  return `#${noteId(key)}{top:${top}}`
}

function tickRule({ key, at, length, narrowRow }: Tick): string {
  return (
    `.t-${key}{inset-inline-start:min(${at}%,100% - 1.5rem);inline-size:${length}%;--row:${narrowRow}}` +
    `.t-${key}::after{inline-size:max(${length}cqi,.5rem)}`
  )
}

function stripRule(rows: readonly number[]): string {
  const count = rowCount(rows)
  return count === 0 ? '.strip{display:none}' : `.strip{display:block;--rows:${count}}`
}

function roomRules(view: EditionView): string[] {
  const { rest, open } = marginRoomOf(view)
  // 14 rem: the article's own title above its text, and air below the last note.
  const room = (height: number) => `${Math.ceil(height + 14)}rem`
  return [
    `.spread{min-block-size:${room(rest)}}`,
    ...[...open].map(
      ([key, height]) => `.spread:has(#${noteId(key)}:target){min-block-size:${room(height)}}`,
    ),
  ]
}

/** The condition under which wide.css opens the margin. */
function wideMargin(rules: readonly string[]): string {
  return `@media screen and (min-width:68rem){@supports (top:max(anchor(--a top),anchor(--b bottom))){${rules.join('')}}}`
}
