// Words of taking figures over: the formats, the catalogue, and what stands in the files.
import type { OpenFormat } from '../contract/reuse.ts'

export const reuseTexts = {
  refusals: {
    nothingPublic:
      'Zu dieser Kennzahl gibt es für diese Zeit keinen veröffentlichten Wert. Weitergegeben wird nur, was eine amtliche Stelle schon veröffentlicht hat.',
  },
  title: 'Weiterverwenden',
  lead: 'Die veröffentlichten Werte der neuesten Zeit, so wie andere Programme sie lesen. Zeichen bleiben Zeichen, nie eine Null; was nur geliefert ist, steht nicht darin.',
  formats: { 'json-stat': 'JSON-stat', 'sdmx-json': 'SDMX-JSON', 'data-package': 'Data Package' } satisfies Record<
    OpenFormat,
    string
  >,
  level: (level: 'county' | 'municipality') => (level === 'county' ? 'Kreise' : 'Gemeinden'),
  csv: 'CSV',
  catalogue: 'Katalog aller veröffentlichten Kennzahlen (DCAT-AP.de)',
  file: { areas: 'Gebiet', time: 'Zeit', measure: 'Kennzahl', name: 'Name', mark: 'Zeichen' },
  dcat: {
    title: (installation: string) => `Veröffentlichte Kennzahlen: ${installation}`,
    description: 'Amtliche Kennzahlen zur Sozialplanung, wie sie hier eingelesen sind, mit Quelle, Stand und Lizenz.',
  },
} as const
