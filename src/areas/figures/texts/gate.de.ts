// Words of the release gate: what is kept back and why, in the language of people who plan.
import type { TidyFault } from '#pure/suppression/tidy.ts'
import type { ColumnFault } from '../rules/gate.ts'

const nothing = 'Es wurde nichts gespeichert.'
type At = Readonly<Record<string, string>>

const unreadable: Readonly<Record<string, (d: At) => string>> = {
  empty: () =>
    `In der Datei steht keine Tabelle. ${nothing} Erwartet werden eine Kopfzeile und darunter die Zählungen.`,
  'one-column': () =>
    `Die Datei hat nur eine Spalte. ${nothing} Erwartet werden mindestens ein Merkmal und die Anzahl, getrennt durch Strichpunkt, Komma oder Tabulator.`,
  'too-wide': () =>
    `Die Datei hat mehr als 40 Spalten. ${nothing} Erwartet wird eine Zeile je Kombination von Merkmalen, mit der Anzahl in einer eigenen Spalte.`,
  'too-long': () => `Die Datei hat mehr als 60.000 Zeilen. ${nothing} Bitte teilen Sie sie nach einem Merkmal.`,
  'too-large': () => `Die Datei ist größer als 8 MB. ${nothing} Bitte teilen Sie sie, oder lassen Sie Spalten weg.`,
  'several-sheets': (d) =>
    `Die Mappe hat mehrere Blätter (${d.names}). ${nothing} Bitte speichern Sie das gewünschte Blatt als eigene Datei.`,
  'open-quote': (d) =>
    `In Zeile ${d.line} beginnt ein Anführungszeichen, das nirgends endet. ${nothing} Vermutlich ist die Datei abgeschnitten.`,
  unsafe: () => `Diese Datei zu lesen würde zu viel Speicher oder Zeit brauchen. ${nothing}`,
}
const broken = `Diese Datei lässt sich nicht als Tabelle lesen. ${nothing} Bitte speichern Sie sie als CSV oder als Excel-Arbeitsmappe (.xlsx).`

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`
const share = (part: number, whole: number) =>
  whole === 0 ? '0 %' : `${((100 * part) / whole).toLocaleString('de-DE', { maximumFractionDigits: 1 })} %`

export const gateTexts = {
  kept: { sign: '•', name: 'geheim gehalten' },
  all: 'zusammen',
  columnFaults: {
    noCount: `Keine Spalte ist die Anzahl. ${nothing} Bitte wählen Sie die Spalte mit den Zählungen.`,
    twoCounts: `Zwei Spalten sind die Anzahl. ${nothing} Bitte wählen Sie eine; was die andere zählt, wird eine eigene Tabelle.`,
    twoGivers: `Zwei Spalten sagen, wer die Fälle gemeldet hat. ${nothing} Bitte wählen Sie eine.`,
    noDimension: `Keine Spalte ist ein Merkmal. ${nothing} Bitte wählen Sie mindestens eine, zum Beispiel die Gemeinde.`,
    tooManyDimensions: `Mehr als sechs Merkmale lassen sich nicht gemeinsam schützen. ${nothing} Bitte lassen Sie eines weg.`,
    foreignParent: `Eine Spalte fasst ein Merkmal zusammen, das keines ist. ${nothing} Bitte wählen Sie, zu welchem Merkmal sie gehört.`,
    nameless: `Eine Spalte, die gebraucht wird, hat keine Überschrift. ${nothing} Bitte ergänzen Sie sie in der Datei.`,
    sameName: `Zwei Spalten haben dieselbe Überschrift. ${nothing} Bitte benennen Sie eine um.`,
    otherColumns: `Die Datei hat andere Spalten als vorhin. ${nothing} Bitte wählen Sie sie noch einmal aus.`,
  } satisfies Record<ColumnFault | 'otherColumns', string>,
  rowFaults: {
    'no-rows': () => `Unter der Kopfzeile steht nichts. ${nothing}`,
    'no-column': ({ column }) => `Die Spalte „${column}“ gibt es nicht. ${nothing}`,
    'bad-count': ({ line, text }) =>
      `In Zeile ${line} ist „${text}“ keine Zählung. ${nothing} Erwartet wird eine ganze Zahl ab 0, ohne Punkt und Komma; was Sie nicht wissen, gehört nicht in diese Tabelle.`,
    'no-value': ({ line, column }) =>
      `In Zeile ${line} ist „${column}“ leer. ${nothing} Bitte tragen Sie dort etwas ein, zum Beispiel „unbekannt“.`,
    star: ({ line, column }) =>
      `In Zeile ${line} steht in „${column}“ ein „*“. ${nothing} Das Zeichen ist für die Summen vorbehalten; Summenzeilen brauchen Sie nicht, sie werden gebildet.`,
    'bad-tree': ({ line }) => `In Zeile ${line} fehlt die Obergruppe. ${nothing}`,
    'two-parents': ({ child, line }) =>
      `„${child}“ gehört ${line ? `spätestens in Zeile ${line} ` : ''}zu zwei verschiedenen Obergruppen. ${nothing} Jede Gruppe gehört zu genau einer.`,
    circle: ({ child }) => `„${child}“ ist über Umwege seine eigene Obergruppe. ${nothing}`,
    'not-finest': ({ line, value }) =>
      `In Zeile ${line} steht „${value}“, das selbst aus Untergruppen besteht. ${nothing} Bitte nehmen Sie nur die feinsten Zählungen auf; Summen werden gebildet.`,
    'too-many': ({ count: cells, most }) =>
      `Mit allen Summen hätte die Tabelle ${Number(cells).toLocaleString('de-DE')} Zellen, mehr als ${Number(most).toLocaleString('de-DE')}. ${nothing} Bitte lassen Sie ein Merkmal weg oder fassen Sie Gruppen zusammen.`,
  } satisfies Record<TidyFault, (at: At) => string>,
  refusals: {
    tableUnreadable: (d: Record<string, string>) => (unreadable[d.code ?? ''] ?? (() => broken))(d),
    tableFaulty: (d: Record<string, string>) => d.sentence ?? broken,
    otherDimensions: (d: Record<string, string>) =>
      `Diese Tabelle hat die Merkmale ${d.dimensions}, in dieser Reihenfolge. ${nothing} Bitte ordnen Sie dieselben Merkmale zu; andere werden eine eigene Tabelle.`,
    runGoesOn: 'Die Tabelle wird gerade geschützt. Bitte warten Sie, bis das fertig ist, oder brechen Sie es ab.',
    nothingRuns: 'Hier läuft nichts, was sich abbrechen ließe.',
    lowerThanReleased: (d: Record<string, string>) =>
      `Mit der Grenze ${d.threshold} ist schon etwas freigegeben. Eine niedrigere Grenze würde zeigen, was damals geheim gehalten wurde. Höher geht.`,
    notInBody: 'In diesem Gremium wirken Sie nicht mit. Bitte wählen Sie eines aus der Liste.',
    outdatedRun:
      'Seit diesem Schutz hat sich die Tabelle, die Grenze oder das schon Freigegebene geändert. Bitte schützen Sie die Tabelle noch einmal.',
    notProtected: 'Diese Tabelle ist noch nicht geschützt. Freigegeben wird nur, was geschützt und geprüft ist.',
    proposedAlready: 'Diese Tabelle ist schon zur Freigabe vorgeschlagen.',
    releasedAlready: 'Diese Fassung ist so schon freigegeben.',
    notProposed: 'Diese Tabelle hat noch niemand zur Freigabe vorgeschlagen.',
    samePersonReleases:
      'Sie haben die Tabelle selbst vorgeschlagen. Freigeben muss sie eine zweite Person Ihrer Organisation.',
    releasedBefore:
      'Aus dieser Tabelle ist schon etwas freigegeben. Sie bleibt, damit jede spätere Freigabe damit verglichen werden kann.',
    withdrawn: 'Diese Freigabe ist zurückgezogen. Ihre Zahlen sind hier nicht mehr zu sehen.',
  },
  file: {
    name: (title: string) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, '')
        .slice(0, 60) || 'tabelle',
    ends: { certificate: 'pruefnachweis', table: 'tabelle' },
    value: 'Anzahl',
    sign: 'Zeichen',
    meaning: 'Bedeutung',
    source: 'Quelle',
  },
  list: {
    title: 'Freigaben',
    lead: 'Hier schützen Organisationen ihre eigenen Zählungen, bevor sie das Haus verlassen. Andere sehen nur, was zwei Personen freigegeben haben.',
    mine: 'Tabellen Ihrer Organisation',
    mineEmpty: 'Noch keine Tabelle',
    mineEmptyText:
      'Lesen Sie eine Tabelle mit Zählungen ein, zum Beispiel Beratungen nach Gemeinde und Alter. Bis zur Freigabe sieht sie nur Ihre Organisation.',
    add: 'Tabelle schützen und freigeben',
    released: 'Freigegebene Tabellen',
    publicLead:
      'Zählungen, die Organisationen geschützt und für alle freigegeben haben. Jede Tabelle lässt sich nachprüfen.',
    releasedEmpty: 'Noch ist nichts freigegeben.',
    columns: { title: 'Tabelle', time: 'Zeitraum', state: 'Stand', owner: 'Organisation', audience: 'Für wen' },
    states: {
      none: 'eingelesen',
      waiting: 'wird gleich geschützt',
      running: 'wird geschützt',
      done: 'geschützt, noch nicht freigegeben',
      failed: 'Schutz nicht gelungen',
      cancelled: 'Schutz abgebrochen',
      proposed: 'wartet auf die zweite Person',
      released: 'freigegeben',
    },
  },
  audience: (audience: 'body' | 'public', body: string | null) =>
    audience === 'public' ? 'für alle (öffentlich)' : `für Mitglieder: ${body ?? 'Gremium'}`,
  adding: {
    title: 'Tabelle schützen und freigeben',
    steps: ['Datei wählen', 'Spalten zuordnen', 'Schützen und freigeben'],
    file: 'Datei mit Ihren Zählungen',
    hint: 'CSV oder Excel (XLSX), höchstens 8 MB.',
    chooseLead:
      'Eine Zeile je Kombination, zum Beispiel: Gemeinde, Alter, Anzahl. Summen brauchen Sie nicht; sie werden gebildet. Kombinationen, die fehlen, gelten als nicht vorgekommen.',
    look: 'Datei ansehen',
    looking: 'Die Datei wird gelesen …',
    chosen: (name: string, rows: number) => `${name}: ${count(rows, 'Zeile', 'Zeilen')}`,
    other: 'Andere Datei wählen',
    columns: 'Was ist in den Spalten?',
    part: (name: string) => name || 'Spalte ohne Überschrift',
    parts: {
      g: 'Merkmal',
      n: 'Anzahl',
      c: 'wer die Fälle gemeldet hat',
      x: 'nicht verwenden',
      above: (name: string) => `fasst „${name}“ zusammen`,
    },
    examples: (words: number, examples: readonly string[]) =>
      `${count(words, 'Ausprägung', 'Ausprägungen')}: ${examples.join(', ')}${words > examples.length ? ' …' : ''}`,
    name: 'Titel',
    nameHint: 'So heißt die Tabelle auch für andere, zum Beispiel „Schuldnerberatung nach Gemeinde und Alter“.',
    definition: 'Was wird gezählt?',
    definitionHint: 'Ein Satz, der auch ohne Rückfrage verständlich ist: wer oder was, wann, wo.',
    from: 'Zeitraum von',
    until: 'bis einschließlich',
    threshold: 'Kleine Zahlen geheim halten',
    thresholds: {
      3: '1 und 2',
      5: '1 bis 4 (üblich in der Beratung)',
      10: '1 bis 9',
    } satisfies Record<3 | 5 | 10, string>,
    keep: 'Einlesen',
    keepAnew: 'Als neue Fassung einlesen',
    anewTitle: (title: string) => `Neue Fassung: ${title}`,
    anewLead:
      'Berichtigte Zählungen oder eine neue Zeit. Was früher freigegeben wurde, wird beim Schützen mitgerechnet.',
    notAllowed: 'Tabellen schützt und gibt frei, wer in seiner Organisation plant, prüft oder leitet.',
  },
  page: {
    kind: 'Tabelle hinter dem Tor',
    lead: 'Diese Zählungen sieht nur Ihre Organisation. Was andere sehen, steht unten und ändert sich erst mit der Freigabe.',
    facts: {
      what: 'Gezählt wird',
      time: 'Zeitraum',
      file: 'Datei',
      rows: 'Umfang',
      threshold: 'Geheim gehalten',
      givers: 'Gemeldet von',
    },
    rows: (rows: number, counted: number) => `${count(rows, 'Zeile', 'Zeilen')}, ${count(counted, 'Fall', 'Fälle')}`,
    givers: (n: number) => `${count(n, 'Stelle', 'Stellen')}; auch ihre Angaben sind voreinander geschützt`,
    edition: (n: number) => `Fassung ${n}`,
    raise: 'Grenze ändern',
    protect: 'Schützen',
    protecting: (seconds: number, most: number) => `${seconds} von ${most} Sekunden, die das höchstens dauert`,
    failed: 'Der Schutz ist nicht gelungen',
    save: 'Speichern',
    keepIt: 'Behalten',
    cell: 'Feld',
    more: (n: number) => `und ${n.toLocaleString('de-DE')} weitere; alle stehen als • in der Tabelle.`,
    protectAgain: 'Noch einmal schützen',
    protectLead:
      'Nahtstelle sucht, was zusätzlich verdeckt werden muss, damit niemand eine kleine Zahl ausrechnen kann: nicht aus Summen und nicht aus dem, was früher freigegeben wurde. Danach versucht ein Angriff, die verdeckten Zahlen doch zu finden.',
    forWhom: 'Für wen ist die Tabelle?',
    public: 'Für alle (öffentlich)',
    members: (body: string) => `Für die Mitglieder: ${body}`,
    running: (hidden: number | null) =>
      `${hidden === null ? 'Es wird noch nach einem ersten sicheren Muster gesucht' : `Sicheres Muster gefunden: ${count(hidden, 'Zelle', 'Zellen')} verdeckt; es wird nach einem besseren gesucht`}.`,
    waiting: 'Gleich geht es los.',
    stop: 'Abbrechen',
    stopped: 'Abgebrochen. Es ist nichts geschützt und nichts freigegeben.',
    faults: {
      time: 'Die Zeit reichte nicht für den Nachweis. Es ist nichts freigegeben. Eine kleinere Tabelle hilft: weniger Merkmale, oder Gruppen zusammengefasst.',
      published:
        'Eine kleine Zahl dieser Tabelle ist durch eine frühere Freigabe schon bekannt; sie lässt sich nicht mehr schützen. Es ist nichts freigegeben. Fassen Sie die Gruppe mit einer anderen zusammen.',
      exposed:
        'Eine kleine Zahl lässt sich nicht schützen, auch wenn alles andere verdeckt wird: Es gibt zu wenige andere Zahlen. Es ist nichts freigegeben. Fassen Sie Gruppen zusammen, oder geben Sie nur die Gesamtzahl weiter.',
      faulty:
        'Die Tabelle passt nicht zu dem, was früher freigegeben wurde. Es ist nichts freigegeben. Bitte prüfen Sie die Gruppen.',
      broken:
        'Das Schützen ist abgebrochen, vermutlich reichte der Speicher nicht. Es ist nichts freigegeben. Bitte versuchen Sie es mit einer kleineren Tabelle.',
    },
    outdated:
      'Seit diesem Schutz hat sich etwas geändert (neue Fassung, andere Grenze oder eine Freigabe). Bitte schützen Sie noch einmal.',
    result: 'Was andere sehen würden',
    sentence: (c: { primary: number; secondary: number; counted: number; countedHidden: number }) =>
      c.primary + c.secondary === 0
        ? 'Keine Zahl ist so klein, dass sie verdeckt werden muss.'
        : `${count(c.primary, 'Zahl liegt', 'Zahlen liegen')} unter der Grenze und ${c.primary === 1 ? 'wird' : 'werden'} verdeckt. ${c.secondary === 0 ? 'Mehr ist nicht nötig.' : `Damit sich ${c.primary === 1 ? 'diese' : 'keine davon'} ${c.primary === 1 ? 'nicht ' : ''}ausrechnen lässt, ${c.secondary === 1 ? 'fällt eine weitere' : `fallen ${c.secondary.toLocaleString('de-DE')} weitere`} weg.`} In den verdeckten Feldern stehen ${share(c.countedHidden, c.counted)} aller gezählten Fälle; in den Summen sind sie enthalten.`,
    attack: (narrowest: number | null) =>
      narrowest === null
        ? 'Der Angriff auf die fertige Tabelle hat keine verdeckte Zahl gefunden.'
        : `Der Angriff auf die fertige Tabelle hat keine verdeckte Zahl gefunden; auch die am engsten eingegrenzte kann noch um ${narrowest.toLocaleString('de-DE', { maximumFractionDigits: 1 })} schwanken.`,
    besideTitle: 'Aus anderen Tabellen ist für dieselbe Zeit schon etwas freigegeben',
    beside:
      'Zählen sie dieselben Fälle wie diese? Dann lässt sich aus allen zusammen mehr ausrechnen, als hier geprüft ist: Lesen Sie diese Zählungen dort als neue Fassung ein. Zählen sie anderes, ist nichts zu tun.',
    propose: 'Zur Freigabe vorschlagen',
    proposedToast: 'Vorgeschlagen. Eine zweite Person Ihrer Organisation gibt frei.',
    needsOther: 'Vorgeschlagen. Freigeben muss eine zweite Person Ihrer Organisation.',
    waitsFor: (audience: string) =>
      `Vorgeschlagen zur Freigabe ${audience}. Bitte prüfen Sie, was andere sehen würden.`,
    unpropose: 'Vorschlag zurücknehmen',
    release: 'Freigeben',
    releasedToast: 'Freigegeben.',
    ledger: 'Was freigegeben ist',
    ledgerEmpty: 'Noch nichts.',
    released: (day: string) => `freigegeben am ${day}`,
    withdrawnOn: (day: string, reason: string) => `zurückgezogen am ${day}: ${reason}. Gilt weiter als bekannt.`,
    anew: 'Neue Fassung einlesen',
    discard: 'Tabelle verwerfen',
    discardSure: 'Die Zählungen werden gelöscht. Freigegeben ist davon nichts.',
    discarded: 'Verworfen.',
    own: 'Ihre Zahl',
    shown: 'Andere sehen',
    why: 'Warum verdeckt',
    hiddenList: 'Was verdeckt wird und warum',
    whyRule: (below: number) => `liegt unter der Grenze (1 bis ${below - 1})`,
    whyBeside: (cell: string, sum: string) => `sonst ließe sich „${cell}“ aus „${sum}“ ausrechnen`,
  },
  table: {
    rows: 'Zeilen',
    columns: 'Spalten',
    only: (dimension: string) => dimension,
    value: 'Anzahl',
    hint: '• heißt geheim gehalten, – heißt nichts vorhanden. Verdeckte Zahlen stecken in den Summen.',
    caption: (title: string) => `${title}, Anzahl`,
    noColumns: 'Anzahl',
  },
  released: {
    kind: 'Freigegebene Tabelle',
    by: (day: string) => `Freigegeben am ${day}`,
    withdrawn: 'Zurückgezogen',
    files: 'Mitnehmen',
    csv: 'CSV',
    certificate: 'Prüfnachweis',
    table: 'Tabelle zum Prüfnachweis',
    proof: (below: number, hidden: number) =>
      `Zahlen von 1 bis ${below - 1} sind verdeckt, dazu so viele weitere, dass sich keine ausrechnen lässt: zusammen ${count(hidden, 'Feld', 'Felder')}. Mit dem Prüfnachweis und der Tabelle kann das jede und jeder auf dem eigenen Rechner nachrechnen (nahtstelle verify).`,
    withdraw: 'Freigabe zurückziehen',
    reason: 'Grund',
    reasonHint:
      'Die Tabelle verschwindet sofort. Wer sie schon hat, behält sie; deshalb zählt sie bei späteren Freigaben weiter als bekannt.',
    withdrawnToast: 'Zurückgezogen.',
    publicAddress: 'Öffentliche Seite',
    toGuarded: 'Zur eigenen Tabelle',
  },
} as const
