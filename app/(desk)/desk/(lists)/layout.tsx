import type { ReactNode } from 'react'
import { TopBar } from '@/components/desk/top-bar'
import { requireCall } from '@/lib/auth'

export default async function ListsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireCall()
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <TopBar actor={{ name: actor.name, role: actor.role }} />
      <main id="main" className="lists" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
