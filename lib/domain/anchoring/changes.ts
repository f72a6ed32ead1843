import { type Fact, readBothFacts } from '@/lib/domain/anchoring/changes/facts'
import { rulesFor } from '@/lib/domain/anchoring/changes/languages'
import { lexiconOf } from '@/lib/domain/anchoring/changes/lexicon'
import { readTokens } from '@/lib/domain/anchoring/changes/tokens'
import { differsInUnitCase } from '@/lib/domain/anchoring/changes/unit-case'
import { type Change, type ChangeReason, changeReasons } from '@/lib/domain/anchoring/changes/words'
import { isSameWords } from '@/lib/domain/anchoring/folding'

export {
  type Change,
  type ChangeReason,
  changeReasons,
  changeReasonWords,
  describeChange,
} from '@/lib/domain/anchoring/changes/words'

/**
 * What the reader of a note must be told when a passage it judges is worded differently. `language` is
 * a BCP 47 tag. The same for both directions. Two wordings that differ once folded are never `none` or
 * `typography`: no rule below can say so.
 */
export function classifyChange(before: string, after: string, language: string): Change {
  if (before === after) return { kind: 'none', reasons: [] }
  if (isSameWords(before, after)) return { kind: 'typography', reasons: [] }
  const reasons = findReasons(before, after, language)
  return { kind: reasons.length > 0 ? 'meaning' : 'wording', reasons }
}

function findReasons(before: string, after: string, language: string): ChangeReason[] {
  const rules = rulesFor(language)
  const cut = rules.cut ?? ((word: string) => [word])
  const [older, newer] = readBothFacts(
    readTokens(before, cut),
    readTokens(after, cut),
    rules,
    lexiconOf(rules, language),
  )
  return changeReasons.filter(
    reason =>
      !isSame(plainOf(older, reason), plainOf(newer, reason)) ||
      (reason === 'comparison' && isTurned(older, newer)) ||
      (reason === 'unit' && differsInUnitCase(before, after)),
  )
}

const plainOf = (facts: readonly Fact[], reason: ChangeReason) =>
  facts.filter(fact => fact.reason === reason && fact.axis === undefined)

/** The same facts in the same order; what one is about counts where both tell it. */
const isSame = (older: readonly Fact[], newer: readonly Fact[]) =>
  older.length === newer.length &&
  older.every((fact, index) => {
    const other = newer[index]
    if (!other || other.says !== fact.says) return false
    return fact.about === other.about || fact.about === '' || other.about === ''
  })

/** Whether of a pair of opposites one took the place of the other, or both changed places. */
function isTurned(older: readonly Fact[], newer: readonly Fact[]): boolean {
  const [before, after] = [polesOf(older), polesOf(newer)]
  return [...before].some(([axis, poles]) => {
    const others = after.get(axis) ?? []
    if (poles.join() === others.join()) return false
    const gains = countGains(poles, others)
    return gains.length === 0 || (Math.min(...gains) < 0 && Math.max(...gains) > 0)
  })
}

function polesOf(facts: readonly Fact[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { axis, says } of facts) {
    if (axis === undefined) continue
    const poles = found.get(axis)
    if (poles) poles.push(says)
    else found.set(axis, [says])
  }
  return found
}

/** How many more of each pole there are after; empty where there are as many of each. */
function countGains(before: readonly string[], after: readonly string[]): number[] {
  const gains = new Map<string, number>()
  for (const pole of before) gains.set(pole, (gains.get(pole) ?? 0) - 1)
  for (const pole of after) gains.set(pole, (gains.get(pole) ?? 0) + 1)
  return [...gains.values()].filter(gain => gain !== 0)
}
