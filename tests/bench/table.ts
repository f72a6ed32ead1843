/** A column: its heading, and on which side its cells stand. */
export interface Column {
  head: string
  align: 'left' | 'right'
}

export const left = (head: string): Column => ({ head, align: 'left' })
export const right = (head: string): Column => ({ head, align: 'right' })

/** Columns of plain text, padded, two spaces apart; the heading is underlined. */
export function table(columns: Column[], rows: string[][]): string {
  const widths = columns.map(({ head }, at) =>
    Math.max(head.length, ...rows.map(row => row[at]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    columns.map(({ align }, at) => pad(cells[at] ?? '', widths[at] ?? 0, align)).join('  ')
  const rule = widths.map(width => '─'.repeat(width)).join('  ')
  const lines = [line(columns.map(({ head }) => head)), rule, ...rows.map(line)]
  return lines.map(each => each.trimEnd()).join('\n')
}

function pad(text: string, width: number, align: Column['align']): string {
  return align === 'left' ? text.padEnd(width) : text.padStart(width)
}

/** Two decimals: a single span of ten thousand shows. An en dash where nothing was asked. */
export function percent(value: number | null): string {
  return value === null ? '–' : value.toFixed(2)
}

/** Three figures, in milliseconds. */
export function milliseconds(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
