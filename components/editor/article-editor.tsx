'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { ArticleHead } from '@/components/editor/article-head'
import { ArticleText } from '@/components/editor/article-text'
import { Bar } from '@/components/editor/bar'
import { DeskProvider, useDesk } from '@/components/editor/desk-context'
import { DeskStore } from '@/components/editor/desk-store'
import { KeysFooter, KeysSheet } from '@/components/editor/keys-sheet'
import { LiveRegion } from '@/components/editor/live-region'
import { useDeepLink } from '@/components/editor/use-deep-link'
import { useKeys } from '@/components/editor/use-keys'
import { useSafekeeping } from '@/components/editor/use-safekeeping'
import type { ArticleDesk } from '@/lib/domain/desk'
import type { Actor } from '@/lib/domain/roles'
import './editor.css'

/** The page where an article is checked: its text, and the notes in the margin. */
export function ArticleEditor({ desk, actor }: { desk: ArticleDesk; actor: Actor }) {
  const [store] = useState(() => new DeskStore(desk, actor))
  const [sheetOpen, setSheetOpen] = useState(false)
  const showSheet = useCallback(() => setSheetOpen(true), [])
  useKeys(store, showSheet)
  useSafekeeping(store)
  useDeepLink(store)

  return (
    <DeskProvider store={store}>
      <Frame>
        <a className="skip" href="#text">
          Skip to the article
        </a>
        <Bar />
        <main className="sheet">
          <article className="paper" aria-labelledby="article-title">
            <ArticleHead />
            <ArticleText showSheet={showSheet} />
          </article>
        </main>
        <KeysFooter showSheet={showSheet} />
        <KeysSheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
        <LiveRegion />
      </Frame>
    </DeskProvider>
  )
}

/** The page, and the sign on it that its text is being edited. */
function Frame({ children }: { children: ReactNode }) {
  const isDrafting = useDesk(state => state.drafting !== null)
  return <div className={isDrafting ? 'editor is-drafting' : 'editor'}>{children}</div>
}
