import { type NumberRead, readNumber } from '@/lib/domain/anchoring/changes/numbers'
import type { LanguageRules } from '@/lib/domain/anchoring/changes/rules'
import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'
import { vocabularyOf } from '@/lib/domain/anchoring/changes/vocabulary'

/** A date, a time or a part of one, as it was read: `y2020 m6 d3`, `t1020`. */
export interface DateRead {
  value: string
  /** Index of the token after it. */
  end: number
}

/** The date or time of day that begins at `at`, in figures or with the name of a month, or null. */
export function readDate(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): DateRead | null {
  const kind = tokens[at]?.kind
  if (kind === 'figures')
    return (
      readFiguredDate(tokens, at, rules) ??
      readTime(tokens, at, rules) ??
      readHanDate(tokens, at, rules) ??
      readNamedDate(tokens, at, rules) ??
      readDecade(tokens, at, rules) ??
      readYear(tokens, at, rules)
    )
  if (kind !== 'word') return null
  return (
    readHanDate(tokens, at, rules) ?? readNamedDate(tokens, at, rules) ?? readPeriod(tokens, at)
  )
}

/** 2020-06-03, 3/6/2020, 3.6.2020. Where the country decides what comes first, it stays as it is written. */
function readFiguredDate(tokens: readonly ChangeToken[], at: number, rules: LanguageRules) {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(tokens[at]?.text ?? '')
  if (dotted) return ordered(dotted.slice(1).map(Number), at + 1, rules.dateOrder ?? 'dmy')
  const short = /^(\d{1,2})\.(\d{1,2})$/.exec(tokens[at]?.text ?? '')
  if (short && rules.figures?.decimal === ',' && isFollowedByPoint(tokens, at)) {
    const [day = 0, month = 0] = short.slice(1).map(Number)
    if (day <= 31 && month <= 12) return { value: dateOf(day, month, null), end: at + 2 }
  }
  const [first, mark, second, again, third] = tokens.slice(at, at + 5)
  const isJoined = [mark, second, again, third].every(token => token?.isGlued)
  if (!isJoined || !first || !second || !third || mark?.text !== again?.text) return null
  if (!/^[-/]$/.test(mark?.text ?? '')) return null
  const parts = [first, second, third].map(token => token.text)
  if (!parts.every(part => /^(?:\d{1,2}|\d{4})$/.test(part))) return null
  if (parts[0]?.length === 4) return ordered(parts.map(Number), at + 5, 'ymd')
  return ordered(parts.map(Number), at + 5, rules.dateOrder ?? null)
}

const isFollowedByPoint = (tokens: readonly ChangeToken[], at: number) =>
  tokens[at + 1]?.text === '.' && tokens[at + 1]?.isGlued

function ordered(parts: readonly number[], end: number, order: 'dmy' | 'ymd' | null): DateRead {
  const [first = 0, second = 0, third = 0] = parts
  if (order === 'ymd') return { value: dateOf(third, second, first), end }
  if (order === 'dmy' || first > 12) return { value: dateOf(first, second, fullYear(third)), end }
  if (second > 12) return { value: dateOf(second, first, fullYear(third)), end }
  return { value: `either ${first}/${second}/${fullYear(third)}`, end }
}

/** Two figures are a year of this century up to the forties, and of the last one from there. */
const fullYear = (year: number) => (year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year)

const dateOf = (day: number | null, month: number | null, year: number | null) =>
  [year && `y${year}`, month && `m${month}`, day && `d${day}`].filter(Boolean).join(' ')

/** 17:30, 5.30 p.m., 5pm, 17h30, 17 Uhr. */
function readTime(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): DateRead | null {
  const { morning, afternoon } = vocabularyOf(rules)
  const figures = /^(\d{1,2})(?:\.(\d{2}))?$/.exec(tokens[at]?.text ?? '')
  if (!figures) return null
  let [hours, minutes, end] = [Number(figures[1]), Number(figures[2] ?? 0), at + 1]
  const [mark, next] = [tokens[end], tokens[end + 1]]
  const hasMinutes =
    figures[2] === undefined &&
    /^[:h]$/.test(mark?.key ?? '') &&
    mark?.isGlued &&
    next?.isGlued &&
    /^\d{2}$/.test(next.text)
  if (hasMinutes) {
    minutes = Number(next.text)
    end += 2
  }
  const half = tokens[end]?.key ?? ''
  const isNamed = morning.has(half) || afternoon.has(half)
  if (!isNamed && !hasMinutes) return null
  if (hours > 24 || minutes > 59) return null
  if (isNamed) {
    if (afternoon.has(half) && hours < 12) hours += 12
    if (morning.has(half) && hours === 12) hours = 0
    end++
  }
  return { value: `t${hours * 60 + minutes}`, end }
}

