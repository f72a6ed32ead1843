/** What a line of a list begins with: a bullet or dash, or its number. */
export interface ListMarker {
  /** Null for a bullet or dash. */
  number: number | null
  /** Characters that the marker and the space after it take. */
  length: number
}

/** The marker at the start of `line`, or null. Words must follow: "* * *" is no item, "-5" no bullet. */
export function listMarkerOf(line: string): ListMarker | null {
  const match =
    /^(?:[-*•–▪◦‣·]|(\d{1,3})[.)])[ \t\u00A0]+(?=[^\p{L}\p{N}\s]{0,3}[\p{L}\p{N}])/u.exec(line)
  if (!match) return null
  return { number: match[1] === undefined ? null : Number(match[1]), length: match[0].length }
}

/** A speaker's line without the dash before the name. */
export function withoutDash(line: string): string {
  return line.replace(/^(?:[—–―]|--?)[ \t\u00A0]*/, '')
}
