import { createElement, Fragment, type ReactNode } from 'react'
import type { DocumentNode } from '@/lib/domain/rich-text'

/** An explanation to read. */
export function RichText({ node }: { node: DocumentNode }) {
  return (
    <div className="prose is-read">
      <RichNode node={node} />
    </div>
  )
}

/** A part of one, with what is in it. */
export function RichNode({ node }: { node: DocumentNode }): ReactNode {
  // Its parts remember nothing, so they need no keys: they are children one by one.
  const children = createElement(
    Fragment,
    null,
    ...(node.content ?? []).map(child => createElement(RichNode, { node: child })),
  )
  switch (node.type) {
    case 'text':
      return marked(node)
    case 'mention':
      return <span className="mention">@{String(node.attrs?.label)}</span>
    case 'hardBreak':
      return <br />
    case 'paragraph':
      return <p>{children}</p>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{children}</ol>
    case 'listItem':
      return <li>{children}</li>
    default:
      return children
  }
}

function marked({ text, marks = [] }: DocumentNode): ReactNode {
  return marks.reduce<ReactNode>(wrap, text)
}

function wrap(words: ReactNode, { type, attrs }: NonNullable<DocumentNode['marks']>[number]) {
  switch (type) {
    case 'bold':
      return <strong>{words}</strong>
    case 'italic':
      return <em>{words}</em>
    case 'link':
      return <a href={String(attrs?.href)}>{words}</a>
    default:
      return words
  }
}
