import { franc } from 'franc'

/**
 * The languages recognition chooses among, by the ISO 639-3 code that franc speaks, with their BCP 47
 * tags. Small neighbours are left out on purpose: a page of English must not come back as Scots.
 */
const tags: Record<string, string> = {
  afr: 'af',
  amh: 'am',
  arb: 'ar',
  azj: 'az',
  bel: 'be',
  ben: 'bn',
  bul: 'bg',
  cat: 'ca',
  ces: 'cs',
  cmn: 'zh',
  dan: 'da',
  deu: 'de',
  ekk: 'et',
  ell: 'el',
  eng: 'en',
  fin: 'fi',
  fra: 'fr',
  guj: 'gu',
  heb: 'he',
  hin: 'hi',
  hrv: 'hr',
  hun: 'hu',
  hye: 'hy',
  ind: 'id',
  ita: 'it',
  jpn: 'ja',
  kan: 'kn',
  kat: 'ka',
  kaz: 'kk',
  khm: 'km',
  kor: 'ko',
  lit: 'lt',
  lvs: 'lv',
  mal: 'ml',
  mkd: 'mk',
  mya: 'my',
  nld: 'nl',
  nob: 'no',
  npi: 'ne',
  pan: 'pa',
  pes: 'fa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rus: 'ru',
  sin: 'si',
  slk: 'sk',
  slv: 'sl',
  spa: 'es',
  srp: 'sr',
  swe: 'sv',
  swh: 'sw',
  tam: 'ta',
  tel: 'te',
  tgl: 'tl',
  tha: 'th',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  vie: 'vi',
  zlm: 'ms',
}

/** 100 letters, two lines: with fewer, neighbours such as Ukrainian and Serbian are told apart by luck. */
const enoughLetters = 100
/** 12: in a script where a character is a syllable or a word, the script itself tells. */
const enoughDenseLetters = 12

const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** 4,000 characters: the recogniser reads no further than 2,048, after what is left out here. */
const sampleLength = 4000

/**
 * Cyrillic letters that only some languages write. Statistics need pages to tell these apart; an
 * alphabet tells at once.
 */
const alphabets = [
  { letters: /[іїєґ]/giu, languages: ['ukr', 'bel', 'kaz'] },
  { letters: /[ыэё]/giu, languages: ['rus'] },
  { letters: /[јљњћђџ]/giu, languages: ['srp', 'mkd'] },
]

/** One letter in a hundred: a quoted name in the neighbour's spelling stays below it. */
const tellingShare = 0.01

/** The language of a text as a BCP 47 tag, or "" where it is too short or cannot be told. */
export function recogniseLanguage(text: string): string {
  const sample = text.slice(0, sampleLength)
  const letters = count(sample, /\p{L}/gu)
  if (letters < enoughLetters && count(sample, denseScript) < enoughDenseLetters) return ''
  const alphabet = alphabets.find(each => count(sample, each.letters) > letters * tellingShare)
  return tags[franc(sample, { only: alphabet?.languages ?? Object.keys(tags) })] ?? ''
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
