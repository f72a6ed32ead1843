import type { FigureFormat, LanguageRules } from '@/lib/domain/anchoring/changes/rules'
import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'
import { vocabularyOf } from '@/lib/domain/anchoring/changes/vocabulary'

/** A number as it was read. Equal values are equal text: `12e3` is 12,000 in whatever way it is written. */
export interface NumberRead {
  value: string
  /** Index of the token after it. */
  end: number
  /** The whole number, where it is a small one; a day or a year may be meant. */
  small: number | null
  /** Nothing but figures: no separator, no scale, no word. */
  isPlain: boolean
  isOrdinal: boolean
}

/** The number that begins at `at`, in figures or words, or null. */
export function readNumber(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): NumberRead | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'figures') return readFigures(tokens, at, rules)
  if (token.kind === 'word') return readSpelled(tokens, at, rules) ?? readHan(tokens, at, rules)
  return /^\p{N}$/u.test(token.text) ? readSign(token, at) : null
}

/** More groups of three are no number anyone writes, and would be read again and again. */
const mostGroups = 12

/** Figures, what groups them by spaces, the scale after them ("5 bn") or the ending of an ordinal. */
function readFigures(tokens: readonly ChangeToken[], at: number, rules: LanguageRules): NumberRead {
  let end = at + 1
  let text = digitsOf(tokens[at]?.text ?? '')
  while (end - at < mostGroups && continuesGroup(text, tokens[end], rules.figures)) {
    text += digitsOf(tokens[end]?.text ?? '')
    end++
  }
  const isPlain = /^\d+$/.test(text) && end === at + 1
  const decimal = decimalOf(text, rules.figures)
  const isHalf = tokens[at - 1]?.text === '.' && !tokens[at - 1]?.isGlued && tokens[at]?.isGlued
  if (!decimal) return { value: `as written ${text}`, end, small: null, isPlain, isOrdinal: false }
  const after = tokens[end]
  if (after?.isGlued && rules.ordinalEndings?.test(after.key))
    return { ...ordinal(Number(text)), end: end + 1 }
  const scaled = readScales(tokens, end, rules, decimal)
  return {
    value: sign(tokens, at, rules) + (isHalf ? '.' : '') + written(scaled.decimal),
    end: scaled.end,
    small: isPlain && text.length < 5 ? Number(text) : null,
    isPlain: isPlain && scaled.end === end,
    isOrdinal: false,
  }
}

const ordinal = (value: number): NumberRead => ({
  value: `ordinal ${value}`,
  end: 0,
  small: value,
  isPlain: false,
  isOrdinal: true,
})

/** A fraction or a raised figure: "½", "²". */
function readSign(token: ChangeToken, at: number): NumberRead {
  const plain = token.text.normalize('NFKD').replace('⁄', '/')
  const value = plain.includes('/') ? plain : `sign ${token.text}`
  return { value, end: at + 1, small: null, isPlain: false, isOrdinal: false }
}

/** Any script's digits as ASCII ones. */
function digitsOf(text: string): string {
  return text.replace(/(?!\d)\p{Nd}/gu, character => String(digitOf(character)))
}

/** Digits stand in tens, zero first; those of mathematics are five tens in a row from U+1D7CE. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

/** "10 000": groups of three after one to three figures, apart by a space that may stand there. */
function continuesGroup(text: string, next: ChangeToken | undefined, format: FigureFormat | null) {
  if (!format?.spaces || next?.kind !== 'figures' || next.isGlued) return false
  const group = /^\p{Nd}{3}(?:[.,٫]\p{Nd}+)?$/u
  return /^\d{1,3}(?:\d{3})*$/.test(text) && text[0] !== '0' && group.test(next.text)
}

/** A number as figures and a power of ten, the figures without zeros at either end. */
interface Decimal {
  figures: string
  exponent: number
}

/** The value of figures as the language writes them; null where it writes no number so. */
function decimalOf(text: string, format: FigureFormat | null): Decimal | null {
  const plain = text.replaceAll('٬', '').replaceAll('٫', format?.decimal ?? '.')
  if (/^\d+$/.test(plain)) return /^0\d/.test(plain) ? null : normal(plain, 0)
  if (!format) return null
  const [whole = '', part, ...more] = plain.split(format.decimal)
  if (more.length > 0 || (part !== undefined && !/^\d+$/.test(part))) return null
  const ungrouped = ungroup(whole, format.group)
  if (ungrouped === null || /^0\d/.test(ungrouped)) return null
  return normal(ungrouped + (part ?? ''), -(part?.length ?? 0))
}

