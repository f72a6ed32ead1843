'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { paths } from '@/lib/paths'

const places = [
  { word: 'My work', path: paths.desk },
  { word: 'Articles', path: paths.articles },
  { word: 'Sources', path: paths.sources },
  { word: 'People', path: paths.people },
] as const

/** The parts of the desk, with the one you are in marked. */
export function DeskNav() {
  const here = usePathname()
  return (
    <nav aria-label="Desk">
      <ul className="places">
        {places.map(({ word, path }) => (
          <li key={path}>
            <Link href={path} aria-current={markOf(here, path)}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** "page" on the page itself, true on one that belongs to it. */
function markOf(here: string, path: string): 'page' | true | undefined {
  if (here === path) return 'page'
  return path !== paths.desk && here.startsWith(`${path}/`) ? true : undefined
}
