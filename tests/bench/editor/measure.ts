import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { type Cost, type Frames, type Memory, Probe } from '@/tests/bench/editor/probes'
import type { Stage } from '@/tests/bench/editor/stage'

/** What was measured of one page. Times in ms. */
export interface Measured {
  name: string
  /** One for each visit, in their order. */
  visits: Visit[]
  /** From letting go of the mouse to marked words. */
  marked: Cost[]
  /** From the key to the kept note, the server's answer included; empty where there is no such key. */
  kept: Cost[]
  next: Cost[]
  frames: Frames | null
  memory: Memory | null
  /** What could not be done, in words. */
  trouble: string | null
}

/** How long after navigation a page was there, in ms. */
export interface Visit {
  /** Words can be selected and marked. */
  usable: number
  /** The same, with the notes in sight drawn. */
  ready: number
}

declare global {
  interface Window {
    /** Kept by the page itself from before its first script on. */
    visited?: Promise<Visit>
  }
}

/** How often each thing is done. */
export interface Repeats {
  visits: number
  marks: number
  steps: number
  notches: number
}

/** A minute: whoever waits longer has gone. */
const patience = 60_000

/**
 * Opens a page in a browser that has never seen it, works on it and says what it cost. What fails ends
 * the row, not the run.
 */
export async function measure(
  context: BrowserContext,
  stage: Stage,
  repeats: Repeats,
): Promise<Measured> {
  const measured: Measured = {
    name: stage.name,
    visits: [],
    marked: [],
    kept: [],
    next: [],
    frames: null,
    memory: null,
    trouble: null,
  }
  context.setDefaultTimeout(patience)
  // What names functions where this program is compiled is asked for in the page, too.
  await context.addInitScript('globalThis.__name = named => named')
  try {
    // It is the browser's first visit that counts, and not the server's first answer.
    await context.request.get(stage.address)
    for (let visit = 1; visit < repeats.visits; visit++) {
      const page = await context.newPage()
      measured.visits.push(await open(page, stage))
      await page.close()
    }
    const page = await context.newPage()
    measured.visits.push(await open(page, stage))
    await work(page, stage, repeats, measured)
  } catch (error) {
    measured.trouble = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
  return measured
}

/**
 * Goes to the page, which looks at itself every few milliseconds: asking it from here, or in each of its
 * frames, would take from the processors what is measured.
 */
async function open(page: Page, stage: Stage): Promise<Visit> {
  await page.addInitScript(`window.visited = new Promise(done => {
    let usable = 0
    const look = setInterval(() => {
      if (!usable && (${stage.isUsable})) usable = performance.now()
      if (!usable || !(${stage.isReady})) return
      clearInterval(look)
      done({ usable, ready: performance.now() })
    }, 5)
  })`)
  await page.goto(stage.address, { waitUntil: 'commit' })
  const visit = await Promise.race([page.evaluate(() => window.visited), pause(patience)])
  if (!visit) throw new Error('It was not ready within a minute.')
  return visit
}

async function work(page: Page, stage: Stage, repeats: Repeats, measured: Measured) {
  const probe = await Probe.on(page)
  for (let turn = 0; turn < repeats.marks; turn++) {
    await select(page, (turn + 0.5) / repeats.marks)
    measured.marked.push(await probe.cost(() => page.mouse.up(), stage.isMarked))
    const { keep } = stage
    if (keep) measured.kept.push(await probe.cost(() => keep.press(page), keep.isKept))
  }
  // From the beginning, so that there are notes to go on to.
  await page.evaluate(() => document.getElementById('text')?.focus())
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < repeats.steps; step++) {
    const before = JSON.stringify(await page.evaluate(stage.shown))
    const isNext = `(${stage.shown}) !== '' && (${stage.shown}) !== ${before}`
    measured.next.push(await probe.cost(() => stage.next(page), isNext))
  }
  await page.evaluate(() => window.scrollTo({ top: 0 }))
  measured.frames = await probe.scroll(repeats.notches)
  measured.memory = await probe.memory()
}

/**
 * Drags over three words of a paragraph at a share of the way through the article; the mouse stays down.
 * Begins anew where they have moved meanwhile: marks that are drawn into the lines above make them longer.
 */
async function select(page: Page, share: number): Promise<void> {
  const find = () => page.evaluate(findWords, share)
  await find()
  for (const deadline = Date.now() + patience; Date.now() < deadline; await page.mouse.up()) {
    const { from, to } = await find()
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    if (await page.evaluate(() => getSelection()?.isCollapsed === false)) return
  }
  throw new Error('The words do not stand still.')
}

/** Runs in the page: scrolls to the words and says where they are. */
function findWords(share: number) {
  const isLong = (block: Element) => (block.textContent ?? '').split(' ').length > 15
  const blocks = [...document.querySelectorAll('#text p')].filter(isLong)
  const block = blocks[Math.floor(share * blocks.length)]
  if (!block) throw new Error('No paragraph is long enough.')
  block.scrollIntoView({ block: 'center' })
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const ends: { node: Text; from: number; to: number }[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    for (const { index, 0: word } of node.data.matchAll(/[\p{L}\p{N}]+/gu))
      ends.push({ node, from: index, to: index + word.length })
  }
  const boxOf = ({ node, from, to }: (typeof ends)[number]) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getClientRects()[0] ?? range.getBoundingClientRect()
  }
  const isFree = ({ x, y }: { x: number; y: number }) =>
    document.elementFromPoint(x, y)?.closest('a') === null
  for (let at = 3; at + 2 < ends.length; at++) {
    const [first, last] = [ends[at], ends[at + 2]]
    if (!first || !last) break
    const [start, end] = [boxOf(first), boxOf(last)]
    const from = { x: start.left + 1, y: start.top + start.height / 2 }
    const to = { x: end.right - 1, y: end.top + end.height / 2 }
    // On one line, and not on the number of a note, which is a link.
    if (Math.abs(from.y - to.y) < 2 && isFree(from) && isFree(to)) return { from, to }
  }
  throw new Error('No words are free here.')
}
