/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { directionOf } from '@/lib/domain/languages'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { type Inline, inlineOf, isTextBlock } from '@/lib/site/marks'
import { Note } from '@/lib/site/note'
import { InlineText, startOf } from '@/lib/site/rich-text'
import { type EditionView, type NoteView, noteId, type PageLinks, wordsId } from '@/lib/site/views'

interface ArticleContext {
  view: EditionView
  links: PageLinks
}

/** The text under check with its marks, every note after the block in which its words begin. */
export function ArticleText({ view, links }: ArticleContext) {
  const { language } = view.snapshot.article
  return (
    <div class="text" lang={language} dir={directionOf(language)}>
      <Blocks nodes={view.snapshot.revision.document.content ?? []} view={view} links={links} />
    </div>
  )
}

function Blocks({ nodes, ...context }: { nodes: readonly DocumentNode[] } & ArticleContext) {
  return (
    <>
      {nodes.map(node => (
        <Block node={node} {...context} />
      ))}
    </>
  )
}

function Block({ node, view, links }: { node: DocumentNode } & ArticleContext) {
  if (isTextBlock(node) || node.type === 'blockquote')
    return (
      <>
        {node.type === 'blockquote' ? (
          <Quote node={node} view={view} />
        ) : (
          <TextBlock node={node} view={view} />
        )}
        {notesBeginningIn(node, view).map(note => (
          <Note note={note} view={view} links={links} />
        ))}
      </>
    )
  const inside = <Blocks nodes={node.content ?? []} view={view} links={links} />
  switch (node.type) {
    case 'bulletList':
      return <ul>{inside}</ul>
    case 'orderedList':
      return <ol start={startOf(node)}>{inside}</ol>
    case 'listItem':
      return <li>{inside}</li>
    default:
      return inside
  }
}

/** A note never stands inside a quotation: it is not part of what was said. */
function Quote({ node, view }: { node: DocumentNode; view: EditionView }) {
  const blocks = node.content ?? []
  const attribution = blocks.find(block => block.type === 'attribution')
  const words = blocks.filter(block => block !== attribution)
  const quote = (
    <blockquote>
      {words.map(block => (
        <QuotedBlock node={block} view={view} />
      ))}
    </blockquote>
  )
  if (!attribution) return quote
  return (
    <figure class={words.length === 1 ? 'pull' : 'quote'}>
      {quote}
      <figcaption dir="auto">
        <MarkedText node={attribution} view={view} />
      </figcaption>
    </figure>
  )
}

function QuotedBlock({ node, view }: { node: DocumentNode; view: EditionView }) {
  if (isTextBlock(node)) return <TextBlock node={node} view={view} />
  const inside = (node.content ?? []).map(child => <QuotedBlock node={child} view={view} />)
  switch (node.type) {
    case 'bulletList':
      return <ul>{inside}</ul>
    case 'orderedList':
      return <ol start={startOf(node)}>{inside}</ol>
    case 'listItem':
      return <li>{inside}</li>
    default:
      return <blockquote>{inside}</blockquote>
  }
}

function TextBlock({ node, view }: { node: DocumentNode; view: EditionView }) {
  if (!node.content?.length) return null
  const words = <MarkedText node={node} view={view} />
  if (node.type !== 'heading') return <p dir="auto">{words}</p>
  // The page's own headings are the first and the second level, so the article's begin at the third.
  switch (node.attrs?.level) {
    case 3:
      return <h4 dir="auto">{words}</h4>
    case 4:
      return <h5 dir="auto">{words}</h5>
    default:
      return <h3 dir="auto">{words}</h3>
  }
}

function MarkedText({ node, view }: { node: DocumentNode; view: EditionView }) {
  const start = view.document.starts.get(node) ?? 0
  return (
    <InlineText
      nodes={inlineOf(node, start, view.spans)}
      renderMarked={(inline, children) => (
        <Marked inline={inline} view={view}>
          {children}
        </Marked>
      )}
    />
  )
}

function Marked({
  inline,
  view,
  children,
}: {
  inline: Extract<Inline, { kind: 'mark' | 'reference' }>
  view: EditionView
  children: ComponentChildren
}) {
  const tint = view.notes.find(note => note.key === inline.key)?.rating
  if (!tint) return <>{children}</>
  if (inline.kind === 'reference')
    return (
      <a
        class={`ref r-${tint.tint}${inline.isNext ? ' next' : ''}`}
        href={`#${noteId(inline.key)}`}
        aria-label={`Note ${inline.number}: ${tint.word}`}
        lang={view.language}
      >
        {inline.number}
      </a>
    )
  const lane = inline.lane ? ` lane-${inline.lane}` : ''
  return (
    <mark
      class={`r-${tint.tint} ${wordsId(inline.key)}${lane}`}
      {...(inline.isStart && { id: wordsId(inline.key) })}
    >
      {children}
    </mark>
  )
}

/** The notes whose first words lie in `node`, in the order of their numbers. */
function notesBeginningIn(node: DocumentNode, { spans, notes, document }: EditionView): NoteView[] {
  const starts = startsIn(node, document.starts)
  const inside = (offset: number) => starts.some(({ from, to }) => from <= offset && offset < to)
  const keys = new Set(
    spans.filter(span => span.isFirst && inside(span.start)).map(({ key }) => key),
  )
  return notes.filter(note => keys.has(note.key))
}

function startsIn(
  node: DocumentNode,
  starts: ReadonlyMap<DocumentNode, number>,
): { from: number; to: number }[] {
  const from = starts.get(node)
  if (from === undefined) return (node.content ?? []).flatMap(child => startsIn(child, starts))
  const length = (node.content ?? []).reduce((sum, leaf) => sum + (leaf.text?.length ?? 1), 0)
  return [{ from, to: from + length }]
}
