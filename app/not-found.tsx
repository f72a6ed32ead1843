import { Say } from '@/components/ui/say'
import { paths } from '@/lib/paths'

export default function NotFound() {
  return (
    <Say title="There is nothing at this address">
      The link may be old, or a letter of it got lost. The fact-checks are on{' '}
      <a href={paths.home}>the first page</a>; if you work here, go to{' '}
      <a href={paths.desk}>your desk</a>.
    </Say>
  )
}
