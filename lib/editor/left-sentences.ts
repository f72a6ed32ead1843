import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { DocumentText } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** A sentence that was looked at and left. */
export interface LeftSentence extends Span {
  /** What a screen reader says after its words: "Left: opinion, Ines Calloway". */
  label: string
}

interface LeftState {
  /** The sign of each sentence, by its place and words, so that only what differs is drawn again. */
  signs: ReadonlyMap<string, Decoration>
  set: DecorationSet
  /** The sentence that the person has been led to, until the caret leaves it; no decorations for none. */
  here: readonly Decoration[]
  /** Both together. */
  shown: DecorationSet
}

type Change =
  | { sentences: readonly LeftSentence[]; text: DocumentText }
  | { here: Span | null; text: DocumentText }

/** What drawing needs of a view. */
type Drawn = Pick<EditorView, 'state' | 'dispatch'>

const pluginKey = new PluginKey<LeftState>('leftSentences')

/** Draws a tick in the outer edge at sentences that were left, and the sentence that one is led to. */
export const LeftSentences = Extension.create({
  name: 'leftSentences',
  addProseMirrorPlugins: () => [leftPlugin()],
})

/** Shows these sentences as left, and no others. `text`: of the document that the view has. */
export function showLeft(
  view: Drawn,
  text: DocumentText,
  sentences: readonly LeftSentence[],
): void {
  const state = pluginKey.getState(view.state)
  if (state?.signs.size === 0 && sentences.length === 0) return
  view.dispatch(view.state.tr.setMeta(pluginKey, { sentences, text } satisfies Change))
}

/** Shows where the person has been led, until the caret is elsewhere; null lets it go. */
export function showHere(view: Drawn, text: DocumentText, here: Span | null): void {
  if (!here && !pluginKey.getState(view.state)?.here.length) return
  view.dispatch(view.state.tr.setMeta(pluginKey, { here, text } satisfies Change))
}

/** The same as a plugin of ProseMirror. */
export function leftPlugin(): Plugin<LeftState> {
  return new Plugin<LeftState>({
    key: pluginKey,
    state: {
      init: () => ({
        signs: new Map(),
        set: DecorationSet.empty,
        here: [],
        shown: DecorationSet.empty,
      }),
      apply: applyChange,
    },
    props: { decorations: state => pluginKey.getState(state)?.shown },
  })
}

function applyChange(
  transaction: Transaction,
  state: LeftState,
  _before: EditorState,
  after: EditorState,
): LeftState {
  const change: Change | undefined = transaction.getMeta(pluginKey)
  if (change && 'sentences' in change) return redraw(after, state, change)
  if (change) return withHere(after, state, drawHere(change))
  if (transaction.docChanged) return follow(transaction, state)
  return state.here.length > 0 && !isAt(after, state.here) ? withHere(after, state, []) : state
}

/** A draft is typed in: the signs stay at their words until they are drawn anew, which is soon. */
function follow({ mapping, doc }: Transaction, state: LeftState): LeftState {
  const set = state.set.map(mapping, doc)
  return { ...state, set, here: [], shown: set }
}

function redraw(
  { doc }: EditorState,
  state: LeftState,
  { sentences, text }: Extract<Change, { sentences: unknown }>,
): LeftState {
  const signs = new Map<string, Decoration>()
  const added: Decoration[] = []
  for (const sentence of sentences) {
    const key = `${sentence.start}-${sentence.end} ${sentence.label}`
    const sign = state.signs.get(key) ?? drawSign(text.positionAt(sentence.end), key, sentence)
    if (!state.signs.has(key)) added.push(sign)
    signs.set(key, sign)
  }
  const gone = [...state.signs].filter(([key]) => !signs.has(key)).map(([, sign]) => sign)
  const set = state.set.remove(gone).add(doc, added)
  return { ...state, signs, set, shown: set.add(doc, [...state.here]) }
}

function withHere({ doc }: EditorState, state: LeftState, here: readonly Decoration[]): LeftState {
  return { ...state, here, shown: state.set.add(doc, [...here]) }
}

function isAt({ selection }: EditorState, here: readonly Decoration[]): boolean {
  return here.some(({ from, to }) => from <= selection.from && selection.to <= to)
}

function drawHere({ here, text }: Extract<Change, { here: unknown }>): Decoration[] {
  if (!here) return []
  return text
    .rangesOf(here)
    .map(({ from, to }) => Decoration.inline(from, to, { class: 'sentence-here' }))
}

/** Out of the flow: nothing moves when a sentence is left. It holds no text, which a search would find. */
function drawSign(position: number, key: string, { label }: LeftSentence): Decoration {
  const draw = () => {
    const sign = document.createElement('span')
    sign.className = 'left-sign'
    sign.contentEditable = 'false'
    sign.setAttribute('role', 'img')
    sign.setAttribute('aria-label', label)
    return sign
  }
  return Decoration.widget(position, draw, { side: -1, key, ignoreSelection: true })
}
