// The words of the Beschlussvorlage.
import type { Result } from '../contract/decisions.ts'
import type { Grade } from '../contract/needs.ts'

export const proposal = {
  title: 'Beschlussvorlage',
  draft: 'Entwurf',
  forOffice: ['Vorlagennummer', 'Aktenzeichen', 'Federführende Stelle', 'Öffentlich oder nicht öffentlich'],
  notReleased: 'Entwurf: Die Vorsitzenden haben diese Fassung noch nicht gemeinsam freigegeben.',
  inventedConduct:
    'erfundener Ablauf: Personen, Sitzungen und Ergebnisse sind erfunden; amtliche Zahlen tragen ihre Quelle.',
  invented: 'erfundener Ablauf',
  subject: 'Betreff',
  body: 'Gremium',
  recorded: 'Beraten am',
  proposal: 'Beschlussvorschlag',
  situation: 'Sachverhalt',
  forWhom: 'Für wen',
  where: 'Wo',
  benefit: 'Nutzen',
  statedBy: 'Angemeldet von',
  voices: 'Was Praxis sowie Bürgerinnen und Bürger berichten',
  figures: 'Zahlen',
  columns: ['Kennzahl', 'Gebiet', 'Zeit', 'Wert', 'Quelle'],
  withheld: (holder: string | null) =>
    holder ? `Zahl liegt bei ${holder}, nicht freigegeben` : 'Zahl nicht freigegeben',
  seeSource: 'siehe Quelle',
  edition: (number: number) => `Fassung ${number}`,
  costs: 'Finanzielle Auswirkungen',
  budget: ['Haushaltsstelle', 'Deckung'],
  toFill: 'Von der Geschäftsstelle auszufüllen',
  involved: 'Beteiligte',
  order: 'Beratungsfolge',
  orderColumns: ['Wer berät oder beschließt', 'Tag', 'Ergebnis'],
  orderReleased: (sides: readonly string[], day: string) =>
    `Gemeinsam freigegeben von ${sides.join(' und ')}${day ? ` am ${day}` : ''}`,
  orderOpen: 'Der weitere Weg ist noch nicht angegeben; die leeren Felder füllt die Geschäftsstelle aus.',
  annexes: 'Anlagen',
  annexNeed: (title: string, edition: number) => `Bedarf „${title}“, Fassung ${edition}`,
  annexTrail: 'Weg der Zahlen: von der Quelle bis zu diesem Ergebnis (in Nahtstelle unter „Worauf beruht das?“)',
  questions: 'Rückfragen',
  alwaysAt: (address: string) => `Wer später für Rückfragen da ist, steht immer unter ${address}`,
  made: 'Erstellt mit Nahtstelle',
  fileName: (title: string) => `Beschlussvorlage ${title.slice(0, 80)}`,
  grades: { figures: 'Zahlen', practice: 'Praxis', citizens: 'Bürgerinnen und Bürger' } satisfies Record<Grade, string>,
  results: {
    noted: 'Kenntnisnahme',
    agreed: 'Verabredung',
    recommended: 'Empfehlung',
    resolved: 'Beschluss',
  } satisfies Record<Result, string>,
}
