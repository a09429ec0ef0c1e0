// Who is meant by a name: the ways in which tables write the areas of the register. More than one is asked, never chosen. Pure.
import type { AreaKind } from '../contract/shapes.ts'

export type NamedArea = { key: string; name: string; kind: AreaKind }

export const plainName = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00a0\s]+/g, ' ')
    .replace(/\s*([,()/-])\s*/g, '$1')
    .trim()

/** What may stand beside a name, by kind of area: before it, after a comma, in brackets. */
export type KindWords = Readonly<Partial<Record<AreaKind, readonly string[]>>>

/** The name itself, without what follows its comma, and with the words for its kind. */
export function formsOf({ name, kind }: NamedArea, words: KindWords): string[] {
  const short = name.replace(/,.*$/, '')
  const forms = [
    name,
    short,
    ...(words[kind] ?? []).flatMap((word) => [`${word} ${short}`, `${short}, ${word}`, `${short} (${word})`]),
  ]
  return [...new Set(forms.map(plainName))]
}

export function namesOf(areas: readonly NamedArea[], words: KindWords): (name: string) => NamedArea[] {
  const index = new Map<string, NamedArea[]>()
  for (const area of areas)
    for (const form of formsOf(area, words)) {
      const there = index.get(form)
      if (there) there.push(area)
      else index.set(form, [area])
    }
  return (name) => index.get(plainName(name)) ?? []
}
