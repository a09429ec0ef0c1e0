/**
 * Official keys of German areas, brought to one form. Keys are text: "09184" (county), "09184112" (municipality, AGS),
 * "091840112112" (regional key, ARS), "09190000" (INKAR's county), "9184112" (a spreadsheet lost the zero), "DG" (Germany).
 */

export type AreaLevel = 'country' | 'state' | 'region' | 'county' | 'association' | 'municipality'

export type AreaKey = {
  level: AreaLevel
  /** DG, or 2, 3, 5, 8 digits; associations of municipalities have 7 or 8 (GENESIS) or 9 (regional key). */
  key: string
  /** A leading zero was missing and has been put back. */
  repaired: boolean
}

export type AreaKeyFault =
  | { code: 'empty' }
  | { code: 'not-an-area-key'; text: string } // letters, or a length that no German key has
  | { code: 'unknown-land'; text: string; land: string } // no Land 00 or 17…99

export type AreaKeyAnswer = ({ ok: true } & AreaKey) | { ok: false; why: AreaKeyFault }

export function readAreaKey(given: string | number): AreaKeyAnswer {
  const text = String(given).replace(/[\s\u00a0]/g, '')
  if (text === '') return { ok: false, why: { code: 'empty' } }
  if (text === 'DG') return { ok: true, level: 'country', key: 'DG', repaired: false }
  if (!/^\d+$/.test(text)) return { ok: false, why: { code: 'not-an-area-key', text } }
  // As it stands first; a zero is put back only where the digits make no key without it ("10" is the Saarland, "91" Oberbayern).
  const whole = isLand(text.slice(0, 2)) ? shape(text) : null
  if (whole) return { ok: true, ...whole, repaired: false }
  const repaired = text.length < 2 || text.startsWith('0') ? null : shape(`0${text}`)
  if (repaired && !unlikely.test(repaired.key)) return { ok: true, ...repaired, repaired: true }
  if ([2, 3, 5, 8, 12].includes(text.length)) {
    return { ok: false, why: { code: 'unknown-land', text, land: text.slice(0, 2) } }
  }
  return { ok: false, why: { code: 'not-an-area-key', text } }
}

/** Not what a lost zero leaves behind: regions where there are none (only 05, 06, 08 and 09 have them), keys of associations. */
const unlikely = /^0[12347]\d$|^\d{9}$/

function isLand(two: string): boolean {
  return /^(0[1-9]|1[0-6])$/.test(two)
}

function shape(digits: string): { level: AreaLevel; key: string } | null {
  switch (digits.length) {
    case 2:
      return { level: 'state', key: digits }
    case 3:
      return { level: 'region', key: digits }
    case 5:
      return { level: 'county', key: digits }
    case 7: // Verbandsgemeinden of Rheinland-Pfalz in GENESIS' municipality tables: county and two digits
      return digits.startsWith('07') ? { level: 'association', key: digits } : null
    case 9: // regional key of an association
      return { level: 'association', key: digits }
    case 10: // their members: county, two digits (00: of none), three of the municipality
      return digits.startsWith('07') ? { level: 'municipality', key: digits.slice(0, 5) + digits.slice(7) } : null
    case 11: // Niedersachsen in the same tables: county, three digits of the Samtgemeinde, three of the municipality
      return digits.startsWith('03') ? { level: 'municipality', key: digits.slice(0, 5) + digits.slice(8) } : null
    case 8:
      if (/^03\d{3}4/.test(digits)) return { level: 'association', key: digits } // Samtgemeinden are numbered from 401
      // "09162000" is München, county and municipality in one; "09190000" is how INKAR writes a county. Both are the area 09162/09190.
      return digits.endsWith('000')
        ? { level: 'county', key: digits.slice(0, 5) }
        : { level: 'municipality', key: digits }
    case 12:
      if (digits.endsWith('0000000')) return { level: 'county', key: digits.slice(0, 5) }
      if (digits.endsWith('000')) return { level: 'association', key: digits.slice(0, 9) }
      return { level: 'municipality', key: digits.slice(0, 5) + digits.slice(9) }
    default:
      return null
  }
}

/** The area one level above, by the key alone. A county-free city belongs to its Regierungsbezirk like a county. */
export function parentKey(key: string): string | null {
  if (key === 'DG') return null
  if (key.length === 2) return 'DG'
  if (key.length === 3) return key.slice(0, 2)
  if (key.length === 5) return key[2] === '0' ? key.slice(0, 2) : key.slice(0, 3)
  return key.slice(0, 5)
}
