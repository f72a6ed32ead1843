import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { findAddresses, siteOf } from '@/lib/domain/addresses'
import { cleanPasted } from '@/lib/editor/pasted-html'

/** An address that stands in the prose, in ProseMirror positions. */
export interface AddressRange {
  from: number
  to: number
  address: string
}

/** Marks addresses that stand in the prose as such, and takes what is pasted without its foreign dress. */
export const CleanProse = Extension.create({
  name: 'cleanProse',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: html => cleanPasted(html),
        decorations: ({ doc }) =>
          DecorationSet.create(
            doc,
            addressRanges(doc).map(({ from, to }) =>
              Decoration.inline(from, to, { class: 'bare-address' }),
            ),
          ),
      },
    }),
  ],
})

/** The bare addresses of a document in its order. */
export function addressRanges(document: Node): AddressRange[] {
  const ranges: AddressRange[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    // A leaf takes one position, as the line break that stands for it here takes one character.
    const text = node.textBetween(0, node.content.size, undefined, '\n')
    for (const { start, end, address } of findAddresses(text))
      ranges.push({ from: position + 1 + start, to: position + 1 + end, address })
    return false
  })
  return ranges
}

/**
 * Takes an address out of the prose: with the brackets that stood round nothing else, else the name of
 * its site stays where it was, so that the sentence still reads.
 */
export function takeOut(
  { state, dispatch }: Pick<EditorView, 'state' | 'dispatch'>,
  range: AddressRange,
): void {
  const { from, to } = bracketed(state.doc, range)
  const isAlone = from < range.from
  const tr = isAlone
    ? state.tr.delete(from, to)
    : state.tr.insertText(siteOf(range.address), from, to)
  if (!isAlone) tr.removeMark(from, from + siteOf(range.address).length)
  dispatch(tr)
}

/** Puts the name of the site in the place of an address, as a link, and selects it to be written over. */
export function makeLink(
  { state, dispatch }: Pick<EditorView, 'state' | 'dispatch'>,
  range: AddressRange,
): void {
  const { link } = state.schema.marks
  if (!link) return
  const words = state.schema.text(siteOf(range.address), [link.create({ href: range.address })])
  const tr = state.tr.replaceWith(range.from, range.to, words)
  dispatch(tr.setSelection(TextSelection.create(tr.doc, range.from, range.from + words.nodeSize)))
}

/** The range with its brackets and the space before them, where the address is all that they hold. */
function bracketed(doc: Node, { from, to }: AddressRange): { from: number; to: number } {
  const at = doc.resolve(from)
  const before = doc.textBetween(at.start(), from, undefined, '\n')
  const after = doc.textBetween(to, at.end(), undefined, '\n')
  const open = /\s?\($/.exec(before)
  return open && after.startsWith(')') ? { from: from - open[0].length, to: to + 1 } : { from, to }
}
