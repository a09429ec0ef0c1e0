// The German sentences of the record of processing and of the erasure. Norms are named as the three laws number them.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { Activity, Kept, Nature, SeenBy } from './catalogue.ts'
import type { Law, privacy } from './contract.ts'

type Of<K extends string> = Readonly<Record<K, string>>
const role = 'Personen, die für eine Organisation oder in einem Gremium handeln'

export const texts = {
  refusals: {
    stillActs:
      'Diese Person handelt noch für eine Organisation oder in einem Gremium. Es wurde nichts gelöscht. Bitte beenden Sie zuerst ihre Vertretungsrechte.',
    oneself:
      'Sich selbst können Sie nicht löschen. Bitte wenden Sie sich an eine andere Person, die Ihre Organisation einrichtet.',
    twoOthers:
      'Ein Protokoll öffnen zwei Personen gemeinsam, und keine davon ist die betroffene. Bitte wählen Sie eine andere zweite Person.',
    notOfOurs:
      'Die betroffene Person hat nicht für Ihre Organisation gehandelt, oder die zweite Person ist dort nicht für Leitung, Einrichtung oder Prüfung zuständig. Bitte wählen Sie aus der Liste.',
    spanTooLong:
      'Der Zeitraum reicht höchstens drei Monate, endet nicht in der Zukunft und beginnt vor seinem Ende. Bitte grenzen Sie ihn ein.',
    answeredBefore: 'Über diesen Antrag ist schon entschieden. Es wurde nichts verändert.',
    reasonMissing: 'Bitte begründen Sie die Ablehnung in einem Satz.',
    onlySecond: 'Zustimmen kann nur die Person, die darum gebeten wurde.',
    notOpen: 'Dieses Protokoll ist nicht oder nicht mehr geöffnet. Bei Bedarf stellen Sie einen neuen Antrag.',
    erasedBefore: 'Diese Person ist schon gelöscht. Es gibt hier nichts mehr zu tun.',
  } satisfies RefusalTexts<typeof privacy>,
  erased: 'Gelöschte Person',
  erasedBecause: {
    DSGVO: 'Löschung nach Art. 17 DSGVO',
    KDG: 'Löschung nach § 19 KDG',
    'DSG-EKD': 'Löschung nach § 21 DSG-EKD',
  } satisfies Of<Law>,
  recordTitle: 'Verzeichnis von Verarbeitungstätigkeiten',
  recordFile: 'Verzeichnis der Verarbeitungstätigkeiten.docx',
  recordNorm: { DSGVO: 'Art. 30 Abs. 1 DSGVO', KDG: '§ 31 KDG', 'DSG-EKD': '§ 31 DSG-EKD' } satisfies Of<Law>,
  toAdd: [
    'Name und Kontaktdaten der oder des Datenschutzbeauftragten',
    'Name und Kontaktdaten der Leitung',
    'Auftragsverarbeiter, falls der Betrieb der Server vergeben ist',
  ],
  transfers:
    'Keine Übermittlung in Drittländer. Nahtstelle ruft von sich aus keine fremden Dienste auf; E-Mails gehen über den Mailserver des Betreibers.',
  safeguards: [
    'Zugriff nur mit persönlichem Zugang; wer was darf, folgt aus Vertretungsrechten mit Anfang und Ende und wird im Programm und ein zweites Mal in der Datenbank geprüft (Zeilenrechte).',
    'Passwörter nur als Argon2id-Ableitung, Anmeldungen und Links nur als Prüfsummen; zweiter Faktor möglich; Bremse gegen Raten.',
    'Jede Änderung steht in einem versiegelten Protokoll; Personen darin nur als Kennung, Inhalte lassen sich löschen, ohne dass die Kette bricht.',
    'Gelöschtes lässt sich 30 Tage zurückholen und wird dann endgültig entfernt; Fristen werden täglich vollzogen.',
    'Lesen wird nicht protokolliert. Der Betreiber sieht im Betrieb keine Inhalte; Sicherungen sind zu verschlüsseln.',
    'Aufzeichnungen aus der Beratung von Menschen liegen nie hier, sondern nur in der eigenen Anlage des Trägers.',
  ],
  activities: {
    access: {
      name: 'Zugang und Anmeldung',
      purpose: 'Feststellen, wer sich anmeldet, und Missbrauch abwehren',
      persons: role,
      recipients: 'Niemand außerhalb der Anlage',
    },
    mandates: {
      name: 'Vertretung und Ansprechpersonen',
      purpose: 'Festhalten, wer für welche Organisation in welchem Gremium handelt und wer antwortet',
      persons: role,
      recipients:
        'Alle, die in der Anlage mitarbeiten; als öffentlich bezeichnete Ansprechpersonen auch die Öffentlichkeit',
    },
    cooperation: {
      name: 'Gemeinsame Sozialplanung',
      purpose:
        'Zahlen, Bedarfe, Beratungen, Empfehlungen, Maßnahmen und Angebote gemeinsam bearbeiten (§ 80 SGB VIII, § 4 SGB XII, § 17 SGB I)',
      persons: `${role}; Einzelne, die in einem Text genannt sind`,
      recipients: 'Wer das jeweilige Objekt sehen darf',
    },
    record: {
      name: 'Nachweis der Änderungen und Datenspur',
      purpose: 'Nachvollziehbar machen, wer für wen was wann entschieden hat',
      persons: role,
      recipients: 'Wer das jeweilige Objekt sehen darf',
    },
    mail: {
      name: 'Benachrichtigung per E-Mail',
      purpose: 'An Aufgaben, Fristen und Einladungen erinnern',
      persons: role,
      recipients: 'Die benachrichtigte Person; Mailserver des Betreibers',
    },
    files: {
      name: 'Anlagen',
      purpose: 'Unterlagen zu einem Objekt aufbewahren',
      persons: `${role}; Einzelne, die in einer Unterlage genannt sind`,
      recipients: 'Wer das jeweilige Objekt sehen darf',
    },
  } satisfies Readonly<Record<Activity, { name: string; purpose: string; persons: string; recipients: string }>>,
  basis: {
    DSGVO: {
      access: 'Art. 6 Abs. 1 Buchst. e, bei freien Trägern Buchst. f, und Art. 32 DSGVO',
      task: 'Art. 6 Abs. 1 Buchst. e und Abs. 3 DSGVO in Verbindung mit dem Auftrag zur Zusammenarbeit (§ 80 SGB VIII, § 4 SGB XII, § 17 SGB I); bei freien Trägern Art. 6 Abs. 1 Buchst. f DSGVO',
      record: 'Art. 5 Abs. 2 und Art. 6 Abs. 1 Buchst. e, bei freien Trägern Buchst. f, DSGVO',
    },
    KDG: {
      access: '§ 6 Abs. 1 Buchst. f und § 26 KDG',
      task: '§ 6 Abs. 1 Buchst. f KDG',
      record: '§ 6 Abs. 1 Buchst. f und § 7 Abs. 2 KDG',
    },
    'DSG-EKD': {
      access: '§ 6 Nr. 3 und § 27 DSG-EKD',
      task: '§ 6 Nr. 3 und 4 DSG-EKD',
      record: '§ 5 Abs. 2 und § 6 Nr. 3 DSG-EKD',
    },
  } satisfies Readonly<Record<Law, Of<'access' | 'task' | 'record'>>>,
  natures: {
    identity: 'Bezug zu einer Person',
    contact: 'Erreichbarkeit',
    secret: 'Nachweis der Anmeldung',
    conduct: 'Handeln im Amt',
    content: 'Texte, in denen Personen vorkommen können',
    technical: 'Technische Angaben',
  } satisfies Of<Nature>,
  kept: {
    account: 'Konto: bis zur Löschung der Person',
    session: 'Anmeldung: bis zum Abmelden, längstens 12 Stunden ohne Nutzung',
    attempt: 'Anmeldeversuche: 1 Tag',
    feed: 'Kalenderabos: bis sie widerrufen werden, danach 30 Tage',
    poll: 'Terminfindungen und Einladungen: Links, Gäste und deren Antworten bis 30 Tage nach dem Ende',
    invitation: 'Einladungslinks: bis sie ablaufen (14 Tage) oder einen Tag nach ihrer Nutzung',
    mandate: 'Vertretungsrechte: dauerhaft als Nachweis, nach Löschung der Person ohne Namen',
    object: 'Objekte: bis zum Entfernen, dann noch 30 Tage; Angeführtes bleibt',
    record: 'Nachweis: dauerhaft; Inhalte zu einer gelöschten Person sofort',
    reply: 'Antworten auf Absendungen: 2 Tage',
    mail: 'Nachrichten: Inhalt bis zum Versand (nicht zustellbare 30 Tage), Nachweis des Versands 400 Tage',
    contact: 'Ansprechpersonen: solange sie gelten; frühere als Nachweis bis zur Löschung der Person',
    draft: 'Entwürfe: bis zur Übernahme oder zum Verwerfen',
    absence: 'Abwesenheiten: bis zum Tag der Rückkehr; danach gelöscht, ohne Grund und ohne Spur',
  } satisfies Of<Kept>,
  seen: {
    self: 'nur die Person selbst',
    nobody: 'niemand; nur die Prüfung der Anmeldung',
    members: 'alle, die in der Anlage mitarbeiten',
    asObject: 'wer das Objekt sehen darf',
    recipient: 'die benachrichtigte Person',
    importer: 'nur die Person, die eingelesen hat',
    openers: 'die beiden, die das Protokoll öffnen, und die betroffene Person',
  } satisfies Of<SeenBy>,
  parts: {
    ask: (address: string) => `Wer bei Rückfragen antwortet, steht immer unter ${address}`,
    purpose: 'Zweck',
    basis: 'Rechtsgrundlage',
    persons: 'Betroffene',
    data: 'Daten',
    kept: 'Löschung',
    seen: 'Einsicht',
    recipients: 'Empfänger',
    safeguards: 'Technische und organisatorische Maßnahmen',
    toAdd: 'Von der Organisation zu ergänzen',
    transfers: 'Drittländer',
    controller: 'Verantwortlich',
    asOf: 'Stand',
    invented: 'Beispiel: erfundener Ablauf',
  },
}
