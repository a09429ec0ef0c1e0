// Starts the reading thread with bounded memory and time. A hostile file costs at most these; the server lives on.
import { Worker } from 'node:worker_threads'
import { Refusal } from '#kit/http/refusal.ts'
import type { TextRow } from '#pure/table-file/separated.ts'

const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }
const seconds = 20
type Message = { rows: TextRow[] } | { unreadable: { code: string; line: number | null } } | { broken: true }

/** @throws Refusal unreadable or unsafeFile, whose sentence says what to do. */
export function readRowsInThread(bytes: Uint8Array): Promise<TextRow[]> {
  const thread = new Worker(new URL('./rows-thread.ts', import.meta.url), {
    workerData: { bytes },
    resourceLimits: memory,
    env: {},
    stdin: false,
  })
  return new Promise<TextRow[]>((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Refusal('unsafeFile'))), seconds * 1000)
    let ended = false
    const end = (say: () => void) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      void thread.terminate().then(say, say)
    }
    thread.on('message', (message: Message) =>
      end(() => {
        if ('rows' in message) resolve(message.rows)
        else if ('unreadable' in message)
          reject(
            new Refusal('unreadable', { code: message.unreadable.code, line: String(message.unreadable.line ?? '') }),
          )
        else reject(new Refusal('unsafeFile'))
      }),
    )
    thread.on('error', () => end(() => reject(new Refusal('unsafeFile'))))
    thread.on('exit', () => end(() => reject(new Refusal('unsafeFile'))))
  })
}
