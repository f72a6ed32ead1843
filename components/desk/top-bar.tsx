import Link from 'next/link'
import { AccountMenu } from '@/components/desk/account-menu'
import { DeskNav } from '@/components/desk/desk-nav'
import type { Role } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** The bar above every page of the desk but the editor, which has its own. */
export function TopBar({ actor }: { actor: { name: string; role: Role } }) {
  return (
    <header className="top">
      <Link className="brand" href={paths.desk}>
        <span className="pil" aria-hidden="true">
          ¶
        </span>
        <span className="brand-name">Rubric</span>
      </Link>
      <DeskNav />
      <Link className="btn" href={paths.newArticle}>
        New article
      </Link>
      <AccountMenu actor={actor} />
    </header>
  )
}
