import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What the holder of a folder tells the next one. */
interface Note {
  port: number
  word: string
  /** Where the holder's application is, or null where it is a short command. */
  address: string | null
}

export type Hold = { ok: true; release(): Promise<void> } | { ok: false; address: string | null }

/**
 * Holds `folder` for this process, so that two of them do not share a database that only one of them
 * stops. The holder answers at a port with a word that only the note in the folder tells: a process
 * number would not do, because after a restart of a container another process has the same one.
 */
export async function holdFolder(folder: string, address: string | null): Promise<Hold> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'running.json')
  const word = randomUUID()
  const { server, port } = await answerWith(word)
  while (!(await take(file, { port, word, address }))) {
    const other = await findHolder(file)
    if (other) {
      server.close()
      return { ok: false, address: other.address }
    }
    await rm(file, { force: true })
  }
  return {
    ok: true,
    release: async () => {
      await rm(file, { force: true })
      server.close()
    },
  }
}

/**
 * Writes the note where there is none: of two who write at once, the system lets one. Two who both
 * found an old note may remove each other's, so it is read again a moment later.
 */
async function take(file: string, note: Note): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(JSON.stringify(note))
    await handle.close()
    await pause(50)
    return (await readNote(file))?.word === note.word
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Who holds the folder, or null where the note was left by a run that is over. */
async function findHolder(file: string): Promise<Note | null> {
  const note = await readNote(file)
  return note && (await ask(note.port)) === note.word ? note : null
}

/** The note; one that says nothing yet may be being written, which takes milliseconds. */
async function readNote(file: string): Promise<Note | null> {
  for (let tries = 0; tries < 10; tries++, await pause(20)) {
    const words = await readFile(file, 'utf8').catch(() => null)
    if (words === null) return null
    const note = parseNote(words)
    if (note) return note
  }
  return null
}

function parseNote(words: string): Note | null {
  try {
    const note = JSON.parse(words) as Note
    return note.port && note.word ? note : null
  } catch {
    return null
  }
}

function answerWith(word: string): Promise<{ server: Server; port: number }> {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.end(word)
  })
  server.unref()
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done({ server, port: typeof address === 'object' && address ? address.port : 0 })
    })
  })
}

/** What is said at a port, or "" where nobody listens. */
function ask(port: number): Promise<string> {
  return new Promise(done => {
    const said: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('data', chunk => said.push(chunk))
    socket.on('error', () => {})
    socket.once('close', () => done(Buffer.concat(said).toString()))
  })
}
