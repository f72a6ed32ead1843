import pg from 'pg'
import { log } from '@/lib/log'

/** Milliseconds until the next try after a lost connection; then every ten seconds. */
const retryAfter = [100, 500, 2_000, 5_000, 10_000]

/** Five seconds: a database that takes longer to answer "1" is as good as gone. */
const patience = 5_000

/** What a listener tells whoever made it. */
interface Ears {
  /** Somebody announced `payload`, by channel. */
  heard: Readonly<Record<string, (payload: string) => void>>
  /** From now on announcements are heard; those of before may have been missed. */
  connected: () => void
}

/** One connection to PostgreSQL that hears the announcements on some channels, and comes back when it is lost. */
export class Listener {
  readonly #address: () => string
  readonly #ears: Ears
  #client: pg.Client | null = null
  #isWanted = false
  #isConnected = false
  #attempt = 0
  #retry: ReturnType<typeof setTimeout> | undefined

  /** `address` is asked at every connection: the application may be made before it is known. */
  constructor(address: () => string, ears: Ears) {
    this.#address = address
    this.#ears = ears
  }

  start(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    void this.#connect()
  }

  async stop(): Promise<void> {
    this.#isWanted = false
    clearTimeout(this.#retry)
    const client = this.#client
    this.#client = null
    this.#isConnected = false
    await client?.end().catch(() => undefined)
  }

  /** Asks for a sign of life: a connection that was cut in silence is noticed by that alone. */
  async check(): Promise<void> {
    const client = this.#client
    if (client) await client.query('SELECT 1').catch(() => this.#lose(client))
  }

  /** Announces something to all who listen, this process among them; nothing where there is no connection. */
  announce(channel: string, payload: string): void {
    const client = this.#isConnected ? this.#client : null
    client?.query('SELECT pg_notify($1, $2)', [channel, payload]).catch(() => this.#lose(client))
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#address(),
      application_name: 'rubric live',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    })
    this.#client = client
    client.on('notification', ({ channel, payload }) => this.#ears.heard[channel]?.(payload ?? ''))
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    try {
      await client.connect()
      for (const channel of Object.keys(this.#ears.heard))
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      this.#lose(client, error)
      return
    }
    if (this.#client !== client) {
      // Stopped while it was connecting.
      void client.end().catch(() => undefined)
      return
    }
    this.#attempt = 0
    this.#isConnected = true
    this.#ears.connected()
  }

  #lose(client: pg.Client, error?: unknown): void {
    if (this.#client !== client) return
    this.#client = null
    this.#isConnected = false
    // It may be half open; waiting for its farewell would wait for what is gone.
    void client.end().catch(() => undefined)
    if (!this.#isWanted) return
    if (this.#attempt === 0)
      log.warn({ err: error }, 'The connection that hears of changes was lost')
    const delay = retryAfter[Math.min(this.#attempt, retryAfter.length - 1)]
    this.#attempt++
    this.#retry = setTimeout(() => void this.#connect(), delay)
    this.#retry.unref()
  }
}
