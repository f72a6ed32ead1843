'use client'

import { memo, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { ComparedRowView } from '@/components/revisions/compared-row'
import {
  isStep,
  type Passage,
  rowsInWords,
  type Stretch,
  stretchesOf,
} from '@/components/revisions/comparison-view'
import { useSteps } from '@/components/revisions/use-steps'
import { useView, type View, views } from '@/components/revisions/use-view'
import type { ComparedRow } from '@/lib/domain/anchoring/comparison'
import type { Direction } from '@/lib/domain/languages'

/** How the words of both texts are set. */
export interface Script {
  language: string
  direction: Direction
}

/** 400 rows: as many unchanged paragraphs stand in the page from the start, where they need no script to open. */
const eagerLimit = 400

const noPassages: readonly Passage[] = []

/** Two texts, their unchanged stretches folded away, with a bar that goes from change to change. */
export function TextComparison({
  rows,
  names,
  script,
  passages = noPassages,
  bar,
}: {
  rows: readonly ComparedRow[]
  names: { older: string; newer: string }
  script: Script
  passages?: readonly Passage[]
  /** What stands in the bar beside the steps. */
  bar?: ReactNode
}) {
  const [view, setView] = useView()
  const list = useRef<HTMLOListElement>(null)
  const total = useMemo(() => rows.filter(isStep).length, [rows])
  const { at, step } = useSteps(list, total)
  const id = useId()
  return (
    <>
      <section className="q-section comparison" aria-labelledby={id} data-view={view}>
        <header>
          <h2 id={id}>The text</h2>
          <p>{rowsInWords(rows)}</p>
          <ViewChoice view={view} onChoose={setView} />
        </header>
        <div className="c-names" aria-hidden="true">
          <span>{names.older}</span>
          <span>{names.newer}</span>
        </div>
        <Rows list={list} rows={rows} names={names} script={script} passages={passages} />
      </section>
      <footer className="c-bar">
        {total > 0 && <Steps at={at} total={total} step={step} />}
        {bar}
      </footer>
    </>
  )
}

function ViewChoice({ view, onChoose }: { view: View; onChoose: (view: View) => void }) {
  const name = useId()
  return (
    <fieldset className="c-views">
      <legend className="sr">How to compare</legend>
      {(Object.keys(views) as View[]).map(each => (
        <label key={each}>
          <input type="radio" name={name} checked={view === each} onChange={() => onChoose(each)} />
          {views[each]}
        </label>
      ))}
    </fieldset>
  )
}

function Steps({ at, total, step }: { at: number; total: number; step: (way: 1 | -1) => void }) {
  return (
    <div className="c-steps">
      <button type="button" className="btn" onClick={() => step(-1)} aria-keyshortcuts="p k">
        Previous <kbd>P</kbd>
      </button>
      <button type="button" className="btn" onClick={() => step(1)} aria-keyshortcuts="n j">
        Next change <kbd>N</kbd>
      </button>
      <span className="num" role="status">
        {at < 0
          ? total === 1
            ? 'One change'
            : `${total.toLocaleString('en')} changes`
          : `Change ${(at + 1).toLocaleString('en')} of ${total.toLocaleString('en')}`}
      </span>
      <span className="c-keys by-key">
        <kbd>J</kbd> <kbd>K</kbd> do the same
      </span>
    </div>
  )
}

interface RowsProps {
  list: React.RefObject<HTMLOListElement | null>
  rows: readonly ComparedRow[]
  names: { older: string; newer: string }
  script: Script
  passages: readonly Passage[]
}

const Rows = memo(function Rows({ list, rows, names, script, passages }: RowsProps) {
  const stretches = useMemo(() => stretchesOf(rows), [rows])
  const row = (at: number) => {
    const each = rows[at]
    return (
      each && (
        <ComparedRowView
          key={at}
          at={at}
          row={each}
          names={names}
          script={script}
          passages={passages}
        />
      )
    )
  }
  return (
    <ol className={rows.length > eagerLimit ? 'c-rows is-long' : 'c-rows'} ref={list}>
      {stretches.map(stretch =>
        stretch.isFolded ? (
          <Fold
            key={stretch.from}
            stretch={stretch}
            isEager={rows.length <= eagerLimit}
            row={row}
          />
        ) : (
          indexesOf(stretch).map(row)
        ),
      )}
    </ol>
  )
})

/** Unchanged paragraphs behind a line that says how many. */
function Fold({
  stretch,
  isEager,
  row,
}: {
  stretch: Stretch
  isEager: boolean
  row: (at: number) => ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  const count = stretch.to - stretch.from
  return (
    <li className="c-fold">
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          {count.toLocaleString('en')} unchanged paragraphs: <span>{isOpen ? 'hide' : 'show'}</span>
        </summary>
        {(isEager || isOpen) && <ol>{indexesOf(stretch).map(row)}</ol>}
      </details>
    </li>
  )
}

function indexesOf({ from, to }: Stretch): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
