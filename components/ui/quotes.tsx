import type { ReactNode } from 'react'
import { isInQuotes } from '@/lib/domain/text'

/** Words in quotation marks, where they do not stand in a pair of their own; `children` shows them. */
export function Quotes({ words, children }: { words: string; children: ReactNode }) {
  if (isInQuotes(words)) return children
  return <>“{children}”</>
}
