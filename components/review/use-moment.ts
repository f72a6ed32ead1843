'use client'

import { useStore } from '@/components/editor/desk-context'
import { formatMoment } from '@/lib/domain/dates'

/** Writes a moment in the newsroom's language and time zone. */
export function useMoment(): (at: string) => string {
  const { language, timeZone } = useStore().desk.newsroom
  return at => formatMoment(new Date(at), language, timeZone)
}
