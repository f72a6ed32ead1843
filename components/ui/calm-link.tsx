'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched beforehand once somebody turns to it, and not as soon as it is in sight:
 * where a page is busy with opening, what lies behind its links can wait.
 */
export function CalmLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [isTurnedTo, setTurnedTo] = useState(false)
  const turn = () => setTurnedTo(true)
  return (
    <Link {...props} prefetch={isTurnedTo ? null : false} onPointerEnter={turn} onFocus={turn} />
  )
}
