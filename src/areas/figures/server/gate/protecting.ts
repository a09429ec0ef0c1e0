// Runs the thread that protects: bounded in time and memory, stopped at any moment; the server and the worker live on.
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Certificate, PublicTable } from '#pure/certificate/certificate.ts'
import type { Content, Edition, Released, Why } from '../../rules/gate.ts'

export type Order = {
  title: string
  edition: Edition
  /** `visible`: those for whom the new release is meant see it too. */
  releases: readonly (Released & { visible: boolean })[]
  seconds: number
  seed: number
  version: string
}
/** time: no proof within the time; published: an earlier release already gives it away; exposed: nothing that could be kept back helps. */
export type Fault = 'time' | 'published' | 'exposed' | 'faulty' | 'broken'
export type Outcome = {
  protected: true
  suppressed: string[]
  /** As anybody sees them. */
  cells: { groups: readonly string[]; value: number | null }[]
  trees: Content['trees']
  /** By cell; for the owner alone. */
  why: (Why | null)[]
  values: number[]
  primary: number
  secondary: number
  /** Cells of the finest groups, and what is counted in them. */
  finest: number
  finestHidden: number
  counted: number
  countedHidden: number
  bound: number | null
  cost: number
  narrowest: number | null
  seconds: number
  system: PublicTable
  certificate: Certificate
}
export type Said =
  | { kind: 'better'; hidden: number }
  | { kind: 'failed'; fault: Fault }
  | { kind: 'done'; outcome: Outcome }

const { version } = JSON.parse(readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const grace = 10

/** Null: it was stopped. `watch` is asked about once a second, and told how many cells are kept back so far. */
export async function protectInThread(
  order: Omit<Order, 'version'>,
  watch: (hidden: number | null) => Promise<'go' | 'stop'>,
): Promise<Outcome | Fault | null> {
  const thread = new Worker(new URL('./protecting-thread.ts', import.meta.url), {
    workerData: { ...order, version } satisfies Order,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
    env: {},
    stdin: false,
    stdout: true,
  })
  let hidden: number | null = null
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => void, milliseconds: number) => timers.add(setTimeout(work, milliseconds))
  try {
    return await new Promise<Outcome | Fault | null>((resolve) => {
      later(() => resolve('time'), (order.seconds + grace) * 1000)
      const look = () =>
        watch(hidden).then(
          (answer) => (answer === 'stop' ? resolve(null) : later(look, 1000)),
          () => resolve('broken'),
        )
      void look()
      thread.on('message', (said: Said) => {
        if (said.kind === 'better') hidden = said.hidden
        else resolve(said.kind === 'done' ? said.outcome : said.fault)
      })
      thread.on('error', () => resolve('broken'))
      thread.on('exit', () => resolve('broken'))
    })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    await thread.terminate()
  }
}
