// Words of the Erhebungsbogen: on the sheet, in the preview, and why a form is not taken.
import type { Mark } from '../contract/shapes.ts'
import type { ColumnId } from '../rules/form.ts'
import { count, day } from './deliveries.de.ts'

const nothing = 'Es wurde nichts gespeichert.'
const fresh = 'Bitte laden Sie unter „Lieferungen“ einen neuen Bogen herunter und übertragen Sie Ihre Zahlen.'

const headings: Readonly<Record<ColumnId, string>> = {
  indicator: 'Kennzahl',
  definition: 'Was wird gezählt?',
  period: 'Zeit',
  area: 'Gebiet',
  unit: 'Einheit',
  last: 'Zuletzt geliefert',
  value: 'Ihre Zahl',
  mark: 'Statt einer Zahl',
  comment: 'Anmerkung',
  check: 'Prüfung',
  due: 'Abzugeben bis',
  id: 'Kennung (bitte nicht ändern)',
}
/** What is chosen instead of a number; the sign comes first. */
const signs: Readonly<Record<Mark, string>> = {
  nil: '– nichts vorhanden',
  unknown: '. unbekannt oder geheim zu halten',
  unreliable: '/ nicht sicher genug',
  later: '… noch nicht da',
  meaningless: 'x nicht sinnvoll',
}
const unreadable: Readonly<Record<string, string>> = {
  empty: `Die Datei ist leer. ${nothing} Bitte wählen Sie den ausgefüllten Bogen noch einmal aus.`,
  'unknown-format': `Das ist keine Excel-Mappe (XLSX), oder sie ist mit einem Kennwort verschlüsselt. ${nothing} Bitte speichern Sie den Bogen als „Excel-Arbeitsmappe (.xlsx)“ ohne Kennwort und laden Sie ihn noch einmal hoch.`,
  'cut-off': `Die Datei ist abgeschnitten, das Ende fehlt. ${nothing} Bitte speichern Sie den Bogen noch einmal und laden Sie ihn neu hoch.`,
  'too-large': `Diese Mappe ist viel länger als ein Erhebungsbogen. ${nothing} Bitte entfernen Sie, was nicht dazugehört, oder wählen Sie die richtige Datei.`,
  unsafe: `Diese Datei zu lesen würde zu viel Speicher oder Zeit brauchen. ${nothing} Ein Erhebungsbogen ist klein; bitte prüfen Sie, ob Sie die richtige Datei gewählt haben.`,
}
const broken = `Diese Mappe lässt sich nicht lesen. ${nothing} Bitte öffnen Sie den Bogen, speichern Sie ihn als „Excel-Arbeitsmappe (.xlsx)“ und laden Sie ihn noch einmal hoch.`

