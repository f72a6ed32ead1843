import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { PersonName } from '@/lib/domain/annotations'
import { mentionQuery } from '@/lib/domain/mentions'

/** A name being typed after "@", and where, in ProseMirror positions: from the sign to the caret. */
export interface MentionAt {
  from: number
  to: number
  query: string
}

/** The mention that is being typed at the caret; null where none is, and while words are selected. */
export function mentionAt({ selection }: EditorState): MentionAt | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock) return null
  // Another leaf stands for a word, so that no name begins right behind one.
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  const query = mentionQuery(before)
  if (query === null) return null
  return { from: $from.pos - query.length - 1, to: $from.pos, query }
}

/** Puts the person in the place of what was typed, with a space after. */
export function insertMention(
  { state, dispatch }: Pick<EditorView, 'state' | 'dispatch'>,
  { from, to }: MentionAt,
  { id, name }: PersonName,
): void {
  const node = state.schema.nodes.mention?.create({ id, label: name })
  if (node) dispatch(state.tr.replaceWith(from, to, [node, state.schema.text(' ')]))
}
