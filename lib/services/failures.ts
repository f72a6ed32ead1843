import { isDatabaseAway } from '@/lib/data/database'
import { type Refusal, refuse } from '@/lib/domain/outcomes'

/** The refusal that a thrown error stands for, or null where it is a fault of ours. */
export function refusalFor(error: unknown): Refusal | null {
  return isDatabaseAway(error) ? refuse('unavailable') : null
}
