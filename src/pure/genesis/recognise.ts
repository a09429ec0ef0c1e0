/** Which GENESIS layout a text is, by its first line alone. */
import type { GenesisFormat } from './table.ts'

/** `genesis-cube` is the exchange layout for cubes: known, so that it can be refused by name. */
export function recognise(text: string): GenesisFormat | 'genesis-cube' | null {
  const first = firstLine(text)
  if (/^"?(GENESIS-)?Tabelle:\s*\d{4}/.test(first)) return 'genesis-csv'
  if (/(^|;)"?(statistics_code|statistik_code)"?;/i.test(first)) return 'genesis-flat'
  if (/^\* Der Benutzer .* Export|^K;DQ;/.test(first)) return 'genesis-cube'
  return null
}

function firstLine(text: string): string {
  const start = text.replace(/^\ufeff?\s*/, '')
  const end = start.indexOf('\n')
  return end < 0 ? start : start.slice(0, end)
}
