import type { LanguageRules } from '@/lib/domain/anchoring/changes/rules'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Codes that name no place of their own: unions, outlying areas, pseudo-locales. */
const unnamed = new Set(['EZ', 'QO', 'XA', 'XB', 'ZZ', 'UN', 'EU'])

/** The countries and territories of the world as they are called in `language`, each as [code, name]. */
export function regionsOf(rules: LanguageRules, language: string): [string, string][] {
  const others = Object.entries(rules.regions ?? {}).flatMap(([code, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [`region ${code}`, name.replaceAll('_', ' ')]),
  )
  return [...others, ...namesIn(language)]
}

function namesIn(language: string): [string, string][] {
  const [long, short] = (['long', 'short'] as const).map(style => displayNames(language, style))
  if (!long || !short) return []
  return letters.flatMap(first =>
    letters.flatMap(second => {
      const code = first + second
      if (unnamed.has(code)) return []
      const names = [long.of(code), short.of(code)].filter(name => name !== undefined)
      return [...new Set(names)].map((name): [string, string] => [`region ${code}`, name])
    }),
  )
}

/** Null for a tag that is none. */
function displayNames(language: string, style: 'long' | 'short') {
  try {
    return new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
  } catch {
    return null
  }
}
