// `project POPULATION.csv --to YEAR`: what a population may be in the years to come, from a file alone; no installation is asked.
import { backTest, project } from '#pure/projection/project.ts'
import { BadPopulation, readPopulation } from '#pure/projection/read.ts'
import { structureOf } from '#pure/projection/structure.ts'
import { writeProjection } from '#pure/projection/write.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { texts } from '../cli.texts.de.ts'
import { readInput } from './input.ts'
import { projectionTexts } from './project.texts.de.ts'
import { type Command, readWords, tell, Words } from './words.ts'

/** A text of JavaScript ends near 500 million letters. */
const inputLimit = 400 * 1024 * 1024
const farthest = 100

export const projectFile: Command = async (words) => {
  const { names, options } = readWords('project', words, 1, { to: { type: 'string' } })
  const [file] = names as [string]
  if (options.to === undefined) throw new Words(texts.callAs('project'))
  if (!/^\d{4}$/.test(options.to)) throw new Words(projectionTexts.notAYear(options.to))
  const to = Number(options.to)
  const rows = await read(file)
  const structure = understand(() => structureOf(rows))
  const { population, decimals } = structure
  const last = population.years.at(-1)!
  if (to <= last) throw new Error(projectionTexts.already(last, to))
  if (to > last + farthest) throw new Error(projectionTexts.tooFar(last, farthest))
  const projection = project(population, to, decimals)
  for (const sentence of projectionTexts.told(structure, backTest(population, decimals))) tell(sentence)
  // Whoever wants only the beginning ("| head") has it.
  process.stdout.once('error', () => process.exit(0))
  for (const piece of writeProjection(structure, projection, rows.separator))
    if (!process.stdout.write(piece)) await new Promise((drained) => process.stdout.once('drain', drained))
  return 0
}

async function read(file: string) {
  try {
    const { bytes } = await readInput(file, inputLimit)
    return understand(() => readPopulation(decodeText(bytes).text))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new Error(texts.noFile(file))
    if (error instanceof UnreadableFile) throw new Error(projectionTexts.unreadable(error))
    throw error
  }
}

function understand<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof BadPopulation ? new Error(projectionTexts.bad(error)) : error
  }
}
