/** The part of a document that is on the screen, in ProseMirror positions. */
export interface Sight {
  from: number
  to: number
}

/**
 * The index of the first of `count` boxes, one below the other, that ends below `y`; the last one where
 * all end above it, -1 where there is none. `bottomOf` is asked for few of them.
 */
export function firstBelow(count: number, y: number, bottomOf: (index: number) => number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (bottomOf(middle) > y) high = middle
    else low = middle + 1
  }
  return count === 0 ? -1 : low
}

/** The first block of an article (a child of `text`) that ends below `y`, in px from the window's top. */
export function blockBelow(text: Element, y: number): number {
  const { children } = text
  return firstBelow(
    children.length,
    y,
    index => children[index]?.getBoundingClientRect().bottom ?? 0,
  )
}
