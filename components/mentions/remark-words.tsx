import { remarkParts } from '@/lib/domain/mentions'
import './mentions.css'

/** A remark with those it calls on set apart. */
export function RemarkWords({ body }: { body: string }) {
  let at = 0
  return remarkParts(body).map(part => {
    at += 1
    if (part.kind === 'words') return <span key={at}>{part.text}</span>
    return (
      <b key={at} className="mention">
        @{part.person.name}
      </b>
    )
  })
}
