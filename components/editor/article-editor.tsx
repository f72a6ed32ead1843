'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { type ArticleDates, ArticleHead } from '@/components/editor/article-head'
import { ArticleText } from '@/components/editor/article-text'
import { Bar } from '@/components/editor/bar'
import { DeskProvider, useDesk } from '@/components/editor/desk-context'
import { DeskStore } from '@/components/editor/desk-store'
import { KeysFooter, KeysSheet } from '@/components/editor/keys-sheet'
import { LiveRegion } from '@/components/editor/live-region'
import { useDeepLink } from '@/components/editor/use-deep-link'
import { useKeys } from '@/components/editor/use-keys'
import { useSafekeeping } from '@/components/editor/use-safekeeping'
import { useLive } from '@/components/live/use-live'
import { Outline } from '@/components/reading/outline'
import { useReading } from '@/components/reading/reading-store'
import { LeaveFocus } from '@/components/reading/reading-tools'
import { useUndoKeys } from '@/components/undo/use-undo-keys'
import type { DeskHead } from '@/lib/domain/desk'
import type { Actor } from '@/lib/domain/roles'
// In this order: rules of the same weight win over those before them.
import './editor.css'
import './bar.css'
import './text.css'
import './tools.css'
import './widths.css'

interface ArticleEditorProps {
  /** A DeskHead as JSON: React reads a text at once, and a document word by word. */
  desk: string
  /** By packAnnotations. The text does not wait for them. */
  notes: Promise<string>
  dates: ArticleDates
  actor: Actor
}

/** The page where an article is checked: its text, and the notes in the margin. */
export function ArticleEditor({ desk, notes, dates, actor }: ArticleEditorProps) {
  const [store] = useState(() => new DeskStore(JSON.parse(desk) as DeskHead, actor))
  const [sheetOpen, setSheetOpen] = useState(false)
  const showSheet = useCallback(() => setSheetOpen(true), [])
  useKeys(store, showSheet)
  useUndoKeys(store)
  useSafekeeping(store)
  useDeepLink(store)
  useLive(store)

  return (
    <DeskProvider store={store}>
      <Frame>
        <a className="skip" href="#text">
          Skip to the article
        </a>
        <Bar />
        <LeaveFocus />
        <main className="sheet">
          <article className="paper" aria-labelledby="article-title">
            <ArticleHead dates={dates} />
            <ArticleText notes={notes} showSheet={showSheet} />
          </article>
        </main>
        <Outline />
        <KeysFooter showSheet={showSheet} />
        <KeysSheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
        <LiveRegion />
      </Frame>
    </DeskProvider>
  )
}

/** The page, and the signs on it that its text is being edited, or that the words stand alone. */
function Frame({ children }: { children: ReactNode }) {
  const isDrafting = useDesk(state => state.drafting !== null)
  const isFocused = useReading(state => state.isFocused)
  const signs = ['editor', isDrafting && 'is-drafting', isFocused && 'is-focused']
  return <div className={signs.filter(Boolean).join(' ')}>{children}</div>
}
