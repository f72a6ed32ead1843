import { canonicalJson } from '@/lib/domain/canonical'
import type { EditionSnapshot } from '@/lib/domain/editions'
import { paths } from '@/lib/paths'
import { renderClaimPage, renderRetiredPage } from '@/lib/site/claim-page'
import { renderEditionPage } from '@/lib/site/edition-page'
import { cssType, fileNames, htmlType, jsonType, type SiteFile } from '@/lib/site/files'
import { editionStylesheet } from '@/lib/site/stylesheet'
import { type EditionView, viewOf } from '@/lib/site/views'

/**
 * Every file of an edition, from its snapshot and nothing else: the same snapshot and origin give the
 * same bytes. `origin` is the site's, without a slash at the end.
 */
export function renderEdition(
  snapshot: EditionSnapshot,
  { origin }: { origin: string },
): SiteFile[] {
  const view = viewOf(snapshot, origin)
  const { name, css } = editionStylesheet(view)
  // Always by the edition's own address, so that a page kept in a cache finds the sheet it was made with.
  const stylesheet = `${paths.edition(snapshot.article.slug, snapshot.number)}/${name}`
  const html = (path: string, body: string): SiteFile => ({ path, contentType: htmlType, body })
  return [
    html(fileNames.latest, renderEditionPage(view, 'latest', stylesheet)),
    html(fileNames.edition, renderEditionPage(view, 'edition', stylesheet)),
    ...view.notes.map(note =>
      html(fileNames.claim(note.key), renderClaimPage(view, note, stylesheet)),
    ),
    ...snapshot.retired.map(note =>
      html(fileNames.retired(note.key), renderRetiredPage(view, note, stylesheet)),
    ),
    { path: fileNames.snapshot, contentType: jsonType, body: snapshotJson(view) },
    { path: name, contentType: cssType, body: css },
  ]
}

/** The snapshot in its canonical form, so that whoever has the file can compute the hash beside it. */
function snapshotJson({ snapshot, hash }: EditionView): string {
  return `{"hash":"${hash}","snapshot":${canonicalJson(snapshot)}}`
}
