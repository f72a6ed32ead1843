'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { type CitationDraft, newCitationDraft } from '@/components/editor/note-drafts'
import { findKnownSource, withKnown } from '@/components/evidence/known-sources'
import { withoutTracking } from '@/lib/domain/addresses'
import { type Citation, canonicalAddress, webAddress } from '@/lib/domain/sources'

const blank: Citation = {
  stance: null,
  url: '',
  title: '',
  publisher: '',
  publishedOn: '',
  passage: '',
  passageKind: 'exact',
  locator: '',
}

export type Evidence = ReturnType<typeof useEvidence>

/** What is done with the evidence of a note, from its list and from its explanation. */
export function useEvidence(noteId: string, citations: readonly CitationDraft[]) {
  const store = useStore()
  const [openId, setOpenId] = useState<string | null>(null)
  const [newId, setNewId] = useState<string | null>(null)
  /** Whether the field for another address is there. */
  const [isAsking, setAsking] = useState(false)
  const focused = useRef<HTMLElement | null>(null)
  const change = (next: (citations: CitationDraft[]) => CitationDraft[]) =>
    store.saver.edit(noteId, now => ({ ...now, citations: next(now.citations) }))

  // An item that is moved in the page loses the focus, which should go with it.
  useLayoutEffect(() => {
    if (citations) focused.current?.focus({ preventScroll: true })
    focused.current = null
  }, [citations])

  const fillIn = async (draft: CitationDraft) => {
    const source = await findKnownSource(draft.url, noteId)
    if (!source) return
    change(now => now.map(each => (each.id === draft.id ? withKnown(each, source) : each)))
    store.say('Known here: its details are filled in.')
  }

  /** Adds a source by its address, or one without; what the newsroom knows of it is filled in at once. */
  const add = (address: string, title = ''): CitationDraft => {
    const draft = newCitationDraft({ ...blank, url: withoutTracking(address), title })
    change(now => [...now, draft])
    setAsking(false)
    if (address) void fillIn(draft)
    return draft
  }

  return {
    noteId,
    openId,
    newId,
    isAsking,
    setAsking,
    change,
    open: setOpenId,
    /** Adds what was typed or pasted, and opens the last of it. */
    addAll: (addresses: readonly string[]) => {
      const added = addresses.map(address => add(address))
      const last = added.at(-1)?.id ?? null
      setOpenId(last)
      setNewId(last)
      store.say(
        added.length === 1 ? 'Evidence added.' : `${added.length} pieces of evidence added.`,
      )
    },
    /** Cites an address of the explanation, where the note does not do so yet. The caret stays there. */
    cite: (address: string, title: string) => {
      const at = citations.findIndex(({ url }) => isSame(url, address))
      if (at < 0) add(address, title)
      store.say(
        at < 0
          ? `Cited as evidence ${citations.length + 1}.`
          : `Cited already, as evidence ${at + 1}.`,
      )
    },
    move: (id: string, next: CitationDraft[]) => {
      focused.current =
        document.activeElement instanceof HTMLElement ? document.activeElement : null
      change(() => next)
      store.say(`Evidence ${next.findIndex(each => each.id === id) + 1} of ${next.length}.`)
    },
  }
}

/** Whether two addresses lead to one source. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [webAddress.safeParse(a), webAddress.safeParse(b)]
  return one.success && other.success && canonicalAddress(one.data) === canonicalAddress(other.data)
}
