import { z } from 'zod'
import type { PersonName } from '@/lib/domain/annotations'
import { herePeople } from '@/lib/domain/live'

/** Where processes tell each other who is at an article. */
export const presenceChannel = 'rubric_presence'

/** 40 seconds: two beats and a half. A process that ended without a word is believed no longer. */
const believed = 40_000

/** What a process says of one article: who looks at it there, all of them. */
const word = z.object({ process: z.string(), articleId: z.string(), people: herePeople })
export type Word = z.infer<typeof word>

/** 8,000 bytes are more than PostgreSQL announces (NOTIFY). */
const payloadLimit = 8_000

/** 30 people: more than any newsroom has at one text. */
const peopleSaid = 30

/** A word as it is announced, with as many of its people as an announcement takes. */
export function payloadOf(said: Word): string {
  const people: Word['people'] = []
  let payload = JSON.stringify({ ...said, people })
  for (const each of said.people.slice(0, peopleSaid)) {
    people.push(each)
    const longer = JSON.stringify({ ...said, people })
    if (Buffer.byteLength(longer) >= payloadLimit) break
    payload = longer
  }
  return payload
}

/** The word in a payload, or null where it is none. */
export function parseWord(payload: string): Word | null {
  try {
    return word.parse(JSON.parse(payload))
  } catch {
    return null
  }
}

/** Who is at an article, in whichever process. Nothing of it is stored: it lasts as long as it is said. */
export class Presence {
  readonly #words = new Map<string, Word & { until: number }>()

  hear(said: Word, now: number): void {
    const key = `${said.articleId} ${said.process}`
    if (said.people.length > 0) this.#words.set(key, { ...said, until: now + believed })
    else this.#words.delete(key)
  }

  /** Each person once, by name. */
  at(articleId: string, now: number): PersonName[] {
    const people = new Map<string, PersonName>()
    for (const [key, said] of this.#words) {
      if (said.until < now) this.#words.delete(key)
      else if (said.articleId === articleId)
        for (const each of said.people) people.set(each.id, each)
    }
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
  }
}
