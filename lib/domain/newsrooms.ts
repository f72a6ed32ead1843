import { z } from 'zod'
import { languageTag } from '@/lib/domain/languages'
import { oneLine, storableText } from '@/lib/domain/text'

export const newsroomSettings = z.strictObject({
  name: oneLine(120).pipe(z.string().min(1, 'The newsroom needs a name.')),
  language: languageTag,
  timeZone: z.string().refine(isTimeZone, 'Write a time zone such as Europe/Oslo or UTC.'),
  /** Plain paragraphs, apart by blank lines. */
  method: storableText(20_000),
  correctionsPolicy: storableText(20_000),
  /** Where a reader reports a mistake, or "". */
  contact: z.union([z.literal(''), z.email('Write an e-mail address, or leave this empty.')]),
})
export type NewsroomSettings = z.infer<typeof newsroomSettings>

/** Settings about to be saved over `version`. */
export const newsroomChange = z.strictObject({ version: z.int(), settings: newsroomSettings })

/** Each setting as the history names it: "changed the newsroom’s time zone". */
export const settingWords: Record<keyof NewsroomSettings, string> = {
  name: 'name',
  language: 'language',
  timeZone: 'time zone',
  method: 'method',
  correctionsPolicy: 'corrections policy',
  contact: 'contact address',
}

/** The settings that differ between two states of them. */
export function changedSettings(
  before: NewsroomSettings,
  after: NewsroomSettings,
): (keyof NewsroomSettings)[] {
  const names = Object.keys(settingWords) as (keyof NewsroomSettings)[]
  return names.filter(name => before[name] !== after[name])
}

/**
 * What `mine` becomes when `theirs` was saved meanwhile, both having begun from `base`: a setting
 * that only they changed is theirs, so that nobody undoes what they never touched.
 */
export function mergeSettings(
  base: NewsroomSettings,
  mine: NewsroomSettings,
  theirs: NewsroomSettings,
): NewsroomSettings {
  const touched = changedSettings(base, mine).map(name => [name, mine[name]])
  return { ...theirs, ...Object.fromEntries(touched) }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
