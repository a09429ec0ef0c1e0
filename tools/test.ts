// `npm test`: everything that CI proves, in order, with one closing summary. `npm test -- WORD …` runs only the test files
// whose path contains a word.
import { globSync } from 'node:fs'
import { testCluster } from '#kit/db/managed/test-database.ts'
import { chromium } from './proof/chromium.ts'
import { closingLines, noCounts, runTests } from './proof/run-tests.ts'
import { staticChecks } from './proof/static-checks.ts'
import { command, type Outcome, take, takeAll } from './proof/steps.ts'

const minutesAtMost = 60
const began = performance.now()
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const wanted = (file: string) => words.length === 0 || words.some((word) => file.includes(word))
/** What takes long begins first, so that at the end nothing runs alone. */
const long = ['mutants', 'cli/import', 'matrix', 'kill', 'oberbayern', 'hauptaufgabe', 'zusammenarbeit', 'managed']
const rank = (file: string) => {
  const at = long.findIndex((word) => file.includes(word))
  return at < 0 ? long.length : at
}
const find = (...patterns: string[]) =>
  globSync(patterns)
    .filter(wanted)
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
const tests = find('src/**/*.test.ts', 'tools/**/*.test.ts')
const stories = find('stories/**/*.story.ts')

const stop = new AbortController()
const outcomes: Outcome[] = []
const counts = noCounts()

const tooLong = setTimeout(() => {
  console.log(`Abgebrochen: Die Prüfung dauert länger als ${minutesAtMost} Minuten.`)
  stop.abort()
}, minutesAtMost * 60_000)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

/** One PostgreSQL for all files; each file clones a migrated template in it. */
async function withDatabase(work: () => Promise<void>) {
  process.env.NAHTSTELLE_TEST_ENGINE ??= 'npm'
  const cluster = await testCluster()
  Object.assign(process.env, cluster.env)
  try {
    await work()
  } finally {
    await cluster.stop()
  }
}

async function runAll() {
  if (words.length === 0) outcomes.push(...(await takeAll(staticChecks)))
  if (tests.length + stories.length === 0) return
  // The web first: stories look at it, and tests that start the programme itself serve it.
  outcomes.push(await take(command('Oberfläche bauen', process.execPath, ['tools/start/web.mjs'])))
  await withDatabase(async () => {
    const began = performance.now()
    const ok = await runTests({ files: tests, concurrency: 2, minutesPerFile: 10, signal: stop.signal }, counts)
    outcomes.push({ title: `${tests.length} Testdateien`, ok, seconds: (performance.now() - began) / 1000, output: '' })
    if (stories.length > 0 && !stop.signal.aborted) await runStories()
  })
}

async function runStories() {
  outcomes.push(await take(chromium))
  const began = performance.now()
  // One of them holds a limit of five seconds and has the machine for itself.
  const alone = stories.filter((file) => file.includes('zwei-browser'))
  const others = stories.filter((file) => !alone.includes(file))
  const rounds = [
    { files: others, concurrency: 2 },
    { files: alone, concurrency: 1 },
  ]
  let ok = true
  for (const round of rounds) ok = (await runTests({ ...round, minutesPerFile: 15, signal: stop.signal }, counts)) && ok
  outcomes.push({
    title: `${stories.length} Geschichten im Browser`,
    ok,
    seconds: (performance.now() - began) / 1000,
    output: '',
  })
}

await runAll().catch((fault: unknown) => {
  const output = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  console.log(output)
  outcomes.push({ title: 'Ablauf der Prüfung', ok: false, seconds: 0, output })
})
clearTimeout(tooLong)

const ok = outcomes.length > 0 && outcomes.every((outcome) => outcome.ok) && !stop.signal.aborted
console.log('\nZusammenfassung')
for (const { title, ok, seconds } of outcomes) console.log(`  ${ok ? '✓' : '✗'} ${title} (${seconds.toFixed(1)} s)`)
if (outcomes.length === 0)
  console.log(`  ✗ Keine Testdatei enthält ${words.map((word) => `„${word}“`).join(' oder ')}.`)
console.log(
  `  ${ok ? 'Alles bewiesen' : 'Nicht alles bewiesen'} nach ${((performance.now() - began) / 60_000).toFixed(1)} Minuten.`,
)
console.log(closingLines(counts))
process.exit(ok ? 0 : 1)
