import { ageOf } from '@/lib/domain/ages'
import type { MyWork } from '@/lib/domain/desk'
import { spell } from '@/lib/domain/numbers'

/** The line under “My work”: the day, how much waits for you, and for how long. */
export function greetingOf(work: MyWork, now: string, timeZone: string): string {
  return `${dayOf(now, timeZone)}. ${waitingLine(work, now)}`
}

function dayOf(now: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(new Date(now))
}

function waitingLine({ toAnswer, toWrite, toReview, changesAsked }: MyWork, now: string): string {
  const waiting = [...toAnswer, ...toWrite, ...toReview, ...changesAsked]
  // A note may wait for two things; it is one note.
  const count = new Set(waiting.map(item => item.annotationId)).size
  const oldest = waiting.map(item => item.since).sort()[0]
  if (oldest === undefined) return 'Nothing waits for you.'
  const age = inWords(ageOf(oldest, now))
  if (count === 1) return `One note waits for you; it has waited ${age}.`
  return `${capital(spell(count))} notes wait for you; the oldest has waited ${age}.`
}

/** "3 days" as "three days". */
function inWords(age: string): string {
  if (age === 'now') return 'less than a minute'
  const [number, unit] = age.split(' ')
  const count = Number(number)
  const full = unit === 'min' ? `minute${count === 1 ? '' : 's'}` : unit
  return `${spell(count)} ${full}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
