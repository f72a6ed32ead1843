import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** Two wordings of one page, and where it is from. */
export interface Pair {
  lang: string
  source: string
  old: string
  new: string
}

/** A span of the old text whose fate is known: UTF-16 offsets; `truth` in the new text, null where deleted. */
export interface Case extends Span {
  kind: string
  truth: Span | null
}

/** The pairs of one set; `cases[n]` belong to `pairs[n]`. */
export interface BenchSet {
  name: string
  pairs: Pair[]
  cases: Case[][]
}

const pairLine = z.object({
  lang: z.string(),
  source: z.string().default(''),
  old: z.string(),
  new: z.string(),
})
const caseLine = z.object({
  pair: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
  truth: z.tuple([z.int().min(0), z.int().min(0)]).nullable(),
  kind: z.string().default('-'),
})

const pairsFile = /^(.+)-pairs\.jsonl(\.gz)?$/

/** The names of the sets in a folder: whatever has `NAME-pairs` and `NAME-cases`; none where there is no folder. */
export function listSets(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).flatMap(file => pairsFile.exec(file)?.[1] ?? [])
  return names.filter(name => findFile(folder, `${name}-cases`)).sort()
}

/** One set, its first `limit` pairs; a line that is not in the format, or points at nothing, is an error that names it. */
export function readSet(folder: string, name: string, limit = Number.POSITIVE_INFINITY): BenchSet {
  const all = readLines(folder, `${name}-pairs`, pairLine)
  const pairs = all.slice(0, limit)
  const cases: Case[][] = pairs.map(() => [])
  readLines(folder, `${name}-cases`, caseLine).forEach(({ pair, start, end, truth, kind }, at) => {
    const texts = all[pair]
    const span = truth && { start: truth[0], end: truth[1] }
    if (!texts || !isWithin(texts.old, { start, end }) || (span && !isWithin(texts.new, span)))
      throw new Error(`${name}-cases, line ${at + 1}: points outside of its pair.`)
    cases[pair]?.push({ start, end, truth: span, kind })
  })
  return { name, pairs, cases }
}

const isWithin = (text: string, { start, end }: Span) => start < end && end <= text.length

function readLines<T>(folder: string, name: string, line: z.ZodType<T>): T[] {
  const file = findFile(folder, name)
  if (!file) throw new Error(`There is no ${name}.jsonl.gz in ${folder}.`)
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const lines = text.split('\n').filter(each => each.trim() !== '')
  return lines.map((each, at) => parseLine(each, line, `${name}, line ${at + 1}`))
}

function parseLine<T>(text: string, line: z.ZodType<T>, where: string): T {
  try {
    return line.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function findFile(folder: string, name: string): string | null {
  const files = [`${name}.jsonl.gz`, `${name}.jsonl`].map(file => join(folder, file))
  return files.find(file => existsSync(file)) ?? null
}
