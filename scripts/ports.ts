import { createServer } from 'node:net'

/** Whether nothing listens on `port`, at one address of this machine or, without `host`, at any. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen({ port, ...(host && { host }) }, () => probe.close(() => done(true)))
  })
}

/** A port that nothing listens on now. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? done(address.port)
          : fail(new Error('No port is free.')),
      )
    })
  })
}
