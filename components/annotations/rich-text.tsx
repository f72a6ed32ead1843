import { StillText } from '@/components/editor/still-text'
import type { DocumentNode } from '@/lib/domain/rich-text'

/** An explanation to read. */
export function RichText({ node }: { node: DocumentNode }) {
  return (
    <div className="prose is-read">
      <StillText node={node} />
    </div>
  )
}