export const formTexts = {
  refusals: {
    nothingOwed:
      'Für diese Zeit ist nichts zu liefern, deshalb gibt es keinen Bogen. Was Ihre Organisation zugesagt hat, steht unter „Lieferungen“.',
    formUnreadable: (d: Record<string, string>) => unreadable[d.code ?? ''] ?? broken,
    notAForm: `In dieser Mappe steht kein Erhebungsbogen. ${nothing} Bitte laden Sie den Bogen unter „Lieferungen“ herunter, füllen Sie ihn aus und laden Sie diese Datei hoch.`,
    newerForm: `Dieser Bogen stammt aus einer neueren Fassung von Nahtstelle und wird hier noch nicht verstanden. ${nothing} ${fresh}`,
    formColumn: (d: Record<string, string>) =>
      `Im Bogen fehlt die Spalte „${headings[d.column as ColumnId] ?? d.column}“. ${nothing} Bitte fügen Sie sie aus dem ursprünglichen Bogen wieder ein, oder laden Sie einen neuen herunter.`,
    formOfOthers: (d: Record<string, string>) =>
      `Dieser Bogen gehört zu ${d.organisation}, Sie handeln aber für eine andere Organisation. ${nothing} Bitte wählen Sie oben die richtige Organisation, oder laden Sie den Bogen Ihrer Organisation herunter.`,
    olderDefinition: (d: Record<string, string>) =>
      `Die Bestimmung von „${d.indicator}“ hat sich geändert, seit dieser Bogen ausgegeben wurde. ${nothing} ${fresh}`,
  },
  /** Why one row keeps the whole form waiting. */
  faults: {
    noIdentity:
      'Diese Zeile hat keine Kennung. Bitte leeren Sie sie, oder tragen Sie die Zahl in die gedruckte Zeile ein.',
    unknownDuty:
      'Zu dieser Kennung gibt es keine Aufgabe Ihrer Organisation. Bitte laden Sie einen neuen Bogen herunter.',
    doubled: 'Diese Zeile steht mehrmals ausgefüllt im Bogen. Bitte lassen Sie nur eine stehen.',
    olderDefinition:
      'Was gezählt wird, hat sich seit diesem Bogen geändert. Bitte laden Sie einen neuen Bogen herunter und prüfen Sie Ihre Zahl.',
    otherWords: (d: Record<string, string>) =>
      `Hier steht „${d.found}“, die Kennung gehört aber zu „${d.expected}“. Vermutlich wurde nur ein Teil der Zeile verschoben. Bitte tragen Sie die Zahl in einen neuen Bogen ein.`,
    settled: (d: Record<string, string>) =>
      `Diese Zahl ist nicht mehr zu liefern (${d.state}). Bitte leeren Sie das Feld.`,
    calculates: 'In dieser Zeile steht eine Formel. Bitte tragen Sie die Zahl selbst ein.',
    noNumber: (d: Record<string, string>) =>
      `„${d.text}“ ist weder Zahl noch Zeichen. Bitte tragen Sie nur die Zahl ein, zum Beispiel 1234 oder 12,5.`,
    isDay: 'Aus dieser Zahl hat die Tabellenkalkulation ein Datum gemacht. Bitte tragen Sie sie neu ein.',
    doubtful: (d: Record<string, string>) =>
      `Ob „${d.text}“ tausend oder ein Komma meint, ist nicht sicher. Bitte schreiben Sie 1234 oder 1,234.`,
    both: 'Hier stehen eine Zahl und ein Zeichen. Bitte lassen Sie nur eines stehen.',
    noMark: (d: Record<string, string>) =>
      `„${d.text}“ ist keines der Zeichen. Bitte wählen Sie in „${headings.mark}“ einen Eintrag der Liste.`,
    decimals: (d: Record<string, string>) =>
      d.decimals === '0'
        ? 'Diese Kennzahl wird in ganzen Zahlen angegeben. Bitte runden Sie.'
        : `Diese Kennzahl hat höchstens ${d.decimals} Stellen nach dem Komma. Bitte runden Sie.`,
  } as const,
  notes: {
    there: 'Schon geliefert, dieselbe Angabe.',
    thereOther:
      'Schon geliefert, mit einer anderen Angabe. Sie bleibt stehen; ändern können Sie sie bei der Lieferung.',
  },
  sheet: {
    name: 'Erhebungsbogen',
    file: (organisation: string, until: string | null) =>
      `Erhebungsbogen ${organisation}${until ? ` ${until}` : ''}`.replace(/[\\/:*?"<>|]/g, '-').slice(0, 100),
    title: (organisation: string) => `Erhebungsbogen: ${organisation}`,
    how: 'Bitte füllen Sie die hellen Felder aus: eine Zahl, oder ein Zeichen statt der Zahl. Den ausgefüllten Bogen geben Sie in Nahtstelle unter „Lieferungen“ ab; vorher sehen Sie dort, was geliefert wird. Der Blattschutz hat kein Kennwort: Auch nach dem Sortieren oder Umstellen bleibt jede Zahl bei ihrer Zeile.',
    made: (iso: string) => `Stand ${day(iso)}. Wer die Zahlen sieht: Ihre Organisation und die Stelle, die sie prüft.`,
    headings,
    signs,
    inclusion: (text: string) => `Zählt mit: ${text}`,
    exclusion: (text: string) => `Zählt nicht mit: ${text}`,
    example: (text: string) => `Beispiel: ${text}`,
    why: (text: string) => `Wofür: ${text}`,
    manual: (text: string) => `Ausfüllhilfe: ${text}`,
    manualTitle: 'Ausfüllhilfe',
    last: (value: string, period: string) => `${value} (${period})`,
    checks: {
      empty: 'noch leer',
      both: 'Zahl oder Zeichen, nicht beides',
      noNumber: 'keine Zahl',
      whole: 'nur ganze Zahlen',
      differs: 'weicht stark ab, bitte anmerken',
      fine: 'in Ordnung',
    },
    filled: (all: number) => ` von ${count(all)} ausgefüllt`,
    wrongTitle: 'Das passt hier nicht',
    wrongNumber:
      'Bitte tragen Sie eine Zahl ein. Steht statt der Zahl ein Zeichen, wählen Sie es in der Spalte daneben.',
    wrongSign: 'Bitte wählen Sie einen Eintrag der Liste, oder lassen Sie das Feld leer.',
  },
  screen: {
    title: 'Ausgefüllten Bogen abgeben',
    steps: ['Bogen wählen', 'Prüfen', 'Abgegeben'],
    lead: 'Erst sehen Sie, was geliefert würde. Gespeichert wird nichts, bevor Sie es abgeben.',
    file: 'Ausgefüllter Erhebungsbogen',
    hint: 'Die Excel-Mappe (XLSX), höchstens 5 MB. Verschobene oder umbenannte Spalten und sortierte Zeilen werden erkannt.',
    look: 'Bogen ansehen',
    looking: 'Der Bogen wird gelesen',
    again: 'Bogen neu prüfen',
    other: 'Anderen Bogen wählen',
    madeOn: (iso: string) => `Bogen vom ${day(iso)}`,
    caption: 'Was im Bogen steht',
    send: (n: number) => (n === 1 ? '1 Zahl abgeben' : `${count(n)} Zahlen abgeben`),
    faults: (n: number) =>
      n === 1 ? 'Eine Zeile ist noch zu berichtigen' : `${count(n)} Zeilen sind noch zu berichtigen`,
    faultsText: `${nothing} Bitte ändern Sie die genannten Zeilen im Bogen und laden Sie ihn noch einmal hoch. Solange wird aus diesem Bogen nichts geliefert.`,
    nothingReady: 'Im Bogen steht nichts Neues',
    nothingReadyText: 'Alle Zeilen sind leer oder schon geliefert. Es gibt nichts abzugeben.',
    empty: (n: number) =>
      n === 1 ? 'Eine Zeile ist leer und bleibt offen.' : `${count(n)} Zeilen sind leer und bleiben offen.`,
    missing: (names: string) => `Nicht im Bogen, aber noch offen: ${names}.`,
    states: { ready: 'wird geliefert', empty: 'leer', there: 'schon geliefert', fault: 'zu berichtigen' },
    figure: 'Ihre Angabe',
    state: 'Stand',
    row: (sheet: string, line: number, several: boolean) => (several ? `${sheet}, Zeile ${line}` : `Zeile ${line}`),
    unknown: 'ohne Kennung',
    unclear: 'unklar',
    noLast: 'noch nichts',
    noComment: 'keine',
    toDelivery: 'Zur Lieferung',
    otherOrganisation: 'einer anderen Organisation',
    done: (n: number) => (n === 1 ? 'Eine Zahl ist geliefert' : `${count(n)} Zahlen sind geliefert`),
    doneText: 'Die Aufgaben dazu sind erledigt. Was aus den Zahlen wurde, erfahren Sie bei jeder Lieferung.',
    toDeliveries: 'Zu den Lieferungen',
    notAllowed: 'Zahlen liefert, wer für seine Organisation plant, prüft, leitet oder mitarbeitet.',
    boxTitle: 'Alle Zahlen einer Zeit auf einem Bogen',
    boxText: 'Laden Sie den vorbereiteten Bogen herunter, füllen Sie ihn in Ruhe aus und geben Sie ihn wieder ab.',
    time: 'Zeit',
    download: (n: number) => (n === 1 ? 'Bogen herunterladen (1 Zahl)' : `Bogen herunterladen (${count(n)} Zahlen)`),
    toUpload: 'Ausgefüllten Bogen abgeben',
  },
} as const
