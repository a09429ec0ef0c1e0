// German words of the step "Spalten zuordnen": what a column may be, what must be said, and how.
import type { ColumnRole, Mapping, Question } from '../contract/mapping.ts'
import type { AreaKind } from '../contract/shapes.ts'

type Detail = Record<string, string>
const roleNames: Record<ColumnRole, string> = {
  key: 'Gebietsschlüssel (AGS, ARS)',
  name: 'Name des Gebiets',
  'area-kind': 'Art des Gebiets',
  time: 'Zeit',
  dimension: 'Untergliederung (Geschlecht, Alter …)',
  'measure-name': 'Name der Kennzahl',
  measure: 'Zahlen',
  empty: 'nicht übernehmen',
}
const shown = (sign: string) => (sign === '' ? 'leere Zelle' : `„${sign}“`)

export const mappingTexts = {
  roles: roleNames,
  sign: shown,
  question: {
    column: (name: string, { word }: Detail) =>
      word
        ? `Was ist die Spalte „${name}“? In jeder Zeile steht dort „${word}“. Gehört das zur Zahl, ist es eine Untergliederung.`
        : `Was ist die Spalte „${name}“?`,
    twoColumns: (name: string, { role }: Detail) =>
      `„${roleNames[role as ColumnRole]}“ kann nur eine Spalte sein. Bitte wählen Sie für „${name}“ etwas anderes.`,
    area: () =>
      'In welcher Spalte steht das Gebiet? Gilt die Tabelle für ein einziges Gebiet, nennen Sie seinen Schlüssel.',
    time: () =>
      'Für welche Zeit gelten die Zahlen? Wählen Sie die Spalte mit der Zeit, oder nennen Sie Jahr oder Stichtag.',
    timeUnreadable: (time: string) =>
      `„${time}“ ist keine Zeit. Bitte schreiben Sie ein Jahr (2023) oder einen Tag (31.12.2023).`,
    numbers: () => 'Meint „1.234“ tausendzweihundertvierunddreißig oder eine Zahl mit drei Stellen nach dem Komma?',
    sign: (sign: string) => `Was bedeutet ${shown(sign)} in den Spalten mit Zahlen?`,
    noMeasure: () => 'Es ist keine Kennzahl gewählt. Bitte übernehmen Sie mindestens eine.',
    measure: (name: string) => `Welche Kennzahl ist „${name}“?`,
    unknownIndicator: (name: string, { code }: Detail) =>
      `Die Kennzahl ${code} für „${name}“ gibt es hier nicht. Bitte wählen Sie eine andere, oder legen Sie sie neu an.`,
    deliveredIndicator: (name: string, { title }: Detail) =>
      `„${title}“ wird von Organisationen geliefert und steht in keiner amtlichen Tabelle. Bitte wählen Sie für „${name}“ eine andere Kennzahl.`,
    codeTaken: (name: string, { code, title }: Detail) =>
      `Das Kürzel ${code} hat schon „${title}“. Bitte wählen Sie für „${name}“ diese Kennzahl, oder ein anderes Kürzel.`,
    words: (name: string) =>
      `Für die neue Kennzahl „${name}“ fehlen Name, Definition (mindestens zehn Zeichen) oder Einheit.`,
    unit: (name: string, { unit, known }: Detail) =>
      `„${name}“ steht in der Tabelle in „${unit}“, die Kennzahl zählt in „${known}“. Ist das dasselbe?`,
    timing: (name: string, { wanted }: Detail) =>
      wanted === 'day'
        ? `„${name}“ wird an einem Stichtag gezählt, die Tabelle nennt Jahre. Welcher Tag ist gemeint?`
        : wanted === 'span'
          ? `„${name}“ gilt für einen Zeitraum, die Tabelle nennt Stichtage. Bitte wählen Sie eine andere Kennzahl.`
          : `„${name}“ hat teils Stichtage, teils Zeiträume. Bitte legen Sie den Stichtag fest.`,
    areaName: (name: string) => `Welches Gebiet ist „${name}“? Der Name allein entscheidet es nicht.`,
    title: () => 'Wie heißt die Tabelle?',
    source: () => 'Wer hat die Tabelle veröffentlicht? Ohne Quelle wird sie nicht als amtlich gespeichert.',
    licence: () => 'Unter welcher Lizenz steht sie?',
    stateOn: () => 'Von welchem Tag ist die Tabelle?',
    published: () =>
      'Bitte bestätigen Sie, dass die Tabelle amtlich veröffentlicht ist. Unveröffentlichte Zahlen werden hier nicht gespeichert: Was vereinbart ist, liefern Sie unter „Lieferungen“; eigene Zählungen schützen Sie unter „Freigaben“.',
  } satisfies Record<Exclude<Question['code'], 'fault'>, (about: string, detail: Detail) => string>,
  fault: (sentence: string, code: string) =>
    code === 'contradiction'
      ? `${sentence} Oder unterscheidet eine Spalte diese Zeilen, die hier nicht übernommen wird? Dann wählen Sie für sie „Untergliederung“.`
      : sentence,
  /** As tables write them beside a name. */
  areaWords: {
    country: ['Bundesrepublik'],
    state: ['Land', 'Freistaat', 'Freie und Hansestadt'],
    district: ['Regierungsbezirk', 'Reg.-Bez.'],
    county: ['Landkreis', 'Kreis', 'Lkr', 'Lkr.', 'LK'],
    city: ['Stadt', 'kreisfreie Stadt', 'krfr. Stadt', 'Landeshauptstadt', 'Stadtkreis'],
    municipality: ['Gemeinde', 'Stadt', 'Markt', 'St', 'M', 'GKSt', 'Große Kreisstadt'],
  } satisfies Partial<Record<AreaKind, readonly string[]>>,
  licences: {
    'dl-de/by-2-0': 'Datenlizenz Deutschland – Namensnennung 2.0',
    'dl-de/zero-2-0': 'Datenlizenz Deutschland – Zero 2.0',
    'CC-BY-4.0': 'Creative Commons Namensnennung 4.0',
    'CC0-1.0': 'Creative Commons Zero 1.0',
    none: 'keine Angabe',
  } satisfies Record<Exclude<Mapping['licence'], null>, string>,
  screen: {
    title: 'Spalten zuordnen',
    lead: 'Diese Datei sagt nicht selbst, was in ihren Spalten steht. Was eindeutig ist, ist schon gewählt; den Rest wissen nur Sie. Gespeichert wird erst am Ende.',
    asLast: (day: string) =>
      `Wie beim letzten Mal (${day}). Sie können alles ändern; die Änderung gilt auch für das nächste Mal.`,
    columns: 'Spalten der Datei',
    column: 'Spalte',
    samples: 'Erste Zeilen',
    is: 'Das ist',
    isOf: (name: string) => `„${name}“ ist`,
    choose: 'Bitte wählen',
    blank: '(leer)',
    times: (n: number) => (n > 1 ? `${n} Zeiten nebeneinander` : ''),
    total: (name: string) => `Alle zusammen in „${name}“`,
    noTotal: 'keine Ausprägung',
    numbers: 'So sind Zahlen geschrieben',
    numberStyles: { comma: '1.234,5 (deutsch)', point: '1,234.5 (englisch)' },
    time: 'Zeit der Zahlen',
    timeHint: 'Ein Jahr oder ein Stichtag, wenn keine Spalte die Zeit nennt. Zum Beispiel 2023 oder 31.12.2023.',
    area: 'Schlüssel des Gebiets',
    areaHint: 'Wenn die ganze Tabelle für ein Gebiet gilt. Zum Beispiel 09175.',
    signs: 'Zeichen in den Zahlen',
    signsLead: 'Ein Zeichen wird nie zu einer Zahl. Was es bedeutet, steht meist unter der Tabelle.',
    usual: 'Wie in amtlichen Tabellen üblich',
    means: (sign: string, n: number, line: number) => `${shown(sign)}, ${n}-mal, zuerst in Zeile ${line}`,
    nothing: 'sagt nichts, auslassen',
    figures: 'Kennzahlen',
    figuresLead: 'Gibt es die Kennzahl schon, wählen Sie sie: Karten und Reihen zeigen dann beide Tabellen zusammen.',
    figure: (label: string, n: number) => `„${label}“ (${n.toLocaleString('de-DE')} Angaben)`,
    fresh: 'neue Kennzahl anlegen',
    none: 'nicht übernehmen',
    restNone: 'Alle übrigen nicht übernehmen',
    name: 'Name',
    unit: 'Einheit',
    what: 'Definition',
    code: 'Kürzel',
    additive: 'Werte dürfen über Gebiete addiert werden (Anzahlen ja, Quoten nein)',
    on: 'Jahreszahlen meinen',
    onYear: 'das ganze Jahr',
    onDays: {
      '12-31': 'den 31. Dezember',
      '06-30': 'den 30. Juni',
      '01-01': 'den 1. Januar',
      '11-01': 'den 1. November',
      '03-01': 'den 1. März',
      '12-15': 'den 15. Dezember',
    },
    sameUnit: (unit: string) => `Die Einheit „${unit}“ ist dieselbe`,
    names: 'Gebiete, von denen nur der Name dasteht',
    namesLead: (n: number) => `${n} ${n === 1 ? 'Gebiet ist' : 'Gebiete sind'} am Namen erkannt.`,
    matched: (name: string, area: string, key: string) => `„${name}“ ist ${area} (${key})`,
    level: 'Die Namen sind',
    levels: { '': 'Kreise und Gemeinden', county: 'nur Kreise und kreisfreie Städte', municipality: 'nur Gemeinden' },
    leaveOut: 'nicht übernehmen',
    origin: 'Herkunft',
    tableTitle: 'Titel der Tabelle',
    source: 'Quellenvermerk',
    sourceHint: 'Stelle und Jahr, wie sie unter jeder Karte stehen sollen.',
    licence: 'Lizenz',
    stateOn: 'Stand der Tabelle',
    stateOnHint: 'Der Tag, an dem die Stelle sie veröffentlicht oder zuletzt geändert hat. Zum Beispiel 30.06.2024.',
    published: 'Diese Tabelle ist amtlich veröffentlicht.',
    publishedHint:
      'Nur Veröffentlichtes sehen andere. Was Ihre Organisation selbst zählt, gehört zu den Lieferungen oder Freigaben.',
    open: (n: number) => (n === 1 ? 'Eine Angabe fehlt noch' : `${n} Angaben fehlen noch`),
    more: (n: number) => `und ${n} weitere`,
    ready: 'Alles ist gesagt. Darunter steht, was gespeichert wird.',
    counting: 'Die Vorschau wird neu gerechnet',
    kept: 'Gemerkte Zuordnungen',
    keptLead: 'So liest Ihre Organisation Dateien derselben Form. Bei der nächsten Datei werden sie vorgeschlagen.',
    keptOf: (columns: number, figures: number, day: string) =>
      `${columns} Spalten, ${figures} Kennzahlen, zuletzt ${day}`,
    forget: 'Löschen',
    forgetOf: (title: string) => `Zuordnung „${title}“ löschen`,
  },
  definition: (label: string, title: string) => `${label}, wie in der Tabelle „${title}“ ausgewiesen.`,
} as const
