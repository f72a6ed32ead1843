'use client'

import { useEffect, useRef, useState } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { openFind } from '@/components/reading/find-actions'
import { TextSizeChoice, ThemeChoice } from '@/components/reading/looks-choice'
import { openOutline, toggleFocus } from '@/components/reading/reading-actions'
import { useReading } from '@/components/reading/reading-store'
import { CalmLink } from '@/components/ui/calm-link'
import { paths } from '@/lib/paths'
import './reading.css'

/** Quiet ways to find one's way in the article, and to see it as one likes. */
export function ReadingTools() {
  const store = useStore()
  return (
    <>
      <button
        type="button"
        className="bar-link bar-tool"
        aria-keyshortcuts="F"
        onClick={() => openFind(store)}
      >
        Find
      </button>
      <button
        type="button"
        className="bar-link bar-tool"
        aria-haspopup="dialog"
        aria-keyshortcuts="I"
        onClick={() => openOutline(store)}
      >
        Outline
      </button>
      <ViewMenu />
    </>
  )
}

/** Esc or a press elsewhere closes it. Where the bar is narrow it holds what has no room there, too. */
function ViewMenu() {
  const store = useStore()
  const { article } = store.desk
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>('button, input:checked')?.focus()
  }, [isOpen])
  // The focus is given back to the button before it goes where the choice leads.
  const choose = (run: () => void) => () => {
    menu.current?.hidePopover()
    run()
  }
  const isDrafting = useDesk(state => state.drafting !== null)
  return (
    <>
      <button
        type="button"
        className="bar-link view-button"
        popoverTarget="view-menu"
        aria-expanded={isOpen}
        aria-haspopup="true"
      >
        View
      </button>
      <section
        ref={menu}
        id="view-menu"
        className="view-menu"
        popover="auto"
        aria-label="View"
        onToggle={event => setOpen(event.newState === 'open')}
      >
        <ul>
          <li>
            <MenuButton name="Find in the article" shown="F" run={choose(() => openFind(store))} />
          </li>
          <li>
            <MenuButton name="Outline" shown="I" run={choose(() => openOutline(store))} />
          </li>
          {!isDrafting && (
            <li>
              <MenuButton
                name="Words and open note alone"
                shown="Z"
                run={choose(() => toggleFocus(store))}
              />
            </li>
          )}
        </ul>
        <nav className="view-ways" aria-label="This article">
          <CalmLink href={paths.revisions(article.id)}>Revisions</CalmLink>
          <CalmLink href={paths.history(article.id)}>History</CalmLink>
        </nav>
        <TextSizeChoice />
        <ThemeChoice />
      </section>
    </>
  )
}

function MenuButton({ name, shown, run }: { name: string; shown: string; run: () => void }) {
  return (
    <button type="button" aria-keyshortcuts={shown} onClick={run}>
      {name} <kbd>{shown}</kbd>
    </button>
  )
}

/** The way back for those who press no keys. */
export function LeaveFocus() {
  const store = useStore()
  const isFocused = useReading(state => state.isFocused)
  if (!isFocused) return null
  return (
    <button type="button" className="leave-focus" onClick={() => toggleFocus(store)}>
      Show the page <kbd>Z</kbd>
    </button>
  )
}
