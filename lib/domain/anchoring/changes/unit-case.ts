/** One to four letters right after a number: mW, MW, Mb, MB, m, M. */
const afterNumber = /\p{Nd}[^\S\n]?(\p{L}{1,4})(?!\p{L})/gu

/** Whether a unit changed by its capitals alone: a milliwatt is no megawatt. */
export function differsInUnitCase(before: string, after: string): boolean {
  const [older, newer] = [unitsOf(before), unitsOf(after)]
  if (older.length !== newer.length) return false
  const isSame = older.every((unit, index) => unit === newer[index])
  return !isSame && older.every((unit, index) => unit.toLowerCase() === newer[index]?.toLowerCase())
}

function unitsOf(text: string): string[] {
  return Array.from(text.matchAll(afterNumber), match => match[1] ?? '')
}