/** 2024年6月3日, in figures or Chinese numerals. */
function readHanDate(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): DateRead | null {
  if (rules.dateOrder !== 'ymd') return null
  const found = new Map<string, number>()
  let end = at
  for (const [part, signs] of [
    ['y', '年'],
    ['m', '月'],
    ['d', '日号號'],
  ] as const) {
    const number = readNumber(tokens, end, rules)
    const sign = number && tokens[number.end]?.key
    if (!number || number.small === null || !sign || !signs.includes(sign)) continue
    // "5年" is how long; "2019年" is when.
    if (part === 'y' && number.small < 1000) continue
    found.set(part, number.small)
    end = number.end + 1
  }
  const [day, month, year] = [found.get('d'), found.get('m'), found.get('y')]
  if (found.size === 0) return null
  return { value: dateOf(day ?? null, month ?? null, year ?? null), end }
}

/** 3 June 2020, June 3rd, June 2020, the 3rd of June, June. */
function readNamedDate(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): DateRead | null {
  const day = readDay(tokens, at, rules)
  const from = day ? skip(tokens, day.end, rules) : at
  const month = monthAt(tokens, from, rules, day !== null)
  if (month === null) return null
  const after = day ?? readDay(tokens, skip(tokens, from + 1, rules), rules)
  const afterDay = !day && after ? after.end : from + 1
  const year = yearAt(tokens, skip(tokens, afterDay, rules))
  const end = year === null ? afterDay : skip(tokens, afterDay, rules) + 1
  return { value: dateOf(after?.small ?? null, month, year), end }
}

function monthAt(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
  hasDay: boolean,
): number | null {
  const { months, doubtfulMonths, datePrepositions } = vocabularyOf(rules)
  const token = tokens[at]
  const month = token && monthNamed(token.key, months, rules)
  if (!month) return null
  if (!doubtfulMonths.has(token.key)) return month
  const isBeside =
    hasDay ||
    tokens[at + 1]?.kind === 'figures' ||
    datePrepositions.has(tokens[at - 1]?.key ?? '') ||
    (!token.isFirst && token.key === 'may')
  return isBeside && /^\p{Lu}/u.test(token.text) ? month : null
}

function monthNamed(key: string, months: ReadonlyMap<string, number>, rules: LanguageRules) {
  if (key.length > 40) return undefined
  for (const form of [key, ...(rules.bare?.(key) ?? [])]) {
    const month = months.get(form)
    if (month) return month
  }
  return undefined
}

/** A day of the month, and not a number that something else goes with: "June 5%". */
function readDay(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): NumberRead | null {
  const number = readNumber(tokens, at, rules)
  if (!number || number.small === null || number.small < 1 || number.small > 31) return null
  if (!number.isPlain && !number.isOrdinal) return null
  return /^[%‰°$€£]$/.test(tokens[number.end]?.text ?? '') ? null : number
}

/** Past the "of" or the comma between the parts of a date, if there is one. */
function skip(tokens: readonly ChangeToken[], at: number, rules: LanguageRules): number {
  const token = tokens[at]
  if (!token) return at
  return token.text === ',' || token.text === '.' || vocabularyOf(rules).dateJoiners.has(token.key)
    ? at + 1
    : at
}

function yearAt(tokens: readonly ChangeToken[], at: number): number | null {
  const text = tokens[at]?.text ?? ''
  return tokens[at]?.kind === 'figures' && /^[12]\d{3}$/.test(text) ? Number(text) : null
}

/** The third quarter, as "Q3". */
function readPeriod(tokens: readonly ChangeToken[], at: number): DateRead | null {
  const key = tokens[at]?.key ?? ''
  return /^[qh][1-4]$/.test(key) ? { value: key, end: at + 1 } : null
}

/** The 1990s, the '90s. */
function readDecade(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): DateRead | null {
  if (rules.figures?.decimal !== '.') return null
  const decade = /^(1[5-9]|20)?(\d0)$/.exec(tokens[at]?.text ?? '')
  const ending = tokens[at + 1]
  // "90's" as well.
  const end = ending?.text === "'" && ending.isGlued ? at + 2 : at + 1
  if (!decade || !tokens[end]?.isGlued || !/^'?s$/.test(tokens[end]?.key ?? '')) return null
  return { value: `${decade[2]}s ${decade[1] ?? ''}`.trim(), end: end + 1 }
}

/** 2019, where it is no count: nothing that is counted or measured goes with it. */
function readYear(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): DateRead | null {
  const number = tokens[at]?.kind === 'figures' ? readNumber(tokens, at, rules) : null
  if (!number?.isPlain || !/^(?:1[5-9]|20)\d\d$/.test(tokens[at]?.text ?? '')) return null
  const [before, after] = [tokens[at - 1], tokens[number.end]]
  if (/^[\p{Sc}#/]$/u.test(before?.text ?? '')) return null
  if (after && /^[%‰°\p{Sc}]$/u.test(after.text)) return null
  if (after?.isGlued && after.kind === 'word') return null
  const { datePrepositions } = vocabularyOf(rules)
  const isWhen = datePrepositions.has(before?.key ?? '') || isEndOfPhrase(after)
  return isWhen || (rules.names !== 'none' && /^\p{Lu}/u.test(after?.text ?? ''))
    ? { value: `y${number.small}`, end: number.end }
    : null
}

const isEndOfPhrase = (token: ChangeToken | undefined) =>
  !token || (token.kind === 'mark' && token.text !== '-')
