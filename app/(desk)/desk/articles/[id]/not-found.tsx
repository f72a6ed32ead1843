import Link from 'next/link'
import { paths } from '@/lib/paths'

export default function ArticleNotFound() {
  return (
    <main className="lists">
      <header className="q-head">
        <h1>No article here</h1>
      </header>
      <p className="say-0">
        There is no article at this address, or it is not for you. Go to{' '}
        <Link href={paths.articles}>the articles</Link>.
      </p>
    </main>
  )
}
