'use client'

import type { HalfTyped } from '@/components/editor/half-typed'
import { useMoment } from '@/components/review/use-moment'

/** Says of a text that was typed on an earlier visit that it is still to be sent. */
export function LeftWords({ leftAt }: Pick<HalfTyped, 'leftAt'>) {
  const moment = useMoment()
  return leftAt && <p className="help">Kept from {moment(leftAt)}. It has not been sent.</p>
}
