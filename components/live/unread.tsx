'use client'

import { useDesk, useStore } from '@/components/editor/desk-context'
import { unreadWords } from '@/components/live/arrivals'

const whyId = 'unread-why'

/** For the button that approves: off while its words are others than the person has read; else null. */
export function useUnread(
  id: string,
): { 'aria-disabled': true; 'aria-describedby': string } | null {
  const isUnread = useDesk(state => state.live.news[id]?.isUnread ?? false)
  return isUnread ? { 'aria-disabled': true, 'aria-describedby': whyId } : null
}

/** Why, and the way on. */
export function UnreadWhy({ id }: { id: string }) {
  const store = useStore()
  const isUnread = useDesk(state => state.live.news[id]?.isUnread ?? false)
  if (!isUnread) return null
  return (
    <p className="help">
      <span id={whyId}>{unreadWords}</span>{' '}
      <button type="button" className="link" onClick={() => store.live.read(id)}>
        I have read it
      </button>
    </p>
  )
}
