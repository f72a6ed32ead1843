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

/** 1 s: a page that nobody sees is not painted at all. */
const patience = 1_000

/** Runs once the page has been painted as it is now, a second from now at the latest. */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(run, patience)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
