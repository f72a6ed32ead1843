import type { CDPSession, Page } from '@playwright/test'

/** What something cost: processor time of the page's main thread, and the time until it was painted. In ms. */
export interface Cost {
  /** Script alone. */
  script: number
  /** Script, style, layout and paint. */
  busy: number
  /** From the press to the frame after, as a person sees it. */
  painted: number
}

/** Frames while somebody scrolls, in ms. */
export interface Frames {
  median: number
  worst: number
  /** Share of frames that took longer than two of the screen's (33 ms). */
  late: number
}

export interface Memory {
  /** Bytes of the JavaScript heap after a collection. */
  heap: number
  /** Nodes of the document. */
  nodes: number
}

/** Reads what the browser knows of its own work. */
export class Probe {
  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Probe> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Probe(page, session)
  }

  /** What `act` costs until `condition` (JavaScript for the page) holds and the frame that shows it is there. */
  async cost(act: () => Promise<unknown>, condition: string): Promise<Cost> {
    // As source: the page's policy lets nothing be compiled in it, and the debugger needs not ask.
    await this.page.evaluate(`(${watchForPaint})(() => (${condition}))`)
    const before = await this.#metrics()
    await act()
    const painted = await this.page.evaluate(() => window.painted)
    const after = await this.#metrics()
    const spent = (name: string) => 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))
    return { script: spent('ScriptDuration'), busy: spent('TaskDuration'), painted }
  }

  async memory(): Promise<Memory> {
    await this.session.send('HeapProfiler.enable')
    await this.session.send('HeapProfiler.collectGarbage')
    const metrics = await this.#metrics()
    return { heap: metrics.get('JSHeapUsedSize') ?? 0, nodes: metrics.get('Nodes') ?? 0 }
  }

  /** Turns the wheel a notch each frame and times the frames. */
  async scroll(notches: number): Promise<Frames> {
    const frames = this.page.evaluate(timeFrames, notches)
    await this.page.mouse.move(600, 500)
    for (let notch = 0; notch < notches; notch++) await this.page.mouse.wheel(0, 240)
    const times = await frames
    return {
      median: quantile(times, 0.5),
      worst: quantile(times, 1),
      late: times.filter(time => time > 33.4).length / times.length,
    }
  }

  async #metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.session.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }
}

/** The value below which a share of the others lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

declare global {
  interface Window {
    /** Milliseconds from the press to the frame that shows what it did. */
    painted: Promise<number>
  }
}

/** Runs in the page: times from the next press (key or mouse) to the frame after `condition` holds. */
function watchForPaint(holds: () => boolean): void {
  window.painted = new Promise((done, fail) => {
    setTimeout(() => fail(new Error('Nothing was painted within half a minute.')), 30_000)
    let pressed = 0
    const press = (event: Event) => {
      pressed = event.timeStamp
    }
    const options = { capture: true, passive: true, once: true }
    for (const kind of ['pointerup', 'keydown'] as const)
      window.addEventListener(kind, press, options)
    const look = () => {
      if (pressed === 0 || !holds()) return void requestAnimationFrame(look)
      // The frame that shows it, and the moment after.
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)))
    }
    look()
  })
}

/** Runs in the page: how long each frame took, from the first wheel event on, in ms. */
function timeFrames(notches: number): Promise<number[]> {
  return new Promise(done => {
    const times: number[] = []
    let before = 0
    const frame = (now: number) => {
      if (before > 0) times.push(now - before)
      before = now
      if (times.length < notches) requestAnimationFrame(frame)
      else done(times)
    }
    window.addEventListener('wheel', () => requestAnimationFrame(frame), {
      once: true,
      passive: true,
    })
  })
}
