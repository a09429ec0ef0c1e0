// A list as a file for spreadsheets: separated by semicolons, with a mark that says it is UTF-8 (RFC 4180, as German spreadsheets open it).
import type { FileOut } from '#kit/http/scene.ts'

/** Names come from people: a spreadsheet must not take one for a formula. */
export const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const separated = (name: string, rows: readonly (readonly string[])[]): FileOut => ({
  name,
  type: 'text/csv; charset=utf-8',
  bytes: Buffer.from(`\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`),
})
