// What is looked at before anything starts: whether the words are known, the port is free, and only an example is thrown away.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ManagedFault } from '#kit/db/managed/fault.ts'
import { startManaged } from '#kit/db/managed/managed.ts'
import { texts } from './texts.de.ts'

/** While this file lies in the folder, its example is only half built. */
export const buildingMark = 'demo.building'
/** What the building of an example leaves in its folder. */
export const exampleMemory = 'demo.json'

/** @throws an Error with a German sentence about a word that nothing answers to. */
export function refuseUnknownWords(mode: string, words: readonly string[]): void {
  const unknown = words.find((word) => word !== '--fresh')
  if (unknown !== undefined) throw new Error(texts.unknownWord(unknown))
  if (words.length > 0 && mode !== 'demo') throw new Error(texts.freshIsForTheDemo)
}

/** Asked before the minutes of building, not after them. @throws an Error with a German sentence. */
export async function refuseOccupiedPort(port: number): Promise<void> {
  if (port === 0) return
  const server = createServer()
  await new Promise<void>((free, fail) => {
    server.once('error', (fault: NodeJS.ErrnoException) => fail(new Error(texts.noPort(port, fault.code ?? ''))))
    server.listen(port, '127.0.0.1', () => server.close(() => free()))
  })
}

/** Throws the example of this folder away. @throws where the folder is in use or holds something else. */
export async function clearExample(data: string): Promise<void> {
  if (!existsSync(data) || readdirSync(data).length === 0) return
  if (![buildingMark, exampleMemory].some((name) => existsSync(join(data, name))))
    throw new Error(texts.notAnExample(data))
  try {
    // Whoever holds the folder is named; a database that outlived its application ends before its files go.
    const managed = await startManaged({ data, log: () => undefined })
    await managed.stop()
  } catch (fault) {
    if (fault instanceof ManagedFault && fault.reason === 'held') throw fault
  }
  rmSync(data, { recursive: true, force: true })
}
