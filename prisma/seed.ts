import type { AnnotationContent, AnnotationView } from '@/lib/domain/annotations'
import { demoPassword } from '@/lib/domain/demo'
import type { ArticleDesk } from '@/lib/domain/desk'
import { personId } from '@/lib/domain/ids'
import type { Outcome } from '@/lib/domain/outcomes'
import type { Decision, OwnMove } from '@/lib/domain/review'
import { type Actor, type Call, roleWords } from '@/lib/domain/roles'
import { defaultScale } from '@/lib/domain/scales'
import { sentencesOf } from '@/lib/domain/segments'
import { createAnnotation, moveAnnotation, saveAnnotation } from '@/lib/services/annotations'
import { createArticle, findArticleDesk } from '@/lib/services/articles'
import { planNextEdition, publishEdition } from '@/lib/services/editions'
import { changeLooks } from '@/lib/services/looks'
import { setUpNewsroom } from '@/lib/services/newsrooms'
import { acceptInvite, invitePerson } from '@/lib/services/people'
import { reviewAnnotation } from '@/lib/services/reviews'
import { checkCredentials } from '@/lib/services/sessions'
import { answerThread, startThread } from '@/lib/services/threads'
import { blocks, check, details, leftSentences } from '@/prisma/demo/article'
import * as notes from '@/prisma/demo/notes'
import { type DemoPerson, newsroom, people } from '@/prisma/demo/people'

/** Who can sign in to the demonstration, for the lines that `npm start` prints. */
export const demoPeople = Object.values(people).map(({ name, email, role }) => ({
  name,
  email,
  role: roleWords[role].word,
  password: demoPassword,
}))

/**
 * Fills an empty database with a small newsroom, through the same services that people use: every
 * approval is somebody else's and every step is in the audit log. It happened in the five days
 * before `now`.
 */
export async function seedDemo(now: Date): Promise<void> {
  const ago = clockBefore(now)
  must(await setUpNewsroom({ settings: newsroom, scale: defaultScale, isDemo: true }, ago(120)))
  const desk = new DemoDesk(await joinAll(ago(119)), ago)
  await desk.bringIn(118)
  await writeFirstEdition(desk)
  await correctIt(desk)
  await leaveWorkForToday(desk)
}

async function writeFirstEdition(desk: DemoDesk): Promise<void> {
  const first = await desk.write('ines', notes.firstTreaty, 117)
  const count = await desk.write(
    'ines',
    withExplanation(notes.fourteenCountries, notes.miscounted),
    116,
  )
  const promise = await desk.write('maren', firstDraftOf(notes.brokenPromise), 115)
  const twice = await desk.write('maren', notes.writtenTwice, 114)
  const mind = await desk.write('ines', notes.nobodysMind, 113)
  for (const note of [first, count, promise, twice, mind]) await desk.move(note, 'submit', 112)

  await desk.review(
    'tobias',
    promise,
    'ask_changes',
    98,
    '“Contested” carries the whole verdict. Can we name who contests it, and on what ground?',
  )
  await desk.rewrite(promise, notes.brokenPromise, 96)
  await desk.move(promise, 'submit', 95.5)
  for (const note of [first, twice, mind]) await desk.review('ruth', note, 'approve', 94)
  for (const note of [count, promise]) await desk.review('tobias', note, 'approve', 93)
  await desk.publish('ruth', 92, [])
}

async function correctIt(desk: DemoDesk): Promise<void> {
  const count = desk.noteOn(notes.fourteenCountries)
  await desk.rewrite(count, notes.fourteenCountries, 48)
  await desk.move(count, 'submit', 47.5)
  await desk.review('tobias', count, 'approve', 47)
  await desk.publish('tobias', 46, [
    {
      kind: 'factual_error',
      text: 'We wrote that thirteen countries had joined since 1997. There are fourteen. The verdict has not changed.',
      noteKeys: [count.key],
    },
  ])
}

