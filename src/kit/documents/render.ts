// From a manuscript to a file, in one thread of this process with bounded time. Whoever waits too long, or meets a fault, gets a sentence and no half file.
import { Worker } from 'node:worker_threads'
import { secondsOf } from '#kit/clock/days.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { FileOut } from '#kit/http/scene.ts'
import type { As } from './contract.ts'
import { everyText, type Manuscript, written } from './manuscript.ts'

export type Job = { manuscript: Manuscript; as: As; seconds: number }
export type Rendered = { ready: true } | { bytes: Uint8Array } | { broken: string }
export type Limits = {
  /** For one document, once the thread has its programme. */
  seconds: number
  /** How many may wait; beyond that a new one is refused at once. */
  waiting: number
}

const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }
const limits: Limits = { seconds: 30, waiting: 40 }
const secondsToStart = 60
const types: Readonly<Record<As, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A thread that renders one document after the other; a broken or slow one is given up and the next gets a new one. */
export function renderer(most: Limits) {
  let thread: { worker: Worker; ready: boolean } | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const started = () => {
    const worker = new Worker(new URL('./rendering-thread.ts', import.meta.url), {
      resourceLimits: memory,
      env: {},
      stdin: false,
    })
    worker.unref()
    return { worker, ready: false }
  }

  function one(job: Job): Promise<Uint8Array> {
    thread ??= started()
    const mine = thread
    const { worker } = mine
    return new Promise<Uint8Array>((resolve, reject) => {
      let timer: NodeJS.Timeout
      const end = (say: () => void, gone: boolean) => {
        clearTimeout(timer)
        worker.off('message', heard).off('error', failed).off('exit', failed)
        worker.unref()
        if (gone) {
          thread = null
          // Native code is not interrupted; nobody waits for it.
          void worker.terminate()
        }
        say()
      }
      const failed = () => end(() => reject(new Refusal('notRendered')), true)
      const limit = (seconds: number) => setTimeout(failed, seconds * 1000)
      const heard = (said: Rendered) => {
        if ('ready' in said) {
          mine.ready = true
          clearTimeout(timer)
          timer = limit(most.seconds)
        } else if ('bytes' in said) end(() => resolve(said.bytes), false)
        else failed()
      }
      // Until it has its programme, a busy server is to blame; from then on the document is.
      timer = limit(mine.ready ? most.seconds : secondsToStart)
      worker.on('message', heard).on('error', failed).on('exit', failed)
      worker.ref()
      worker.postMessage(job)
    })
  }

  return async function render(job: Job): Promise<Uint8Array> {
    if (waiting >= most.waiting) throw new Refusal('notRendered')
    waiting += 1
    const mine = last.then(() => one({ ...job, manuscript: everyText(job.manuscript, written) }))
    last = mine.catch(() => null)
    return mine.finally(() => {
      waiting -= 1
    })
  }
}
const render = renderer(limits)

/** The file of a document. It is rendered when the transaction has ended, so that no connection waits for it. */
export const documentFile = (name: string, manuscript: Manuscript, as: As, at: string): FileOut => ({
  name: `${fileName(name)}.${as}`,
  type: types[as],
  bytes: () => render({ manuscript, as, seconds: secondsOf(at) }),
})

/** What every file system takes. */
const fileName = (text: string) =>
  text
    .replaceAll(/[^\p{L}\p{N} .,-]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, 120)
