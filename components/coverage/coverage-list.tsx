'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { beginLook, goTo, stepOpen } from '@/components/coverage/look-actions'
import { type Shown, shownSentences, shownWords } from '@/components/coverage/shown-sentences'
import { isTouch } from '@/components/editor/article-view'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { CloseButton } from '@/components/ui/close-button'
import { isClosed } from '@/components/ui/closed'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Coverage, CoveredSentence } from '@/lib/domain/coverage'
import { lookReasons, wordOfReason } from '@/lib/domain/looks'

/** What was not looked at, and what was left and why; each sentence leads to its words. */
export function CoverageList({ coverage }: { coverage: Coverage }) {
  const store = useStore()
  const isShown = useDesk(state => state.isCoverageShown)
  const dialog = useRef<HTMLDialogElement>(null)
  useDeepLink(store)
  useEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal()
    if (!isShown && dialog.current?.open) dialog.current.close()
  }, [isShown])

  const forget = () => store.patch({ isCoverageShown: false })
  const close = () => {
    dialog.current?.close()
    forget()
  }

  return (
    <dialog
      ref={dialog}
      className="coverage"
      aria-labelledby="coverage-title"
      onClose={event => isClosed(event) && forget()}
    >
      {isShown && <Sheet coverage={coverage} close={close} />}
    </dialog>
  )
}

function Sheet({ coverage, close }: { coverage: Coverage; close: () => void }) {
  const store = useStore()
  const [shown, setShown] = useState<Shown>('open')
  const { counts, percent } = coverage
  const sentences = shownSentences(coverage, shown)
  const goThrough = () => {
    close()
    stepOpen(store, 1)
    if (isTouch()) beginLook(store)
  }
  return (
    <div className="coverage-in">
      <div className="o-head">
        <h2 id="coverage-title">{percent}% looked at</h2>
        <CloseButton name="Close the list" onClick={close} />
      </div>
      <p className="coverage-sum">{sumOf(coverage)}</p>
      <ShownFilter coverage={coverage} shown={shown} show={setShown} />
      {shown === 'open' && counts.open > 0 && (
        <p className="coverage-go">
          <button type="button" className="btn" onClick={goThrough}>
            Go through them
          </button>
          <span className="by-key">
            <kbd>G</kbd> next, <kbd>L</kbd> looked at
          </span>
        </p>
      )}
      {sentences.length === 0 && <p className="say-none">{shownWords[shown].empty}</p>}
      <ol>
        {sentences.map(sentence => (
          <Row
            key={sentence.start}
            sentence={sentence}
            open={() => {
              close()
              goTo(store, sentence)
            }}
          />
        ))}
      </ol>
    </div>
  )
}

function Row({ sentence, open }: { sentence: CoveredSentence; open: () => void }) {
  const store = useStore()
  const { article } = store.desk
  return (
    <li>
      <button type="button" className="coverage-row" onClick={open}>
        <span className="coverage-words" lang={article.language} dir="auto">
          {store.wordsAt(sentence)}
        </span>
        {sentence.kind === 'left' && <Why sentence={sentence} />}
      </button>
    </li>
  )
}

function Why({ sentence }: { sentence: Extract<CoveredSentence, { kind: 'left' }> }): ReactNode {
  const { timeZone } = useStore().desk.newsroom
  const [now] = useState(() => new Date().toISOString())
  return sentence.looks.map(({ id, reason, by, at }) => (
    <span key={id} className="coverage-why">
      <b>{wordOfReason(reason)}</b> {by.name},{' '}
      <RelativeTime at={at} now={now} timeZone={timeZone} />
    </span>
  ))
}

function ShownFilter({
  coverage,
  shown,
  show,
}: {
  coverage: Coverage
  shown: Shown
  show: (shown: Shown) => void
}) {
  const count = (of: Shown) => shownSentences(coverage, of).length
  const reasons = [...lookReasons, 'none' as const].filter(reason => count(reason) > 0)
  const kinds: Shown[] = ['open', 'left', ...reasons]
  return (
    <fieldset className="coverage-filter" aria-label="Show sentences">
      {kinds.map(kind => (
        <button key={kind} type="button" aria-pressed={shown === kind} onClick={() => show(kind)}>
          {shownWords[kind].word} <b>{count(kind)}</b>
        </button>
      ))}
    </fieldset>
  )
}

/** "32 sentences: 10 with a note, 14 left, 8 not looked at." */
function sumOf({ sentences, counts: { noted, left, open } }: Coverage): string {
  const all = sentences.length === 1 ? 'One sentence' : `${sentences.length} sentences`
  return `${all}: ${noted} with a note, ${left} left, ${open} not looked at.`
}

/** The publish page leads here, to what was not looked at. */
function useDeepLink(store: DeskStore): void {
  useEffect(() => {
    if (new URLSearchParams(window.location.search).get('show') === 'coverage')
      store.patch({ isCoverageShown: true })
  }, [store])
}
