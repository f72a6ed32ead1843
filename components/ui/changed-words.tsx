import { heardMarks } from '@/lib/domain/anchoring/heard-marks'

/**
 * Words that were taken out or put in: a line through or under them, heard where it is not seen.
 * `.changed-end` is where they end, however many lines they take.
 */
export function ChangedWords({
  as: Mark,
  children,
}: {
  as: keyof typeof heardMarks
  children: string
}) {
  // White space at the ends is not underlined, as nobody would by hand.
  const words = children.trim()
  if (words === '') return children
  const [lead, tail] = children.split(words)
  // With a direction of its own, what is heard does not turn a text whose direction follows its words.
  return (
    <>
      {lead}
      <Mark>
        <span className="sr" lang="en" dir="ltr">
          [{heardMarks[Mark]}
        </span>
        {words}
        <span className="changed-end" />
        <span className="sr">] </span>
      </Mark>
      {tail}
    </>
  )
}
