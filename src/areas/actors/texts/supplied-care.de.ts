// Supplied collection, part one: care and disability in Bavaria. Each entry names its source; what could not be compared with a source has no day.
import type { EntryIn, TaskIn } from '../contract/responsibility.ts'

export type SuppliedTask = TaskIn & { entries: readonly EntryIn[] }
export const comparedOn = '2026-11-22'
export const entry = (
  role: EntryIn['role'],
  level: EntryIn['level'],
  bearer: string,
  basis: string,
  source: readonly [text: string, url: string] | string,
  more: Partial<EntryIn> = {},
): EntryIn => ({
  role,
  level,
  bearer,
  organisation: null,
  jointly: false,
  areaKey: null,
  from: null,
  until: null,
  basis,
  source: typeof source === 'string' ? source : source[0],
  sourceUrl: typeof source === 'string' ? null : source[1],
  checkedOn: typeof source === 'string' ? null : comparedOn,
  note: '',
  ...more,
})
const books = { sgb_2: 'SGB II', sgb_8: 'SGB VIII', sgb_9_2018: 'SGB IX', sgb_11: 'SGB XI', sgb_12: 'SGB XII' } as const
/** The wording of federal law as of August 2026. */
export const federal = (book: keyof typeof books, paragraph: string) =>
  [
    `Bundesrecht: § ${paragraph} ${books[book]}, Stand August 2026`,
    `https://www.gesetze-im-internet.de/${book}/__${paragraph}.html`,
  ] as const
export const unsourced = 'Noch nicht mit dem Wortlaut des Landesrechts verglichen.'
export const local = 'Landkreise und kreisfreie Städte'
export const bavaria = '09'
const upper = 'Bezirk Oberbayern'
const districts = 'Bezirke'

const reform = [
  'Bayerisches Teilhabegesetz I vom 9. Januar 2018 (GVBl. S. 2); Übergang nach Fachinformation des Paritätischen Bayern vom 9. Januar 2018',
  'https://www.verkuendung-bayern.de/gvbl/2018-2/',
] as const
const garmisch = [
  'Münchner Merkur, März 2019: Kosten ab 1. März 2018 beim Bezirk Oberbayern, Bearbeitung bis 31. Dezember 2018 noch beim Landkreis',
  'https://www.merkur.de/lokales/garmisch-partenkirchen/ambulante-pflege-hilfe-zieht-um-ein-vorteil-fuers-landratsamt-laengere-wege-fuer-betroffene-11816694.html',
] as const
const twoSteps = [
  'Donaukurier, 22. August 2018: Übergabe in zwei Stufen, zum 1. September 2018 und zum 1. Januar 2019',
  'https://www.donaukurier.de/archiv/hilfe-zur-pflege-unter-neuer-regie-3049435',
] as const
const bezirke = [
  'Bayerischer Bezirketag: Aufgaben der Bezirke als überörtliche Sozialhilfeträger (ambulant seit 1. Januar 2008)',
  'http://www.bay-bezirke.de/baybezirke.php?id=149',
] as const
const reformTwo = [
  'Bayerisches Teilhabegesetz II vom 23. Dezember 2019 (GVBl. S. 747)',
  'https://verkuendung-bayern.de/gvbl/2019-747',
] as const
/** Landkreise München, Dachau, Fürstenfeldbruck and Rosenheim, and the Stadt Rosenheim. */
const early = ['09184', '09174', '09179', '09187', '09163']
const earlyNote =
  'Vorgezogener Wechsel zum 1. September 2018 in den Landkreisen München, Dachau, Fürstenfeldbruck und Rosenheim und in der Stadt Rosenheim; in den übrigen Landkreisen und Städten Oberbayerns zum 1. Januar 2019.'
/** Newspapers and the Bezirk name the reform, not the article. */
const articleNote = 'Der Übergang ist nach der Quelle geprüft; der Wortlaut von Art. 82 AGSG wurde nicht verglichen.'
const careAtHome = '§ 71 Abs. 1 und § 72 SGB XI, § 75 SGB XII'

