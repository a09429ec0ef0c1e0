// The words of a list, from the labels of the forms and what people write instead.
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { Discipline, HomeRole, Level, OrganisationKind, PrivacyLaw, Side } from '../../contract/kinds.ts'
import { type Field, headingOf, type Vocabulary } from '../../rules/list-columns.ts'
import type { Naming } from '../../rules/list-verdicts.ts'
import { list } from '../../texts/list.de.ts'
import { texts } from '../../texts.de.ts'

function words<T extends string>(
  options: readonly T[],
  labels: Readonly<Record<string, string>>,
  more: Partial<Record<T, readonly string[]>> = {},
): Map<string, T> {
  const found = new Map<string, T>()
  // Labels first: they say exactly what is meant. With and without what stands in brackets.
  for (const one of options)
    for (const word of [labels[one] ?? one, one]) {
      found.set(headingOf(word.replace(/[()]/g, ' ')), one)
      if (!found.has(headingOf(word))) found.set(headingOf(word), one)
    }
  for (const one of options) for (const word of more[one] ?? []) if (!found.has(word)) found.set(word, one)
  found.delete('')
  // Which of the two kinds is meant must be said.
  found.delete('jobcenter')
  return found
}

export const vocabulary: Vocabulary = {
  headings: list.headings,
  fields: list.fields,
  kinds: words(OrganisationKind.options, texts.kinds, list.kinds),
  sides: words(Side.options, texts.sides, list.sides),
  levels: words(Level.options, texts.levels, list.levels),
  disciplines: words(Discipline.options, texts.disciplines, list.disciplines),
  laws: words(PrivacyLaw.options, texts.laws),
  roles: words(HomeRole.options, accessTexts.roles, list.roles),
  says: list.says,
}

const labels: Partial<Record<Field, Readonly<Record<string, string>>>> = {
  kind: texts.kinds,
  side: texts.sides,
  level: texts.levels,
  privacyLaw: texts.laws,
}
export const naming: Naming = {
  says: { ...list.says, region: texts.invalid.region },
  fields: list.fields,
  shown: (field, value) =>
    Array.isArray(value)
      ? value.map((one) => texts.disciplines[one as Discipline]).join(', ')
      : typeof value === 'string'
        ? (labels[field]?.[value] ?? value)
        : '',
  kindOf: (name) => list.begins.find(([begin]) => name.toLowerCase().startsWith(begin))?.[1] ?? 'other',
  roleName: (role) => accessTexts.roles[role] ?? role,
  kindName: (kind) => texts.kinds[kind],
  sideName: (side) => texts.sides[side],
}
