// The German sentences of the draft assessment (Datenschutz-Folgenabschätzung). A draft: the organisation decides, with its data protection officer.
import type { Law } from './contract.ts'

const low = 'gering'
const middle = 'mittel'

export const assessmentTexts = {
  title: 'Datenschutz-Folgenabschätzung (Entwurf)',
  file: 'Datenschutz-Folgenabschaetzung (Entwurf).docx',
  norm: { DSGVO: 'Art. 35 DSGVO', KDG: '§ 35 KDG', 'DSG-EKD': '§ 34 DSG-EKD' } satisfies Readonly<Record<Law, string>>,
  draft:
    'Entwurf aus dem Datenverzeichnis der Anlage. Er ersetzt weder die Bewertung der verantwortlichen Stelle noch den Rat der oder des Datenschutzbeauftragten.',
  description: [
    'Öffentliche und freie Träger planen soziale Angebote gemeinsam: Zahlen, Bedarfe, Beratungen, Empfehlungen, Maßnahmen und Angebote werden in einer Anlage bearbeitet und verknüpft.',
    'Personen kommen als Handelnde im Amt vor. Daten über Hilfesuchende werden nicht verarbeitet; aus der Beratung kommen nur geschützte Zusammenfassungen an.',
    'Es gibt keine automatisierten Entscheidungen über Personen, keine Bewertung von Personen und keine Aufzeichnung des Lesens.',
  ],
  necessity: [
    'Ohne Namen der Handelnden lässt sich nicht nachweisen, wer für wen zugestimmt hat; mehr als Name, dienstliche E-Mail-Adresse und Vertretungsrecht wird dafür nicht gebraucht.',
    'Wo eine Organisation genügt, steht keine Person: Sitze, Anwesenheit und Fristen gehören Organisationen.',
    'Im versiegelten Nachweis stehen Personen nur als Kennung, damit eine Löschung möglich bleibt.',
  ],
  risks: [
    {
      risk: 'Jemand sieht, was nur ein Gremium oder eine Organisation sehen soll',
      likelihood: low,
      severity: middle,
      rest: low,
      measures: [
        'Sichtbarkeit wird an einer Stelle entschieden und in der Datenbank ein zweites Mal geprüft',
        'Vertretungsrechte enden von selbst an ihrem Tag; offene Seiten enden mit ihnen',
      ],
    },
    {
      risk: 'Ein Zugang wird übernommen',
      likelihood: middle,
      severity: middle,
      rest: low,
      measures: [
        'Argon2id, zweiter Faktor, Bremse gegen Raten',
        'Links in E-Mails wirken erst nach einem Knopfdruck und nur einmal',
      ],
    },
    {
      risk: 'Aus Verläufen wird das Verhalten einzelner Beschäftigter ausgewertet',
      likelihood: middle,
      severity: middle,
      rest: low,
      measures: [
        'Lesen wird nicht protokolliert',
        'Der Nachweis ist nach Objekten geordnet; Auswertungen nach Personen gibt es nicht',
        'Die Personalvertretung ist vor dem Betrieb zu beteiligen',
      ],
    },
    {
      risk: 'In Texten oder Anlagen stehen Angaben über Hilfesuchende',
      likelihood: middle,
      severity: 'hoch',
      rest: middle,
      measures: [
        'Hinweis an den Eingabefeldern',
        'Entfernen mit endgültiger Löschung nach 30 Tagen',
        'Für Beratungsdaten gibt es eine eigene, getrennte Anlage des Trägers',
      ],
    },
    {
      risk: 'Aus kleinen Zahlen wird auf Einzelne geschlossen',
      likelihood: low,
      severity: 'hoch',
      rest: low,
      measures: [
        'Geheim gehaltene Werte der amtlichen Statistik bleiben geheim und werden nie als Null behandelt',
        'Zusammenfassungen aus der Beratung sind geschützt, bevor sie ankommen',
      ],
    },
    {
      risk: 'Daten gehen verloren oder sind nicht verfügbar',
      likelihood: low,
      severity: middle,
      rest: low,
      measures: [
        'Eine Sicherung enthält alles, auch die Anlagen',
        'Die Kette des Nachweises zeigt, ob eine Wiederherstellung vollständig ist',
      ],
    },
  ],
  toDecide: [
    'Ist eine Folgenabschätzung für die eigene Organisation erforderlich (Schwellwertprüfung)?',
    'Sind die verbleibenden Risiken vertretbar?',
    'Wie werden gemeinsam Verantwortliche festgelegt (Art. 26 DSGVO, § 28 KDG, § 29 DSG-EKD)?',
  ],
  parts: {
    description: 'Beschreibung',
    necessity: 'Notwendigkeit und Verhältnismäßigkeit',
    risks: 'Risiken und Abhilfe',
    likelihood: 'Eintritt',
    severity: 'Schwere',
    rest: 'Verbleibend',
    toDecide: 'Zu entscheiden',
  },
}
