'use client'

import type { NewArticleDesk } from '@/components/articles/use-new-article'
import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

/** What creating the article means, the button that does it, and why it could not be done. */
export function CreateFooter({
  desk: { draft, words, errors, refused, isCreating },
}: {
  desk: NewArticleDesk
}) {
  return (
    <footer className="create">
      {refused && <Refused refused={refused} rest={errors.rest} />}
      <p className="freeze">
        Creating the article freezes this text as revision 1. Notes rest on these very words, and
        nobody can edit them afterwards; another wording is another revision. The title and the rest
        can still be changed.
      </p>
      <WorthALook count={words.notices.length} />
      <div className="acts">
        <button type="submit" className="btn btn-main" aria-disabled={isCreating}>
          {isCreating ? 'Creating…' : 'Create article'}
        </button>
        <span className="field-hint" role="status">
          {draft.isKept && 'Kept on this computer until then.'}
          {draft.isRefused && 'This browser has no room to keep a copy; do not close the page.'}
        </span>
      </div>
    </footer>
  )
}

/** What was found in the text stands far above, and keeps nobody from going on. */
export function WorthALook({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="freeze">
      {count === 1
        ? 'One thing in the text is worth a look first: '
        : `${count} things in the text are worth a look first: `}
      <a href="#recognised">see what was recognised</a>.
    </p>
  )
}

function Refused({ refused, rest }: { refused: Refusal; rest: readonly string[] }) {
  return (
    <Notice lead="Not created yet." tone="bad" live="alert">
      {/* What is at fault stands at its field, until it is right. */}
      {refused.faults
        ? 'Nothing is lost; see what is marked “Not yet”.'
        : `${refused.message} Nothing is lost.`}
      {rest.length > 0 && ` ${rest.join(' ')}`}
      {refused.reason === 'signed_out' && (
        <>
          {' '}
          <a href={paths.signIn} target="_blank" rel="noreferrer">
            Sign in in another tab
          </a>
          , then create the article here.
        </>
      )}
    </Notice>
  )
}
