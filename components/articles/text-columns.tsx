'use client'

import { Recognised } from '@/components/articles/recognised'
import { TextInput } from '@/components/articles/text-input'
import type { TextDesk } from '@/components/articles/use-text'
import { Notice } from '@/components/ui/notice'
import './articles.css'

/** A text on one side, what was made of it on the other. */
export function TextColumns({
  desk,
  label,
  error,
}: {
  desk: TextDesk
  label: string
  error: string | undefined
}) {
  return (
    <div className="two-columns">
      <div>
        <TextInput
          label={label}
          text={desk.text}
          language={desk.language}
          direction={desk.direction}
          error={error}
          onText={desk.changeText}
          onFile={desk.takeFile}
        />
        <FileNotices desk={desk} />
      </div>
      <Recognised desk={desk} />
    </div>
  )
}

function FileNotices({ desk: { fileRefusal, replaced, text } }: { desk: TextDesk }) {
  return (
    <>
      {fileRefusal && (
        <Notice lead={`“${fileRefusal.name}” was not read.`} tone="bad" live="alert">
          {fileRefusal.message} {text.trim() !== '' && 'Your text is as it was.'}
        </Notice>
      )}
      {replaced && (
        <Notice
          lead={replaced.why}
          live="status"
          actions={
            <button type="button" className="btn" onClick={replaced.putBack}>
              Put it back as it was
            </button>
          }
        />
      )}
    </>
  )
}
