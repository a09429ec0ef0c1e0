// Before anything starts: an occupied port, an unknown word and a folder that is no example are told in German, and nothing is lost.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'

const main = new URL('./main.ts', import.meta.url).pathname

/** The command as an operator types it, until it ends. */
async function run(words: string[], env: Record<string, string>): Promise<{ code: number; text: string }> {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_WORKER_URL: ___, ...own } = process.env
  const child = spawn(process.execPath, [main, ...words], { env: { ...own, PORT: '0', ...env }, stdio: 'pipe' })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  const [code] = (await once(child, 'close')) as [number]
  return { code, text }
}

function folderOf(t: TestContext): string {
  // People have folders with umlauts and spaces.
  const folder = mkdtempSync(join(tmpdir(), 'nst für Gäste-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('an occupied port is told before anything is built', async (t) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const data = join(folderOf(t), 'daten')
  const { code, text } = await run(['demo'], { PORT: String(port), DATA: data })
  assert.equal(code, 1)
  assert.match(text, new RegExp(`Der Anschluss ${port} ist schon belegt.*nennen Sie einen freien Anschluss`))
  assert.ok(!existsSync(data))
})

test('only an example is thrown away: never an installation, never a folder of something else', async (t) => {
  const data = join(folderOf(t), 'Öffentliches')
  mkdirSync(data)
  writeFileSync(join(data, 'Haushalt.xlsx'), 'x')
  for (const [words, sentence] of [
    [['demo', '--fresh'], /liegt kein Beispiel, deshalb wird dort nichts gelöscht/],
    [['serve', '--fresh'], /Eine Installation wird hier nie gelöscht/],
    [['demo', '--frisch'], /„--frisch“ kenne ich nicht/],
  ] as const) {
    const { code, text } = await run([...words], { DATA: data })
    assert.equal(code, 1, text)
    assert.match(text, sentence)
    assert.ok(existsSync(join(data, 'Haushalt.xlsx')))
  }
})

test('a folder that cannot be used is told with its reason', async (t) => {
  const file = join(folderOf(t), 'Notizen')
  writeFileSync(file, '')
  const { code, text } = await run(['demo'], { DATA: file })
  assert.equal(code, 1)
  assert.match(text, /an dieser Stelle liegt schon eine Datei/)
})
