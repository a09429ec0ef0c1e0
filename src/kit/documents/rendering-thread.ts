// The thread in which documents are rendered, one after the other: what it takes in time and memory, no request of others waits for.
import { parentPort } from 'node:worker_threads'
import type { Job, Rendered } from './render.ts'
import { wordOf } from './word.ts'

parentPort?.on('message', async ({ manuscript, as, seconds }: Job) => {
  const say = (rendered: Rendered) => parentPort?.postMessage(rendered)
  try {
    // Typst is native code: where there is no build of it, Word is still to be had.
    const pdf = async () => (await import('./typeset.ts')).typeset(manuscript, seconds)
    say({ bytes: as === 'pdf' ? await pdf() : await wordOf(manuscript) })
  } catch (error) {
    // Where it happened, never with what: the message may quote what somebody wrote.
    say({ broken: error instanceof Error ? error.name : 'unknown' })
  }
})
parentPort?.postMessage({ ready: true } satisfies Rendered)
