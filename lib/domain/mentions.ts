import type { PersonName } from '@/lib/domain/annotations'
import { isId } from '@/lib/domain/ids'
import { plain } from '@/lib/domain/plain'
import type { DocumentNode } from '@/lib/domain/rich-text'

/**
 * A remark is plain text in which a colleague stands as `@[Ines Calloway](id)`: the name as it was when
 * it was written, and the id by which the person finds it.
 */
export type RemarkPart = { kind: 'words'; text: string } | { kind: 'mention'; person: PersonName }

const written = /@\[([^[\]\n]{1,200})\]\(([0-9a-f-]{36})\)/g

/** A remark in its parts, in their order; together their words are {@link plainRemark}. */
export function remarkParts(body: string): RemarkPart[] {
  const parts: RemarkPart[] = []
  let done = 0
  for (const { 0: found, 1: name = '', 2: id = '', index } of body.matchAll(written)) {
    if (!isId(id)) continue
    if (index > done) parts.push({ kind: 'words', text: body.slice(done, index) })
    parts.push({ kind: 'mention', person: { id, name } })
    done = index + found.length
  }
  if (done < body.length) parts.push({ kind: 'words', text: body.slice(done) })
  return parts
}

/** A remark as it is read aloud or shown in a line: "@Ines Calloway, which year?" */
export function plainRemark(body: string): string {
  return remarkParts(body)
    .map(part => (part.kind === 'words' ? part.text : `@${part.person.name}`))
    .join('')
}

/** A typed remark with each "@name" of `people` as a mention, whole words only. Of two that fit, the longer name is meant. */
export function writeRemark(text: string, people: readonly PersonName[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length)
  let body = ''
  for (let at = 0; at < text.length; ) {
    const person = isMentionStart(text, at)
      ? byLength.find(({ name }) => isWholeName(text, at + 1, name))
      : undefined
    body += person ? mentionOf(person) : (text[at] ?? '')
    at += person ? person.name.length + 1 : 1
  }
  return body
}

/** An "@" inside a word is part of an address, and calls on nobody. */
function isMentionStart(text: string, at: number): boolean {
  return text[at] === '@' && !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))
}

/** "Ann Li" is not called on by "@Ann Listen". */
function isWholeName(text: string, start: number, name: string): boolean {
  const end = start + name.length
  return text.startsWith(name, start) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2))
}

/** Brackets end the name where it is written, so a name that has any goes without. */
function mentionOf({ id, name }: PersonName): string {
  return `@[${name.replace(/[[\]\n]/g, ' ')}](${id})`
}

/** What is typed after an "@" that begins a word, as far as the caret; null where no name is being typed. */
export function mentionQuery(before: string): string | null {
  // Two words at most: after those it is a sentence.
  const found = /(?:^|[\s([{“"«])@((?:[\p{L}\p{M}'’.-]+ ?){0,2})$/u.exec(before)
  return found ? (found[1] ?? '') : null
}

/** Eight: a list as long as the note is high would hide what is written. */
const shownPeople = 8

/** Those of whose name some word begins with what is typed, whatever its case and accents. */
export function peopleFor(query: string, people: readonly PersonName[]): PersonName[] {
  const wanted = plain(query).trim()
  const fits = ({ name }: PersonName) => {
    const whole = plain(name)
    return whole.startsWith(wanted) || whole.split(/[\s-]+/).some(word => word.startsWith(wanted))
  }
  return people.filter(fits).slice(0, shownPeople)
}

/** The colleagues mentioned in an explanation, each once. */
export function mentionsIn(document: DocumentNode): PersonName[] {
  const found = new Map<string, PersonName>()
  const walk = (node: DocumentNode) => {
    const { id, label } = node.attrs ?? {}
    if (node.type === 'mention') found.set(String(id), { id: String(id), name: String(label) })
    for (const child of node.content ?? []) walk(child)
  }
  walk(document)
  return [...found.values()]
}

/** An explanation without its mentions, which are for the desk and never for a reader. */
export function withoutMentions(document: DocumentNode): DocumentNode {
  if (!document.content) return document
  const content = document.content.filter(({ type }) => type !== 'mention').map(withoutMentions)
  return { ...document, content }
}

/** What an author is told of a mention that stands in the way; readers would read it. */
export function mentionWords(people: readonly PersonName[]): string {
  const names = people.map(({ name }) => `@${name}`).join(', ')
  return `Take ${names} out of the explanation: readers would see it. A remark is the place to ask.`
}
