import { Field } from '@/components/ui/field'
import { formatPartialDate } from '@/lib/domain/dates'
import type { RevisionSummary } from '@/lib/domain/revisions'
import { paths } from '@/lib/paths'

/** Any two revisions, chosen without a script. */
export function CompareForm({
  articleId,
  revisions,
  from,
  to,
}: {
  articleId: string
  revisions: readonly RevisionSummary[]
  from: number
  to: number
}) {
  // By its address the form is made anew, so that the fields show what the page shows.
  return (
    <form
      key={`${from} ${to}`}
      className="v-compare"
      action={paths.revisions(articleId)}
      aria-label="Compare two revisions"
    >
      {(
        [
          ['from', 'Compare', from],
          ['to', 'with', to],
        ] as const
      ).map(([name, label, chosen]) => (
        <Field key={name} label={label}>
          {wiring => (
            <select {...wiring} name={name} defaultValue={chosen}>
              {revisions.map(revision => (
                <option key={revision.id} value={revision.number}>
                  {nameOf(revision)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <button type="submit" className="btn">
        Compare
      </button>
    </form>
  )
}

function nameOf({ number, changedOn }: RevisionSummary): string {
  return changedOn
    ? `Revision ${number}, changed ${formatPartialDate(changedOn)}`
    : `Revision ${number}`
}
