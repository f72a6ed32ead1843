import { z } from 'zod'
import { optionalDate } from '@/lib/domain/dates'
import { findUnstorable, oneLine, storableText } from '@/lib/domain/text'

/** 2,048 characters: what browsers, proxies and the sitemap protocol take for an address. */
const addressLimit = 2048

/** An address that a reader may be sent to: http or https, nothing that runs or reads a file. */
export const webAddress = z
  .string()
  .trim()
  .max(addressLimit, 'This address is too long.')
  .check(
    z.url({
      protocol: /^https?$/,
      error: 'Write a full address that begins with https:// or http://.',
    }),
  )
  // The URL parser takes zero bytes and lone surrogates in a path; neither can be stored.
  .refine(
    address => findUnstorable(address) === null,
    'This address has a character no address has.',
  )

/** A web address, or nothing. */
export const optionalAddress = z.union([z.literal(''), webAddress])

/**
 * The address by which a source is recognised when it is cited again. It drops what does not lead
 * elsewhere: the fragment, "www.", a trailing slash, the order of the query and the usual
 * tracking parameters. It is for comparing only; readers are sent to the address as cited.
 */
export function canonicalAddress(address: string): string {
  const url = new URL(address)
  const query = [...url.searchParams].filter(([name]) => !isTracking(name)).sort(byNameThenValue)
  const host = url.host.replace(/^www\./, '')
  const path = url.pathname.replace(/\/+$/, '')
  const search = query.length ? `?${new URLSearchParams(query)}` : ''
  return `${host}${path}${search}`
}

/** Whether a parameter of an address only tells where a reader came from. */
export const isTracking = (name: string) =>
  /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid)$/i.test(name)

function byNameThenValue(a: [string, string], b: [string, string]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0
}

export const stances = ['supports', 'refutes', 'gives_context'] as const
export type Stance = (typeof stances)[number]
export const stanceWords: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  gives_context: 'Gives context',
}

/** Whether a passage is the document's own wording or ours: only the first wears quotation marks. */
export const passageKinds = ['exact', 'paraphrase'] as const
export type PassageKind = (typeof passageKinds)[number]

/** One use of a source by one annotation, with the source described as it was cited. */
export const citation = z.strictObject({
  /** Null until somebody chose it: nobody says by default what a source does to a claim. */
  stance: z.enum(stances).nullable(),
  /** Empty while it is being written, or for a source that has no address. */
  url: optionalAddress,
  title: oneLine(500),
  publisher: oneLine(200),
  publishedOn: optionalDate,
  passage: storableText(5000),
  passageKind: z.enum(passageKinds),
  /** Page, paragraph, article or timecode: "p. 12", "Article 4", "00:12:30". */
  locator: oneLine(120),
})
export type Citation = z.infer<typeof citation>

/** A source the newsroom knows, as offered when its address is pasted again. */
export interface KnownSource {
  url: string
  title: string
  publisher: string
  publishedOn: string
  /** How many annotations cite it; besides the one that asks, where one does. */
  uses: number
}
