import { roomOf } from '@/components/annotations/use-foot-in-sight'
import { isSheet } from '@/components/editor/article-view'

/** How much of the window's start and of its end lies over what an open note has to say, in px. */
export interface Covered {
  above: number
  below: number
}

/** Above are the bars and the note's head; below its foot, or the keys alone. */
export function coveredOf(note: HTMLElement): Covered {
  const head = note.querySelector<HTMLElement>('.o-head')
  if (isSheet()) return { above: head?.getBoundingClientRect().bottom ?? 0, below: 0 }
  const foot = note.querySelector<HTMLElement>('.o-foot')
  const keys = document.querySelector<HTMLElement>('.keys')
  const bars = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0
  return {
    above: bars + (head?.offsetHeight ?? 0),
    below: (foot && roomOf(foot)) ?? keys?.offsetHeight ?? 0,
  }
}
