import { vi } from 'vitest'
import type { Outcome } from '@/lib/domain/outcomes'

/** What the server answers; a request that nothing was said of has no answer. */
export const answers = vi.fn<(method: string, path: string, body: unknown) => Promise<Outcome>>()

/** Puts `answers` in the place of the server, without what another file asked of it. */
export function stubServer(): void {
  answers.mockReset()
  vi.stubGlobal(
    'fetch',
    async (path: string, { method, body }: { method: string; body?: string }) => {
      const answer = await answers(method, path, body === undefined ? undefined : JSON.parse(body))
      if (!answer) throw new TypeError('Failed to fetch')
      return { json: async () => answer }
    },
  )
}
