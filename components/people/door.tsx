import type { ReactNode } from 'react'
import './door.css'

/** What stands before the desk: the promise on one side of a rule, what there is to fill in on the other. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="door" id="main">
      <div className="door-promise">
        <p>
          No verdict ever sits on words <mark className="r-false">it was not given to</mark>, nobody
          publishes a note <mark className="r-true">that nobody else approved</mark>, and nothing
          cited can quietly disappear.
        </p>
      </div>
      <div className="door-way">
        <p className="brand">
          <span className="pil" aria-hidden="true">
            ¶
          </span>
          Rubric
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
