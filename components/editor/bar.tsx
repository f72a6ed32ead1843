'use client'

import { CoverageButton } from '@/components/coverage/coverage-button'
import { DraftBar, DraftSays } from '@/components/drafting/draft-bar'
import { DraftOffer } from '@/components/drafting/draft-offer'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { FilterBar } from '@/components/editor/filter-bar'
import { Minimap } from '@/components/editor/minimap'
import { NotesSheet } from '@/components/editor/notes-sheet'
import { HereNow } from '@/components/live/here-now'
import { Updates } from '@/components/live/updates'
import { FindBar } from '@/components/reading/find-bar'
import { ReadingTools } from '@/components/reading/reading-tools'
import { goToNextUnsettled } from '@/components/settling/settle-actions'
import { countToSettle } from '@/components/settling/settling'
import { Avatar } from '@/components/ui/avatar'
import { CalmLink } from '@/components/ui/calm-link'
import { mayPublish } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** Where one is, who one is, and which notes are shown. */
export function Bar() {
  const { desk, actor } = useStore()
  const { article } = desk
  const isDrafting = useDesk(state => state.drafting !== null)
  return (
    <header className="bar">
      <div className="bar-1">
        <CalmLink className="brand" href={paths.desk} aria-label="Rubric: my work">
          <span className="pil" aria-hidden="true">
            ¶
          </span>
          <span className="brand-name">Rubric</span>
        </CalmLink>
        <nav className="crumb" aria-label="Where you are">
          <CalmLink href={paths.articles}>Articles</CalmLink>
          <h1 dir="auto">{article.title}</h1>
        </nav>
        <Updates />
        <ReadingTools />
        <CalmLink className="bar-link bar-wide" href={paths.revisions(article.id)}>
          Revisions
        </CalmLink>
        <CalmLink className="bar-link bar-wide" href={paths.history(article.id)}>
          History
        </CalmLink>
        <HereNow />
        <span className="people">
          <Avatar name={actor.name} me />
        </span>
        {mayPublish(actor) && (
          <CalmLink className="btn btn-main" href={paths.publish(article.id)}>
            Publish…
          </CalmLink>
        )}
      </div>
      {isDrafting ? (
        <DraftBar />
      ) : (
        <div className="bar-2">
          <ToSettle />
          <FilterBar />
          <div className="cover">
            <NotesSheet />
            <CoverageButton />
            <Minimap />
          </div>
          <Updates />
        </div>
      )}
      {isDrafting && <DraftSays />}
      <DraftOffer />
      <PageTrouble />
      <PageNews />
      <OutdatedPage />
      <FindBar />
    </header>
  )
}

/** How many notes a new revision left to be settled, and the way to the next of them. */
function ToSettle() {
  const store = useStore()
  const notes = useDesk(state => state.notes)
  const { all, own } = countToSettle(notes, store.actor)
  if (all === 0) return null
  return (
    <button
      type="button"
      className="to-settle"
      aria-keyshortcuts="U"
      onClick={() => goToNextUnsettled(store)}
    >
      <b>{all}</b> to settle{own < all && `, ${own || 'none'} yours`} <kbd>U</kbd>
    </button>
  )
}

/** The article has a newer revision than the one on this page. */
function OutdatedPage() {
  const isOutdated = useDesk(state => state.isOutdated)
  if (!isOutdated) return null
  return (
    <p className="bar-say">
      <b>The article has a newer revision.</b> What this page shows can be read; nothing can be
      saved or decided here.{' '}
      <button type="button" className="link" onClick={() => window.location.reload()}>
        Reload
      </button>
    </p>
  )
}

/** What became of the words that met no connection. The live region says it too. */
function PageNews() {
  const store = useStore()
  const news = useDesk(state => state.news)
  if (!news) return null
  return (
    <p className="bar-say">
      {news}{' '}
      <button type="button" className="link" onClick={() => store.patch({ news: '' })}>
        Close
      </button>
    </p>
  )
}

/** What went wrong outside any note, where no bubble stands to say it. */
function PageTrouble() {
  const store = useStore()
  const trouble = useDesk(state => state.troubles[''])
  const isInBubble = useDesk(state => state.selection !== null)
  if (!trouble || isInBubble) return null
  return (
    <p className="bar-say" role="alert">
      {trouble}{' '}
      <button type="button" className="link" onClick={() => store.setTrouble('', '')}>
        Close
      </button>
    </p>
  )
}
