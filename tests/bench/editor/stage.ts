import type { Page } from '@playwright/test'

/** A page that shows an article with its notes, and how a person works on it. */
export interface Stage {
  name: string
  address: string
  /** JavaScript for the page: whether words can be selected, and marked. */
  isUsable: string
  /** JavaScript for the page: the same, and the notes in sight are drawn. */
  isReady: string
  /** JavaScript for the page: whether the words just selected are marked, or offered to be. */
  isMarked: string
  /** Makes a note of the selected words, where letting go of the mouse does not. */
  keep: { press: (page: Page) => Promise<void>; isKept: string } | null
  /** Shows the next note. */
  next(page: Page): Promise<void>
  /** JavaScript for the page: which note is shown, in words that differ from one to the next. */
  shown: string
}

/** Our editor, as a checker meets it. */
export function ourStage(address: string): Stage {
  return {
    name: 'Rubric',
    address,
    isUsable: `document.querySelector('#text[contenteditable="true"]') !== null`,
    isReady: `document.querySelector('#text[contenteditable="true"] mark[data-note]') !== null`,
    isMarked: `document.querySelector('.bubble') !== null`,
    keep: {
      press: page => page.keyboard.press('t'),
      isKept: `document.querySelector('.bubble') === null`,
    },
    next: page => page.keyboard.press('j'),
    shown: `document.querySelector('.open') === null ? '' : location.search`,
  }
}

export const peers = [
  { peer: 'recogito', name: '@recogito/text-annotator' },
  { peer: 'apache', name: '@apache-annotator/dom' },
  { peer: 'highlights', name: 'CSS Custom Highlights (no editor)' },
] as const

/** A peer with the same text and the same spans on a page of its own. */
export function peerStage({ peer, name }: (typeof peers)[number], address: string): Stage {
  return {
    name,
    address: `${address}?peer=${peer}`,
    isUsable: 'window.bench?.isReady === true',
    isReady: 'window.bench?.isReady === true',
    isMarked: 'window.bench.isMarked',
    keep: null,
    next: page => page.keyboard.press('j'),
    shown: 'window.bench.shown',
  }
}
