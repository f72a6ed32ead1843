import type { Coverage, CoveredSentence } from '@/lib/domain/coverage'
import type { LookReason } from '@/lib/domain/looks'

/** Which sentences the list shows: those not looked at, all that were left, or those left for one reason. */
export type Shown = 'open' | 'left' | LookReason | 'none'

export const shownWords: Record<Shown, { word: string; empty: string }> = {
  open: { word: 'Not looked at', empty: 'Every sentence has a note, or was looked at.' },
  left: { word: 'Left', empty: 'Nothing was left yet. Put the caret in a sentence and press L.' },
  opinion: { word: 'Opinion', empty: 'Nothing was left as opinion.' },
  not_checkable: { word: 'Not checkable', empty: 'Nothing was left as not checkable.' },
  trivial: { word: 'Trivial', empty: 'Nothing was left as trivial.' },
  already_checked: { word: 'Already checked', empty: 'Nothing was left as already checked.' },
  none: { word: 'No reason', empty: 'Nothing was left without a reason.' },
}

export function shownSentences({ sentences }: Coverage, shown: Shown): CoveredSentence[] {
  return sentences.filter(sentence => {
    if (shown === 'open' || shown === 'left') return sentence.kind === shown
    const reason = shown === 'none' ? null : shown
    return sentence.kind === 'left' && sentence.looks.some(look => look.reason === reason)
  })
}
