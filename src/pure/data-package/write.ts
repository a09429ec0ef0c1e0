// Writes a Frictionless Data Package (datapackage.org) of one table with its rows inside. Keys are text, so that no zero is lost.
import { type OpenTable, sourceWords } from '#pure/cube/open-table.ts'
import { signOfMark } from '#pure/table-file/cell.ts'

export function dataPackageOf(table: OpenTable) {
  const name = table.id.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-')
  const { words, time } = table
  const licences = new Map(table.sources.flatMap(({ licence }) => (licence ? [[licence.title, licence]] : [])))
  return {
    profile: 'data-package',
    name,
    title: table.title,
    homepage: table.address,
    created: table.at,
    sources: table.sources.map(({ attribution }) => ({ title: attribution })),
    ...(licences.size > 0
      ? {
          licenses: [...licences.values()].map(({ title, address }) => ({
            title,
            ...(address ? { path: address } : { name: 'other-at' }),
          })),
        }
      : {}),
    resources: [
      {
        profile: 'tabular-data-resource',
        name,
        title: `${table.title}, ${time.label} (${sourceWords(table)})`,
        schema: {
          fields: [
            { name: 'area', type: 'string', title: words.areas },
            { name: 'name', type: 'string', title: words.name },
            { name: 'from', type: 'date', title: words.time },
            { name: 'last', type: 'date', title: words.time },
            { name: 'value', type: 'number', title: `${table.title} (${table.unit})` },
            {
              name: 'mark',
              type: 'string',
              title: words.mark,
              description: Object.entries(words.marks)
                .map(([mark, word]) => `${signOfMark[mark as keyof typeof signOfMark]} ${word}`)
                .join('; '),
              constraints: { enum: Object.values(signOfMark) },
            },
          ],
          primaryKey: ['area', 'from'],
        },
        data: table.areas.map(({ key, name: area }, n) => {
          const { value = null, mark = null } = table.cells[n] ?? {}
          return {
            area: key,
            name: area,
            from: time.from,
            last: time.last,
            value: mark ? null : value,
            mark: mark ? signOfMark[mark] : null,
          }
        }),
      },
    ],
  }
}
