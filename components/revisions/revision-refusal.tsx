'use client'

import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

/** Why nothing came of it, that nothing is lost, and what to do. */
export function RevisionRefusal({
  lead,
  refused,
  articleId,
}: {
  lead: string
  refused: Refusal
  articleId: string
}) {
  return (
    <Notice
      lead={lead}
      tone="bad"
      live="alert"
      actions={
        refused.reason === 'stale' && (
          <>
            <button type="button" className="btn" onClick={() => location.reload()}>
              Compare with the newest revision
            </button>
            <a href={paths.revisions(articleId)} target="_blank" rel="noreferrer">
              See the revisions in another tab
            </a>
          </>
        )
      }
    >
      {refused.message} Your text is kept.
      {refused.reason === 'signed_out' && (
        <>
          {' '}
          <a href={paths.signIn} target="_blank" rel="noreferrer">
            Sign in in another tab
          </a>
          , then try again here.
        </>
      )}
    </Notice>
  )
}
