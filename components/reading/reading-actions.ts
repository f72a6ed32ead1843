import type { DeskStore } from '@/components/editor/desk-store'
import { closeFind } from '@/components/reading/find-actions'
import { readingOf } from '@/components/reading/reading-store'

/** I. */
export function openOutline(store: DeskStore): void {
  readingOf(store).patch({ isOutlineOpen: true })
}

/** Z. Shows the words and the open note alone, or all there is again. */
export function toggleFocus(store: DeskStore): void {
  const reading = readingOf(store)
  const isFocused = !reading.get().isFocused
  reading.patch({ isFocused })
  store.say(
    isFocused
      ? 'Focus: the words and the open note alone. Z or Escape shows the rest again.'
      : 'All of the page is shown again.',
  )
}

/** Escape with no note open: closes what stands over the reading; false where nothing does. */
export function leaveReading(store: DeskStore): boolean {
  const { search, isFocused } = readingOf(store).get()
  if (search) closeFind(store)
  else if (isFocused) toggleFocus(store)
  return search !== null || isFocused
}
