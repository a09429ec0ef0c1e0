// The thread in which a foreign file is read. It has its own bounded memory: what kills it does not kill the server.
import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { type Hints, readOfficialFile } from './read-file.ts'

const { bytes, fileName, hints } = workerData as { bytes: Uint8Array; fileName: string; hints: Hints }
try {
  parentPort?.postMessage({ extract: await readOfficialFile(bytes, fileName, hints) })
} catch (error) {
  if (error instanceof UnreadableFile)
    parentPort?.postMessage({ unreadable: { code: error.code, line: error.line, detail: error.detail } })
  else parentPort?.postMessage({ broken: true })
}
