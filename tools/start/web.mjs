// Builds the web into dist/web when one of its sources has changed since the last build. The finished folder is put in
// place in one step, so that a running server never serves half a build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'public', 'src']
/** Rooms that never reach the browser: a change there is no reason to build. */
const serverOnly = /\.(test\.ts|sql|md)$|(^|\/)(store|server|chores|rows)(\.ts$|\/)/

function sourceHash(root) {
  const hash = createHash('sha256')
  for (const source of sources) {
    const place = join(root, source)
    if (!existsSync(place)) continue
    const files = source.includes('.') ? [''] : readdirSync(place, { recursive: true, withFileTypes: false }).sort()
    for (const file of files) {
      if (serverOnly.test(file) || (file && !/\.\w+$/.test(file))) continue
      hash.update(`${source}/${file}\n`).update(readFileSync(join(place, file)))
    }
  }
  return hash.digest('hex')
}

export async function buildWebWhenStale(root, node) {
  if (!existsSync(join(root, 'vite.config.ts'))) return
  const hash = sourceHash(root)
  const stamp = join(root, 'dist/web.stamp')
  const fresh =
    existsSync(join(root, 'dist/web/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (fresh) return
  const began = Date.now()
  console.error('Die Oberfläche wird gebaut …')
  const made = join(root, `dist/web-${process.pid}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    await vite(root, node, made)
    rmSync(stamp, { force: true })
    rmSync(join(root, 'dist/web'), { recursive: true, force: true })
    renameSync(made, join(root, 'dist/web'))
    writeFileSync(stamp, hash)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  console.error(`  fertig nach ${((Date.now() - began) / 1000).toFixed(1)} s.`)
}

function vite(root, node, outDir) {
  const words = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  return new Promise((done, fail) => {
    const child = spawn(node, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (output += part))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) return done()
      fail(
        new Error(`Die Oberfläche ließ sich nicht bauen; die bisherige Fassung bleibt, wie sie ist.\n${output.trim()}`),
      )
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildWebWhenStale(process.cwd(), process.execPath).catch((fault) => {
    console.error(fault.message)
    process.exitCode = 1
  })
}