/** Thousands by threes, or as in India by twos before the last three. */
function ungroup(text: string, group: string): string | null {
  if (/^\d+$/.test(text)) return text
  if (group === '') return null
  const parts = text.split(group)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  const middle = parts.slice(1, -1)
  const isGrouped =
    last.length === 3 &&
    ((first.length <= 3 && middle.every(part => part.length === 3)) ||
      (first.length <= 2 && middle.every(part => part.length === 2)))
  return isGrouped && first !== '' && /^\d+$/.test(parts.join('')) ? parts.join('') : null
}

function normal(digits: string, exponent: number): Decimal {
  const figures = digits.replace(/^0+/, '')
  let last = figures.length
  while (last > 0 && figures[last - 1] === '0') last--
  return last === 0
    ? { figures: '0', exponent: 0 }
    : { figures: figures.slice(0, last), exponent: exponent + figures.length - last }
}

const written = ({ figures, exponent }: Decimal) => `${figures}e${exponent}`

/** After a bracket, or in a script without spaces, a minus need not stand apart. */
const withoutSpaces = /^[([（「\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

/** A minus written right before the figures or their currency, and not between two of anything. */
function sign(tokens: readonly ChangeToken[], at: number, rules: LanguageRules): '-' | '' {
  const isCurrency = /^\p{Sc}$/u.test(tokens[at - 1]?.text ?? '') && tokens[at]?.isGlued
  const first = isCurrency ? at - 1 : at
  const before = tokens[first - 1]
  if (before && vocabularyOf(rules).minus.has(before.key)) return '-'
  if (before?.text !== '-' || !tokens[first]?.isGlued) return ''
  const isOwn = !before.isGlued || withoutSpaces.test(tokens[first - 2]?.text ?? '')
  return isOwn ? '-' : ''
}

/** Words and letters for powers of ten after figures: "5 million", "5bn", "5 hundred thousand". */
function readScales(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
  decimal: Decimal,
) {
  const { numbers, shortScales, tenths } = vocabularyOf(rules)
  let end = at
  let { exponent } = decimal
  for (;;) {
    const key = tokens[end]?.key ?? ''
    const scale =
      numbers.get(key) ?? (end === at ? shortScale(tokens, end, shortScales) : undefined)
    const power = scale === undefined ? 0 : Math.round(Math.log10(scale))
    if (power < 2 || 10 ** power !== scale) break
    exponent += power
    end++
  }
  if (tenths.has(tokens[end]?.key ?? '')) exponent += 1
  const figures = decimal.figures
  return { decimal: figures === '0' ? decimal : { figures, exponent }, end }
}

/** "5m" is a length as well: it is millions after a currency, or before those who are counted. */
function shortScale(
  tokens: readonly ChangeToken[],
  at: number,
  scales: ReadonlyMap<string, number>,
): number | undefined {
  const token = tokens[at]
  if (token?.key !== 'm') return scales.get(token?.key ?? '')
  const isMoney = /^\p{Sc}$/u.test(tokens[at - 2]?.text ?? '')
  const isCounted = token.isGlued && /(?:s|people|men|women)$/.test(tokens[at + 1]?.key ?? '')
  return isMoney || isCounted ? scales.get('m') : undefined
}

/** A number in words: "two hundred and five thousand", "fünfundzwanzig", "quatre-vingt-dix". */
function readSpelled(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): NumberRead | null {
  const vocabulary = vocabularyOf(rules)
  const sum = { total: 0, current: 0, scale: Infinity, isEmpty: true }
  let end = at
  let next = at
  for (;;) {
    const value = vocabulary.valueOf(tokens[next]?.key ?? '')
    const place = value === null ? vocabulary.placeOf(tokens[next]?.key ?? '') : null
    if (place !== null && (sum.isEmpty || fits(sum, place)))
      return { ...ordinal(sum.total + sum.current + place), end: next + 1 }
    const isJoined = rules.unitsFirst?.test(tokens[next]?.key ?? '') ?? false
    if (value === null || !add(sum, value, isJoined)) break
    end = next + 1
    next = skipJoiner(tokens, end, vocabulary.joiners)
  }
  if (sum.isEmpty) return null
  const value = sum.total + sum.current
  return {
    value: sign(tokens, at, rules) + written(normal(String(value), 0)),
    end,
    small: value < 3000 ? value : null,
    isPlain: false,
    isOrdinal: false,
  }
}

interface Sum {
  total: number
  current: number
  /** The last thousand, million and so on: the next one has to be less. */
  scale: number
  isEmpty: boolean
}

/**
 * Adds a number word to a sum, or says that it begins another number. `isJoined`: tens may follow their units,
 * as "five and twenty" in Arabic and "five ten" in Hebrew.
 */
function add(sum: Sum, value: number, isJoined: boolean): boolean {
  if (value >= 1000) {
    if (value >= sum.scale || (sum.total > 0 && sum.current === 0)) return false
    sum.total += Math.max(1, sum.current) * value
    sum.current = 0
    sum.scale = value
  } else if (value === 100 && sum.current > 0 && sum.current < 100) sum.current *= 100
  else if (sum.isEmpty || fits(sum, value)) sum.current += value
  else if (value === 20 && sum.current === 4) sum.current = 80
  else if (isJoined && value < 100 && value % 10 === 0 && sum.current % 100 < 10)
    sum.current += value
  else return false
  sum.isEmpty = false
  return true
}

/** Whether the places that `value` needs are still free: "twenty" and then "one", not "two" and then "three". */
function fits({ current, total }: Sum, value: number): boolean {
  if (current === 0) return total > 0
  if (value >= 100) return value % 100 === 0 && current % 1000 === 0
  if (current % 100 === 0) return true
  if (value < 10) return current % 10 === 0 && current % 100 >= 20
  return value < 20 && (current % 100 === 60 || current % 100 === 80)
}

/** The next token that may go on with the number: after a hyphen or an "and". */
function skipJoiner(tokens: readonly ChangeToken[], at: number, joiners: ReadonlySet<string>) {
  const token = tokens[at]
  if (token?.text === '-' && token.isGlued && tokens[at + 1]?.isGlued)
    return joiners.has(tokens[at + 1]?.key ?? '') ? at + 3 : at + 1
  return joiners.has(token?.key ?? '') ? at + 1 : at
}

const hanDigits = '〇一二三四五六七八九'
const hanValues: Record<string, number> = {
  零: 0,
  两: 2,
  兩: 2,
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
}

/** What a single numeral stands before or after where it is one: "一" is part of many other words. */
const counters =
  /^[年月日号號个個名人件次位岁歳円元块塊点點时時分秒割倍成家本台种種项項条條度回匹頭头番代世週周天夜票席社校艘架部套份步章節节%％]$/
const beforeCounted = /^[第之约約每近达達]$/

/** A number in Chinese numerals, or null. */
function readHan(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
): NumberRead | null {
  if (rules.names !== 'none') return null
  let end = at
  while (hanValue(tokens[end]?.key) !== undefined) end++
  if (end === at) return null
  const isAlone = end === at + 1
  const isCounted =
    counters.test(tokens[end]?.key ?? '') || beforeCounted.test(tokens[at - 1]?.key ?? '')
  if (isAlone && !isCounted) return null
  const value = hanSum(tokens.slice(at, end).map(token => token.key))
  const isTenths = vocabularyOf(rules).tenths.has(tokens[end]?.key ?? '')
  return {
    value: written(normal(String(value), isTenths ? 1 : 0)),
    end,
    small: Number(value) < 3000 ? Number(value) : null,
    isPlain: true,
    isOrdinal: false,
  }
}

const hanValue = (key = '') => {
  const digit = key === '' ? -1 : hanDigits.indexOf(key)
  return digit >= 0 ? digit : hanValues[key]
}

/** 三百二十万 is 3,200,000; 二〇二四 is 2024. */
function hanSum(keys: readonly string[]): number | string {
  const values = keys.map(key => hanValue(key) ?? 0)
  if (values.every(value => value < 10)) return values.join('').replace(/^0+(?=.)/, '')
  let [total, current, digit] = [0, 0, 0]
  for (const value of values) {
    if (value < 10) digit = value
    else if (value < 1e4) {
      current += (digit || 1) * value
      digit = 0
    } else {
      total += Math.max(1, current + digit) * value
      current = 0
      digit = 0
    }
  }
  return total + current + digit
}
