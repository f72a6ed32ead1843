import type { MarkLook, MinimapMark } from '@/components/editor/minimap-marks'

/** Heights in CSS pixels: a row of marks, of which the lowest three are the line; then the next row. */
const rowHeight = 7
const lineHeight = 3
const rowStep = 10
/** 4 px: the least that can be seen, and aimed at. */
const leastWidth = 4

/** What is inked at a place along the line: how far down from its top and how high, in px. */
type Pattern = (x: number) => readonly (readonly [y: number, height: number])[]

/** The heavier the line, the further from the record, as in the text: never by colour alone. */
const patterns: Record<MarkLook, Pattern> = {
  true: () => [[2, 1]],
  'mostly-true': x => (x % 5 < 3 ? [[1, 2]] : []),
  half: () => [
    [0, 1],
    [2, 1],
  ],
  'mostly-false': x => [[x % 4 < 2 ? 0 : 2, 1]],
  false: () => [[0, 3]],
  unproven: x => (x % 3 < 1 ? [[1, 2]] : []),
  'not-checkable': () => [
    [-4, 1],
    [2, 1],
  ],
  none: x => (x % 3 < 1 ? [[2, 1]] : []),
  changed: x =>
    x % 6 < 4
      ? [
          [-4, 1],
          [2, 1],
        ]
      : [],
  ambiguous: x => (x % 4 < 2 ? [[-4, 7]] : []),
  lost: x => (x % 6 < 3 ? [[-2, 2]] : []),
}

/** Draws the marks over a line of `length` characters, in the colours that the page has now. */
export function drawMinimap(
  canvas: HTMLCanvasElement,
  marks: readonly MinimapMark[],
  length: number,
): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const scale = window.devicePixelRatio || 1
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.scale(scale, scale)
  const rightToLeft = getComputedStyle(canvas).direction === 'rtl'
  const groups = byLook(marks)
  const colours = coloursOf(canvas, [...groups.keys()])
  for (const [look, alike] of groups) {
    const boxes = distinct(alike.map(mark => boxOf(mark, width, length, rightToLeft)))
    const { tint = 'transparent', ink = 'CanvasText' } = colours.get(look) ?? {}
    context.fillStyle = tint
    for (const { x, y, w } of boxes) context.fillRect(x, y, w, rowHeight - lineHeight)
    context.fillStyle = ink
    for (const box of boxes) drawLine(context, patterns[look], box)
  }
}

interface Box {
  x: number
  y: number
  w: number
}

/** The offset that a click on the canvas is nearest to, and its row. */
export function placeAt(
  canvas: HTMLCanvasElement,
  { clientX, clientY }: { clientX: number; clientY: number },
  length: number,
): { offset: number; row: number } {
  const { left, top, width } = canvas.getBoundingClientRect()
  const share = Math.min(1, Math.max(0, (clientX - left) / (width || 1)))
  const rightToLeft = getComputedStyle(canvas).direction === 'rtl'
  return {
    offset: (rightToLeft ? 1 - share : share) * length,
    row: clientY - top < (rowHeight + rowStep) / 2 ? 0 : 1,
  }
}

function drawLine(context: CanvasRenderingContext2D, pattern: Pattern, { x, y, w }: Box): void {
  for (let at = x; at < x + w; at++)
    for (const [down, high] of pattern(at))
      context.fillRect(at, y + rowHeight - lineHeight + down, 1, high)
}

function boxOf(
  { start, end, row }: MinimapMark,
  width: number,
  length: number,
  rightToLeft: boolean,
): Box {
  const w = Math.max(leastWidth, Math.round(((end - start) * width) / (length || 1)))
  const from = Math.min(width - w, Math.round((start * width) / (length || 1)))
  return { x: rightToLeft ? width - from - w : from, y: row * rowStep, w }
}

function byLook(marks: readonly MinimapMark[]): Map<MarkLook, MinimapMark[]> {
  const groups = new Map<MarkLook, MinimapMark[]>()
  for (const mark of marks) {
    const alike = groups.get(mark.look)
    if (alike) alike.push(mark)
    else groups.set(mark.look, [mark])
  }
  return groups
}

/** Thousands of notes share some hundred places on the line. */
function distinct(boxes: readonly Box[]): Box[] {
  return [...new Map(boxes.map(box => [`${box.x} ${box.y} ${box.w}`, box])).values()]
}

/**
 * The stylesheet says what a verdict looks like; in forced colours the system says what ink is. All are
 * asked for at once: each question after a change would have the whole page styled anew.
 */
function coloursOf(
  canvas: HTMLCanvasElement,
  looks: readonly MarkLook[],
): Map<MarkLook, { tint: string; ink: string }> {
  if (window.matchMedia('(forced-colors: active)').matches)
    return new Map(looks.map(look => [look, { tint: 'Canvas', ink: 'CanvasText' }]))
  const probes = looks.map(look => {
    const isUnsettled = look === 'changed' || look === 'lost' || look === 'ambiguous'
    const probe = document.createElement('span')
    probe.className = isUnsettled ? 'probe r-none is-unsettled' : `probe r-${look}`
    return { look, probe }
  })
  canvas.parentElement?.append(...probes.map(({ probe }) => probe))
  const colours = probes.map(({ look, probe }): [MarkLook, { tint: string; ink: string }] => {
    const { backgroundColor: tint, color: ink } = getComputedStyle(probe)
    return [look, { tint, ink }]
  })
  for (const { probe } of probes) probe.remove()
  return new Map(colours)
}
