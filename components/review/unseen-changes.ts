import { type Covered, coveredOf } from '@/components/annotations/note-sight'
import { isSheet } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'

/** Where the open note shows what changed in it since an earlier decision. */
export interface ShownChanges {
  /** Of the content that was decided on. */
  since: string
  /** Of the content that the changes led to. */
  contentHash: string
  /** Null before they have come, and where they did not. */
  section: HTMLElement | null
  areComing: boolean
  /** They could not be fetched: what is shown in their place says so. */
  haveFailed: boolean
}

const shown = new WeakMap<DeskStore, ShownChanges>()

/** Those that a person was told could not be fetched. */
const told = new WeakSet<ShownChanges>()

/** What of the changes that are shown has not been in sight yet, in the order of the page. */
const unseen = new WeakMap<ShownChanges, Set<HTMLElement>>()

/** The changes that have been in sight, each and to their end, by the hashes of both contents. */
const seen = new WeakMap<DeskStore, Set<string>>()

/**
 * Keeps what the open note shows, and counts it as seen once its heading, each change and where each ends
 * have been in sight. Changes that others follow count for nothing: they are not those to be seen. Gives
 * back how to let go of it.
 */
export function holdChanges(store: DeskStore, changes: ShownChanges): () => void {
  shown.set(store, changes)
  const places = changes.areComing || changes.haveFailed ? [] : placesIn(changes.section)
  unseen.set(changes, new Set(places))
  const watch = places.length > 0 ? watchSight(store, changes) : null
  return () => {
    watch?.disconnect()
    if (shown.get(store) === changes) shown.delete(store)
  }
}

function placesIn(section: HTMLElement | null): HTMLElement[] {
  return [
    ...(section?.querySelectorAll<HTMLElement>('h3, dt, ins, del, .changed-end, .since-end') ?? []),
  ]
}

/** Looks anew whenever the note or what lies over it has another size. */
function watchSight(store: DeskStore, changes: ShownChanges): { disconnect: () => void } {
  const note = changes.section?.closest<HTMLElement>('.open')
  let watch: IntersectionObserver | null = null
  const aim = () => {
    watch?.disconnect()
    watch = new IntersectionObserver(entries => count(store, changes, entries), {
      rootMargin: note ? marginOf(coveredOf(note)) : '0px',
    })
    for (const place of unseen.get(changes) ?? []) watch.observe(place)
  }
  aim()
  const sizes = new ResizeObserver(aim)
  const covers = note ? [note, ...note.querySelectorAll(':scope > .o-head, :scope > .o-foot')] : []
  for (const cover of covers) sizes.observe(cover)
  return {
    disconnect: () => {
      sizes.disconnect()
      watch?.disconnect()
    },
  }
}

/** What lies under the bars, the note's head or its foot is not in sight. */
function marginOf({ above, below }: Covered): string {
  return `${-Math.round(above)}px 0px ${-Math.round(below)}px`
}

function count(
  store: DeskStore,
  changes: ShownChanges,
  entries: readonly IntersectionObserverEntry[],
): void {
  const left = unseen.get(changes)
  for (const { isIntersecting, target } of entries)
    if (isIntersecting) left?.delete(target as HTMLElement)
  if (left?.size === 0) seen.set(store, new Set(seen.get(store)).add(nameOf(changes)))
}

function nameOf({ since, contentHash }: ShownChanges): string {
  return `${since} ${contentHash}`
}

/**
 * What keeps a person from approving: changes that have not been in sight yet. The next of them is brought
 * there. Null where there are none, or they cannot be had.
 */
export function showUnseen(store: DeskStore, contentHash: string): string | null {
  const changes = shown.get(store)
  if (!changes) return null
  // Those of the content before this one stand there until a colleague's change is drawn.
  if (changes.areComing || changes.contentHash !== contentHash)
    return 'Not approved: what changed since is still on its way.'
  if (changes.haveFailed) return tellOfFailure(changes)
  if (!changes.section || seen.get(store)?.has(nameOf(changes))) return null
  const [next] = unseen.get(changes) ?? []
  bringIntoSight(changes.section, next)
  return next === placesIn(changes.section)[0]
    ? 'Not approved yet. See first what changed; then approve.'
    : 'Not approved yet. What changed goes on; see it to its end, then approve.'
}

/** Once: whoever knows that they cannot be had may approve without them. */
function tellOfFailure(changes: ShownChanges): string | null {
  if (told.has(changes)) return null
  told.add(changes)
  if (changes.section) bringIntoSight(changes.section)
  return 'Not approved yet. What changed could not be fetched: try again, or approve without having seen it.'
}

/** Leads to them, wherever in the note somebody reads; says it where there is nothing to lead to. */
export function showChanges(store: DeskStore): void {
  const { section = null, areComing = false } = shown.get(store) ?? {}
  if (section) bringIntoSight(section)
  else store.tell(areComing ? 'What changed is still on its way.' : 'What changed cannot be shown.')
}

/**
 * `place` to the top of what scrolls in the note, its body or the whole sheet of a phone; and the page to
 * where the note has it in sight.
 */
function bringIntoSight(section: HTMLElement, place: HTMLElement = section): void {
  const body = section.closest('.o-body')
  const note = section.closest<HTMLElement>('.open')
  const head = note?.querySelector('.o-head')
  for (const each of [body, note]) {
    const edge = each === note ? head?.getBoundingClientRect().bottom : undefined
    const top = edge ?? each?.getBoundingClientRect().top ?? 0
    each?.scrollBy({ top: place.getBoundingClientRect().top - top, behavior: 'instant' })
  }
  if (note && !isSheet()) bringOnPage(place, coveredOf(note))
  section.focus({ preventScroll: true })
}

/** 24 px of it, about a line. */
const line = 24

/** Moves nothing where it can be read already. */
function bringOnPage(place: HTMLElement, { above, below }: Covered): void {
  const { top } = place.getBoundingClientRect()
  const lower = window.innerHeight - below
  if (top >= above && top + line <= lower) return
  window.scrollBy({ top: top - above - (lower - above) / 4, behavior: 'instant' })
}
