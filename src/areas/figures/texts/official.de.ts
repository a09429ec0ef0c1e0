// What the offices count, in words: the built-in catalogue for the statistics that the first districts use. Codes as in the catalogue of Merkmale
// (Statistisches Bundesamt). Everything else takes over the label of its table.

export type OfficialWords = {
  title: string
  definition: string
  inclusion?: string
  exclusion?: string
  numerator?: string
  denominator?: string
  legalBasis?: string
  direction?: 'more' | 'less' | 'neutral'
}

const careLaw = '§ 109 SGB XI, Pflegestatistikverordnung (PflegeStatV)'
const unemployed =
  'Arbeitslose nach § 16 SGB III, gemeldet bei Agenturen für Arbeit und Jobcentern, im Durchschnitt des Jahres.'

export const official: Readonly<Record<string, OfficialWords>> = {
  '12411-BEVSTD': {
    title: 'Bevölkerung am 31.12.',
    definition:
      'Menschen mit alleiniger oder Hauptwohnung im Gebiet, fortgeschrieben vom letzten Zensus mit Geburten, Sterbefällen, Zu- und Fortzügen.',
    inclusion: 'Deutsche und Ausländer mit Hauptwohnung',
    exclusion: 'Nebenwohnungen; Angehörige ausländischer Stationierungsstreitkräfte',
    legalBasis: '§ 5 Bevölkerungsstatistikgesetz (BevStatG)',
  },
  '11111-FLC006': {
    title: 'Gebietsfläche',
    definition: 'Fläche des Gebiets nach der Feststellung des Gebietsstandes.',
  },
  '22411-PFL001': {
    title: 'Pflegebedürftige (bis 2007, mit teilstationärer Pflege)',
    definition:
      'Menschen, die Leistungen nach dem SGB XI erhalten; wer teilstationär gepflegt wird, zählt zusätzlich mit.',
    legalBasis: careLaw,
    direction: 'neutral',
  },
  '22411-PFL016': {
    title: 'Pflegebedürftige',
    definition: 'Menschen, die am Stichtag Leistungen nach dem SGB XI erhalten.',
    inclusion:
      'ambulante und vollstationäre Pflege, Pflegegeld; seit 2019 auch Pflegegrad 1 ohne Leistungen der Dienste und Heime',
    exclusion: 'teilstationäre Pflege (sie ist in den anderen enthalten)',
    legalBasis: careLaw,
    direction: 'neutral',
  },
  '22411-PFL017': {
    title: 'Pflegebedürftige in ambulanter Pflege',
    definition: 'Menschen, die am Stichtag von einem ambulanten Pflegedienst versorgt werden.',
    legalBasis: careLaw,
  },
  '22411-PFL018': {
    title: 'Pflegebedürftige in vollstationärer Pflege',
    definition: 'Menschen, die am Stichtag in Pflegeheimen vollstationär gepflegt werden.',
    inclusion: 'Dauerpflege und Kurzzeitpflege',
    legalBasis: careLaw,
  },
  '22411-PFL019': {
    title: 'Pflegebedürftige in vollstationärer Dauerpflege',
    definition: 'Menschen, die am Stichtag dauerhaft in Pflegeheimen gepflegt werden.',
    exclusion: 'Kurzzeitpflege',
    legalBasis: careLaw,
  },
  '22411-PFL020': {
    title: 'Pflegebedürftige in Kurzzeitpflege',
    definition: 'Menschen, die am Stichtag für kurze Zeit in einem Pflegeheim gepflegt werden.',
    legalBasis: careLaw,
  },
  '22411-PFL021': {
    title: 'Empfängerinnen und Empfänger von Pflegegeld',
    definition:
      'Menschen, die am Stichtag Pflegegeld erhalten und von Angehörigen oder anderen selbst gewählten Personen gepflegt werden.',
    legalBasis: careLaw,
  },
  '22411-PFL022': {
    title: 'Pflegebedürftige in teilstationärer Pflege (bis 2015)',
    definition:
      'Nachrichtlich: Menschen in Tages- und Nachtpflege. Sie erhalten meist noch andere Leistungen und zählen dort.',
    legalBasis: careLaw,
  },
  '13211-ERWP06': {
    title: 'Arbeitslose',
    definition: unemployed,
    exclusion: 'Menschen in Maßnahmen der Arbeitsförderung',
    legalBasis: '§§ 16, 281 SGB III',
    direction: 'less',
  },
  '13211-ERWP06/langzeitarbeitslos': {
    title: 'Langzeitarbeitslose',
    definition: 'Arbeitslose, die ein Jahr und länger arbeitslos sind, im Durchschnitt des Jahres.',
    legalBasis: '§ 18 SGB III',
    direction: 'less',
  },
  '13211-ERWP06/auslaender': {
    title: 'Arbeitslose ohne deutschen Pass',
    definition: `${unemployed} Nur Ausländerinnen und Ausländer.`,
    legalBasis: '§§ 16, 281 SGB III',
    direction: 'less',
  },
  '13211-ERWP06/schwerbehindert': {
    title: 'Arbeitslose mit Schwerbehinderung',
    definition: `${unemployed} Nur schwerbehinderte und ihnen gleichgestellte Menschen.`,
    legalBasis: '§§ 16, 281 SGB III; § 2 SGB IX',
    direction: 'less',
  },
  '13211-ERWP10': {
    title: 'Arbeitslosenquote (alle zivilen Erwerbspersonen)',
    definition: 'Anteil der Arbeitslosen an allen zivilen Erwerbspersonen, im Durchschnitt des Jahres.',
    numerator: 'Arbeitslose',
    denominator: 'alle zivilen Erwerbspersonen',
    legalBasis: '§§ 16, 281 SGB III',
    direction: 'less',
  },
  '13211-ERWP09': {
    title: 'Arbeitslosenquote (abhängige zivile Erwerbspersonen)',
    definition: 'Anteil der Arbeitslosen an den abhängigen zivilen Erwerbspersonen, im Durchschnitt des Jahres.',
    numerator: 'Arbeitslose',
    denominator: 'abhängige zivile Erwerbspersonen',
    legalBasis: '§§ 16, 281 SGB III',
    direction: 'less',
  },
}

