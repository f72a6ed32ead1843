const prefix = 'rubric:visit:'

/** Names one visit to the editor: a tab, from the page's coming to its going. */
export function newVisitId(): string {
  // `randomUUID` is missing where a newsroom serves its desk without TLS.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-')
}

/** Marks the visit as going on until the answer is called; the browser ends it with the tab at the latest. */
export function beginVisit(id: string): () => void {
  let end = () => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  // Without locks (no TLS) no visit is known to go on, and its copies are offered elsewhere too.
  navigator.locks?.request(prefix + id, () => ended).catch(() => undefined)
  return end
}

/** The visits that go on in this browser: their words are still on a page, and nothing to offer. */
export async function visitsGoingOn(): Promise<ReadonlySet<string>> {
  const locks = await navigator.locks?.query().catch(() => undefined)
  const names = locks?.held?.map(({ name = '' }) => name.slice(prefix.length)) ?? []
  return new Set(names)
}
