// npm run bench: runs every benchmark with its peer in the same run, prints the table and writes bench/results.md.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { cooperation } from '../bench/cooperation.ts'
import { documents } from '../bench/documents.ts'
import { network } from '../bench/network.ts'
import { overhead } from '../bench/overhead.ts'
import { projection } from '../bench/projection.ts'
import { protection } from '../bench/protection.ts'
import type { Row } from '../bench/row.ts'
import { startAndWeight } from '../bench/start.ts'

const jobs: Readonly<Record<string, () => Promise<Row[]>>> = {
  start: startAndWeight,
  overhead,
  cooperation,
  network,
  documents,
  projection,
  protection,
}
const wanted = process.argv.slice(2)
const rows: Row[] = []
for (const [name, job] of Object.entries(jobs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  rows.push(...(await job()))
}
const day = new Date().toISOString().slice(0, 10)
const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, other load possible`
const table = [
  '| job | ours | peer | ratio | size | date | machine |',
  '|---|---|---|---|---|---|---|',
  ...rows.map((row) => `| ${row.job} | ${row.ours} | ${row.peer} | ${row.ratio} | ${row.size} | ${day} | ${machine} |`),
].join('\n')
console.log(table)
if (wanted.length === 0)
  writeFileSync(
    new URL('../bench/results.md', import.meta.url),
    `# Measured\n\nPrinted by \`npm run bench\`.\n\n${table}\n`,
  )
