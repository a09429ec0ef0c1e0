// Installs the packages when the lockfile asks for others than are there. The usual case, nothing to do, costs one small
// read; everything is said on standard error so that the command line's output stays clean.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const seconds = (since) => Math.round((Date.now() - since) / 1000)

export async function installWhenNeeded(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules/.nahtstelle-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!npmAgrees(root, JSON.parse(lock.toString('utf8')))) await install(root)
  writeFileSync(stamp, hash)
}

/** Somebody may have installed by hand: npm notes what lies in node_modules, and then nothing has to be fetched again. */
function npmAgrees(root, wanted) {
  const note = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const there = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(wanted.packages).every(
    ([place, { version, optional }]) => place === '' || optional || there[place]?.version === version,
  )
}

async function install(root) {
  const began = Date.now()
  console.error('Nahtstelle richtet sich ein: Pakete werden geladen (einmalig, meist ein bis zwei Minuten) …')
  const ticking = setInterval(() => console.error(`  … noch dabei (${seconds(began)} s)`), 15_000)
  const { code, output } = await npm(root)
  clearInterval(ticking)
  if (code !== 0) throw new Error(whatWentWrong(output))
  console.error(`  fertig nach ${seconds(began)} s.`)
}

function npm(root) {
  const words = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error']
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  const [file, ...first] = cli ? [process.execPath, cli] : ['npm']
  return new Promise((done) => {
    const child = spawn(file, [...first, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (output += part))
    const stop = () => child.kill('SIGTERM')
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
    const end = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stop)
      done({ code, output })
    }
    child.on('error', (fault) => {
      output += fault.message
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

const reasons = [
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i,
    'Das Paketverzeichnis ist nicht erreichbar. Bitte prüfen Sie die Verbindung oder den Proxy.',
  ],
  [/EACCES|EPERM|EROFS/, 'In diesen Ordner darf nicht geschrieben werden. Bitte prüfen Sie die Rechte.'],
  [/ENOSPC/, 'Der Datenträger ist voll. Nahtstelle braucht etwa 700 MB.'],
  [
    /EINTEGRITY/,
    'Ein geladenes Paket entspricht nicht der erwarteten Prüfsumme. Bitte versuchen Sie es noch einmal; bleibt es dabei, verändert etwas auf dem Weg die Pakete.',
  ],
  [/spawn npm ENOENT/, 'npm wurde nicht gefunden. Bitte installieren Sie Node.js mit npm.'],
]

function whatWentWrong(output) {
  const reason = reasons.find(([pattern]) => pattern.test(output))?.[1] ?? 'npm ist mit einem Fehler abgebrochen.'
  const last = output.trim().split('\n').slice(-12).join('\n')
  return `Die Pakete konnten nicht eingerichtet werden. ${reason}\nIhre Daten sind nicht berührt. Danach bitte noch einmal starten.\n\nnpm meldete:\n${last}`
}
