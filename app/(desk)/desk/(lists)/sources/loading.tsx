import { PageLoading } from '@/components/desk/page-loading'

export default function Loading() {
  return <PageLoading title="Sources" fetching="the sources" />
}
