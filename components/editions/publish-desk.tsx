'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PublishForm } from '@/components/editions/publish-form'
import type { Publishing } from '@/components/editions/publishing'
import { paths } from '@/lib/paths'

/** What would go out, and the form that sends it; once it is out, that alone. */
export function PublishDesk({
  publishing,
  why,
  children,
}: {
  publishing: Publishing
  /** Why nothing can be published, or null. */
  why: string | null
  children: ReactNode
}) {
  // The page is refreshed after publishing, and then speaks of the edition after this one.
  const [published, setPublished] = useState<number | null>(null)
  if (published !== null) return <Published number={published} publishing={publishing} />
  return (
    <>
      {children}
      {why === null ? (
        <PublishForm publishing={publishing} onPublished={setPublished} />
      ) : (
        <p className="e-refused">
          <button type="button" className="btn" disabled>
            Publish edition {publishing.number}
          </button>
          {why}
        </p>
      )}
    </>
  )
}

/** It takes the focus, because it is what comes next. */
function Published({
  number,
  publishing: { path, articleId },
}: {
  number: number
  publishing: Publishing
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="q-section e-done">
      <h2 ref={heading} tabIndex={-1}>
        Edition {number} is published
      </h2>
      <p>
        It is at <a href={path}>{path}</a> from now on, and at an address of its own for good:{' '}
        <a href={`${path}/editions/${number}`}>{`${path}/editions/${number}`}</a>.
      </p>
      <p className="acts">
        <a className="btn btn-main" href={path}>
          Read it
        </a>
        <a className="btn" href={paths.article(articleId)}>
          Back to the article
        </a>
      </p>
    </section>
  )
}
