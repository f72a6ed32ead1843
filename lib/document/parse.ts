import { Node, type Schema } from '@tiptap/pm/model'
import { z } from 'zod'
import { isWebAddress } from '@/lib/document/links'
import { articleSchema, explanationSchema } from '@/lib/document/schemas'
import { isId } from '@/lib/domain/ids'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { findUnstorable, oneLine, unstorableWords } from '@/lib/domain/text'

/** 20,000 characters: ten times the longest explanation a reader finishes. */
const explanationLimit = 20_000

const unknownPart = 'This text has a part that Rubric does not know. Paste it again as plain text.'

export type Parsed = { ok: true; node: Node; json: DocumentNode } | { ok: false; message: string }

/** An article's document from untrusted JSON: every node and mark of our schema, or a refusal. */
export function parseArticle(json: unknown): Parsed {
  return parse(articleSchema, json, Number.POSITIVE_INFINITY)
}

/** An explanation from untrusted JSON, in its one normal form. */
export function parseExplanation(json: unknown): Parsed {
  return parse(explanationSchema, json, explanationLimit)
}

function parse(schema: Schema, json: unknown, limit: number): Parsed {
  let node: Node
  try {
    node = Node.fromJSON(schema, json)
    node.check()
  } catch {
    return { ok: false, message: unknownPart }
  }
  if (node.type !== schema.topNodeType)
    return { ok: false, message: 'This is only a part of a text.' }
  const fault = findUnstorable(node.textContent)
  if (fault) return { ok: false, message: unstorableWords[fault] }
  if (node.textContent.length > limit)
    return { ok: false, message: `Keep this to ${limit.toLocaleString('en')} characters.` }
  if (hasForeignLink(node))
    return { ok: false, message: 'A link must begin with https:// or http://.' }
  if (hasForeignAttribute(node)) return { ok: false, message: unknownPart }
  return { ok: true, node, json: node.toJSON() as DocumentNode }
}

function hasForeignLink(root: Node): boolean {
  let found = false
  root.descendants(node => {
    found ||= node.marks.some(
      mark => mark.type.name === 'link' && !isWebAddress(String(mark.attrs.href)),
    )
  })
  return found
}

/**
 * The schema names the attributes a node has and not their values. Ours are a heading's level, a list's
 * first number and whom a mention calls on, so any other value (a text that cannot be stored, say) is
 * not ours.
 */
function hasForeignAttribute(root: Node): boolean {
  let found = false
  root.descendants(node => {
    if (node.type.name === 'mention') {
      found ||= !isPerson(node.attrs)
      return
    }
    const { level, ...rest } = node.attrs
    found ||= level !== undefined && !isBetween(level, 2, 4)
    found ||= Object.values(rest).some(value => value !== null && !isBetween(value, 0, 1_000_000))
  })
  return found
}

function isPerson({ id, label }: Node['attrs']): boolean {
  return typeof id === 'string' && isId(id) && personLabel.safeParse(label).data === label
}

/** A name as it stood when it was written. */
const personLabel = oneLine(200).pipe(z.string().min(1))

function isBetween(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}
