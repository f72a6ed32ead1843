import { editionFile, isKey, notFoundPage } from '@/app/(site)/pages'
import { fileNames } from '@/lib/site/files'
import { isStylesheetName } from '@/lib/site/stylesheet'

type Context = { params: Promise<{ slug: string; number: string; path?: string[] }> }

/** Everything of one edition: its page, its claims, its data, its stylesheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, number, path = [] } = await params
  const file = fileAt(path)
  // Nine digits at most: beyond that it is no 32-bit number, which the database would refuse loudly.
  if (!file || !/^[1-9]\d{0,8}$/.test(number)) return notFoundPage(request)
  return editionFile(request, slug, Number(number), file)
}
export const HEAD = GET

function fileAt([first, second, ...rest]: string[]): string | null {
  if (rest.length > 0) return null
  if (first === undefined) return fileNames.edition
  if (first === 'claims') return second && isKey(second) ? fileNames.claim(second) : null
  if (second !== undefined) return null
  return first === fileNames.snapshot || isStylesheetName(first) ? first : null
}
