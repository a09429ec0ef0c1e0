/** Which official files the demo takes its figures from, what is kept of them, and how they are to be named in public. */

export type DemoSource = {
  kind: 'register' | 'genesis-flat' | 'genesis-csv'
  folder: 'src/areas/figures/demo-data' | 'stories/files'
  file: string
  /** Path below NAHTSTELLE_DATA_SOURCES. */
  origin: string
  keep: { totals: boolean; periods?: string[] }
  title: string
  attribution: string
  licence: 'dl-de/by-2-0' | 'source-named'
  licenceUrl: string | null
  state: string
  changed: string
  leftOut: string[]
  /** Which basis the values rest on, see breaks.json. */
  bases: { from: string; to: string; basis: string }[]
}

const dlDe = { licence: 'dl-de/by-2-0', licenceUrl: 'https://www.govdata.de/dl-de/by-2-0' } as const
const demo = 'src/areas/figures/demo-data'
const changed = 'Daten verändert: auf Oberbayern gekürzt, Zahlen unverändert'
const countiesOnly = 'alle Kreise außerhalb von Oberbayern'

export const sources: DemoSource[] = [
  {
    kind: 'register',
    folder: demo,
    file: 'gemeindeverzeichnis_2024-06-30_oberbayern.csv',
    origin: 'regions/AuszugGV2QAktuell_2024-06-30.xlsx',
    keep: { totals: true },
    title: 'Gemeindeverzeichnis, Gebietsstand 30.06.2024',
    attribution:
      '© Daten (im Auftrag der Herausgebergemeinschaft Statistische Ämter des Bundes und der Länder) Statistisches Bundesamt (Destatis), 2024',
    licence: 'source-named',
    licenceUrl: null,
    state: 'Gebietsstand 30.06.2024, Fläche und Bevölkerung 31.12.2022',
    changed: 'Daten verändert: auf Oberbayern gekürzt und als Textdatei gespeichert, Zahlen unverändert',
    leftOut: [
      'alle Länder außer Bayern',
      'alle Regierungsbezirke außer Oberbayern',
      'Verwaltungsgemeinschaften (Satzart 50)',
    ],
    bases: [{ from: '2022-12-31', to: '2022-12-31', basis: 'census-2011' }],
  },
  {
    kind: 'genesis-flat',
    folder: demo,
    file: '12411-01-01-4_flat_oberbayern.csv',
    origin: 'statistics/genesis_ffcsv/12411-01-01-4_flat.csv.gz',
    keep: { totals: false },
    title: 'Bevölkerung nach Geschlecht, Stichtag 31.12.2024, Kreise und kreisfreie Städte (12411-01-01-4)',
    attribution: '© Statistische Ämter des Bundes und der Länder, Deutschland, 2026',
    ...dlDe,
    state: 'abgerufen März 2026',
    changed,
    leftOut: [countiesOnly],
    bases: [{ from: '2024-12-31', to: '2024-12-31', basis: 'census-2022' }],
  },
  {
    kind: 'genesis-csv',
    folder: demo,
    file: '12411-0015_oberbayern.csv',
    origin: 'statistics/genesis_2020-02/12411-0015.csv.gz',
    keep: { totals: false },
    title: 'Bevölkerung der Kreise, Stichtage 31.12.1995 bis 31.12.2018 (12411-0015)',
    attribution: '© Statistisches Bundesamt (Destatis), 2020',
    ...dlDe,
    state: 'Stand: 24.02.2020',
    changed,
    leftOut: [countiesOnly],
    bases: [
      { from: '1995-12-31', to: '2010-12-31', basis: 'census-1987' },
      { from: '2011-12-31', to: '2018-12-31', basis: 'census-2011' },
    ],
  },
  {
    kind: 'genesis-csv',
    folder: demo,
    file: '12411-0018_oberbayern.csv',
    origin: 'statistics/genesis_2021-08/12411-0018_bayern.csv.gz',
    keep: { totals: false },
    title: 'Bevölkerung der Kreise nach Geschlecht und Altersgruppen, Stichtage 31.12.2015 bis 31.12.2020 (12411-0018)',
    attribution: '© Statistisches Bundesamt (Destatis), 2021',
    ...dlDe,
    state: 'Stand: 17.08.2021',
    changed,
    leftOut: [countiesOnly],
    bases: [{ from: '2015-12-31', to: '2020-12-31', basis: 'census-2011' }],
  },
  {
    kind: 'genesis-csv',
    folder: demo,
    file: '22411-02-01-4_oberbayern.csv',
    origin: 'statistics/regionaldatenbank_2017-10/22411-02-01-4_00.csv.gz',
    keep: { totals: true },
    title: 'Pflegebedürftige nach Leistungsart und Geschlecht, 2003 bis 2007 (22411-02-01-4)',
    attribution: '© Statistische Ämter des Bundes und der Länder, Deutschland, 2017',
    ...dlDe,
    state: 'Stand: 10.10.2017',
    changed,
    leftOut: [countiesOnly],
    bases: [{ from: '2003-12-31', to: '2007-12-31', basis: 'care-levels-with-part-time' }],
  },
  {
    kind: 'genesis-csv',
    folder: demo,
    file: '22411-02-02-4_oberbayern.csv',
    origin: 'statistics/regionaldatenbank_2017-10/22411-02-02-4_00.csv.gz',
    keep: { totals: true, periods: ['2009', '2011', '2013'] },
    title: 'Pflegebedürftige nach Leistungsart und Geschlecht, 2009 bis 2013 (22411-02-02-4)',
    attribution: '© Statistische Ämter des Bundes und der Länder, Deutschland, 2017',
    ...dlDe,
    state: 'Stand: 10.10.2017',
    changed,
    leftOut: [countiesOnly, 'Stichtag 31.12.2015 (steht mit denselben Werten in 22411-02-03-4)'],
    bases: [
      { from: '2009-12-31', to: '2009-12-31', basis: 'care-levels' },
      { from: '2011-12-31', to: '2013-12-31', basis: 'care-levels-2011' },
    ],
  },
  {
    kind: 'genesis-csv',
    folder: demo,
    file: '22411-02-03-4_oberbayern.csv',
    origin: 'statistics/genesis_2021-08/22411-02-03-4.csv.gz',
    keep: { totals: true },
    title: 'Pflegebedürftige nach Leistungsart und Geschlecht, 2015, 2017 und 2019 (22411-02-03-4)',
    attribution: '© Statistische Ämter des Bundes und der Länder, Deutschland, 2021',
    ...dlDe,
    state: 'Stand: 17.08.2021',
    changed,
    leftOut: [countiesOnly],
    bases: [
      { from: '2015-12-31', to: '2015-12-31', basis: 'care-levels-2011' },
      { from: '2017-12-31', to: '2017-12-31', basis: 'care-grades-2017' },
      { from: '2019-12-31', to: '2019-12-31', basis: 'care-grades-2019' },
    ],
  },
  {
    kind: 'genesis-csv',
    folder: demo,
    file: '13211-02-05-4_oberbayern.csv',
    origin: 'statistics/genesis_2021-08/13211-02-05-4.csv.gz',
    keep: { totals: true },
    title:
      'Arbeitslose nach ausgewählten Personengruppen und Arbeitslosenquoten, Jahresdurchschnitte 2015 bis 2020 (13211-02-05-4)',
    attribution:
      '© Statistische Ämter des Bundes und der Länder, Deutschland, 2021; Arbeitsmarktstatistik der Bundesagentur für Arbeit',
    ...dlDe,
    state: 'Stand: 17.08.2021',
    changed,
    leftOut: [countiesOnly],
    bases: [{ from: '2015-12-31', to: '2020-12-31', basis: 'unemployment' }],
  },
  {
    kind: 'genesis-csv',
    folder: 'stories/files',
    file: '22811-01-01-4_oberbayern.csv',
    origin: 'statistics/regionaldatenbank_2017-10/22811-01-01-4_00.csv.gz',
    keep: { totals: true },
    title:
      'Empfängerinnen und Empfänger von sozialen Mindestsicherungsleistungen, 31.12.2010 bis 31.12.2015 (22811-01-01-4)',
    attribution: '© Statistische Ämter des Bundes und der Länder, Deutschland, 2017',
    ...dlDe,
    state: 'Stand: 10.10.2017',
    changed,
    leftOut: [countiesOnly],
    bases: [{ from: '2010-12-31', to: '2015-12-31', basis: 'minimum-income' }],
  },
  {
    kind: 'genesis-flat',
    folder: 'stories/files',
    file: '11111-02-01-4_flat_oberbayern.csv',
    origin: 'statistics/genesis_ffcsv/11111-02-01-4_flat.csv.gz',
    keep: { totals: false },
    title: 'Zahl der Gemeinden je Kreis, Stichtag 31.12.2024 (11111-02-01-4)',
    attribution: '© Statistische Ämter des Bundes und der Länder, Deutschland, 2026',
    ...dlDe,
    state: 'abgerufen März 2026',
    changed,
    leftOut: [countiesOnly],
    bases: [{ from: '2024-12-31', to: '2024-12-31', basis: 'areas' }],
  },
]
