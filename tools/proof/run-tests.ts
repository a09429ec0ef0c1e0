// Runs test files with Node's own runner, says one line per file, shows what failed, and adds up the closing numbers.
import { relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { indented } from './steps.ts'

export type Counts = {
  tests: number
  suites: number
  pass: number
  fail: number
  cancelled: number
  skipped: number
  todo: number
  duration: number
}
export const noCounts = (): Counts => ({
  tests: 0,
  suites: 0,
  pass: 0,
  fail: 0,
  cancelled: 0,
  skipped: 0,
  todo: 0,
  duration: 0,
})

type Options = { files: readonly string[]; concurrency: number; minutesPerFile: number; signal: AbortSignal }

export async function runTests(
  { files, concurrency, minutesPerFile, signal }: Options,
  total: Counts,
): Promise<boolean> {
  if (files.length === 0) return true
  const spoken = new Map<string, string>()
  const began = performance.now()
  let ok = true
  const stream = run({ files: [...files], concurrency, timeout: minutesPerFile * 60_000, signal })
  const name = (file?: string) => (file ? relative(process.cwd(), file) : '')
  const hear = ({ file, message }: { file?: string; message: string }) =>
    spoken.set(name(file), `${spoken.get(name(file)) ?? ''}${message}`.slice(-20_000))
  stream.on('test:stdout', hear)
  stream.on('test:stderr', hear)
  stream.on('test:fail', ({ name: title, file, line, details, skip, todo }) => {
    const { error } = details
    if (skip !== undefined || todo !== undefined || ('failureType' in error && error.failureType === 'subtestsFailed'))
      return
    // A file that breaks before its first test carries its own name; what went wrong is in what it said.
    const broken = title === file
    console.log(`✗ ${name(file)}:${line ?? 1} › ${broken ? 'bricht ab' : title}`)
    console.log(indented(broken ? (spoken.get(name(file)) ?? '') : inspect(error.cause ?? error, { depth: 6 })))
  })
  stream.on('test:summary', ({ file, counts, duration_ms: took, success }) => {
    if (file === undefined) {
      ok &&= success
      add(total, counts as typeof counts & Pick<Finished, 'failed'>)
      return
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} übersprungen` : ''
    console.log(`${success ? '✓' : '✗'} ${name(file)} (${counts.tests}${skipped}; ${(took / 1000).toFixed(1)} s)`)
    if (!success && spoken.has(name(file))) console.log(indented(spoken.get(name(file))!.trimEnd()))
    spoken.delete(name(file))
  })
  for await (const _ of stream);
  total.duration += performance.now() - began
  return ok && total.fail === 0 && total.cancelled === 0
}

/** What the runner counts; its published type leaves out `failed`. */
type Finished = Record<'tests' | 'suites' | 'passed' | 'failed' | 'cancelled' | 'skipped' | 'todo', number>

function add(total: Counts, counts: Finished) {
  total.tests += counts.tests
  total.suites += counts.suites
  total.pass += counts.passed
  total.fail += counts.failed
  total.cancelled += counts.cancelled
  total.skipped += counts.skipped
  total.todo += counts.todo
}

/** The closing lines of Node's runner, as CI reads them. */
export const closingLines = ({ duration, ...counts }: Counts) =>
  [
    ...Object.entries(counts).map(([word, count]) => `# ${word} ${count}`),
    `# duration_ms ${Math.round(duration)}`,
  ].join('\n')
