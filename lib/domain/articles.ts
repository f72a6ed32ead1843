import { z } from 'zod'
import { optionalDate } from '@/lib/domain/dates'
import { languageTag } from '@/lib/domain/languages'
import { optionalAddress } from '@/lib/domain/sources'
import { oneLine, storableText } from '@/lib/domain/text'

/** A million characters: three times the longest novel a newsroom would check, and a page that still opens. */
export const articleTextLimit = 1_000_000

/** 20,000 paragraphs: each is drawn, and may be marked; a long novel has half as many. */
export const articleBlockLimit = 20_000

/** 4 MB: the longest allowed text with every character in four bytes. A larger file is no article. */
export const articleFileLimit = 4_000_000

/** What is known of an article beside its text. */
export const articleDetails = z.strictObject({
  title: oneLine(300).pipe(z.string().min(1, 'Give the article its title.')),
  standfirst: oneLine(1000),
  publisher: oneLine(200).pipe(z.string().min(1, 'Say who published it.')),
  byline: oneLine(200),
  publishedOn: optionalDate,
  url: optionalAddress,
  language: languageTag,
})
export type ArticleDetails = z.infer<typeof articleDetails>

/** An article's own data as it was and as it should be, from the version the person was looking at. */
export const articleChange = z.strictObject({
  version: z.int().min(1),
  details: articleDetails,
  /** Whether it is the newsroom's own draft; left out, that stays as it is. */
  isOwn: z.boolean().optional(),
})
export type ArticleChange = z.infer<typeof articleChange>

/** Each detail as the history names it: "changed the article’s byline". */
export const detailWords: Record<keyof ArticleDetails, string> = {
  title: 'title',
  standfirst: 'standfirst',
  publisher: 'publisher',
  byline: 'byline',
  publishedOn: 'date',
  url: 'address',
  language: 'language',
}

export const blockKinds = ['paragraph', 'heading', 'quote', 'attribution', 'item'] as const
export type BlockKind = (typeof blockKinds)[number]
export const blockWords: Record<BlockKind, string> = {
  paragraph: 'Paragraph',
  heading: 'Sub-heading',
  quote: 'Quote',
  attribution: 'Who is quoted',
  item: 'List item',
}

/** A block of an imported text before it is frozen: what kind of thing it is, and its words. */
export const block = z.strictObject({
  kind: z.enum(blockKinds),
  text: storableText(articleTextLimit).refine(text => text.trim() !== '', 'A block needs words.'),
})
export type Block = z.infer<typeof block>

/** The blocks of a whole text, within the limits of an article. */
export const articleBlocks = z
  .array(block)
  .min(1, 'Paste the text of the article, or drop a .txt file.')
  .max(articleBlockLimit, 'An article may have up to 20,000 paragraphs.')
  .refine(
    blocks => blocks.reduce((sum, each) => sum + each.text.length + 1, 0) <= articleTextLimit,
    {
      error: () => `An article may have up to ${articleTextLimit.toLocaleString('en')} characters.`,
    },
  )

/** An article about to be created. */
export const newArticle = z.strictObject({
  details: articleDetails,
  blocks: articleBlocks,
  /** The newsroom's own draft, not somebody else's text. */
  isOwn: z.boolean().optional(),
})
export type NewArticle = z.infer<typeof newArticle>

/** A text to recognise: pasted, or the bytes of a dropped file. */
export const previewRequest = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ bytes: z.instanceof(Uint8Array) }),
])
export type PreviewRequest = z.infer<typeof previewRequest>

/** What recognition made of a pasted or dropped text; every part of it can be corrected. */
export interface TextPreview {
  /** The text as it was understood: line ends unified, byte order mark gone. */
  text: string
  blocks: Block[]
  /** Whether empty lines part its paragraphs; else every line is one. */
  isSpaced: boolean
  /** BCP 47, or "" where it could not be told. */
  language: string
  /** What was repaired or is worth a look, in words. */
  notices: string[]
}

/**
 * The part of an address that names an article: Latin letters, digits and hyphens, at most 60
 * characters, cut between words. Where the title has no Latin letters the caller's `fallback` stands.
 */
export function slugOf(title: string, fallback: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= 60) return slug || fallback
  const cut = slug.slice(0, 61).lastIndexOf('-')
  return slug.slice(0, cut > 0 ? cut : 60)
}