export const officialTexts = {
  /** A measure that the catalogue does not know. */
  ofTable: (label: string, statistic: string) =>
    `${label}, wie die Statistik „${statistic}“ es zählt. Die amtlichen Erläuterungen stehen bei der Quelle.`,
  sourceOf: (statistic: string, label: string) => `Statistik ${statistic}, ${label}`,
  measures: {
    population: {
      statistic: '12411',
      statisticLabel: 'Fortschreibung des Bevölkerungsstandes',
      code: 'BEVSTD',
      label: 'Bevölkerungsstand',
      unit: 'Anzahl',
    },
    size: {
      statistic: '11111',
      statisticLabel: 'Feststellung des Gebietsstandes',
      code: 'FLC006',
      label: 'Gebietsfläche',
      unit: 'km²',
    },
    male: 'männlich',
    female: 'weiblich',
  },
  country: 'Deutschland',
  /** Beside other words a county is named as such: "München" alone would be the city. */
  areaTitle: (kind: string, name: string) =>
    kind === 'county' ? `Landkreis ${name}` : kind === 'city' ? `Stadt ${name}` : name,
  register: (validOn: string | null) =>
    validOn === null
      ? 'Gemeindeverzeichnis ohne Angabe des Gebietsstands'
      : `Gemeindeverzeichnis, Gebietsstand ${validOn}`,
  areaList: 'Liste von Gebieten',
  boundaries: (levels: readonly { level: string; areas: number }[], on: string | null, unincorporated: number) =>
    [
      levels.length === 0
        ? 'Grenzen'
        : `Grenzen von ${levels.map(({ level, areas }) => `${areas.toLocaleString('de-DE')} ${level === 'county' ? 'Kreisen und kreisfreien Städten' : 'Gemeinden'}`).join(' und ')}`,
      ...(unincorporated === 0 ? [] : [`darunter ${unincorporated} gemeindefreie Gebiete`]),
      ...(on === null ? [] : [`Gebietsstand ${on.split('-').reverse().join('.')}`]),
    ].join(', '),
  vg250ew: 'Einwohner und Fläche der Verwaltungsgebiete (VG250-EW)',
  /** § 3 GeoNutzV: who changes the shapes says so. */
  changed: (attribution: string) =>
    /verändert|vereinfacht/.test(attribution) ? attribution : `${attribution} (Daten verändert)`,
  bkg: (year: string | null) => `© GeoBasis-DE / BKG${year === null ? '' : ` ${year}`}`,
  inkar: '© BBSR Bonn, INKAR',
  inkarIndicators: (count: number) => `${count} Kennzahlen aus INKAR mit Definition`,
  noSource: 'In der Datei nicht genannt',
  untitled: 'Tabelle ohne Titel',
  defaultOwner: (year: string | null) =>
    `© Statistische Ämter des Bundes und der Länder, Deutschland${year === null ? '' : `, ${year}`}`,
  /** Titles of the offices end with how deep and when: the page of the table says so itself. */
  plainTitle: (title: string) =>
    title
      .replace(/[\s,–-]*regionale Tiefe.*$/i, '')
      .replace(/[\s,–-]*Stichtag(e)?(\s*31\.12\.)?\s*$/i, '')
      .replace(/[\s,–-]+$/, ''),
  table: (code: string, title: string) => `${title} (${code})`,
}
