/** The colours of the desk: those of the system, or always the same. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The sizes of an article's letters, from small to large; the stylesheet has the numbers. */
export const textSizes = ['small', 'normal', 'large', 'larger', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

/** How somebody likes the desk to look, in one browser. */
export interface Looks {
  theme: Theme
  textSize: TextSize
}

export const usualLooks: Looks = { theme: 'system', textSize: 'normal' }

/** A cookie, and not the browser's storage: the server must know before it sends the first colour. */
export const looksCookie = 'rubric-looks'

/** What the cookie says; where it says nothing that is known, the usual. */
export function parseLooks(cookie: string | undefined): Looks {
  const [theme, textSize] = (cookie ?? '').split('.')
  return {
    theme: themes.find(each => each === theme) ?? usualLooks.theme,
    textSize: textSizes.find(each => each === textSize) ?? usualLooks.textSize,
  }
}

export function writeLooks({ theme, textSize }: Looks): string {
  return `${theme}.${textSize}`
}

/** What the stylesheets go by, on the page's root; the usual bears no mark. */
export function attributesOf({ theme, textSize }: Looks): {
  'data-theme': Theme | undefined
  'data-text': TextSize | undefined
} {
  return {
    'data-theme': theme === usualLooks.theme ? undefined : theme,
    'data-text': textSize === usualLooks.textSize ? undefined : textSize,
  }
}
