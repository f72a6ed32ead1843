'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { leadsAway } from '@/components/drafting/leaving'
import { useStore } from '@/components/editor/desk-context'
import { Dialog } from '@/components/ui/dialog'

/** Asks before a link of ours takes a draft away that the browser does not keep. */
export function LeaveQuestion() {
  const store = useStore()
  const router = useRouter()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const link = target?.closest<HTMLAnchorElement>('a[href]')
      if (!link || !leadsAway(link, event, window.location.href)) return
      if (!store.drafter.isLostByLeaving()) return
      event.preventDefault()
      event.stopPropagation()
      setAddress(link.href)
    }
    // Before the link itself hears of it.
    window.addEventListener('click', press, true)
    return () => window.removeEventListener('click', press, true)
  }, [store])
  const stay = () => setAddress(null)
  return (
    <Dialog open={address !== null} title="Leave without the draft?" onClose={stay}>
      <p>
        This browser keeps nothing for us, and the draft is not frozen: what you changed is gone
        once you leave.
      </p>
      <div className="acts">
        <button type="button" className="btn" onClick={stay}>
          Go on editing
        </button>
        <button type="button" className="btn" onClick={() => address && router.push(address)}>
          Leave without it
        </button>
      </div>
    </Dialog>
  )
}
