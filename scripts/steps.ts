/** Does one step of a start and says when it is done: what `said` makes of its result, and how long it took. */
export async function step<T>(work: () => Promise<T>, said: (result: T) => string): Promise<T> {
  const begun = performance.now()
  const result = await work()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`  ${said(result).padEnd(44)} ${seconds.padStart(5)} s`)
  return result
}
