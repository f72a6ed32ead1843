import type { ReactNode } from 'react'
import './say.css'

interface Props {
  title: string
  children: ReactNode
  action?: { label: string; onClick: () => void }
}

/** A page with one thing to say: what happened, and what to do. */
export function Say({ title, children, action }: Props) {
  return (
    <main className="say-page">
      <p className="brand">
        <span className="pil" aria-hidden="true">
          ¶
        </span>
        Rubric
      </p>
      <h1>{title}</h1>
      <p>{children}</p>
      {action && (
        <button type="button" className="btn" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </main>
  )
}
