'use client'

import { EditorContent } from '@tiptap/react'
import { useRef } from 'react'
import { LookChooser } from '@/components/coverage/look-chooser'
import { useLeftSentences } from '@/components/coverage/use-left-sentences'
import { Bubble } from '@/components/editor/bubble'
import { useStore } from '@/components/editor/desk-context'
import { Margin } from '@/components/editor/margin'
import { stillHtml } from '@/components/editor/still-html'
import { useArticleEditor } from '@/components/editor/use-article-editor'
import { useHighlights } from '@/components/editor/use-highlights'
import { useNotes } from '@/components/editor/use-notes'
import { useSelection } from '@/components/editor/use-selection'
import { useExtents } from '@/components/marking/use-extents'
import { directionOf } from '@/lib/domain/languages'
import type { DocumentNode } from '@/lib/domain/rich-text'

interface ArticleTextProps {
  /** By packAnnotations. */
  notes: Promise<string>
  showSheet: () => void
}

/** The text, the notes beside it, and what appears at a selection. */
export function ArticleText({ notes, showSheet }: ArticleTextProps) {
  const store = useStore()
  const spread = useRef<HTMLDivElement>(null)
  const editor = useArticleEditor(showSheet)
  useNotes(editor, notes)
  useHighlights(editor)
  useExtents(editor)
  useSelection(editor)
  useLeftSentences(editor)
  const { article, revision } = store.desk

  return (
    <div className="spread" ref={spread}>
      <div className="text" lang={article.language} dir={directionOf(article.language)}>
        {editor ? <EditorContent editor={editor} /> : <StillText document={revision.document} />}
      </div>
      <Bubble spread={spread} />
      <LookChooser spread={spread} />
      <Margin spread={spread} />
    </div>
  )
}

/** The browser leaves it as the server wrote it; there it need not be made again to be compared. */
function StillText({ document }: { document: DocumentNode }) {
  const html = typeof window === 'undefined' ? stillHtml(document) : ''
  return (
    <div
      className="ProseMirror still"
      id="text"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: Every word and address in it is escaped.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
