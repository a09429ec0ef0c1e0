/**
 * Names of organisations as people type them: with and without legal form, abbreviation, hyphen or umlaut. Two names with the same core are the
 * same name; names that share most of their words may mean the same, and somebody has to say so.
 */
const legalForms =
  /\b(eingetragener verein|gemeinnuetzige gesellschaft mit beschraenkter haftung|gesellschaft mit beschraenkter haftung|koerperschaft des oeffentlichen rechts|ggmbh|gug|gmbh|mbh|kdoer|adoer|ev|eg|ag|kg|gbr|ug)\b/g
const fillers = new Set([
  'der',
  'die',
  'das',
  'des',
  'dem',
  'den',
  'in',
  'im',
  'fuer',
  'und',
  'von',
  'zu',
  'am',
  'an',
  'e',
  'v',
])

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\b\p{L})\.\s*(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What is left of a name for comparing: lower case, no legal form, no filling words, no marks. Never empty unless the name has no letter or digit. */
export function coreOf(name: string): string {
  const plain = folded(name)
  const words = plain
    .replace(legalForms, ' ')
    .split(' ')
    .filter((word) => word && !fillers.has(word))
  return words.length > 0 ? words.join(' ') : plain
}

/** How much two names share: 0 nothing, 1 the same core. Words count by their length; beginnings of words count for abbreviations. */
export function likeness(a: string, b: string): number {
  const [one, other] = [coreOf(a), coreOf(b)]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const [short, long] = [one.split(' '), other.split(' ')].toSorted(
    (x, y) => x.length - y.length || (x.join(' ') < y.join(' ') ? -1 : 1),
  ) as [string[], string[]]
  const rest = [...long]
  let shared = 0
  for (const word of short) {
    const at = rest.findIndex(
      (each) =>
        each === word || (Math.min(each.length, word.length) >= 4 && (each.startsWith(word) || word.startsWith(each))),
    )
    if (at < 0) continue
    shared += Math.min(word.length, rest[at]!.length)
    rest.splice(at, 1)
  }
  const total = Math.max(one.replaceAll(' ', '').length, other.replaceAll(' ', '').length)
  return Math.min(shared / total, 0.99)
}
