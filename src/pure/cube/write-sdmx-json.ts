// Writes an SDMX-JSON 2.0 data message (sdmx-twg/sdmx-json): a series for each area with anything to say. OBS_STATUS speaks the common code list
// CL_OBS_STATUS; what it has no code for stands in the attribute MARK, so that no state is lost.
import { type Mark, signOfMark } from '#pure/table-file/cell.ts'
import { type OpenTable, sourceWords } from './open-table.ts'

const schema =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json'
/** A: normal, O: missing, U: low reliability, M: cannot exist. "-" has no code there: nothing was counted, and that is known. */
const statuses = ['A', 'O', 'U', 'M'] as const
const statusOf: Readonly<Record<Mark, (typeof statuses)[number] | null>> = {
  nil: null,
  unknown: 'O',
  unreliable: 'U',
  later: 'O',
  meaningless: 'M',
}

export function sdmxJsonOf(table: OpenTable) {
  const { areas, cells, time, words } = table
  const marks = Object.keys(signOfMark) as Mark[]
  const observation = ({ value, mark }: OpenTable['cells'][number]) => {
    const status = mark ? statusOf[mark] : 'A'
    return [mark ? null : value, status ? statuses.indexOf(status) : null, mark ? marks.indexOf(mark) : null]
  }
  return {
    meta: {
      schema,
      id: table.id,
      test: false,
      prepared: table.at,
      contentLanguages: ['de'],
      sender: { id: 'NAHTSTELLE', name: sourceWords(table) },
      links: [{ rel: 'self', href: table.address }],
    },
    data: {
      structures: [
        {
          name: table.title,
          dimensions: {
            dataSet: [],
            series: [
              {
                id: 'REF_AREA',
                name: words.areas,
                keyPosition: 0,
                roles: ['GEO'],
                values: areas.map(({ key, name }) => ({ id: key, name })),
              },
            ],
            observation: [
              {
                id: 'TIME_PERIOD',
                name: words.time,
                keyPosition: 1,
                roles: ['TIME'],
                values: [{ id: time.code, name: time.label, start: time.from, end: time.last }],
              },
            ],
          },
          measures: { observation: [{ id: 'OBS_VALUE', name: `${table.title} (${table.unit})` }] },
          attributes: {
            dataSet: [],
            series: [],
            observation: [
              { id: 'OBS_STATUS', name: words.mark, values: statuses.map((id) => ({ id, name: id })) },
              { id: 'MARK', name: words.mark, values: marks.map((mark) => ({ id: mark, name: words.marks[mark] })) },
            ],
          },
        },
      ],
      dataSets: [
        {
          structure: 0,
          action: 'Information',
          series: Object.fromEntries(
            cells.flatMap((cell, n) =>
              cell.value === null && cell.mark === null
                ? []
                : [[String(n), { observations: { 0: observation(cell) } }]],
            ),
          ),
        },
      ],
    },
    errors: [],
  }
}
