// The thread in which a foreign file is read. It has its own bounded memory: what kills it does not kill the server.
import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readFormSheets } from '../form/read-form.ts'
import { type Hints, readOfficialFile } from './read-file.ts'
import { type Drawing, draw } from './shapes.ts'
import { look } from './summary.ts'

type Task =
  | { bytes: Uint8Array; fileName: string; hints: Hints; only: 'look' | 'form' | null }
  | ({ only: 'draw' } & Drawing)
const task = workerData as Task
parentPort?.postMessage({ ready: true })
try {
  if (task.only === 'draw') parentPort?.postMessage({ done: draw(task) })
  else if (task.only === 'form') parentPort?.postMessage({ done: await readFormSheets(task.bytes) })
  else {
    const extract = await readOfficialFile(task.bytes, task.fileName, task.hints)
    // Whoever only looks gets the counts: two million figures stay here.
    parentPort?.postMessage(task.only === 'look' ? { done: look(extract) } : { done: extract })
  }
} catch (error) {
  if (error instanceof UnreadableFile)
    parentPort?.postMessage({ unreadable: { code: error.code, line: error.line, detail: error.detail } })
  else parentPort?.postMessage({ broken: true })
}
