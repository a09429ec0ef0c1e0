// Names from a pasted list: one per line or separated by semicolons, without bullets and numbers; compared without regard to case and signs.
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

export const sameName = (a: string, b: string): boolean => plain(a) === plain(b)

/** Each name once, as it was written, in its order. */
export function namesIn(text: string): string[] {
  const lines = text
    .split(/[\n;\t]+/)
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s*/, '').trim())
    .filter((line) => line.length > 1)
  return lines.filter((line, index) => lines.findIndex((other) => sameName(other, line)) === index).slice(0, 300)
}
