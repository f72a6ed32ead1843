/** A list with the item of `id` in the gap before what now stands at `gap`; the same list where it is there. */
export function movedTo<T extends { id: string }>(items: T[], id: string, gap: number): T[] {
  const from = items.findIndex(each => each.id === id)
  const item = items[from]
  if (!item || gap === from || gap === from + 1 || gap < 0 || gap > items.length) return items
  return items.toSpliced(from, 1).toSpliced(gap > from ? gap - 1 : gap, 0, item)
}

/** One step up or down. */
export function movedBy<T extends { id: string }>(items: T[], id: string, step: 1 | -1): T[] {
  const from = items.findIndex(each => each.id === id)
  return movedTo(items, id, step === 1 ? from + 2 : from - 1)
}
