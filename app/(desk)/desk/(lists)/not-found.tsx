import Link from 'next/link'
import { paths } from '@/lib/paths'

export default function DeskNotFound() {
  return (
    <>
      <header className="q-head">
        <h1>Nothing here</h1>
      </header>
      <p className="say-0">
        There is nothing at this address, or it is not for you. Go to{' '}
        <Link href={paths.desk}>my work</Link> or to <Link href={paths.articles}>the articles</Link>
        .
      </p>
    </>
  )
}
