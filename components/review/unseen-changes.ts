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
}

const shown = new WeakMap<DeskStore, ShownChanges>()

/** What of the changes that are shown has not been in sight yet, in the order of the page. */
const unseen = new WeakMap<ShownChanges, Set<HTMLElement>>()

/** The changes that have been in sight, each and to their end, by the hashes of both contents. */
const seen = new WeakMap<DeskStore, Set<string>>()

/**
 * Keeps what the open note shows, and counts it as seen once its heading, each change and its end have been
 * in sight. Changes that others follow count for nothing: they are not those to be seen. Gives back how to
 * let go of it.
 */
export function holdChanges(store: DeskStore, changes: ShownChanges): () => void {
  shown.set(store, changes)
  const places = changes.areComing ? [] : placesIn(changes.section)
  unseen.set(changes, new Set(places))
  const watch = places.length > 0 ? watchSight(store, changes, places) : null
  return () => {
    watch?.disconnect()
    if (shown.get(store) === changes) shown.delete(store)
  }
}

function placesIn(section: HTMLElement | null): HTMLElement[] {
  return [...(section?.querySelectorAll<HTMLElement>('h3, dt, ins, del, .since-end') ?? [])]
}

function watchSight(
  store: DeskStore,
  changes: ShownChanges,
  places: readonly HTMLElement[],
): IntersectionObserver {
  const watch = new IntersectionObserver(entries => {
    const left = unseen.get(changes)
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) left?.delete(target as HTMLElement)
    if (left?.size === 0) seen.set(store, new Set(seen.get(store)).add(nameOf(changes)))
  })
  for (const place of places) watch.observe(place)
  return watch
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
  if (!changes.section || seen.get(store)?.has(nameOf(changes))) return null
  const [next] = unseen.get(changes) ?? []
  bringIntoSight(changes.section, next)
  return next === placesIn(changes.section)[0]
    ? 'Not approved yet. See first what changed; then approve.'
    : 'Not approved yet. What changed goes on; see it to its end, then approve.'
}

/** Leads to them, wherever in the note somebody reads; says it where there is nothing to lead to. */
export function showChanges(store: DeskStore): void {
  const { section = null, areComing = false } = shown.get(store) ?? {}
  if (section) bringIntoSight(section)
  else store.tell(areComing ? 'What changed is still on its way.' : 'What changed cannot be shown.')
}

/** `place` to the top of what scrolls in the note: its body, or the whole sheet of a phone. */
function bringIntoSight(section: HTMLElement, place: HTMLElement = section): void {
  const body = section.closest('.o-body')
  const sheet = section.closest('.open')
  const head = sheet?.querySelector('.o-head')
  for (const each of [body, sheet]) {
    const edge = each === sheet ? head?.getBoundingClientRect().bottom : undefined
    const top = edge ?? each?.getBoundingClientRect().top ?? 0
    each?.scrollBy({ top: place.getBoundingClientRect().top - top, behavior: 'instant' })
  }
  section.focus({ preventScroll: true })
}
