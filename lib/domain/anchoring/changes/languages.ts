import { arabic } from '@/lib/domain/anchoring/changes/arabic'
import { chinese } from '@/lib/domain/anchoring/changes/chinese'
import { english } from '@/lib/domain/anchoring/changes/english'
import { french } from '@/lib/domain/anchoring/changes/french'
import { german } from '@/lib/domain/anchoring/changes/german'
import { hebrew } from '@/lib/domain/anchoring/changes/hebrew'
import { japanese } from '@/lib/domain/anchoring/changes/japanese'
import type { LanguageRules } from '@/lib/domain/anchoring/changes/rules'
import { russian } from '@/lib/domain/anchoring/changes/russian'
import { spanish } from '@/lib/domain/anchoring/changes/spanish'

const known: Record<string, LanguageRules> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
  ar: arabic,
  he: hebrew,
  ja: japanese,
  zh: chinese,
}

const unknown: LanguageRules = { figures: null, names: 'capitals' }

/**
 * The rules for a BCP 47 tag. A language without rules of its own has figures, names by their capital
 * and the signs that every language shares; its figures are equal only where they are written alike.
 */
export function rulesFor(language: string): LanguageRules {
  return known[language.toLowerCase().split(/[-_]/)[0] ?? ''] ?? unknown
}
