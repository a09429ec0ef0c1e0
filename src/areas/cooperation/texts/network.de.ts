// German wording of the network, the directory of bodies, and what is refused there.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { completeness } from '../contract/completeness.ts'
import type { network, Tie } from '../contract/network.ts'
import type { publicPages } from '../contract/public.ts'

export const networkRefusals = {
  ownWords:
    'Zu diesem Punkt hat die Organisation selbst etwas angegeben. Ihre Worte ändert nur sie; bitte sprechen Sie sie darauf an.',
  whoMissing: 'Bitte wählen Sie aus, wen Sie angesprochen haben. Nur dann wissen die anderen, wo die Suche steht.',
  whyMissing: 'Bitte schreiben Sie dazu, warum dieser Akteur hier nicht gebraucht wird. Ein Satz genügt.',
  newerPublicPage:
    'Inzwischen hat jemand eine neuere Fassung vorbereitet. Ihre Eingaben stehen noch im Formular; bitte laden Sie die Seite in einem zweiten Fenster und gleichen Sie ab.',
  agreementNotInForce:
    'Diese Vereinbarung ist nicht in Kraft oder gehört zu einem anderen Gremium. Gezeigt werden kann nur, was alle Parteien unterschrieben haben.',
  nothingNew: 'Diese Fassung liegt schon so vor. Sie brauchen nichts zu speichern; es fehlt nur die Freigabe.',
  notShown: 'Die Seite ist gerade nicht öffentlich. Es gibt nichts zurückzuziehen.',
} satisfies RefusalTexts<typeof network & typeof completeness & typeof publicPages>

