/**
 * Runs when the page has nothing better to do, half a second from now at the latest; the function it
 * gives back takes that back. Safari has no idle callbacks: there it is the next turn.
 */
export function whenIdle(run: () => void): () => void {
  if (!window.requestIdleCallback) {
    const timer = setTimeout(run)
    return () => clearTimeout(timer)
  }
  const callback = window.requestIdleCallback(run, { timeout: 500 })
  return () => window.cancelIdleCallback(callback)
}

/** Runs once the page has been painted as it is now; where nobody sees it, in the next turn. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer = setTimeout(run)
  }
  if (document.hidden) soon()
  const frame = document.hidden ? 0 : requestAnimationFrame(soon)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
