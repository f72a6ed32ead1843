import { arabic } from '@/lib/domain/anchoring/changes/arabic'
import { chinese } from '@/lib/domain/anchoring/changes/chinese'
import { english } from '@/lib/domain/anchoring/changes/english'
import { french } from '@/lib/domain/anchoring/changes/french'
import { german } from '@/lib/domain/anchoring/changes/german'
import { hebrew } from '@/lib/domain/anchoring/changes/hebrew'
import { japanese } from '@/lib/domain/anchoring/changes/japanese'
import type { FigureFormat, LanguageRules } from '@/lib/domain/anchoring/changes/rules'
import { russian } from '@/lib/domain/anchoring/changes/russian'
import { spanish } from '@/lib/domain/anchoring/changes/spanish'
import { foldText } from '@/lib/domain/anchoring/folding'

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

const ready = new Map<string, LanguageRules>()

/**
 * The rules for a BCP 47 tag. A language without rules of its own has figures, names by their capital
 * and the signs that every language shares. Where nobody knows how its figures are written, they are
 * equal only if they are written alike.
 */
export function rulesFor(language: string): LanguageRules {
  const made = ready.get(language) ?? makeRules(language)
  ready.set(language, made)
  return made
}

/** A region may write figures in another way than the language does elsewhere: "es-MX", "de-CH". */
function makeRules(language: string): LanguageRules {
  const [name = '', ...others] = language.toLowerCase().split(/[-_]/)
  const rules = known[name]
  if (rules && others.length === 0) return rules
  const figures = figuresOf(language)
  return { ...(rules ?? unknown), ...(figures && { figures }) }
}

/** How a locale writes figures, as far as the reader of figures knows its signs; else null. */
function figuresOf(language: string): FigureFormat | null {
  if (!isSupported(language)) return null
  const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.8)
  const signOf = (type: string) => foldText(parts.find(part => part.type === type)?.value ?? '')
  const [decimal, group] = [signOf('decimal'), signOf('group')]
  if (decimal !== '.' && decimal !== ',') return null
  if (group === '.' || group === ',' || group === "'") return { decimal, group, spaces: false }
  return { decimal, group: '', spaces: true }
}

function isSupported(language: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0
  } catch {
    return false
  }
}
