/** Words that join a sentence to the one before and say nothing alone, by primary language tag. */
const joining: Readonly<Record<string, string>> = {
  en: 'and|but|that|or|so|yet|because|while|although',
  de: 'und|aber|dass|daß|oder|weil|während|obwohl',
  ru: 'и|а|но|что|или|потому что',
}

/**
 * What a note's claim starts as: the words on one line, without the quotation marks round them, the
 * conjunctions and commas they hang by, and with a capital. Nothing is put in their place and no full
 * stop is added: whether they make a sentence is for the person who writes it to say.
 */
export function claimFrom(words: string, language: string): string {
  let claim = words.replace(/\s+/g, ' ').trim()
  for (let before = ''; before !== claim; ) {
    before = claim
    claim = withoutQuotes(withoutJoining(claim, language)).trim()
  }
  return capital(claim, language) || words.replace(/\s+/g, ' ').trim()
}

function withoutJoining(claim: string, language: string): string {
  const words = joining[language.split('-')[0] ?? '']
  const bare = claim.replace(/^[\s,;:…—–-]+(?=\D)|[\s,;:—–-]+$/gu, '')
  if (!words) return bare
  return bare
    .replace(new RegExp(`^(?:${words})(?=\\s)`, 'iu'), '')
    .replace(new RegExp(`\\s(?:${words})$`, 'iu'), '')
}

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
]

/** Without marks round the whole, or one at an end whose other half is not there. */
function withoutQuotes(claim: string): string {
  for (const [open, close] of pairs) {
    const inner = claim.slice(1)
    if (claim.startsWith(open) && !inner.includes(close)) return inner
    if (claim.startsWith(open) && inner.indexOf(close) === inner.length - 1)
      return inner.slice(0, -1)
    // An apostrophe looks like the close of a quote, and stays.
    if (close !== '’' && claim.endsWith(close) && !claim.slice(0, -1).includes(open))
      return claim.slice(0, -1)
  }
  return claim
}

/** A capital at the start; a name that has its own inside ("iPhone") keeps its way. */
function capital(claim: string, language: string): string {
  const [first = '', second = ''] = claim
  if (/\p{Lu}/u.test(second)) return claim
  return first.toLocaleUpperCase(language) + claim.slice(first.length)
}
