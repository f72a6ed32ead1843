import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { type Cost, type Frames, type Memory, Probe } from '@/tests/bench/editor/probes'
import type { Stage } from '@/tests/bench/editor/stage'

/** What was measured of one page. Times in ms. */
export interface Measured {
  name: string
  /** From navigation to words that can be marked; one for each visit. */
  usable: number[]
  /** The same, with the notes in sight drawn. */
  ready: number[]
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

declare global {
  interface Window {
    /** Milliseconds from navigation; missing before the page is usable, and ready. */
    usableAt?: number
    readyAt?: number
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

/** Opens a page, works on it and says what it cost. What fails ends the row, not the run. */
export async function measure(
  browser: Browser,
  stage: Stage,
  visitor: Pick<BrowserContextOptions, 'storageState'>,
  repeats: Repeats,
): Promise<Measured> {
  const measured: Measured = {
    name: stage.name,
    usable: [],
    ready: [],
    marked: [],
    kept: [],
    next: [],
    frames: null,
    memory: null,
    trouble: null,
  }
  const context = await browser.newContext({
    ...visitor,
    viewport: { width: 1440, height: 1000 },
  })
  context.setDefaultTimeout(patience)
  // What names functions where this program is compiled is asked for in the page, too.
  await context.addInitScript('globalThis.__name = named => named')
  try {
    for (let visit = 1; visit < repeats.visits; visit++) {
      const page = await context.newPage()
      await open(page, stage, measured)
      await page.close()
    }
    const page = await context.newPage()
    await open(page, stage, measured)
    await work(page, stage, repeats, measured)
  } catch (error) {
    measured.trouble = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  } finally {
    await context.close()
  }
  return measured
}

/** Goes to the page and writes down when it was usable, and ready, in ms from navigation. */
async function open(page: Page, stage: Stage, measured: Measured): Promise<void> {
  await page.addInitScript(`(() => {
    const look = () => {
      if (${stage.isUsable}) window.usableAt ??= performance.now()
      if (${stage.isReady}) window.readyAt = performance.now()
      else requestAnimationFrame(look)
    }
    look()
  })()`)
  await page.goto(stage.address, { waitUntil: 'commit' })
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(50)) {
    const { usableAt, readyAt } = await page.evaluate(() => ({
      usableAt: window.usableAt,
      readyAt: window.readyAt,
    }))
    if (!usableAt || !readyAt) continue
    measured.usable.push(usableAt)
    measured.ready.push(readyAt)
    return
  }
  throw new Error('It was not ready within a minute.')
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
