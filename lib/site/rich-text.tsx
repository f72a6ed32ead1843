/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { withoutMentions } from '@/lib/domain/mentions'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { type Format, type Inline, inlineOf } from '@/lib/site/marks'

/** An explanation; a node it does not know is left out rather than guessed at. */
export function RichText({ document }: { document: DocumentNode }) {
  // No edition takes a note with a mention in it; what is printed is asked once more.
  return <Blocks nodes={withoutMentions(document).content ?? []} />
}

/** How marks of notes and references to them are drawn. */
type RenderMarked = (
  node: Extract<Inline, { kind: 'mark' | 'reference' }>,
  children: ComponentChildren,
) => ComponentChildren

/** Inline content. Without `renderMarked` there are no marks to draw. */
export function InlineText({
  nodes,
  renderMarked = () => null,
}: {
  nodes: readonly Inline[]
  renderMarked?: RenderMarked
}) {
  return (
    <>
      {nodes.map(node => (
        <InlineNode node={node} renderMarked={renderMarked} />
      ))}
    </>
  )
}

function InlineNode({ node, renderMarked }: { node: Inline; renderMarked: RenderMarked }) {
  switch (node.kind) {
    case 'words':
      return <>{node.text}</>
    case 'break':
      return <br />
    case 'reference':
      return <>{renderMarked(node, null)}</>
    case 'mark':
      return (
        <>{renderMarked(node, <InlineText nodes={node.children} renderMarked={renderMarked} />)}</>
      )
    case 'format':
      return (
        <Formatted format={node.format}>
          <InlineText nodes={node.children} renderMarked={renderMarked} />
        </Formatted>
      )
  }
}

function Formatted({ format, children }: { format: Format; children: ComponentChildren }) {
  switch (format.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'link':
      return isWeb(format.href) ? (
        <a href={format.href} rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        children
      )
  }
}

/** The schema refuses other addresses already; what is printed is asked once more. */
function isWeb(href: string): boolean {
  return /^https?:\/\//i.test(href)
}

function Blocks({ nodes }: { nodes: readonly DocumentNode[] }) {
  return (
    <>
      {nodes.map(node => (
        <Block node={node} />
      ))}
    </>
  )
}

function Block({ node }: { node: DocumentNode }) {
  const inside = <Blocks nodes={node.content ?? []} />
  switch (node.type) {
    case 'paragraph':
      return node.content?.length ? (
        <p dir="auto">
          <InlineText nodes={inlineOf(node, 0, [])} />
        </p>
      ) : null
    case 'bulletList':
      return <ul>{inside}</ul>
    case 'orderedList':
      return <ol start={startOf(node)}>{inside}</ol>
    case 'listItem':
      return <li>{inside}</li>
    case 'blockquote':
      return <blockquote>{inside}</blockquote>
    default:
      return null
  }
}

/** The number an ordered list begins with; 1 where it does not say. */
export function startOf({ attrs }: DocumentNode): number {
  const start = Number(attrs?.start ?? 1)
  return Number.isInteger(start) ? start : 1
}
