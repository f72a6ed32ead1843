'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { hasLetterKeys, takesLetters } from '@/components/ui/letter-keys'
import { keyOf } from '@/lib/editor/keys'

/** Which way each key goes. */
const ways: Record<string, 1 | -1> = { N: 1, J: 1, P: -1, K: -1 }

/**
 * The way from change to change in `list`: its elements with `data-change`, in order. `at` is the one
 * that was gone to last, from 0, or -1 before the first step.
 */
export function useSteps(list: RefObject<HTMLElement | null>, total: number) {
  const [at, setAt] = useState(-1)
  const last = useRef(-1)

  const step = useCallback(
    (way: 1 | -1) => {
      const changes = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
      if (changes.length === 0) return
      const here = changes.findIndex(each => each.contains(document.activeElement))
      const next = nextFrom(here < 0 ? last.current : here, way, changes.length)
      changes[next]?.focus({ preventScroll: true })
      changes[next]?.scrollIntoView({ block: 'center' })
      last.current = next
      setAt(next)
    },
    [list],
  )

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event.target) || !hasLetterKeys()) return
      const way = ways[keyOf(event) ?? '']
      if (!way) return
      event.preventDefault()
      step(way)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [step])

  return { at: Math.min(at, total - 1), step }
}

/** The step after `at`; from the last on to the first, and back. */
export function nextFrom(at: number, way: 1 | -1, total: number): number {
  if (at < 0) return way === 1 ? 0 : total - 1
  return (at + way + total) % total
}

/** Fields keep their letters, and a question above the page all keys. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.closest('dialog') !== null || takesLetters(target)
}
