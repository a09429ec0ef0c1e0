// Starts the reading thread with bounded memory and time. A hostile file costs at most these; the server lives on.
import { Worker } from 'node:worker_threads'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { FormSheet } from '../../rules/form.ts'
import type { Extract } from './extract.ts'
import type { Hints } from './read-file.ts'
import type { Drawing } from './shapes.ts'
import type { Looked } from './summary.ts'

export class UnsafeFile extends Error {
  override name = 'UnsafeFile'
}

const memory = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }
/** A look may take its time: nobody else waits for it. */
const seconds = { whole: 20, look: 120, form: 20 }
const start = 60

type Message<T> =
  | { ready: true }
  | { done: T }
  | { unreadable: { code: UnreadableFile['code']; line: number | null; detail: Record<string, string | number> } }
  | { broken: true }

/** @throws UnreadableFile when it is none of the formats, UnsafeFile when reading it takes too much memory or time. */
export const readInThread = (bytes: Uint8Array, fileName: string, hints: Hints = {}): Promise<Extract> =>
  inThread<Extract>({ bytes, fileName, hints, only: null }, seconds.whole)

/** The same, but only its summary comes back. */
export const lookInThread = (bytes: Uint8Array, fileName: string, hints: Hints = {}): Promise<Looked> =>
  inThread<Looked>({ bytes, fileName, hints, only: 'look' }, seconds.look)

/** The cells of a form that was filled in, with the same bounds. */
export const formInThread = (bytes: Uint8Array): Promise<FormSheet[]> =>
  inThread<FormSheet[]>({ bytes, fileName: '', hints: {}, only: 'form' }, seconds.form)

/** The map that is drawn of shapes that were kept. */
export const drawInThread = (drawing: Drawing): Promise<string> =>
  inThread<string>({ ...drawing, only: 'draw' }, seconds.look)

function inThread<T>(workerData: Record<string, unknown>, most: number): Promise<T> {
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: memory,
    env: {},
    stdin: false,
  })
  return new Promise<T>((resolve, reject) => {
    const limit = (time: number) => setTimeout(() => end(() => reject(new UnsafeFile('time'))), time * 1000)
    // Until it has its programme, a busy server is to blame; from then on the file is.
    let timer = limit(start)
    let ended = false
    const end = (say: () => void) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      void thread.terminate().then(say, say)
    }
    thread.on('message', (message: Message<T>) => {
      if ('ready' in message) {
        clearTimeout(timer)
        timer = limit(most)
        return
      }
      end(() => {
        if ('done' in message) resolve(message.done)
        else if ('unreadable' in message)
          reject(new UnreadableFile(message.unreadable.code, message.unreadable.line, message.unreadable.detail))
        else reject(new UnsafeFile('broken'))
      })
    })
    thread.on('error', () => end(() => reject(new UnsafeFile('memory'))))
    thread.on('exit', () => end(() => reject(new UnsafeFile('exit'))))
  })
}
