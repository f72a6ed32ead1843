import type { DeskStore } from '@/components/editor/desk-store'

/** Where the open note shows what changed in it since an earlier decision. */
export interface ShownChanges {
  /** Of the content that the changes led to. */
  contentHash: string
  /** Null before they have come, and where they did not. */
  section: HTMLElement | null
  areComing: boolean
}

const shown = new WeakMap<DeskStore, ShownChanges>()

/** The contents whose changes have been in sight to their end, by their hashes. */
const seen = new WeakMap<DeskStore, Set<string>>()

/** Keeps what the open note shows; null: nothing changed in it since a decision. */
export function holdChanges(store: DeskStore, changes: ShownChanges | null): void {
  if (changes) shown.set(store, changes)
  else shown.delete(store)
}

export function markSeen(store: DeskStore, contentHash: string): void {
  seen.set(store, new Set(seen.get(store)).add(contentHash))
}

/**
 * What keeps a person from approving: changes that have not been in sight yet. They are brought there, and
 * count as seen from then on. Null where there are none, or they cannot be had.
 */
export function showUnseen(store: DeskStore, contentHash: string): string | null {
  const changes = shown.get(store)
  if (changes?.contentHash !== contentHash || seen.get(store)?.has(contentHash)) return null
  if (changes.areComing) return 'Not approved: what changed since is still on its way.'
  if (!changes.section) return null
  bringIntoSight(changes.section)
  markSeen(store, contentHash)
  return 'Not approved yet. See first what changed; then approve.'
}

/** Leads to them, wherever in the note somebody reads; says it where there is nothing to lead to. */
export function showChanges(store: DeskStore): void {
  const { section = null, areComing = false } = shown.get(store) ?? {}
  if (section) bringIntoSight(section)
  else store.tell(areComing ? 'What changed is still on its way.' : 'What changed cannot be shown.')
}

/** To the top of what scrolls in the note: its body, or the whole sheet of a phone. */
function bringIntoSight(section: HTMLElement): void {
  const body = section.closest('.o-body')
  const sheet = section.closest('.open')
  const head = sheet?.querySelector('.o-head')
  for (const each of [body, sheet]) {
    const edge = each === sheet ? head?.getBoundingClientRect().bottom : undefined
    const top = edge ?? each?.getBoundingClientRect().top ?? 0
    each?.scrollBy({ top: section.getBoundingClientRect().top - top, behavior: 'instant' })
  }
  section.focus({ preventScroll: true })
}
