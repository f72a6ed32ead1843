import { type ReactNode, useId } from 'react'

/** A list under its heading, with how many it holds and what it is for. */
export function ListSection({
  title,
  count,
  hint,
  children,
}: {
  title: string
  count: number
  hint: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="q-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {title} <span className="num">{count}</span>
        </h2>
        <p>{hint}</p>
      </header>
      <ol>{children}</ol>
    </section>
  )
}
