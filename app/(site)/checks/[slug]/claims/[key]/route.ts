import { editionFile, isKey, notFoundPage } from '@/app/(site)/pages'
import { fileNames } from '@/lib/site/files'

type Context = { params: Promise<{ slug: string; key: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, key } = await params
  if (!isKey(key)) return notFoundPage(request)
  return editionFile(request, slug, 'latest', fileNames.claim(key))
}
export const HEAD = GET
