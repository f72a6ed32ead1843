import { createElement, Fragment, type ReactNode } from 'react'
import type { DocumentNode } from '@/lib/domain/rich-text'

/** The article as it stands on the page until its editor is ready, so that nobody waits for the words. */
export function StillText({ node }: { node: DocumentNode }): ReactNode {
  // The text never changes, so its parts need no keys: they are children one by one.
  const children = createElement(
    Fragment,
    null,
    ...(node.content ?? []).map(child => createElement(StillText, { node: child })),
  )
  switch (node.type) {
    case 'text':
      return marked(node)
    case 'mention':
      return <span className="mention">@{String(node.attrs?.label)}</span>
    case 'hardBreak':
      return <br />
    case 'heading':
      return heading(Number(node.attrs?.level), children)
    case 'paragraph':
      return <p>{children}</p>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'attribution':
      return <footer>{children}</footer>
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

function heading(level: number, children: ReactNode): ReactNode {
  if (level === 4) return <h4>{children}</h4>
  return level === 3 ? <h3>{children}</h3> : <h2>{children}</h2>
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
