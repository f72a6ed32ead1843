/** Which two revisions an address asks for. */
export type Asked =
  | { kind: 'none' }
  | { kind: 'pair'; from: number; to: number }
  | { kind: 'wrong'; why: string }

/** The revisions of `?from=1&to=3`, the older one first, of an article whose newest is `newest`. */
export function askedOf(
  { from, to }: { from?: string | string[]; to?: string | string[] },
  newest: number,
): Asked {
  if (from === undefined && to === undefined) return { kind: 'none' }
  const [a, b] = [numberOf(from, newest), numberOf(to, newest)]
  if (a === null || b === null)
    return { kind: 'wrong', why: 'There is no such revision. Choose two of those below.' }
  if (a === b)
    return { kind: 'wrong', why: 'A revision differs in nothing from itself. Choose two.' }
  return { kind: 'pair', from: Math.min(a, b), to: Math.max(a, b) }
}

function numberOf(asked: string | string[] | undefined, newest: number): number | null {
  const number = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 0
  return number >= 1 && number <= newest ? number : null
}
