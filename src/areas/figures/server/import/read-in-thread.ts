// Starts the reading thread with bounded memory and time. A hostile file costs at most these; the server lives on.
import { Worker } from 'node:worker_threads'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import type { Hints } from './read-file.ts'

export class UnsafeFile extends Error {
  override name = 'UnsafeFile'
}

const memory = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }
const seconds = 20

type Message =
  | { extract: Extract }
  | { unreadable: { code: UnreadableFile['code']; line: number | null; detail: Record<string, string | number> } }
  | { broken: true }

/** @throws UnreadableFile when it is none of the formats, UnsafeFile when reading it takes too much memory or time. */
export function readInThread(bytes: Uint8Array, fileName: string, hints: Hints = {}): Promise<Extract> {
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { bytes, fileName, hints },
    resourceLimits: memory,
    env: {},
    stdin: false,
  })
  return new Promise<Extract>((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new UnsafeFile('time'))), seconds * 1000)
    let ended = false
    const end = (say: () => void) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      void thread.terminate().then(say, say)
    }
    thread.on('message', (message: Message) =>
      end(() => {
        if ('extract' in message) resolve(message.extract)
        else if ('unreadable' in message)
          reject(new UnreadableFile(message.unreadable.code, message.unreadable.line, message.unreadable.detail))
        else reject(new UnsafeFile('broken'))
      }),
    )
    thread.on('error', () => end(() => reject(new UnsafeFile('memory'))))
    thread.on('exit', () => end(() => reject(new UnsafeFile('exit'))))
  })
}
