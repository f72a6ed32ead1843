import { replaceCitations } from '@/lib/data/citations'
import { type Db, database } from '@/lib/data/database'
import {
  createSource,
  describeSource,
  findSourceAt,
  listCitedSources,
  listSourcesLike,
  lockSources,
  removeUncited,
  type SourceDescription,
  type SourceRow,
} from '@/lib/data/sources'
import { hashValue } from '@/lib/domain/canonical'
import { faultsOf, type Outcome, refuse } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'
import { type Citation, canonicalAddress, type KnownSource, webAddress } from '@/lib/domain/sources'

/** The source at this address, where the newsroom has cited it before, and how many notes `besides` this one do. */
export async function findKnownSource(
  _call: Call,
  address: string,
  besides?: string,
): Promise<Outcome<{ source: KnownSource | null }>> {
  const parsed = webAddress.safeParse(address)
  if (!parsed.success) {
    const faults = faultsOf(parsed.error)
    return refuse('invalid', faults[0]?.message, faults)
  }
  return { ok: true, source: await findSourceAt(database, canonicalAddress(parsed.data), besides) }
}

/** Every source in use, the most lately used first. */
export async function listSources(
  _call: Call,
): Promise<(KnownSource & { id: string; lastUsed: string })[]> {
  const sources = await listCitedSources(database)
  return sources.map(source => ({ ...source, lastUsed: source.lastUsed.toISOString() }))
}

/**
 * Gives a note these citations, each tied to its source. A source is found by its address, or by
 * title and publisher where it has none, else made. What a citation newly says of a source is how the
 * next one will find it described; what is cited elsewhere keeps its own words.
 */
export async function saveCitations(
  tx: Db,
  annotationId: string,
  citations: readonly Citation[],
  before: readonly Citation[],
  at: Date,
): Promise<void> {
  await lockSources(tx)
  const known = await knownSources(tx, citations)
  const rows: (Citation & { sourceId: string })[] = []
  for (const citation of citations) {
    const source = known.get(identityOf(citation)) ?? (await makeSource(tx, citation, at))
    known.set(identityOf(citation), source)
    const said = before.filter(each => identityOf(each) === identityOf(citation))
    const description = descriptionBy(citation, said, source)
    if (hashValue(description) !== hashValue(described(source)))
      await describeSource(tx, source.id, description)
    rows.push({ ...citation, sourceId: source.id })
  }
  await removeUncited(tx, await replaceCitations(tx, annotationId, rows))
}

async function knownSources(
  tx: Db,
  citations: readonly Citation[],
): Promise<Map<string, SourceRow>> {
  const addresses = citations.flatMap(({ url }) => (url ? [canonicalAddress(url)] : []))
  const titles = citations.flatMap(({ url, title }) => (url ? [] : [title]))
  const sources = await listSourcesLike(tx, addresses, titles)
  return new Map(sources.map(source => [identityOf({ ...source, url: source.url ?? '' }), source]))
}

function makeSource(tx: Db, { url, ...citation }: Citation, createdAt: Date): Promise<SourceRow> {
  const address = url
    ? { url, canonicalUrl: canonicalAddress(url) }
    : { url: null, canonicalUrl: null }
  return createSource(tx, { ...address, ...described(citation), createdAt })
}

/** What tells one source from another. */
function identityOf(source: { url: string; title: string; publisher: string }): string {
  const { url, title, publisher } = source
  return hashValue(url ? { address: canonicalAddress(url) } : { title, publisher })
}

/**
 * The source as the citation describes it. What it leaves empty stays as it was, and so does what the note
 * has said of it before: it may have been corrected elsewhere since.
 */
function descriptionBy(
  citation: Citation,
  said: readonly Citation[],
  source: SourceRow,
): SourceDescription {
  const newest = (key: keyof SourceDescription) =>
    citation[key] && said.every(each => each[key] !== citation[key]) ? citation[key] : source[key]
  return {
    title: newest('title'),
    publisher: newest('publisher'),
    publishedOn: newest('publishedOn'),
  }
}

function described({ title, publisher, publishedOn }: SourceDescription): SourceDescription {
  return { title, publisher, publishedOn }
}
