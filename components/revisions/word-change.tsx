import type { Script } from '@/components/revisions/text-comparison'
import { ChangedWords } from '@/components/ui/changed-words'
import { type ComparedRun, compareWords } from '@/lib/domain/anchoring/comparison'

/** A passage as it was and as it is, with what differs marked. */
export function WordChange({
  before,
  after,
  names,
  script,
}: {
  before: string
  after: string
  names: { older: string; newer: string }
  script: Script
}) {
  const { older, newer } = compareWords(before, after)
  return (
    <dl className="v-words">
      <dt>{names.older}</dt>
      <dd lang={script.language} dir={script.direction}>
        <RunWords runs={older} side="del" />
      </dd>
      <dt>{names.newer}</dt>
      <dd lang={script.language} dir={script.direction}>
        <RunWords runs={newer} side="ins" />
      </dd>
    </dl>
  )
}

function RunWords({ runs, side }: { runs: readonly ComparedRun[]; side: 'del' | 'ins' }) {
  return runs.map(({ text, mark, isTypography }, index) => {
    const key = `${index} ${text}`
    if (isTypography)
      return (
        <span key={key} className="c-reset">
          {text}
        </span>
      )
    return <span key={key}>{mark ? <ChangedWords as={side}>{text}</ChangedWords> : text}</span>
  })
}
