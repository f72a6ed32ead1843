import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** The stylesheets of the desk: whoever goes from page to page gathers them all. */
const sheets = ['lib/site/styles/base.css', ...sheetsBelow('app'), ...sheetsBelow('components')]

it('gives each class its look in one stylesheet, since the styles of a page stay when it is left', () => {
  const sheetsOf = new Map<string, string[]>()
  for (const sheet of sheets)
    for (const name of classesIn(readFileSync(sheet, 'utf8')))
      sheetsOf.set(name, [...(sheetsOf.get(name) ?? []), sheet])
  expect(sheets.length).toBeGreaterThan(15)
  expect([...sheetsOf].filter(([, where]) => where.length > 1)).toEqual([])
})

it('hides keys where there are none, and not where a window is narrow', () => {
  const hiding = sheets.flatMap(sheet =>
    Array.from(
      readFileSync(sheet, 'utf8').matchAll(/([^{}]*(?:kbd|\.by-key)[^{}]*)\{\s*display: none/g),
      ([, selector = '']) => `${sheet}: ${selector.trim().replace(/\s+/g, ' ')}`,
    ),
  )
  expect(hiding).toEqual([
    // In the bar, which has no room.
    'components/settling/settling.css: .to-settle kbd',
    'components/ui/controls.css: .by-key, button kbd',
  ])
})

function sheetsBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter(file => file.endsWith('.css')).map(file => join(folder, file))
}

/** The classes that a sheet gives a look by themselves, wherever they stand. */
function classesIn(css: string): Set<string> {
  return new Set(Array.from(css.matchAll(/^\.([a-z][\w-]*) *[{,]/gm), ([, name]) => name ?? ''))
}
