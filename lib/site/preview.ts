import { fileNames, type SiteFile } from '@/lib/site/files'
import { isStylesheetName } from '@/lib/site/stylesheet'

/**
 * The article's page as one document, its stylesheet inside it: a preview has no address that a
 * stylesheet could be fetched from, since nothing of it is stored.
 */
export function previewOf(files: readonly SiteFile[]): string {
  const page = bodyOf(files, ({ path }) => path === fileNames.latest)
  const css = bodyOf(files, ({ path }) => isStylesheetName(path))
  return page.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
}

function bodyOf(files: readonly SiteFile[], isIt: (file: SiteFile) => boolean): string {
  const file = files.find(isIt)
  if (!file) throw new Error('An edition has a page and a stylesheet.')
  return file.body
}
