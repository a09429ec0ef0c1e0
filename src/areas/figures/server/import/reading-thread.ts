// The thread in which a foreign file is read. It has its own bounded memory: what kills it does not kill the server.
import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readFormSheets } from '../form/read-form.ts'
import { type Hints, readOfficialFile } from './read-file.ts'
import { look } from './summary.ts'

type Task = { bytes: Uint8Array; fileName: string; hints: Hints; only: 'look' | 'form' | null }
const { bytes, fileName, hints, only } = workerData as Task
parentPort?.postMessage({ ready: true })
try {
  if (only === 'form') parentPort?.postMessage({ done: await readFormSheets(bytes) })
  else {
    const extract = await readOfficialFile(bytes, fileName, hints)
    // Whoever only looks gets the counts: two million figures stay here.
    parentPort?.postMessage(only === 'look' ? { done: look(extract) } : { done: extract })
  }
} catch (error) {
  if (error instanceof UnreadableFile)
    parentPort?.postMessage({ unreadable: { code: error.code, line: error.line, detail: error.detail } })
  else parentPort?.postMessage({ broken: true })
}
