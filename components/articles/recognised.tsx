'use client'

import { BlockPreview } from '@/components/articles/block-preview'
import type { TextDesk } from '@/components/articles/use-text'
import { Notice } from '@/components/ui/notice'

/** What the text was taken for, and what in it is worth a look. */
export function Recognised({ desk }: { desk: TextDesk }) {
  const { preview, reading } = desk
  return (
    <section aria-labelledby="recognised" aria-busy={reading}>
      <h2 id="recognised">What was recognised</h2>
      {desk.notices.map(notice => (
        <Notice key={notice} lead="Worth a look.">
          {notice}
        </Notice>
      ))}
      {preview ? (
        <BlockPreview
          blocks={desk.blocks}
          keysOf={desk.recognised}
          language={desk.language}
          direction={desk.direction}
          onKind={desk.changeKind}
        />
      ) : (
        <p className="preview-empty">
          {reading
            ? 'Reading the text…'
            : 'Paragraphs, sub-headings, lists and the language show here as soon as there is a text. Each can be corrected.'}
        </p>
      )}
    </section>
  )
}
