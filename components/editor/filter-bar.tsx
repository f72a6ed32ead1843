'use client'

import { useEffect, useRef, useState } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { countStates, type Filters } from '@/components/editor/filters'
import { browserStorage } from '@/components/editor/local-copies'
import { isUnsettled } from '@/components/settling/settling'
import { stateWords } from '@/lib/domain/review'

/** Shows the notes of one state, one verdict, one person, or with some words; each state with how many there are. */
export function FilterBar() {
  const store = useStore()
  const notes = useDesk(state => state.notes)
  const areComing = useDesk(state => state.areNotesComing)
  const filters = useDesk(state => state.filters)
  const set = (change: Partial<Filters>) =>
    store.patch({ filters: { ...store.get().filters, ...change } })
  const live = notes.filter(({ state }) => state !== 'retired')
  const unsettled = notes.filter(isUnsettled).length
  return (
    <>
      <fieldset className="filters" aria-label="Show notes by state">
        <FilterButton
          word="All"
          count={areComing ? null : live.length}
          isOn={filters.state === null}
          run={() => set({ state: null })}
        />
        {unsettled > 0 && (
          <FilterButton
            word="To settle"
            count={unsettled}
            isOn={filters.state === 'unsettled'}
            run={() => set({ state: filters.state === 'unsettled' ? null : 'unsettled' })}
          />
        )}
        {countStates(notes).map(({ state, count }) => (
          <FilterButton
            key={state}
            word={stateWords[state]}
            count={areComing ? null : count}
            isOn={filters.state === state}
            run={() => set({ state: filters.state === state ? null : state })}
          />
        ))}
      </fieldset>
      <div className="filters more">
        <WordFilter value={filters.words} set={words => set({ words })} />
        <RatingFilter value={filters.rating} set={rating => set({ rating })} />
        <PersonFilter value={filters.personId} set={personId => set({ personId })} />
        <FoldNotes />
      </div>
    </>
  )
}

function FilterButton({
  word,
  count,
  isOn,
  run,
}: {
  word: string
  /** Null: not known yet. */
  count: number | null
  isOn: boolean
  run: () => void
}) {
  return (
    <button type="button" aria-pressed={isOn} onClick={run}>
      {word} <b>{count ?? '…'}</b>
    </button>
  )
}

const foldedKey = 'rubric:folded'

/** Shows the notes at rest in one line each, here and at the next visit. */
function FoldNotes() {
  const store = useStore()
  const isFolded = useDesk(state => state.isFolded)
  useEffect(() => {
    if (browserStorage()?.getItem(foldedKey)) store.patch({ isFolded: true })
  }, [store])
  const fold = () => {
    store.patch({ isFolded: !isFolded })
    const storage = browserStorage()
    if (isFolded) storage?.removeItem(foldedKey)
    else storage?.setItem(foldedKey, 'yes')
  }
  return (
    <button type="button" aria-pressed={isFolded} onClick={fold}>
      One line each
    </button>
  )
}

/** 150 ms after the last letter: whoever types a word wants the notes with all of it. */
const typed = 150

function WordFilter({ value, set }: { value: string; set: (words: string) => void }) {
  const [words, setWords] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // “Show all” empties the field too.
  if (known !== value) {
    setKnown(value)
    setWords(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (now: string) => {
    setWords(now)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => set(now), typed)
  }
  return (
    <input
      type="search"
      className="words"
      aria-label="Words in notes"
      placeholder="Words in notes"
      value={words}
      onChange={event => change(event.target.value)}
    />
  )
}

function RatingFilter({
  value,
  set,
}: {
  value: string | null
  set: (rating: string | null) => void
}) {
  const { ratings } = useStore().desk
  return (
    <span className="pick-list">
      <select
        aria-label="Verdict"
        value={value ?? ''}
        onChange={event => set(event.target.value || null)}
      >
        <option value="">Any verdict</option>
        {ratings.map(({ key, word }) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
        <option value="none">No verdict</option>
      </select>
    </span>
  )
}

function PersonFilter({
  value,
  set,
}: {
  value: string | null
  set: (personId: string | null) => void
}) {
  const { people } = useStore().desk
  return (
    <span className="pick-list">
      <select
        aria-label="Person"
        value={value ?? ''}
        onChange={event => set(event.target.value || null)}
      >
        <option value="">Anyone</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
