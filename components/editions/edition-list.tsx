'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { ask } from '@/lib/client'
import { formatMoment } from '@/lib/domain/dates'
import type { EditionSummary } from '@/lib/domain/desk'
import { messageAt, type Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

/** Every edition so far, newest first; an editor may withdraw one that stands. */
export function EditionList({
  slug,
  editions,
  timeZone,
  mayWithdraw,
}: {
  slug: string
  editions: readonly EditionSummary[]
  timeZone: string
  mayWithdraw: boolean
}) {
  const [withdrawing, setWithdrawing] = useState<EditionSummary | null>(null)
  if (editions.length === 0) return null
  return (
    <section className="q-section" aria-labelledby="editions">
      <header>
        <h2 id="editions">
          Published so far<span>{editions.length}</span>
        </h2>
      </header>
      <ol>
        {editions.map(edition => (
          <li className="row e-edition" key={edition.id}>
            <div className="q-c">
              <p className="q-t">
                <a href={paths.edition(slug, edition.number)}>Edition {edition.number}</a>
              </p>
              <p className="q-w">
                {formatMoment(new Date(edition.publishedAt), 'en', timeZone)}, by{' '}
                {edition.publishedBy.name}, with{' '}
                {edition.notes === 1 ? 'one note' : `${edition.notes} notes`}. Fingerprint{' '}
                <code title={edition.hash}>{edition.hash.slice(0, 8)}</code>
              </p>
              {edition.withdrawnAt && (
                <p className="q-n">
                  Withdrawn on {formatMoment(new Date(edition.withdrawnAt), 'en', timeZone)}:{' '}
                  {edition.withdrawnReason}
                </p>
              )}
            </div>
            {mayWithdraw && !edition.withdrawnAt && (
              <button type="button" className="link" onClick={() => setWithdrawing(edition)}>
                Withdraw edition {edition.number}
              </button>
            )}
          </li>
        ))}
      </ol>
      {withdrawing && <Withdrawal edition={withdrawing} onClose={() => setWithdrawing(null)} />}
    </section>
  )
}

function Withdrawal({ edition, onClose }: { edition: EditionSummary; onClose: () => void }) {
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function withdraw() {
    setBusy(true)
    const outcome = await ask('POST', paths.api.withdrawal(edition.id), { reason })
    setBusy(false)
    if (!outcome.ok) return setRefusal(outcome)
    onClose()
    router.refresh()
  }

  return (
    <Dialog
      open
      title={`Withdraw edition ${edition.number}?`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="btn btn-main" disabled={isBusy} onClick={withdraw}>
            {isBusy ? 'Withdrawing…' : 'Withdraw it'}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            Keep it
          </button>
        </>
      }
    >
      <p>
        Its pages will answer that they were withdrawn, when, and why. It cannot be brought back; a
        later edition can replace it.
      </p>
      <Field label="Reason, for readers" error={messageAt(refusal, 'reason') ?? refusal?.message}>
        {wiring => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={1000}
            dir="auto"
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
