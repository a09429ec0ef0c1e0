// The first step of every command, tried in a small copy: what it starts, with which Node, and what it says when it cannot.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'

const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } })
const platformNode = `node_modules/node-${process.platform}-${process.arch}/bin`

/** A copy with Node in the place where npm leaves it when install scripts are blocked. */
function copy(t: TestContext, installed = '1.0.0'): string {
  const root = mkdtempSync(join(tmpdir(), 'start-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const part of ['tools/start.mjs', 'tools/start', 'bin']) cpSync(part, join(root, part), { recursive: true })
  for (const folder of ['src/apps', platformNode, 'npm']) mkdirSync(join(root, folder), { recursive: true })
  symlinkSync(process.execPath, join(root, platformNode, 'node'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'))
  writeFileSync(join(root, 'node_modules/.package-lock.json'), lock(installed))
  writeFileSync(join(root, 'npm/npm'), '#!/bin/sh\necho "npm error code ENOSPC"\nexit 1\n')
  chmodSync(join(root, 'npm/npm'), 0o755)
  return root
}

type Ended = { code: number | null; signal: string | null; output: string }

function start(
  root: string,
  words: string[],
  hear: (output: string, stop: (signal: NodeJS.Signals) => void) => void = () => {},
) {
  const { npm_execpath: _, ...env } = process.env
  const child = spawn(process.execPath, words, {
    cwd: join(root, 'src'),
    env: { ...env, PATH: `${join(root, 'npm')}:${env.PATH}` },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part
      hear(output, (signal) => child.kill(signal))
    })
  return new Promise<Ended>((done) => child.on('close', (code, signal) => done({ code, signal, output })))
}

test('the command line keeps its folder, its words and its exit code', async (t) => {
  const root = copy(t)
  writeFileSync(
    join(root, 'src/apps/cli.ts'),
    'console.log(process.cwd(), process.argv.slice(2).join(), process.version)\nprocess.exit(3)',
  )
  const { code, output } = await start(root, [join(root, 'bin/nahtstelle'), 'help', 'protect'])
  assert.equal(code, 3)
  assert.match(output, /\/src help,protect v2[4-9]/)
  assert.ok(existsSync(join(root, 'node_modules/.nahtstelle-lock')), 'the next start only compares the stamp')
})

test('signals reach the programme, and its way of ending is handed on', async (t) => {
  const root = copy(t)
  const stop = "process.on('SIGTERM', () => process.exit(7))\nsetInterval(() => {}, 1000)\nconsole.log('up')"
  writeFileSync(join(root, 'src/apps/main.ts'), stop)
  const ended = await start(
    root,
    [join(root, 'tools/start.mjs'), 'worker'],
    (output, send) => output.includes('up') && send('SIGTERM'),
  )
  assert.equal(ended.code, 7)
  writeFileSync(join(root, 'src/apps/main.ts'), "setInterval(() => {}, 1000)\nconsole.log('up')")
  const killed = await start(
    root,
    [join(root, 'tools/start.mjs'), 'worker'],
    (output, send) => output.includes('up') && send('SIGTERM'),
  )
  assert.equal(killed.signal, 'SIGTERM')
})

test('a failing installation says in German what to do', async (t) => {
  const root = copy(t, '0.9.0')
  const { code, output } = await start(root, [join(root, 'tools/start.mjs'), 'demo'])
  assert.equal(code, 1)
  assert.match(output, /Der Datenträger ist voll\. .*\nIhre Daten sind nicht berührt\./)
})

test('an unknown word is answered with the known ones', async (t) => {
  const { code, output } = await start(copy(t), [join(process.cwd(), 'tools/start.mjs'), 'dmeo'])
  assert.equal(code, 2)
  assert.match(output, /„dmeo“ kenne ich nicht\. Möglich sind: demo, serve/)
})