async function leaveWorkForToday(desk: DemoDesk): Promise<void> {
  const hushed = await desk.write('maren', notes.hushedUp, 30)
  await desk.move(hushed, 'submit', 29)
  await desk.review('ruth', hushed, 'approve', 27)

  const join = await desk.write('ines', notes.rightToJoin, 26)
  await desk.move(join, 'submit', 25)
  const oder = await desk.write('ines', notes.namedTheOder, 24)
  const talks = await desk.write('maren', notes.threeTalks, 23)
  await desk.move(talks, 'retire', 22, 'Nobody disputes the dates; not worth a reader’s time.')

  const asked = 'Have we asked the archive whether later records name the river?'
  const thread = await desk.remark('ruth', oder, asked, 7)
  const answer = 'I have written to them. Until they answer, “unproven” is as far as we can go.'
  await desk.answer('ines', thread, answer, 6)
  await desk.move(oder, 'submit', 5.5)
  const remark =
    'Say first what the article gets right: no outsider has a say. Then what it gets wrong.'
  await desk.review('tobias', join, 'ask_changes', 5, remark)

  await desk.write('maren', notes.stoltenbergDenied, 3)
  await desk.look('maren', leftSentences, 2)
  await desk.write('ruth', notes.notPublic, 0.5, true)
}

/** The people of the demonstration at work on its one article. */
class DemoDesk {
  readonly #actors: Record<DemoPerson, Actor>
  readonly #ago: (hours: number) => Date
  readonly #notes = new Map<string, AnnotationView>()
  #desk: ArticleDesk | null = null

  constructor(actors: Record<DemoPerson, Actor>, ago: (hours: number) => Date) {
    this.#actors = actors
    this.#ago = ago
  }

  async bringIn(hours: number): Promise<void> {
    const call = this.#call('maren', hours)
    const { id } = must(await createArticle(call, { details, blocks }))
    this.#desk = must(await findArticleDesk(call, id)).desk
  }

