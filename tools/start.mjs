// The first step of every command: plain JavaScript that an old Node runs. It installs what is missing, builds the web
// when it is stale and goes on with Node 24, which the package `node` brings along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installWhenNeeded } from './start/install.mjs'
import { buildWebWhenStale } from './start/web.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What each word starts, and whether it shows the web. */
const commands = {
  demo: { run: ['src/apps/main.ts', 'demo'], web: true },
  serve: { run: ['src/apps/main.ts', 'serve'], web: true },
  worker: { run: ['src/apps/main.ts', 'worker'] },
  cli: { run: ['src/apps/cli.ts'], keepFolder: true },
  test: { run: ['tools/test.ts'] },
  check: { run: ['tools/check.ts'] },
  mutants: { run: ['tools/mutants.ts'] },
  bench: { run: ['tools/bench.ts'], web: true },
}

/** The Node 24 to go on with. Where install scripts are blocked, only the platform package holds the binary. */
function findNode() {
  const places = ['node/bin/node', `node-${process.platform}-${process.arch}/bin/node`, 'node/bin/node.exe']
  const found = places.map((place) => join(root, 'node_modules', place)).find((file) => existsSync(file))
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Für ${process.platform}/${process.arch} wurde kein Node 24 gefunden. Bitte installieren Sie Node 24 oder neuer und starten Sie noch einmal.`,
  )
}

function hand(node, { run, keepFolder }, words) {
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const [file, ...first] = run
  const child = spawn(node, [join(root, file), ...first, ...words], {
    stdio: 'inherit',
    cwd: keepFolder ? process.cwd() : root,
    // What was compiled once, types taken out, need not be again: a third of the second start.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env, PATH: path },
  })
  // A terminal sends Ctrl C to the whole group, so the child has it already and must not get it twice.
  const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  child.on('error', (fault) => {
    console.error(`Node 24 ließ sich nicht starten (${node}): ${fault.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

export async function start([word, ...words]) {
  const command = Object.hasOwn(commands, word ?? '') ? commands[word] : undefined
  if (!command) {
    console.error(`„${word ?? ''}“ kenne ich nicht. Möglich sind: ${Object.keys(commands).join(', ')}.`)
    process.exit(2)
  }
  try {
    await installWhenNeeded(root)
    const node = findNode()
    if (command.web) await buildWebWhenStale(root, node)
    hand(node, command, words)
  } catch (fault) {
    console.error(fault.message)
    process.exit(1)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await start(process.argv.slice(2))
