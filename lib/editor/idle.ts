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
