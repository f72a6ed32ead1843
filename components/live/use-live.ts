'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { DeskStore } from '@/components/editor/desk-store'
import { keepingCaret } from '@/components/live/caret'
import { Feed } from '@/components/live/feed'

/** Keeps the page told of what others do to its article. */
export function useLive(store: DeskStore): void {
  const openId = useSyncExternalStore(
    store.subscribe,
    () => store.get().openId,
    () => null,
  )
  const areNotesComing = useSyncExternalStore(
    store.subscribe,
    () => store.get().areNotesComing,
    () => true,
  )
  useEffect(() => {
    // What others change is told of notes that are known.
    if (areNotesComing) return
    const { live, desk } = store
    const feed = new Feed({
      articleId: desk.article.id,
      seq: desk.seq,
      begin: () => store.looker.newsAsked(),
      deliver: changes => keepingCaret(() => live.deliver(changes)),
      tell: line => live.tell(line),
      meet: people => live.meet(people),
    })
    return feed.start()
  }, [store, areNotesComing])

  useEffect(() => {
    if (!openId) return
    store.live.opened(openId)
    return () => store.live.forget(openId)
  }, [store, openId])
}
