/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { describeChange } from '@/lib/domain/anchoring/changes/words'
import type { ComparedRun } from '@/lib/domain/anchoring/compared-runs'
import { compareWords } from '@/lib/domain/anchoring/comparison'
import { heardMarks } from '@/lib/domain/anchoring/heard-marks'
import { directionOf } from '@/lib/domain/languages'
import {
  headingOf,
  momentWords,
  type PublisherChange,
  type RevisionMoment,
} from '@/lib/domain/publisher-changes'
import type { EditionView } from '@/lib/site/views'

/** Whose text it is, and who tells of it. */
export interface ChangeContext {
  article: { publisher: string; language: string }
  newsroom: { language: string; timeZone: string }
}

/** What became of one passage: who changed it and when, and both wordings. */
export function ChangeBox({
  change,
  context,
  heading: Heading = 'p',
  isShort = false,
}: {
  change: PublisherChange
  context: ChangeContext
  heading?: 'p' | 'h2'
  /** Leaves out what is long and the same on both sides; the claim's own page has all of it. */
  isShort?: boolean
}) {
  return (
    <div class="since">
      <Heading class="s-head">
        <ChangeHeading change={change} publisher={context.article.publisher} />
      </Heading>
      <ChangeDetails change={change} context={context} isShort={isShort} />
    </div>
  )
}

function ChangeHeading({ change, publisher }: { change: PublisherChange; publisher: string }) {
  const { lead, within, tail } = headingOf(change, publisher)
  return (
    <>
      {lead}
      {within && <bdi>{within}</bdi>}
      {tail}
    </>
  )
}

/** When and what kind of change, both wordings, and what was said of it. */
export function ChangeDetails({
  change,
  context: { article, newsroom },
  isShort,
}: {
  change: PublisherChange
  context: ChangeContext
  isShort: boolean
}) {
  const { kind, reasons, again } = change
  return (
    <>
      <p class="s-when">
        <Moment moment={change} newsroom={newsroom} />
        {again && (
          <>
            , and again <Moment moment={again} newsroom={newsroom} first={change} />
          </>
        )}
        .{kind !== 'removed' && ` ${describeChange({ kind, reasons })}`}
      </p>
      <BothWordings change={change} language={article.language} isShort={isShort} />
      {[change, again].map(moment =>
        moment?.changeNote ? (
          <p class="s-said">
            <bdi>{moment.isOwn ? 'Why:' : 'The publisher says:'}</bdi>{' '}
            <bdi>{moment.isOwn ? moment.changeNote : `“${moment.changeNote}”`}</bdi>
          </p>
        ) : null,
      )}
    </>
  )
}

function Moment({
  moment,
  newsroom,
  first,
}: {
  moment: RevisionMoment
  newsroom: ChangeContext['newsroom']
  /** What it comes after in the sentence. */
  first?: RevisionMoment
}) {
  const { lead, within } = momentWords(moment, newsroom, first)
  return (
    <>
      {lead}
      <time dateTime={moment.changedOn || moment.frozenAt}>{within}</time>
    </>
  )
}

function BothWordings({
  change: { before, after },
  language,
  isShort,
}: {
  change: PublisherChange
  language: string
  isShort: boolean
}) {
  const compared = after === null ? null : comparedWords(before, after)
  const cut = (runs: readonly ComparedRun[], others: readonly ComparedRun[] = []) =>
    isShort ? shortened(partedLike(others, runs)) : runs
  const script = { lang: language, dir: directionOf(language) }
  return (
    <dl class="s-words">
      <dt>When we checked it</dt>
      <dd {...script}>
        “
        <Runs
          runs={cut(compared?.older ?? [{ text: before, mark: true }], compared?.newer)}
          as="del"
        />
        ”
      </dd>
      {compared && (
        <>
          <dt>Now</dt>
          <dd {...script}>
            “<Runs runs={cut(compared.newer, compared.older)} as="ins" />”
          </dd>
        </>
      )}
    </dl>
  )
}

/** What was only set otherwise is no change of words. */
function comparedWords(before: string, after: string) {
  const { older, newer } = compareWords(before, after)
  const calm = (runs: readonly ComparedRun[]) =>
    runs.map(({ text, mark, isTypography }) => ({ text, mark: mark && !isTypography }))
  return { older: calm(older), newer: calm(newer) }
}

/** Marks are a line through or under the words, and are heard where they are not seen. */
function Runs({ runs, as: Tag }: { runs: readonly ComparedRun[]; as: keyof typeof heardMarks }) {
  return (
    <>
      {runs.map(({ text, mark }): ComponentChildren => {
        if (!mark) return text
        // White space at the ends is not underlined, as nobody would by hand.
        const words = text.trim()
        const [lead = '', tail = ''] = words ? text.split(words, 2) : [text]
        return (
          <>
            {lead}
            {words && (
              <Tag>
                <span class="sr" lang="en">
                  [{heardMarks[Tag]}
                </span>
                {words}
                <span class="sr">] </span>
              </Tag>
            )}
            {tail}
          </>
        )
      })}
    </>
  )
}

/** 60 characters, a line of a note, at either end of a long run: enough to see where it stands. */
const kept = 60

/**
 * A side that lacks nothing, parted where the other has words of its own, so that what stands beside
 * them is kept when it is shortened; any other side as it is.
 */
function partedLike(
  others: readonly ComparedRun[],
  runs: readonly ComparedRun[],
): readonly ComparedRun[] {
  if (runs.some(run => run.mark)) return runs
  const text = runs.map(run => run.text).join('')
  const parts: ComparedRun[] = []
  let [from, at] = [0, 0]
  for (const other of others) {
    if (!other.mark) at += other.text.length
    else {
      parts.push({ text: text.slice(from, at), mark: false })
      from = at
    }
  }
  return [...parts, { text: text.slice(from), mark: false }]
}

/** The runs with the middle of long ones left out, whole words, "…" in its place. */
function shortened(runs: readonly ComparedRun[]): ComparedRun[] {
  return runs.map((run, index) => {
    const [isFirst, isLast] = [index === 0 && !run.mark, index === runs.length - 1 && !run.mark]
    // What is marked is what matters: four times as much of it stays.
    const room = run.mark ? 4 * kept : kept
    if (run.text.length <= 2 * room + 20) return run
    const head = isFirst ? '' : run.text.slice(0, room).replace(/\s+\S*$/u, ' ')
    const tail = isLast ? '' : run.text.slice(-room).replace(/^\S*\s+/u, ' ')
    return { ...run, text: `${head}…${tail}` }
  })
}

/** The changes that are told of one note, newest first. */
export function changesOf({ snapshot }: EditionView, key: string): PublisherChange[] {
  return snapshot.publisherChanges.filter(change => change.noteKey === key)
}
