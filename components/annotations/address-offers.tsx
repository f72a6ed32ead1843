'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { Evidence } from '@/components/evidence/use-evidence'
import { type AddressRange, addressRanges, makeLink, takeOut } from '@/lib/editor/bare-addresses'

/** What may be done with addresses that stand in the explanation, until they are something else. */
export function AddressOffers({ editor, evidence }: { editor: Editor; evidence: Evidence }) {
  const store = useStore()
  const ranges = useEditorState({
    editor,
    selector: ({ editor: now }) => addressRanges(now.state.doc),
  })
  const [left, setLeft] = useState<readonly string[]>([])
  const shown = ranges.filter(({ address }) => !left.includes(address))
  const count = useRef(0)
  useEffect(() => {
    if (shown.length > count.current)
      store.say(
        'An address stands in the text. After it: turn it into evidence, or make it a link.',
      )
    count.current = shown.length
  }, [shown.length, store])
  const cite = (range: AddressRange) => {
    evidence.cite(range.address, '')
    takeOut(editor.view, range)
    editor.commands.focus()
  }
  const link = (range: AddressRange) => {
    makeLink(editor.view, range)
    editor.commands.focus()
    store.say('Write the words of the link.')
  }
  if (shown.length === 0) return null
  return (
    <ul className="addresses" aria-label="Addresses in the text">
      {shown.map(range => (
        <li key={range.from}>
          <span className="address" dir="ltr">
            {range.address}
          </span>
          <span className="address-acts">
            <button type="button" className="link" onClick={() => cite(range)}>
              Turn into evidence
            </button>
            <button type="button" className="link" onClick={() => link(range)}>
              Make it a link
            </button>
            <button
              type="button"
              className="link"
              onClick={() => setLeft([...left, range.address])}
            >
              Leave it for now
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}
