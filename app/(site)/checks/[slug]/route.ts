import { editionFile } from '@/app/(site)/pages'
import { fileNames } from '@/lib/site/files'

type Context = { params: Promise<{ slug: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return editionFile(request, (await params).slug, 'latest', fileNames.latest)
}
export const HEAD = GET
