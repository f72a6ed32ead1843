'use client'

import { CoverageList } from '@/components/coverage/coverage-list'
import { useCoverage } from '@/components/coverage/use-coverage'
import { useStore } from '@/components/editor/desk-context'
import './coverage.css'

/** How much of the article has been looked at, and the way to what has not. */
export function CoverageButton() {
  const store = useStore()
  const coverage = useCoverage()
  return (
    <>
      <button
        type="button"
        className="cover-t"
        aria-haspopup="dialog"
        aria-keyshortcuts="Shift+L"
        disabled={!coverage}
        onClick={() => store.patch({ isCoverageShown: true })}
      >
        {coverage ? coverage.percent : '…'}% looked at
      </button>
      {coverage && <CoverageList coverage={coverage} />}
    </>
  )
}
