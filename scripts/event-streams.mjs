/** Answers under way. A stream of events never comes to its end, and a server that stops must not wait for it. */
const open = new Set()

/** @param {import('node:http').ServerResponse} response */
export function keepStreams(response) {
  open.add(response)
  response.once('close', () => open.delete(response))
}

/** Cuts the streams of events off; their pages come back by themselves. Other answers go on. */
export function endStreams() {
  for (const response of open)
    if (String(response.getHeader('content-type')).startsWith('text/event-stream'))
      response.destroy()
}
