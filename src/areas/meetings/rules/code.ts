// The code of a concern without a sender: a hundred bits in the letters of Crockford's Base32, where nothing looks like anything else.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twenty letters from twenty random bytes. */
export const codeOf = (bytes: Uint8Array): string => [...bytes.slice(0, 20)].map((byte) => letters[byte & 31]).join('')

/** In groups of four, as one writes it down. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** What somebody typed: without strokes and blanks, and with the letters that were meant. Null: not a whole code. */
export function readCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(code) ? code : null
}
