import { checkHealth } from '@/lib/services/health'

/** 200 while the database answers, 503 while it does not. Says nothing that a stranger may not know. */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
