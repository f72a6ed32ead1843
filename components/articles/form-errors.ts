import { type DraftDetails, emptyDetails } from '@/components/articles/draft'
import type { Refusal } from '@/lib/domain/outcomes'

/** The server's faults, sorted to where they are shown. */
export interface FormErrors {
  text: string | undefined
  details: Partial<Record<keyof DraftDetails, string>>
  /** Those that belong to no field of the form. */
  rest: string[]
}

/** Each fault at its field, the first one where a field has several. */
export function errorsFrom({ faults = [] }: Pick<Refusal, 'faults'>): FormErrors {
  const errors: FormErrors = { text: undefined, details: {}, rest: [] }
  for (const { path, message } of faults) {
    const [part, name] = path.split('.')
    if (part === 'blocks' || part === 'text') errors.text ??= message
    else if (part === 'details' && isDetail(name)) errors.details[name] ??= message
    else errors.rest.push(message)
  }
  return errors
}

/** The refusal as long as something that it found wrong stands as it was; one without faults stays. */
export function stillRefused(
  refused: Refusal | null,
  { text, details, rest }: FormErrors,
): Refusal | null {
  const isMended = text === undefined && rest.length === 0 && Object.keys(details).length === 0
  return refused?.faults && isMended ? null : refused
}

function isDetail(name: string | undefined): name is keyof DraftDetails {
  return name !== undefined && Object.hasOwn(emptyDetails, name)
}
