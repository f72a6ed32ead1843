import type { PersonName } from '@/lib/domain/annotations'

/** Three names: more of them would be a list nobody reads. */
const shown = 3

/** The people a queue means, with the reader as “You”; of many, some and how many more. */
export function namesOf(people: readonly PersonName[], readerId: string): string {
  const names = people.map(({ id, name }) => (id === readerId ? 'You' : name))
  if (names.length <= shown) return names.join(', ')
  const more = names.length - shown + 1
  return `${names.slice(0, shown - 1).join(', ')} or ${more} others`
}
