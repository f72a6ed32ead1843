/** What kind of thing differs between two wordings of a passage. */
export type ChangeReason =
  | 'number'
  | 'unit'
  | 'date'
  | 'name'
  | 'negation'
  | 'comparison'
  | 'quantifier'
  | 'modality'
  | 'attribution'

/**
 * `typography`: quotes, dashes, spaces and the like, the verdict stands. `wording`: other words, and no rule
 * says what they mean. `meaning`: at least one of `reasons` differs.
 */
export interface Change {
  kind: 'none' | 'typography' | 'wording' | 'meaning'
  reasons: ChangeReason[]
}
