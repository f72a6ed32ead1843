import type { Prisma } from '@/lib/data/generated/client'

/** A value of the domain that is JSON all the way, as the client wants to be handed it. */
export function asJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue
}
