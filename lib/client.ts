import { type Outcome, refuse } from '@/lib/domain/outcomes'

/**
 * Asks the desk's API from the browser. Whatever happens comes back as an outcome: a refusal in the
 * server's words, or `unreachable` where there was no answer at all. `keepalive` lets a request
 * outlive its page (up to 64 KiB, the platform's limit).
 */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: { keepalive?: boolean; signal?: AbortSignal } = {},
): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      ...options,
      method,
      ...(body !== undefined && encode(body)),
    })
    return (await response.json()) as Outcome<T>
  } catch {
    return refuse('unreachable', 'No connection. Try again.')
  }
}

function encode(body: unknown): { body: BodyInit; headers: Record<string, string> } {
  return body instanceof Blob
    ? { body, headers: { 'content-type': 'application/octet-stream' } }
    : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}
