import { z } from 'zod'
import { oneLine } from '@/lib/domain/text'

/** Tints that the stylesheet knows, each with its ink and its underline pattern (class r-…). */
export const tints = [
  'true',
  'mostly-true',
  'half',
  'mostly-false',
  'false',
  'unproven',
  'not-checkable',
] as const
export type Tint = (typeof tints)[number]

/** One grade of a newsroom's scale. */
export const rating = z.strictObject({
  /** Stable word in addresses and content; never renamed once used. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'A key is of small letters, digits and hyphens.'),
  word: oneLine(60).pipe(z.string().min(1, 'A rating needs a word.')),
  definition: oneLine(300).pipe(z.string().min(1, 'Say what the rating means.')),
  /** schema.org ratingValue; 1 is the worst. Null stands outside the range: "unproven". */
  value: z.int().min(1, 'The worst value is 1 or more.').max(100).nullable(),
  tint: z.enum(tints),
  icon: z.enum(tints),
  /** Whether a note with this rating needs at least one citation: an opinion has none to show. */
  needsEvidence: z.boolean(),
  /** Place in lists, from 1. */
  ordinal: z.int().min(1),
})
export type Rating = z.infer<typeof rating>

/**
 * A scale: from two to twelve ratings (fewer judge nothing, more cannot be told apart), with keys,
 * words and places all different and at least two values, so that there is a range.
 */
export const scale = z
  .strictObject({
    name: oneLine(80).pipe(z.string().min(1)),
    ratings: z.array(rating).min(2).max(12),
  })
  .superRefine(({ ratings }, context) => {
    for (const field of ['key', 'word', 'ordinal'] as const) {
      if (new Set(ratings.map(each => each[field])).size < ratings.length)
        context.addIssue({
          code: 'custom',
          path: ['ratings'],
          message: `Two ratings share a ${field}.`,
        })
    }
    if (new Set(valuesOf(ratings)).size < 2)
      context.addIssue({
        code: 'custom',
        path: ['ratings'],
        message: 'At least two ratings need different values.',
      })
  })
export type Scale = z.infer<typeof scale>

/** The range of a scale's values, worst first. */
export function rangeOf(ratings: readonly Rating[]): { worst: number; best: number } {
  const values = valuesOf(ratings)
  return { worst: Math.min(...values), best: Math.max(...values) }
}

function valuesOf(ratings: readonly Rating[]): number[] {
  return ratings.flatMap(each => (each.value === null ? [] : [each.value]))
}

/** What a new newsroom starts with. */
export const defaultScale: Scale = {
  name: 'Six ratings and not checkable',
  ratings: [
    {
      key: 'true',
      word: 'True',
      value: 5,
      tint: 'true',
      icon: 'true',
      needsEvidence: true,
      ordinal: 1,
      definition: 'Accurate, with nothing left out that would change how it is understood.',
    },
    {
      key: 'mostly-true',
      word: 'Mostly true',
      value: 4,
      tint: 'mostly-true',
      icon: 'mostly-true',
      needsEvidence: true,
      ordinal: 2,
      definition: 'Accurate in what matters; a detail is wrong or wants explaining.',
    },
    {
      key: 'missing-context',
      word: 'Missing context',
      value: 3,
      tint: 'half',
      icon: 'half',
      needsEvidence: true,
      ordinal: 3,
      definition:
        'Accurate in part, but leaves out something that changes how it would be understood.',
    },
    {
      key: 'mostly-false',
      word: 'Mostly false',
      value: 2,
      tint: 'mostly-false',
      icon: 'mostly-false',
      needsEvidence: true,
      ordinal: 4,
      definition: 'Holds a grain of truth, but what matters in it is wrong.',
    },
    {
      key: 'false',
      word: 'False',
      value: 1,
      tint: 'false',
      icon: 'false',
      needsEvidence: true,
      ordinal: 5,
      definition: 'The record contradicts it.',
    },
    {
      key: 'unproven',
      word: 'Unproven',
      value: null,
      tint: 'unproven',
      icon: 'unproven',
      needsEvidence: true,
      ordinal: 6,
      definition: 'The evidence we found neither bears it out nor refutes it.',
    },
    {
      key: 'not-checkable',
      word: 'Not checkable',
      value: null,
      tint: 'not-checkable',
      icon: 'not-checkable',
      needsEvidence: false,
      ordinal: 7,
      definition: 'An opinion, a forecast or a motive: no evidence could settle it.',
    },
  ],
}

/** Why a claim was given its rating; a rating may have several. */
export const verdictReasons = {
  missing_context: 'Missing context',
  contradicted: 'Contradicted by the record',
  disputed: 'Disputed record',
  outdated: 'Outdated',
  misquoted: 'Misquoted',
  imprecise: 'Imprecise',
  needs_primary_source: 'Needs a primary source',
  motives: 'Speaks of motives',
  opinion: 'Opinion',
  forecast: 'Forecast',
} as const
export type VerdictReason = keyof typeof verdictReasons
export const verdictReason = z.enum(
  Object.keys(verdictReasons) as [VerdictReason, ...VerdictReason[]],
)
