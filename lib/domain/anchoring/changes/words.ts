/** What kind of thing differs between two wordings of a passage, in the order in which they are told. */
export const changeReasons = [
  'number',
  'unit',
  'date',
  'name',
  'negation',
  'comparison',
  'quantifier',
  'modality',
  'attribution',
] as const
export type ChangeReason = (typeof changeReasons)[number]

/**
 * `typography`: quotes, dashes, spaces and the like, the verdict stands. `wording`: other words, and no rule
 * says what they mean. `meaning`: at least one of `reasons` differs.
 */
export interface Change {
  kind: 'none' | 'typography' | 'wording' | 'meaning'
  reasons: ChangeReason[]
}

/** What differs, as it is said within a sentence. */
export const changeReasonWords: Record<ChangeReason, string> = {
  number: 'a number',
  unit: 'a unit',
  date: 'a date',
  name: 'a name',
  negation: 'a negation',
  comparison: 'a comparison',
  quantifier: 'a quantity',
  modality: 'how certain it is',
  attribution: 'who says it',
}

/** One sentence for the interface: "A number and a date changed." */
export function describeChange({ kind, reasons }: Change): string {
  switch (kind) {
    case 'none':
      return 'Nothing changed.'
    case 'typography':
      return 'Only the typography changed.'
    case 'wording':
      return 'The wording changed.'
    case 'meaning':
      return sentence(reasons.map(reason => changeReasonWords[reason]))
  }
}

function sentence(parts: readonly string[]): string {
  const list = [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ')
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} changed.`
}