export const suppliedCare: readonly SuppliedTask[] = [
  {
    title: 'Hilfe zur Pflege zu Hause (ambulant)',
    law: 'SGB XII',
    clause: '§§ 61 bis 66a',
    strength: 'must',
    situations: ['care', 'age'],
    summary:
      'Wer zu Hause gepflegt wird und die Kosten nicht aus Pflegeversicherung, Einkommen und Vermögen decken kann, bekommt Hilfe zur Pflege.',
    entries: [
      entry('plans', 'local', local, 'Art. 69 AGSG', `Seniorenpolitisches Gesamtkonzept. ${unsourced}`, {
        areaKey: bavaria,
      }),
      entry('grants', 'local', local, 'Art. 82 AGSG in der Fassung vor dem BayTHG I', twoSteps, {
        areaKey: '091',
        until: '2018-03-01',
      }),
      entry('grants', 'local', local, 'Art. 82 AGSG mit Delegation durch den Bezirk', garmisch, {
        areaKey: '091',
        from: '2018-03-01',
        until: '2019-01-01',
        note: 'Der Bezirk war seit 1. März 2018 zuständig und ließ die örtlichen Träger bis Ende 2018 weiter bewilligen.',
      }),
      ...early.map((areaKey) =>
        entry('grants', 'regional', upper, 'Art. 82 AGSG', twoSteps, {
          areaKey,
          from: '2018-09-01',
          until: '2019-01-01',
          note: earlyNote,
        }),
      ),
      entry('grants', 'regional', upper, 'Art. 82 AGSG', twoSteps, {
        areaKey: '091',
        from: '2019-01-01',
        note: articleNote,
      }),
      entry('pays', 'local', local, 'Art. 82 AGSG in der Fassung vor dem BayTHG I', reform, {
        areaKey: '091',
        until: '2018-03-01',
      }),
      entry('pays', 'regional', upper, 'Art. 82 AGSG', garmisch, {
        areaKey: '091',
        from: '2018-03-01',
        note: articleNote,
      }),
      entry('provides', 'free', 'Zugelassene ambulante Pflegedienste', careAtHome, federal('sgb_11', '72'), {
        jointly: true,
      }),
    ],
  },
  {
    title: 'Hilfe zur Pflege im Heim (stationär)',
    law: 'SGB XII',
    clause: '§ 65',
    strength: 'must',
    situations: ['care', 'age'],
    summary: 'Hilfe für Menschen, die in einem Pflegeheim leben und die Kosten nicht allein tragen können.',
    entries: [
      entry('plans', 'local', local, 'Art. 69 AGSG', unsourced, { areaKey: bavaria }),
      entry('grants', 'regional', districts, 'Art. 82 AGSG', bezirke, { areaKey: bavaria }),
      entry('pays', 'regional', districts, 'Art. 82 AGSG', bezirke, { areaKey: bavaria }),
      entry(
        'provides',
        'free',
        'Zugelassene Pflegeheime',
        '§ 71 Abs. 2 und § 72 SGB XI, § 75 SGB XII',
        federal('sgb_11', '71'),
        { jointly: true },
      ),
    ],
  },
  {
    title: 'Pflegeberatung',
    law: 'SGB XI',
    clause: '§ 7a',
    strength: 'must',
    situations: ['care', 'age'],
    summary: 'Wer Leistungen der Pflegeversicherung bekommt, hat Anspruch auf Beratung und einen Versorgungsplan.',
    entries: [
      entry('plans', 'insurance', 'Pflegekassen', '§ 12 Abs. 1 SGB XI', federal('sgb_11', '12')),
      entry('grants', 'insurance', 'Pflegekassen', '§ 7a Abs. 1 SGB XI', federal('sgb_11', '7a')),
      entry('pays', 'insurance', 'Pflegekassen', '§ 7a SGB XI', 'Aus dem Anspruch gegen die Pflegekasse geschlossen.'),
      entry(
        'provides',
        'insurance',
        'Pflegeberaterinnen und Pflegeberater der Pflegekassen, Pflegestützpunkte',
        '§§ 7a und 7c SGB XI',
        federal('sgb_11', '7c'),
        { jointly: true },
      ),
    ],
  },
  {
    title: 'Altenhilfe',
    law: 'SGB XII',
    clause: '§ 71',
    strength: 'should',
    situations: ['age'],
    summary:
      'Alten Menschen helfen, Schwierigkeiten des Alters zu überwinden und am Leben der Gemeinschaft teilzunehmen.',
    entries: [
      entry('plans', 'local', local, 'Art. 69 AGSG', unsourced, { areaKey: bavaria }),
      entry('grants', 'local', local, '§ 97 Abs. 1 SGB XII', federal('sgb_12', '97'), { areaKey: bavaria }),
      entry('pays', 'local', local, '§ 97 Abs. 1 SGB XII', unsourced, { areaKey: bavaria }),
      entry(
        'provides',
        'free',
        'Verbände der freien Wohlfahrtspflege, Gemeinden',
        '§ 5 SGB XII',
        federal('sgb_12', '5'),
        {
          jointly: true,
        },
      ),
    ],
  },
  {
    title: 'Eingliederungshilfe für Menschen mit Behinderungen',
    law: 'SGB IX',
    clause: '§§ 90 bis 150',
    strength: 'must',
    situations: ['disability'],
    summary:
      'Leistungen zur Teilhabe, zum Beispiel Assistenz beim Wohnen, Werkstatt, Frühförderung. Bis Ende 2019 Teil der Sozialhilfe (§§ 53 bis 60a SGB XII).',
    entries: [
      entry('plans', 'regional', districts, '§ 95 SGB IX', federal('sgb_9_2018', '95'), {
        areaKey: bavaria,
        from: '2020-01-01',
      }),
      entry('grants', 'regional', districts, '§§ 53 bis 60a SGB XII, Art. 82 AGSG', bezirke, {
        areaKey: bavaria,
        from: '2008-01-01',
        until: '2020-01-01',
      }),
      entry('grants', 'regional', districts, '§ 94 Abs. 1 SGB IX mit dem AGSG', reformTwo, {
        areaKey: bavaria,
        from: '2020-01-01',
      }),
      entry('pays', 'regional', districts, '§§ 53 bis 60a SGB XII, Art. 82 AGSG', bezirke, {
        areaKey: bavaria,
        from: '2008-01-01',
        until: '2020-01-01',
      }),
      entry('pays', 'regional', districts, '§ 94 Abs. 1 SGB IX mit dem AGSG', reformTwo, {
        areaKey: bavaria,
        from: '2020-01-01',
      }),
      entry('provides', 'free', 'Leistungserbringer mit Vereinbarung', '§ 123 SGB IX', federal('sgb_9_2018', '123'), {
        jointly: true,
      }),
    ],
  },
  {
    title: 'Hilfe bei besonderen sozialen Schwierigkeiten (Wohnungslosenhilfe)',
    law: 'SGB XII',
    clause: '§§ 67 bis 69',
    strength: 'must',
    situations: ['housing', 'debt'],
    summary:
      'Hilfe für Menschen, deren Lebensverhältnisse mit sozialen Schwierigkeiten verbunden sind, etwa ohne Wohnung.',
    entries: [
      entry('plans', 'regional', upper, 'Art. 82 AGSG', unsourced, { areaKey: '091' }),
      entry(
        'grants',
        'regional',
        upper,
        'Art. 82 AGSG',
        [
          'Landkreisseniorenbeirat Dachau, Kurier Dachau: der Bezirk Oberbayern ist für Menschen in besonderen sozialen Schwierigkeiten zuständig',
          'https://www.kurier-dachau.de/stichwort/Senioren',
        ],
        { areaKey: '091' },
      ),
      entry('pays', 'regional', upper, 'Art. 82 AGSG', unsourced, { areaKey: '091' }),
      entry('provides', 'free', 'Leistungserbringer mit Vereinbarung', '§ 75 SGB XII', federal('sgb_12', '75'), {
        jointly: true,
      }),
    ],
  },
]
