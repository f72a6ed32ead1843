'use client'

import { useState } from 'react'
import { choiceKeys, countsInWords } from '@/components/articles/kind-choices'
import { type Block, type BlockKind, blockKinds, blockWords } from '@/lib/domain/articles'
import type { Direction } from '@/lib/domain/languages'

/** 150 blocks: a long article whole, and a page that stays quick with a book. */
const step = 150

/** What the text was taken for, block by block, each with its kind to correct. */
export function BlockPreview({
  blocks,
  keysOf,
  language,
  direction,
  onKind,
}: {
  blocks: readonly Block[]
  /** The recognised blocks: a choice is kept under what was recognised. */
  keysOf: readonly Block[]
  language: string | undefined
  direction: Direction
  onKind: (key: string, kind: BlockKind) => void
}) {
  const [limit, setLimit] = useState(step)
  const keys = choiceKeys(keysOf)
  const rest = blocks.length - limit
  return (
    <>
      <p className="preview-counts" role="status">
        {countsInWords(blocks)}
      </p>
      <ol className="blocks">
        {blocks.slice(0, limit).map((block, index) => {
          const key = keys[index] ?? ''
          return (
            <li key={key}>
              <select
                value={block.kind}
                aria-label={`Kind of block ${index + 1}, “${opening(block.text)}”`}
                onChange={event => {
                  const kind = blockKinds.find(each => each === event.target.value)
                  if (kind) onKind(key, kind)
                }}
              >
                {blockKinds.map(kind => (
                  <option key={kind} value={kind}>
                    {blockWords[kind]}
                  </option>
                ))}
              </select>
              <p className={`b-${block.kind}`} lang={language} dir={direction}>
                {block.text}
              </p>
            </li>
          )
        })}
      </ol>
      {rest > 0 && (
        <button type="button" className="link" onClick={() => setLimit(limit + step)}>
          Show {Math.min(rest, step)} more of {rest.toLocaleString('en')}
        </button>
      )}
    </>
  )
}

function opening(text: string): string {
  return text.slice(0, 60).split(/\s+/).slice(0, 5).join(' ')
}
