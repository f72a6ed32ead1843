import { markOwnWords, type OwnRun } from '@/components/revisions/own-words'
import type { Script } from '@/components/revisions/text-comparison'
import { ChangedWords } from '@/components/ui/changed-words'
import { compareWords } from '@/lib/domain/anchoring/comparison'

/** A passage as it was and as it is, with what differs marked. */
export function WordChange({
  before,
  after,
  own,
  names,
  script,
}: {
  before: string
  after: string
  /** The words that a note rests on, where the passage is the sentence around them. */
  own?: { before: string; after: string }
  names: { older: string; newer: string }
  script: Script
}) {
  const { older, newer } = compareWords(before, after)
  return (
    <dl className="v-words">
      <dt>{names.older}</dt>
      <dd lang={script.language} dir={script.direction}>
        <RunWords runs={markOwnWords(older, own?.before ?? '')} side="del" />
      </dd>
      <dt>{names.newer}</dt>
      <dd lang={script.language} dir={script.direction}>
        <RunWords runs={markOwnWords(newer, own?.after ?? '')} side="ins" />
      </dd>
    </dl>
  )
}

/** The words of one side: those that the other lacks marked, the note’s own in bold. */
export function RunWords({ runs, side }: { runs: readonly OwnRun[]; side: 'del' | 'ins' }) {
  return runs.map(run => {
    const Own = run.isOwn ? 'b' : 'span'
    return (
      <Own key={run.at}>
        <Words run={run} side={side} />
      </Own>
    )
  })
}

function Words({ run: { text, mark, isTypography }, side }: { run: OwnRun; side: 'del' | 'ins' }) {
  if (isTypography) return <span className="c-reset">{text}</span>
  return mark ? <ChangedWords as={side}>{text}</ChangedWords> : text
}
