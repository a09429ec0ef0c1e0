/** Which GENESIS layout a text is, by its first line alone. */
import type { GenesisFormat } from './table.ts'

export function recognise(text: string): GenesisFormat | null {
  const first = firstLine(text)
  if (/^"?(GENESIS-)?Tabelle:\s*\d{4}/.test(first)) return 'genesis-csv'
  if (/(^|[;,\t])"?(statistics_code|statistik_code)"?[;,\t]/i.test(first)) return 'genesis-flat'
  if (/^\* Der Benutzer .* Export|^K;DQ;/.test(first)) return 'genesis-cube'
  return null
}

function firstLine(text: string): string {
  const start = text.replace(/^\ufeff?\s*/, '')
  const end = start.indexOf('\n')
  return end < 0 ? start : start.slice(0, end)
}
