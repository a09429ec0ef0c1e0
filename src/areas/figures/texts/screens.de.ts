// Words of the screens: explorer, indicator, table, import, deliveries.
import type { AreaKind, DeliveryKind, Level } from '../contract/shapes.ts'
import type { PeriodKind } from '../rules.ts'

const day = (iso: string) => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')
const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember']
const count = (n: number) => n.toLocaleString('de-DE')

export const screens = {
  day,
  /** A time as people say it: a day, a month, a quarter, a year, or both ends. */
  period: ({ kind, from, last }: { kind: PeriodKind; from: string; last: string }) => {
    const year = from.slice(0, 4)
    const month = Number(from.slice(5, 7))
    return { day: day(from), month: `${months[month - 1]} ${year}`, quarter: `${Math.ceil(month / 3)}. Quartal ${year}`, year, span: `${day(from)} bis ${day(last)}` }[kind]
  },
  levels: { county: 'Landkreise und kreisfreie Städte', municipality: 'Gemeinden' } satisfies Record<Level, string>,
  areaKinds: {
    country: 'Staat', state: 'Land', district: 'Regierungsbezirk', county: 'Landkreis', city: 'kreisfreie Stadt', municipality: 'Gemeinde', unincorporated: 'gemeindefreies Gebiet',
  } satisfies Record<AreaKind, string>,
  /** Two areas of one name: the city and its county, or two municipalities of different counties. */
  named: (name: string, kind: AreaKind, parent: string) => ({ city: `${name} (Stadt)`, county: `${name} (Landkreis)` } as Partial<Record<AreaKind, string>>)[kind] ?? `${name} (${parent})`,
  per: (n: number) => `je ${count(n)} Einwohnerinnen und Einwohner`,
  explorer: {
    title: 'Zahlen', lead: 'Karte, Verlauf und Tabelle zeigen dieselbe Auswahl. Ihre Auswahl steht in der Adresse und lässt sich so weitergeben.',
    indicator: 'Kennzahl', choose: 'Kennzahl suchen', level: 'Ebene', time: 'Zeit', cut: 'Gliederung', total: 'insgesamt', show: 'Darstellung', asIs: 'Werte', latest: 'neueste',
    readIn: 'Datei einlesen', deliveries: 'Lieferungen', tables: 'Amtliche Tabellen', define: 'Kennzahl festlegen', definition: 'Was wird gezählt?',
    none: 'Noch keine Zahlen', noneHint: 'Lesen Sie zuerst das Gemeindeverzeichnis für Ihre Gegend ein, danach amtliche Tabellen. Alle anderen bauen darauf auf.',
    noneHintOthers: 'Sobald die Planung das Gemeindeverzeichnis und die ersten Tabellen eingelesen hat, stehen die Zahlen hier.',
    map: 'Karte', table: 'Tabelle', trend: 'Verlauf', compare: 'Vergleich', area: 'Gebiet', value: 'Wert', chosen: 'Ausgewählt', state: 'Bedeutung', key: 'Schlüssel', above: 'Zum Vergleich',
    areaSearch: 'Gebiet suchen', each: (unit: string, day: string) => `${unit}, jeweils am ${day}`, ownArea: 'Ihr Gebiet', pickHint: 'Wählen Sie auf der Karte oder in der Tabelle bis zu fünf Gebiete.', clear: 'Auswahl aufheben', add: (name: string) => `${name} auswählen`, remove: (name: string) => `${name} abwählen`, pick: 'Auswahl',
    sum: 'Summe', sumOf: (n: number) => `Summe von ${count(n)} Gebieten`, incomplete: (missing: number) => `unvollständig: ${count(missing)} ohne Zahl`, nilCounted: (n: number) => `${count(n)} mal „–“, als null gezählt`,
    basis: 'Grundlage', noBasis: 'wie in der Quelle', otherBasis: (label: string) => `Für diese Zeit gibt es auch Werte auf anderer Grundlage: ${label}.`, source: 'Quelle', sources: 'Quellen',
    ended: 'Dieses Merkmal wird nicht mehr erhoben. „–“ bedeutet hier nicht null.', rateOf: (per: number, on: string, basis: string) => `je ${count(per)} Einwohnerinnen und Einwohner am ${day(on)} (${basis})`,
    changeIn: (name: string, from: string, to: string, change: string) => `${name}: von ${from} bis ${to} ${change}`, noAcross: 'Über eine Unterbrechung hinweg wird nichts verrechnet.',
    take: 'Ansicht in einen Bedarf übernehmen', takeFor: (name: string) => `${name} in einen Bedarf übernehmen`, takeHint: 'Wählen Sie ein Gebiet aus, um seinen Wert als Beleg zu übernehmen.', csv: 'Als CSV speichern', csvSeries: 'Verlauf als CSV',
    asOf: (instant: string) => `Stand der Abfrage: ${instant}. Mit diesem Stand bleiben die Zahlen für immer gleich.`, noMap: 'Die Karte ist noch nicht eingerichtet; die Tabelle zeigt dieselben Zahlen.',
    otherTime: 'Andere Zeit wählen', breakNames: { basis: 'neue Grundlage', definition: 'neue Definition', end: 'nicht mehr erhoben' },
  },
  indicator: {
    kind: 'Kennzahl', what: 'Was gezählt wird', unit: 'Einheit', numerator: 'Zähler', denominator: 'Nenner', inclusion: 'Eingeschlossen', exclusion: 'Ausgeschlossen', source: 'Quelle', law: 'Rechtsgrundlage',
    direction: 'Richtung', directions: { more: 'mehr ist besser', less: 'weniger ist besser', neutral: 'ohne Wertung' }, additive: 'Summen', mayAdd: 'Werte dürfen addiert werden', mayNotAdd: 'Werte dürfen nicht addiert werden',
    timing: 'Zeitbezug', timings: { day: 'an einem Tag', span: 'in einem Zeitraum' }, code: 'Kürzel', edition: 'Fassung', breaks: 'Unterbrechungen', noBreaks: 'Keine bekannt. Werte aller Zeiten lassen sich vergleichen.',
    exception: 'Ausnahme', held: 'Welche Werte es gibt', period: 'Zeit', statements: 'Angaben', level: 'Ebene', sources: 'Amtliche Tabellen',
    deliverers: 'Wer geliefert, bestätigt oder kommentiert hat', noDeliverers: 'Für Sie ist hier keine Lieferung freigegeben.', heldState: 'nur bei den Landkreisen', officialState: 'amtlich', toMap: 'In Karte und Verlauf ansehen', change: 'Definition ändern',
    levelNames: { county: 'Kreise', municipality: 'Gemeinden', above: 'Land und Bund' }, became: 'Die Datenspur zeigt, worauf diese Kennzahl beruht und was aus ihr wurde.', none: 'Noch keine Werte', noneHint: 'Sobald eine Tabelle eingelesen oder eine Zahl geliefert ist, steht sie hier.',
  },
  define: {
    title: 'Kennzahl festlegen', lead: 'Für Zahlen, die nur die Landkreise haben. Eine gute Bestimmung erspart Rückfragen: Was zählt mit, was nicht?', changeTitle: 'Definition ändern',
    changeLead: 'Die bisherige Fassung bleibt erhalten; frühere Lieferungen beziehen sich weiter auf sie.', name: 'Name', code: 'Kürzel', codeHint: 'Zum Beispiel TP-PLAETZE. Es ändert sich später nicht.', definition: 'Was wird gezählt?',
    unit: 'Einheit', unitHint: 'Zum Beispiel Plätze, Personen, Wochen', inclusion: 'Was zählt mit?', exclusion: 'Was zählt nicht mit?', source: 'Woher kommt die Zahl?', law: 'Rechtsgrundlage', timing: 'Zeitbezug', additive: 'Dürfen die Werte der Kreise addiert werden?',
    yes: 'Ja', no: 'Nein, es ist ein Anteil oder Durchschnitt', direction: 'Richtung', decimals: 'Nachkommastellen', save: 'Kennzahl festlegen', saveChange: 'Neue Fassung festhalten', saved: 'Die Kennzahl ist festgelegt.', changed: 'Die neue Fassung gilt.',
  },
  table: {
    kind: 'Amtliche Tabelle', source: 'Quelle', attribution: 'Quellenvermerk', licence: 'Lizenz', licences: { 'dl-de/by-2-0': 'Datenlizenz Deutschland – Namensnennung – Version 2.0', 'source-named': 'Weitergabe mit Quellenangabe gestattet' } as Record<string, string>,
    printed: 'Stand der Quelle', read: 'Eingelesen am', file: 'Datei', hash: 'Prüfsumme (SHA-256)', values: 'Zahlen', periods: 'Zeiten', holds: 'Was sie enthält', indicator: 'Kennzahl', statements: 'Angaben', footnotes: 'Fußnoten der Quelle',
    leftOut: 'Ausgelassene Zeilen', unknownAreas: (n: number) => `${count(n)} Gebiete dieser Datei sind hier nicht bekannt und blieben außen vor.`, usedIn: 'Belegt', notUsed: 'Noch nirgends als Beleg verwendet.', published: 'von der Quelle veröffentlicht',
    states: 'Zeichen', list: 'Amtliche Tabellen', listLead: 'Jede Datei wird einmal für alle eingelesen. Niemand muss sie liefern.', none: 'Noch keine Tabelle eingelesen', noneHint: 'Beginnen Sie mit dem Gemeindeverzeichnis.', name: 'Tabelle',
  },
  reading: {
    title: 'Amtliche Datei einlesen', choose: 'Datei wählen', check: 'Vorschau prüfen', done: 'Übernommen', file: 'Datei', hint: 'Gemeindeverzeichnis (XLSX oder CSV) oder eine Tabelle aus GENESIS oder der Regionaldatenbank (CSV oder flache CSV), unverändert, höchstens 20 MB.',
    attribution: 'Quellenvermerk', attributionHint: 'So wird die Quelle überall genannt. Flache CSV-Dateien nennen sie nicht selbst; bitte prüfen Sie Stelle und Jahr.', look: 'Datei ansehen', looking: 'Die Datei wird gelesen', lookingHint: 'Es wird noch nichts gespeichert.',
    found: 'Das steht in der Datei', already: (title: string) => `Diese Datei ist schon eingelesen: ${title}.`, toTable: 'Zur Tabelle', numbers: 'Zahlen', signs: 'Zeichen', areas: 'Gebiete', times: 'Zeiten', printed: 'Stand der Quelle',
    effect: 'Das würde geschehen', added: 'neu', unchanged: 'unverändert', revised: 'berichtigt (der alte Wert bleibt erhalten)', indicators: 'Kennzahlen', known: 'schon bekannt', fresh: 'wird angelegt', leftOut: 'Nicht übernommen', line: (lines: readonly number[]) => `zum Beispiel Zeile ${lines.join(', ')}`,
    nothingLeftOut: 'Alle Zeilen wurden verstanden.', unknownAreas: (n: number) => `${count(n)} unbekannte Gebiete`, unknownAreasText: 'Ihre Zeilen bleiben außen vor. Fehlen Gebiete aus Ihrer Gegend, lesen Sie bitte zuerst ein passendes Gemeindeverzeichnis ein.', rows: (n: number) => `${count(n)} Zeilen`,
    controls: 'Kontrollsummen', controlsLead: 'Vergleichen Sie sie mit den gedruckten Summen der Quelle.', missing: 'ohne Zahl', level: { county: 'Kreise', municipality: 'Gemeinden' } as Record<string, string>,
    register: (counties: number, municipalities: number, people: number, on: string | null) => `${count(counties)} Kreise und kreisfreie Städte, ${count(municipalities)} Gemeinden, ${count(people)} Menschen${on ? ` am ${day(on)}` : ''}`,
    commit: (n: number) => `${count(n)} Angaben übernehmen`, commitAreas: 'Gebiete und Angaben übernehmen', discard: 'Verwerfen', committing: 'Die Angaben werden übernommen. Entweder alle oder keine.', written: (n: number) => `${count(n)} Angaben sind übernommen.`,
    doneText: 'Sie stehen allen zur Verfügung. Niemand muss diese Datei noch einmal einlesen.', next: 'Nächste Datei', toFigures: 'Zu den Zahlen', notAllowed: 'Einlesen kann, wer für seine Organisation plant.', more: (n: number) => `und ${count(n)} weitere`, moreControls: (n: number) => `${count(n)} weitere zeigen`,
  },
  deliveries: {
    title: 'Lieferungen', lead: 'Was Ihre Organisation zugesagt hat, was sie geliefert hat und was daraus wurde.', owed: 'Zu liefern und zu bestätigen', delivered: 'Geliefert', overview: 'Stand im Gremium', nothing: 'Nichts offen.', nothingDelivered: 'Noch nichts geliefert.',
    nothingDeliveredHint: 'Was Ihre Organisation zusagt, steht in den Vereinbarungen der Gremien.', deliver: 'Zahl liefern', confirm: 'Bestätigen oder kommentieren', figure: 'Zahl', mark: 'Statt einer Zahl', noMark: 'eine Zahl', comment: 'Anmerkung', commentNeeded: 'Was ist dazu zu sagen?',
    due: (iso: string) => `bis ${day(iso)}`, official: 'Amtlicher Wert', last: 'Zuletzt geliefert', counts: 'Zählt mit', countsNot: 'Zählt nicht mit', isRight: 'Der Wert trifft zu', toComment: 'Dazu ist etwas zu sagen', verdict: 'Ihre Antwort', send: 'Zahl liefern', sendConfirm: 'Bestätigung abgeben', sendComment: 'Kommentar abgeben',
    sent: 'Abgegeben. Die Aufgabe ist erledigt.', noOfficial: 'Für Ihr Gebiet ist noch kein amtlicher Wert eingelesen. Sie können etwas dazu schreiben.', noArea: 'Ihre Organisation hat noch kein Gebiet. Bitte tragen Sie es bei den Angaben zur Organisation ein.',
    toOrganisation: 'Zu den Angaben', seenBy: 'Gelieferte Zahlen sehen Ihre Organisation und die Stelle, die sie prüft, sonst niemand.', organisation: 'Organisation', indicator: 'Kennzahl', period: 'Zeit', value: 'Wert', state: 'Stand', hidden: 'nicht für Sie freigegeben', answer: 'Antwort', answered: 'beantwortet', notAnswered: 'noch ohne Antwort',
    toAnswer: 'Antworten', body: 'Gremium', rate: (done: number, all: number) => `${count(done)} von ${count(all)} Angaben liegen vor.`, late: (n: number) => `${count(n)} verspätet`, overdue: (n: number) => `${count(n)} überfällig`, noBodies: 'Sie gehören keinem Gremium an, dem etwas geliefert wird.', noDuties: 'In diesem Gremium ist keine Lieferung vereinbart.',
    kinds: { figure: 'Lieferung', confirmation: 'Bestätigung', comment: 'Kommentar' } satisfies Record<DeliveryKind, string>, area: 'Gebiet', edition: (n: number) => `Fassung ${n}`, editions: 'Fassungen', correct: 'Berichtigen', correctTitle: 'Lieferung berichtigen', correctLead: 'Die bisherige Fassung bleibt erhalten. Wer sie schon verwendet hat, sieht weiter, womit.',
    saveCorrection: 'Neue Fassung festhalten', corrected: 'Die neue Fassung gilt.', becameTitle: 'Was wurde daraus?', nothingBecame: 'Noch keine Antwort. Wer die Zahl erbeten hat, schuldet sie.', verdicts: { used: 'Verwendet', notYet: 'Noch nicht verwendet', notUsed: 'Nicht verwendet' }, answerTitle: 'Was wurde aus dieser Lieferung?',
    answerText: 'Wofür, oder warum nicht?', sendAnswer: 'Antwort geben', answerSent: 'Die Antwort steht bei der Lieferung.', restsOn: 'Tabelle', because: 'Wegen', valueKept: 'Der amtliche Wert zur Zeit der Bestätigung',
    toDuty: 'dieser Aufgabe', acts: { deliver: 'liefern', confirm: 'bestätigen' }, times: 'Zeit', all: 'alle',
    states: { notYet: 'noch nicht fällig', open: 'offen', overdue: 'überfällig', done: 'liegt vor', doneLate: 'verspätet geliefert', waived: 'erlassen' }, conflict: 'Inzwischen wurde diese Lieferung geändert. Ihre Eingaben stehen noch da; bitte prüfen Sie den neuen Stand und halten Sie dann fest.',
  },
}
