// Reads numbers and days as people in Germany write them. Pure, so that it can be tested without a browser.

/** "1.234,5" → 1234.5, "" → null, anything else that is no number → undefined. A single dot before three digits groups. */
export function readNumber(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^[−–]/, '-')
  if (bare === '') return null
  const german = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?$/
  const point = /^[+-]?\d+\.\d+$/
  if (german.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  return point.test(bare) ? Number(bare) : undefined
}

/** "1.3.26", "01.03.2026", "010326", "01032026", "2026-03-01" → ISO; "" → ""; what is no day → undefined. */
export function readDay(text: string): string | undefined {
  const bare = text.trim()
  if (bare === '') return ''
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(bare)
  if (iso) return day(iso[1], iso[2], iso[3])
  const german =
    /^(\d{1,2})[.\-/\s]+(\d{1,2})[.\-/\s]+(\d{4}|\d{2})$/.exec(bare) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(bare)
  return german ? day(german[3], german[2], german[1]) : undefined
}

function day(year = '', month = '', dayOfMonth = ''): string | undefined {
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const at = Date.parse(`${iso}T00:00:00Z`)
  // Date.parse turns 31 February into March in some engines; the days of the month decide.
  const days =
    Number(month) === 2 ? (leap(Number(iso.slice(0, 4))) ? 29 : 28) : [4, 6, 9, 11].includes(Number(month)) ? 30 : 31
  return Number.isNaN(at) || Number(dayOfMonth) > days ? undefined : iso
}

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Reads a time as people write it: "14", "14.30", "9:05 Uhr" → "14:00", "14:30", "09:05"; anything else stays as it is and is refused. */
export function clockTime(text: string): string {
  const found = /^\s*(\d{1,2})(?:\s*[:.]\s*(\d{2}))?\s*(?:Uhr)?\s*$/i.exec(text)
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : text.trim()
}
