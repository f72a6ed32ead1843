import type { Tint } from '@/lib/domain/scales'

/** An icon for each tint, and `none` for a note that has no verdict yet. */
export type RatingIconName = Tint | 'none'

/** How a shape is inked; the names are those that React and Preact both take. */
interface Ink {
  fill: 'none' | 'currentColor'
  stroke?: 'currentColor' | 'var(--paper)'
  strokeWidth?: number
  strokeDasharray?: string
}

/** A shape of an icon, in the units of {@link ratingIconBox}. */
export type IconShape =
  | ({ shape: 'circle'; cx: number; cy: number; r: number } & Ink)
  | ({ shape: 'path'; d: string } & Ink)

/** The viewBox of every icon. */
export const ratingIconBox = '0 0 16 16'

/** 1.4 units: a hairline that still stands at the 14 pixels the icons are drawn at. */
const ring = {
  shape: 'circle',
  cx: 8,
  cy: 8,
  r: 6.3,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
} as const satisfies IconShape

/** A disc inked for the share of the claim that holds; outside the range a sign of its own. */
export const ratingIcons: Record<RatingIconName, readonly IconShape[]> = {
  true: [
    { shape: 'circle', cx: 8, cy: 8, r: 7, fill: 'currentColor' },
    {
      shape: 'path',
      d: 'M4.6 8.3 7 10.7l4.5-5.1',
      fill: 'none',
      stroke: 'var(--paper)',
      strokeWidth: 1.8,
    },
  ],
  'mostly-true': [
    ring,
    { shape: 'path', d: 'M8 8V3.4A4.6 4.6 0 1 1 3.4 8Z', fill: 'currentColor' },
  ],
  half: [ring, { shape: 'path', d: 'M8 3.4a4.6 4.6 0 0 1 0 9.2Z', fill: 'currentColor' }],
  'mostly-false': [
    ring,
    { shape: 'path', d: 'M8 8V3.4A4.6 4.6 0 0 1 12.6 8Z', fill: 'currentColor' },
  ],
  false: [
    ring,
    {
      shape: 'path',
      d: 'm5.4 5.4 5.2 5.2m0-5.2-5.2 5.2',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.8,
    },
  ],
  unproven: [
    ring,
    {
      shape: 'path',
      d: 'M6.1 6.5a1.95 1.95 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.4',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.4,
    },
    { shape: 'circle', cx: 8, cy: 11.5, r: 0.95, fill: 'currentColor' },
  ],
  'not-checkable': [
    { ...ring, strokeDasharray: '2.2 1.76' },
    { shape: 'path', d: 'M5.2 8h5.6', fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 },
  ],
  none: [{ ...ring, strokeWidth: 1.2, strokeDasharray: '1.4 1.9' }],
}
