// The thread in which a foreign list is read. It has its own bounded memory: what kills it does not kill the server.
import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readRows } from './read-rows.ts'

try {
  parentPort?.postMessage({ rows: await readRows((workerData as { bytes: Uint8Array }).bytes) })
} catch (error) {
  if (error instanceof UnreadableFile) parentPort?.postMessage({ unreadable: { code: error.code, line: error.line } })
  else parentPort?.postMessage({ broken: true })
}
