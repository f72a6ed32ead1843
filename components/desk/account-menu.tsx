'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { SignOutButton } from '@/components/people/sign-out-button'
import { ThemeChoice } from '@/components/reading/looks-choice'
import { initialsOf } from '@/components/ui/avatar'
import { type Role, roleWords } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** Behind the initials: who you are signed in as, and what is yours. Esc or a press elsewhere closes it. */
export function AccountMenu({ actor }: { actor: { name: string; role: Role } }) {
  const menu = useRef<HTMLDivElement>(null)
  const close = () => menu.current?.hidePopover()
  return (
    <>
      <button type="button" className="avatar me" popoverTarget="account-menu" title={actor.name}>
        {initialsOf(actor.name)}
        <span className="sr">, account of {actor.name}</span>
      </button>
      <div ref={menu} id="account-menu" className="menu" popover="auto">
        <p>
          <strong>{actor.name}</strong>
          <br />
          {roleWords[actor.role].word}
        </p>
        <ul>
          <li>
            <Link href={paths.account} onClick={close}>
              Account
            </Link>
          </li>
          {actor.role === 'admin' && (
            <li>
              <Link href={paths.settings} onClick={close}>
                Settings
              </Link>
            </li>
          )}
          <li>
            <a href={paths.home}>Published fact-checks</a>
          </li>
          <li>
            <SignOutButton className="" />
          </li>
        </ul>
        <ThemeChoice />
      </div>
    </>
  )
}
