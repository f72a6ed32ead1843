import type { Nudge } from '@/lib/domain/live'
import type { Follower, Hub } from '@/lib/live/hub'

/** Milliseconds after which a browser should come back by itself. */
const retry = 2_000

/** Four beats, a minute, in which nothing could be delivered: nobody is there. */
const patience = 4

/**
 * A minute and a half. A page whose line was cut in silence takes nothing and says nothing, and the system
 * below us may hold it for alive for a quarter of an hour: only by coming back does a page show that
 * somebody is there. Oftener would be chatter; who left unseen is shown for that long.
 */
export const lifetime = 90_000

/** Milliseconds after which the page comes back then: at once, so that it misses nothing for long. */
const retrySoon = 100

/** Five seconds for it to be back: nobody is told that it left, and came. */
export const overlap = 5_000

interface Following extends Pick<Follower, 'articleId' | 'personId' | 'name' | 'isSignedIn'> {
  /** The last entry of the log that the page knows. */
  since: number
}

/**
 * What happens to an article, as server-sent events (HTML, 9.2). At most one message waits for a
 * page that is slow to take it: the newest, which stands for those before. So it is with who else is here.
 */
export function streamOf(
  hub: Pick<Hub, 'follow'>,
  { since, ...who }: Following,
): ReadableStream<Uint8Array> {
  let leave = () => {}
  let waiting: Nudge | null = null
  // Before it is known: a page that comes back may show somebody who has left.
  const here = { told: '', now: '' }
  let send = () => {}
  return new ReadableStream(
    {
      start(controller) {
        const pipe = pipeOf(controller)
        const finish = () => {
          clearTimeout(end)
          leave()
          pipe.close()
        }
        const end = setTimeout(() => {
          pipe.write(`retry: ${retrySoon}\n\n`)
          pipe.close()
          setTimeout(() => leave(), overlap).unref()
        }, lifetime)
        end.unref()
        send = () => {
          // Writing to a page that waits calls this again, so what is written is noted first.
          if (waiting && pipe.isReady()) {
            const message = messageOf(waiting)
            waiting = null
            pipe.write(message)
          }
          if (here.now !== here.told && pipe.isReady()) {
            here.told = here.now
            pipe.write(`event: here\ndata: ${here.now}\n\n`)
          }
        }
        pipe.write(`retry: ${retry}\n\n`)
        const unfollow = hub.follow(
          {
            ...who,
            tell: nudge => {
              waiting = merge(waiting, nudge)
              send()
            },
            meet: people => {
              here.now = JSON.stringify(people)
              send()
            },
            beat: () => {
              if (!pipe.beat()) finish()
            },
            end: finish,
          },
          since,
        )
        leave = () => {
          clearTimeout(end)
          unfollow()
        }
      },
      pull: () => send(),
      cancel: () => leave(),
    },
    { highWaterMark: 2 },
  )
}

/** Both in one: what is told stands for all before it. */
function merge(waiting: Nudge | null, nudge: Nudge): Nudge {
  return waiting
    ? { seq: Math.max(waiting.seq, nudge.seq), isOwn: waiting.isOwn && nudge.isOwn }
    : nudge
}

function messageOf(nudge: Nudge): string {
  return `id: ${nudge.seq}\ndata: ${JSON.stringify(nudge)}\n\n`
}

/** Writing to a stream that may be full, or over. */
function pipeOf(controller: ReadableStreamDefaultController<Uint8Array>) {
  const encoder = new TextEncoder()
  let isOver = false
  let missed = 0
  const isReady = () => !isOver && (controller.desiredSize ?? 0) > 0
  const write = (text: string) => controller.enqueue(encoder.encode(text))
  return {
    isReady,
    write,
    /** Shows the page that its line holds; false where nobody has taken anything for too long. */
    beat(): boolean {
      missed = isReady() ? 0 : missed + 1
      if (missed === 0) write('event: beat\ndata:\n\n')
      return missed < patience
    },
    close(): void {
      if (isOver) return
      isOver = true
      try {
        controller.close()
      } catch {
        // The page went first.
      }
    },
  }
}
