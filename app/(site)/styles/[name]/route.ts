import { notFoundPage } from '@/app/(site)/pages'
import { hashText } from '@/lib/domain/canonical'
import { answer } from '@/lib/site/answers'
import { cssType } from '@/lib/site/files'
import { siteStylesheet } from '@/lib/site/stylesheet'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name, css } = siteStylesheet()
  if ((await params).name !== name) return notFoundPage(request)
  return answer(request, {
    status: 200,
    contentType: cssType,
    body: css,
    brotli: null,
    hash: hashText(css),
    keep: 'forever',
  })
}
export const HEAD = GET
