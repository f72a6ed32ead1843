import { expect, type Page } from '@playwright/test'

/** That no number of a note begins a line or breaks a word in a narrow window, and that each can be pressed. */
export async function expectNumbersAtTheirWords(page: Page): Promise<void> {
  for (let width = 320; width <= 400; width += 2) {
    await page.setViewportSize({ width, height: 844 })
    expect(await page.evaluate(strayNumbers), `at ${width} px`).toEqual([])
  }
}

/** Runs in the page: the numbers that are not on the line of their last letter, or lie under another. */
function strayNumbers(): string[] {
  const middleOf = ({ top, height }: DOMRect) => top + height / 2
  const lettersOf = (block: Element) =>
    document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
      parentElement?.closest('.ref') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    )
  const letterAt = (node: Text, at: number) => {
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return { letter: node.data[at] ?? '', middle: middleOf(range.getBoundingClientRect()) }
  }
  const neighboursOf = (number: Element) => {
    const letters = lettersOf(number.closest('p, li, h2, h3, h4') ?? document.body)
    let before: Text | null = null
    while (letters.nextNode()) {
      const node = letters.currentNode as Text
      const isAfter = number.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
      if (node.length > 0 && isAfter)
        return { before: before && letterAt(before, before.length - 1), after: letterAt(node, 0) }
      if (node.length > 0) before = node
    }
    return { before: before && letterAt(before, before.length - 1), after: null }
  }
  /** 16 px: less than a line is high, and more than a number is raised. */
  const isOnLine = (a: number, b: number) => Math.abs(a - b) < 16
  return [...document.querySelectorAll('a.ref')].flatMap(number => {
    number.scrollIntoView({ block: 'center' })
    const box = number.getBoundingClientRect()
    const { before, after } = neighboursOf(number)
    const name = number.getAttribute('aria-label') ?? ''
    if (!before) return []
    const isInWord = /\w/.test(before.letter) && /\w/.test(after?.letter ?? '')
    const isAlone = !isOnLine(before.middle, middleOf(box))
    const isBreak = isInWord && after && !isOnLine(before.middle, after.middle)
    const onTop = document.elementFromPoint(box.left + box.width / 2, middleOf(box))
    return [
      ...(isAlone ? [`${name} stands alone`] : []),
      ...(isBreak ? [`${name} breaks its word`] : []),
      ...(onTop?.closest('.ref') === number ? [] : [`${name} is covered`]),
    ]
  })
}
