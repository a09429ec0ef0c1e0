// One step of `npm run check` and `npm test`: a command or a function, how long it took, and what it had to say.
import { spawn } from 'node:child_process'

export type Outcome = { title: string; ok: boolean; seconds: number; output: string }
export type Step = { title: string; run: () => Promise<{ ok: boolean; output: string }> }

/** Runs a tool of node_modules/.bin (start.mjs puts it on the path) and keeps quiet while it does well. */
export function command(title: string, file: string, words: readonly string[]): Step {
  const run = () =>
    new Promise<{ ok: boolean; output: string }>((done) => {
      const child = spawn(file, words, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (part: string) => {
          output += part
        })
      child.on('error', (fault) => done({ ok: false, output: `${file}: ${fault.message}` }))
      child.on('close', (code) => done({ ok: code === 0, output: output.trim() }))
    })
  return { title, run }
}

export async function take(step: Step): Promise<Outcome> {
  const began = performance.now()
  const { ok, output } = await step.run().catch((fault: unknown) => ({
    ok: false,
    output: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
  }))
  const seconds = (performance.now() - began) / 1000
  console.log(`${ok ? '✓' : '✗'} ${step.title} (${seconds.toFixed(1)} s)`)
  if (!ok && output) console.log(indented(output))
  return { title: step.title, ok, seconds, output }
}

export const indented = (text: string) => text.replace(/^/gm, '    ')

/** Takes the steps two at a time, in their order: the machine has two cores. */
export async function takeAll(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const waiting = [...steps]
  const hand = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await take(step))
  }
  await Promise.all([hand(), hand()])
  return outcomes
}
