'use client'

import { useDesk, useStore } from '@/components/editor/desk-context'
import { GoOn } from '@/components/reading/progress'
import { CalmLink } from '@/components/ui/calm-link'
import { paths } from '@/lib/paths'

/** In words. The server writes them: a browser takes 40 ms to learn how a language writes its dates. */
export interface ArticleDates {
  published: string
  frozen: string
}

export function ArticleHead({ dates }: { dates: ArticleDates }) {
  const { article, revision } = useStore().desk
  const known = [article.publisher, article.byline, dates.published].filter(Boolean)
  return (
    <header className="a-head">
      <p className="a-meta">
        {known.map(word => (
          <bdi key={word}>{word}</bdi>
        ))}
        {article.url && (
          <a href={article.url} rel="noopener noreferrer" target="_blank">
            Original<span className="sr"> (opens another tab)</span>
          </a>
        )}
      </p>
      <h2 id="article-title" lang={article.language} dir="auto">
        {article.title}
      </h2>
      {article.standfirst && (
        <p className="a-stand" lang={article.language} dir="auto">
          {article.standfirst}
        </p>
      )}
      <p className="a-meta">
        <span>
          <CalmLink href={paths.revisions(article.id)}>Revision {revision.number}</CalmLink>, frozen{' '}
          {dates.frozen}
        </span>
        <EditText />
        <GoOn />
      </p>
    </header>
  )
}

/** Unlocks the newsroom's own draft: an explicit choice, and a quiet one. */
function EditText() {
  const store = useStore()
  const isDrafting = useDesk(state => state.drafting !== null)
  if (!store.drafter.isAllowed || isDrafting) return null
  return (
    <span>
      <button type="button" className="link edit-text" onClick={() => store.drafter.begin()}>
        Edit the text
      </button>
    </span>
  )
}
