'use client'

import { type PointerEvent, useRef, useState } from 'react'

/** Dragging an item of a list by its handle, with a mouse, pen or finger. `gap`: before which item it would go. */
export function useDragOrder(drop: (id: string, gap: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ id: string; gap: number } | null>(null)
  const end = (isDropped: boolean) => {
    if (drag && isDropped) drop(drag.id, drag.gap)
    setDrag(null)
  }
  const handle = (id: string, index: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ id, gap: index })
    },
    onPointerMove: ({ clientY }: PointerEvent) =>
      drag && setDrag({ ...drag, gap: gapAt(list.current, clientY) }),
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
  })
  return { list, drag, handle }
}

/** How many items have their middle above `y`. */
function gapAt(list: HTMLElement | null, y: number): number {
  return [...(list?.children ?? [])].filter(item => {
    const { top, height } = item.getBoundingClientRect()
    return top + height / 2 < y
  }).length
}