const several = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`
const tieKinds = {
  measure: 'gemeinsame Maßnahme',
  member: 'gehört zu',
  cooperates: 'arbeitet zusammen mit',
  refers: 'verweist Ratsuchende an',
  funds: 'fördert',
  commissions: 'beauftragt',
  informs: 'informiert',
  supervises: 'beaufsichtigt',
  influences: 'nimmt Einfluss auf',
} satisfies Record<Tie['kind'], string>

export const networkTexts = {
  tieKinds,
  map: {
    title: 'Beziehungen im Netzwerk',
    lead: 'Was Organisationen miteinander verbindet: gemeinsame Gremien, Vereinbarungen, Zahlen und Maßnahmen, dazu, was sie selbst angeben. Zu sehen ist, was für Sie freigegeben ist. Es geht um Organisationen, nie um Personen.',
    views: 'Darstellung',
    picture: 'Bild',
    table: 'Tabelle',
    kind: 'Art',
    side: 'Seite',
    area: 'Gebiet',
    body: 'Gremium',
    topic: 'Aufgabenfeld',
    all: 'alle',
    areaHint: 'Schlüssel, zum Beispiel 09184',
    reset: 'Auswahl aufheben',
    filtered: (shown: number, all: number) =>
      `${shown.toLocaleString('de-DE')} von ${several(all, 'Organisation', 'Organisationen')}. Verbindungen und Brücken sind immer im ganzen Netzwerk berechnet.`,
    whole: (all: number, bodies: number) =>
      `${several(all, 'Organisation', 'Organisationen')} und ${several(bodies, 'Gremium', 'Gremien')}.`,
    none: 'Noch gibt es keine Verbindung',
    noneHint: 'Sobald Organisationen ein Gremium gründen oder eine Beziehung angeben, entsteht hier ihr Netzwerk.',
    noMatch: 'Keine Organisation passt zu dieser Auswahl.',
    pictureLabel: (nodes: number, bodies: number) =>
      `Netzwerk aus ${several(nodes, 'Organisation', 'Organisationen')} und ${several(bodies, 'Gremium', 'Gremien')}. Mit den Pfeiltasten gehen Sie von Punkt zu Punkt, mit der Eingabetaste wählen Sie aus. Dieselben Angaben stehen in der Tabelle.`,
    hint: 'Pfeiltasten: von Punkt zu Punkt. Eingabe: auswählen. Dieselben Angaben stehen in der Tabelle.',
    legend: {
      public: 'öffentliche Seite',
      free: 'freie Seite',
      other: 'weder noch, oder noch nicht angegeben',
      hub: 'Gremium',
      direct: 'direkte Beziehung',
    },
    organisation: 'Organisation',
    bodies: 'Gremien',
    ties: 'Verbunden mit',
    tiedWith: (n: number) => `verbunden mit ${several(n, 'Organisation', 'Organisationen')}`,
    tiesCount: (n: number) => several(n, 'Organisation', 'Organisationen'),
    between: 'Kürzeste Wege',
    betweenStrong: 'Kürzeste Wege nach Stärke',
    share: (value: number) =>
      value === 0 ? '–' : `${(value * 100).toLocaleString('de-DE', { maximumFractionDigits: 1 })} %`,
    measures: 'Netzwerkmaße zeigen',
    measuresHint:
      'Anteil der kürzesten Wege zwischen je zwei anderen Organisationen, die über diese führen (Brandes 2001), gezählt nach Schritten und nach Zahl der Verbindungen. Das sagt, wo etwas weitergegeben wird; es ist keine Bewertung.',
    details: 'Ausgewählt',
    choose: 'Wählen Sie eine Organisation oder ein Gremium, um zu sehen, was sie verbindet.',
    toPage: 'Zur Seite',
    together: 'Gemeinsam in Gremien',
    directly: 'Direkte Beziehungen',
    noDirect: 'Keine angegebene Beziehung und keine gemeinsame Maßnahme.',
    members: (n: number) => several(n, 'Mitglied', 'Mitglieder'),
    alone: 'Noch ohne Verbindung',
    aloneHint: (n: number) =>
      `${several(n, 'Organisation ist', 'Organisationen sind')} eingetragen, aber noch mit niemandem verbunden:`,
    found: 'Was auffällt',
    holds: 'Brücken zwischen Teilen des Netzwerks',
    holdsLead:
      'Ohne diese Organisation hätten die genannten Teile keine Verbindung. Zu überlegen ist, ob es eine zweite geben sollte.',
    holdsWords: 'Brücke zwischen',
    bridges: 'Einzige direkte Verbindung',
    noHolds: 'Keine: Fällt eine Organisation aus, bleiben alle anderen verbunden.',
    and: 'und',
    more: (n: number) => (n > 0 ? ` und ${n.toLocaleString('de-DE')} weitere` : ''),
    parts: (n: number) =>
      n === 1
        ? 'Alle verbundenen Organisationen hängen zusammen.'
        : `Das Netzwerk besteht aus ${n} Teilen ohne Verbindung untereinander:`,
    missing: 'Arten von Akteuren, die noch fehlen',
    missingLead:
      'Von diesen Akteuren ist im ganzen Netzwerk noch niemand eingetragen. Wen ein einzelnes Gremium braucht, steht dort unter „Mitglieder“.',
    noMissing: 'Von jeder Art ist jemand eingetragen.',
    influences: 'Wer nimmt worauf Einfluss?',
    influencesLead:
      'Wie es eine der Seiten angegeben hat, mit Quelle und Tag. Angegeben wird es auf der Seite der Organisation unter „Beziehungen“.',
    influencesSearch: 'Vorgang oder Organisation',
    influencesField: 'Arbeitsfeld',
    allFields: 'alle Arbeitsfelder',
    noInfluences: 'Dazu hat noch niemand einen Einfluss angegeben.',
    about: 'Vorgang',
    source: 'Quelle',
    since: 'seit',
    sinceHeader: 'Seit',
  },
  directory: {
    title: 'Gremien des Gebiets',
    lead: 'Alle Gremien, die Sie sehen dürfen, mit Themen, Mitgliedern und dem Aufwand im Jahr.',
    area: 'Gebiet',
    areaHint: 'Schlüssel, zum Beispiel 09184. Gremien, die ein größeres Gebiet umfassen, stehen mit dabei.',
    topic: 'Thema',
    all: 'alle',
    caption: 'Gremien',
    name: 'Gremium',
    topics: 'Themen',
    noTopics: 'noch nicht angegeben',
    members: 'Mitglieder',
    held: 'Sitzungen in zwölf Monaten',
    next: 'Nächste Sitzung',
    notPlanned: 'noch nicht geplant',
    publicly: 'öffentliche Seite',
    none: 'Hier gibt es noch kein Gremium',
    noMatch: 'Kein Gremium passt zu dieser Auswahl.',
    load: 'Was die Mitglieder leisten',
    loadLead:
      'Je Organisation: in wie vielen dieser Gremien sie sitzt, wie oft diese in den letzten zwölf Monaten getagt haben, und wie viele Fristen ihr daraus ein Jahr vor und nach heute entstehen.',
    organisation: 'Organisation',
    bodies: 'Gremien',
    meetings: 'Sitzungen',
    duties: 'Fristen',
    overlaps: 'Mögliche Überschneidungen',
    overlapsLead:
      'Gremien mit fast denselben Mitgliedern und einem gemeinsamen Thema. Ein Anlass, darüber zu sprechen: Ob eine gemeinsame Sitzung hilft, wissen nur die Mitglieder.',
    overlap: (shared: number, of: number, topics: string) =>
      `${shared} von ${of} Mitgliedern und ${topics} sind gleich: gemeinsam tagen?`,
    topicWords: (topics: readonly string[]) =>
      topics.length === 1 ? `das Thema „${topics[0]}“` : `die Themen ${topics.map((one) => `„${one}“`).join(', ')}`,
    sharedMembers: 'In beiden',
    noOverlaps: 'Keine zwei Gremien haben fast dieselben Mitglieder und ein gemeinsames Thema.',
    setTopics: 'Themen angeben',
    setTopicsLead: 'Daran erkennt man, wer fehlt und welche Gremien sich überschneiden.',
    save: 'Speichern',
    saved: 'Die Themen sind gespeichert.',
  },
}
