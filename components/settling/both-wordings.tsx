'use client'

import { Fragment } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { markOwnWords, type OwnRun } from '@/components/revisions/own-words'
import { RunWords } from '@/components/revisions/word-change'
import { changeWords, firstReplacements } from '@/components/settling/settling'
import { Quotes } from '@/components/ui/quotes'
import type { Replacement } from '@/lib/domain/anchoring/compared-runs'
import { compareWords } from '@/lib/domain/anchoring/comparison'
import type { UnsettledAnchor } from '@/lib/domain/annotations'

/**
 * The words that the verdict was given to above those that stand there now, and what kind of change it
 * is; of words that are the same both sentences.
 */
export function BothWordings({
  anchor,
  number,
  isMark,
}: {
  anchor: UnsettledAnchor
  /** Of the newest revision. */
  number: number
  /** Nothing was written yet: the words were only marked to check. */
  isMark: boolean
}) {
  const { language } = useStore().desk.article
  const { before: was, after: is } = anchor.sentence ?? { before: anchor.quote, after: anchor.now }
  const { older, newer, replacements } = compareWords(was, is)
  const own = anchor.sentence ? anchor : { quote: '', now: '' }
  const words = { lang: language, dir: 'auto' } as const
  return (
    <>
      {anchor.sentence && (
        <p>The words are as they were. What the sentence around them says is not.</p>
      )}
      {anchor.placement === 'changed' && (
        <p>
          <b>{changeWords(anchor.change)}:</b>{' '}
          <Replacements replacements={replacements} language={language} />.
        </p>
      )}
      <dl className="wordings">
        <dt>{isMark ? 'Marked were' : 'The note was written for'}</dt>
        <dd {...words}>
          <Quotes words={was}>
            {anchor.placement === 'changed' ? (
              <RunWords runs={markOwnWords(older, own.quote)} side="del" />
            ) : (
              anchor.quote
            )}
          </Quotes>
        </dd>
        <dt>Revision {number} has</dt>
        <dd {...(anchor.placement === 'changed' && words)}>
          <NewWords anchor={anchor} words={is} runs={markOwnWords(newer, own.now)} />
        </dd>
      </dl>
    </>
  )
}

/**
 * "9.8 → 4.1, “not” is new". Every wording stands for itself and all else is the interface's: an arrow
 * is not mirrored in a text from right to left, and would point from the new words to the old.
 */
function Replacements({
  replacements,
  language,
}: {
  replacements: readonly Replacement[]
  language: string
}) {
  const { shown, isMore } = firstReplacements(replacements)
  return (
    <>
      {shown.map(({ at, before, after }) => (
        <Fragment key={at}>
          {at > 0 && '; '}
          <Replaced before={before} after={after} language={language} />
        </Fragment>
      ))}
      {isMore && '; …'}
    </>
  )
}

function Replaced({ before, after, language }: Replacement & { language: string }) {
  const old = <bdi lang={language}>{before}</bdi>
  const now = <bdi lang={language}>{after}</bdi>
  if (before === '') return <>“{now}” is new</>
  if (after === '') return <>“{old}” is gone</>
  return (
    <>
      {old} → {now}
    </>
  )
}

function NewWords({
  anchor,
  words,
  runs,
}: {
  anchor: UnsettledAnchor
  words: string
  runs: readonly OwnRun[]
}) {
  switch (anchor.placement) {
    case 'changed':
      return (
        <Quotes words={words}>
          <RunWords runs={runs} side="ins" />
        </Quotes>
      )
    case 'lost':
      return <span className="no-words">none of these words where they stood</span>
    case 'ambiguous':
      return (
        <span className="no-words">
          {anchor.candidates.length === 1
            ? 'these words in one place, and nothing says that they are the ones'
            : `these words in ${anchor.candidates.length} places, and nothing says which one is meant`}
        </span>
      )
  }
}
