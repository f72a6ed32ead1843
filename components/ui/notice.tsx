import type { ReactNode } from 'react'
import './controls.css'

/**
 * Says what happened (`lead`), what was kept and what to do (`children`), with buttons to do it
 * (`actions`). A notice that appears while someone works is announced: `live`.
 */
export function Notice({
  lead,
  tone = 'plain',
  live,
  children,
  actions,
}: {
  lead: string
  tone?: 'plain' | 'bad'
  live?: 'status' | 'alert'
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={live}>
      <p>
        <b>{lead}</b> {children}
      </p>
      {actions && <div className="acts">{actions}</div>}
    </div>
  )
}