  async write(
    who: DemoPerson,
    note: notes.DemoNote,
    hours: number,
    toCheck = false,
  ): Promise<AnnotationView> {
    const { article, revision } = this.#open()
    const content = { ...note.content, anchors: [this.#spanOf(note.words)] }
    const made = await createAnnotation(this.#call(who, hours), article.id, {
      revisionId: revision.id,
      content,
      toCheck,
    })
    return this.#keep(must(made).annotation)
  }

  /** Looks at the sentences that begin with these words, and leaves them. */
  async look(who: DemoPerson, left: typeof leftSentences, hours: number): Promise<void> {
    const { article, revision } = this.#open()
    const text = blocks.map(block => block.text).join('\n')
    const sentences = sentencesOf(text, article.language)
    const changes = left.map(([words, reason]) => {
      const sentence = sentences.find(({ start }) => text.startsWith(words, start))
      return { ...found(sentence, `a sentence “${words}…”`), seen: null, to: { reason } }
    })
    const revisionId = revision.id
    must(await changeLooks(this.#call(who, hours), article.id, { revisionId, changes }))
  }

  async rewrite(note: AnnotationView, to: notes.DemoNote, hours: number): Promise<void> {
    const { version, revisionId } = this.#now(note)
    const content: AnnotationContent = { ...to.content, anchors: [this.#spanOf(to.words)] }
    const save = { version, revisionId, content }
    this.#keep(
      must(await saveAnnotation(this.#callOf(note.ownerId, hours), note.id, save)).annotation,
    )
  }

  async move(note: AnnotationView, move: OwnMove, hours: number, reason = ''): Promise<void> {
    const { version } = this.#now(note)
    this.#keep(
      must(
        await moveAnnotation(this.#callOf(note.ownerId, hours), note.id, { move, version, reason }),
      ).annotation,
    )
  }

  async review(
    who: DemoPerson,
    note: AnnotationView,
    decision: Decision,
    hours: number,
    comment = '',
  ): Promise<void> {
    const { contentHash } = this.#now(note)
    const done = await reviewAnnotation(this.#call(who, hours), note.id, {
      decision,
      contentHash,
      comment,
    })
    this.#keep(must(done).annotation)
  }

  async remark(
    who: DemoPerson,
    note: AnnotationView,
    body: string,
    hours: number,
  ): Promise<string> {
    const { annotation } = must(
      await startThread(this.#call(who, hours), note.id, { body, quote: '' }),
    )
    return found(this.#keep(annotation).threads.at(-1), 'the remark just made').id
  }

  async answer(who: DemoPerson, threadId: string, body: string, hours: number): Promise<void> {
    this.#keep(must(await answerThread(this.#call(who, hours), threadId, { body })).annotation)
  }

  async publish(
    who: DemoPerson,
    hours: number,
    corrections: Parameters<typeof publishEdition>[2]['corrections'],
  ): Promise<void> {
    const call = this.#call(who, hours)
    const { article } = this.#open()
    const { plan } = must(await planNextEdition(call, article.id))
    const going = plan.going.map(({ key, contentHash }) => ({ key, contentHash }))
    must(await publishEdition(call, article.id, { ...check, notes: going, corrections }))
  }

  noteOn({ words }: notes.DemoNote): AnnotationView {
    const note = [...this.#notes.values()].find(each => each.anchors[0]?.quote === words)
    return found(note, `a note on “${words}”`)
  }

  #spanOf(words: string): { start: number; end: number } {
    const text = blocks.map(block => block.text).join('\n')
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`The demo article does not say “${words}”.`)
    return { start, end: start + words.length }
  }

  #call(who: DemoPerson, hours: number): Call {
    return { actor: this.#actors[who], at: this.#ago(hours) }
  }

  #callOf(id: string, hours: number): Call {
    return {
      actor: found(
        Object.values(this.#actors).find(actor => actor.id === id),
        id,
      ),
      at: this.#ago(hours),
    }
  }

  #open(): ArticleDesk {
    return found(this.#desk, 'the article')
  }

  #now(note: AnnotationView): AnnotationView {
    return found(this.#notes.get(note.id), note.key)
  }

  #keep(note: AnnotationView): AnnotationView {
    this.#notes.set(note.id, note)
    return note
  }
}

/** Everyone joins as in life: by invitation, one after the other. */
async function joinAll(at: Date): Promise<Record<DemoPerson, Actor>> {
  const ruth = await join('ruth', at)
  const tobias = await join('tobias', at)
  const maren = await join('maren', at)
  const ines = await join('ines', at)
  return { ruth, tobias, maren, ines }
}

async function join(who: DemoPerson, at: Date): Promise<Actor> {
  const { name, email, role } = people[who]
  const { token } = must(await invitePerson(null, { email, role }, at))
  must(await acceptInvite(token, { name, password: demoPassword }, at))
  const { person } = must(
    await checkCredentials({ email, password: demoPassword, network: '' }, at),
  )
  return { id: personId.parse(person.id), name: person.name, role: person.role }
}

/** What was first sent: one reason and one source short of what Tobias let pass. */
function firstDraftOf(note: notes.DemoNote): notes.DemoNote {
  const { reasons, citations } = note.content
  return {
    ...note,
    content: { ...note.content, reasons: reasons.slice(0, 1), citations: citations.slice(0, 1) },
  }
}

function withExplanation(
  note: notes.DemoNote,
  explanation: AnnotationContent['explanation'],
): notes.DemoNote {
  return { ...note, content: { ...note.content, explanation } }
}

/** Hours before `now`, a minute further apart than asked at each use, so that no two steps share a moment. */
function clockBefore(now: Date): (hours: number) => Date {
  let steps = 0
  return hours => new Date(now.getTime() - hours * 3_600_000 + steps++ * 1000)
}

function must<T>(outcome: Outcome<T>): { ok: true } & T {
  if (!outcome.ok)
    throw new Error(
      `The demo could not be made: ${outcome.message} ${JSON.stringify(outcome.faults ?? '')}`,
    )
  return outcome
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`The demo lacks ${what}.`)
  return value
}
