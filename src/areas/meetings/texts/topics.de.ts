// German words for topics, the backlog of a body and its focus.
import type { Ground } from '../contract/topics.ts'

const meetings = (n: number) => (n === 1 ? '1 Sitzung' : `${n} Sitzungen`)

/** Why a topic is proposed, as parts of one line. */
function groundWords(ground: Ground): string {
  switch (ground.kind) {
    case 'focus':
      return `passt zum Schwerpunkt „${ground.word}“`
    case 'ripe':
      return 'reif'
    case 'unfinished':
      return `noch ohne Ergebnis aus: ${ground.meeting}`
    case 'waited':
      return `seit ${meetings(ground.meetings)} offen`
    case 'raised':
      return `operativ, ins Gremium gehoben: ${ground.because}`
  }
}

export const topicTexts = {
  kind: 'Thema',
  groundWords,
  levels: { strategic: 'strategisch', operative: 'operativ' },
  refusals: {
    topicClosed: 'Dieses Thema ist abgeschlossen. Öffnen Sie es wieder, dann geht es weiter.',
    notRaised:
      'Dieses Thema ist operativ und gehört in einen Arbeitskreis. Auf die Tagesordnung des Gremiums kommt es, wenn Sie es auf seiner Seite mit einem Grund ins Gremium heben oder als strategisch kennzeichnen.',
    throughTopic:
      'Ein Anliegen kommt als Thema auf die Tagesordnung. Machen Sie daraus ein Thema, oder nehmen Sie es zu einem hinzu.',
    otherConcern: 'Eines der Anliegen gehört nicht zu diesem Gremium. Es wurde nichts gespeichert.',
    alreadyBundled:
      'Eines der Anliegen gehört inzwischen zu einem anderen Thema. Es wurde nichts gespeichert; bitte wählen Sie neu.',
    onAgenda:
      'Das Thema steht auf der Tagesordnung einer kommenden Sitzung. Nehmen Sie den Punkt zuerst herunter, oder warten Sie die Sitzung ab.',
    noSuchGroup:
      'Dorthin kann das Thema nicht: Es geht vom Gremium in einen seiner laufenden Arbeitskreise und von dort zurück.',
  },
  backlog: {
    title: 'Anliegen und Themen',
    lead: 'Was eingebracht wurde, was daraus gebündelt ist und was auf die nächste Tagesordnung kommen kann.',
    bring: 'Anliegen einbringen',
    make: 'Thema anlegen',
    bundle: 'Zu einem Thema bündeln',
    loose: 'Neue Anliegen',
    looseLead: 'Noch zu keinem Thema genommen.',
    noneLoose: 'Kein Anliegen wartet auf ein Thema.',
    open: 'Themenspeicher',
    toBody: 'Zum Gremium',
    openLead: 'Offene Themen dieses Gremiums, auch solche, die bei einem Arbeitskreis liegen.',
    noneOpen: 'Noch kein Thema. Geschäftsstelle oder Vorsitz bündeln Anliegen zu einem Thema.',
    all: 'Alle Anliegen und was daraus wurde',
    done: 'Abgeschlossene Themen',
    concern: 'Anliegen',
    topic: 'Thema',
    from: 'Von',
    day: 'Eingegangen',
    state: 'Stand',
    level: 'Ebene',
    at: 'Liegt bei',
    concerns: 'Anliegen',
    ripe: 'reif',
    notRipe: 'noch nicht reif',
    noName: 'ohne Absender',
    body: 'Gremium',
  },
  focus: {
    title: 'Schwerpunkte',
    lead: 'Sie ordnen, was für die nächste Tagesordnung vorgeschlagen wird: der erste zuerst. Nie zählt, von wem etwas kommt.',
    none: 'Noch keine. Vorgeschlagen wird, was am längsten wartet.',
    words: 'Wörter oder Zielgruppen, eines je Zeile',
    hint: 'Höchstens sieben. „Pflege“ passt auch zu „Kurzzeitpflege“.',
    save: 'Schwerpunkte übernehmen',
    saved: 'Schwerpunkte übernommen.',
    change: 'Ändern',
    tooMany: 'Höchstens sieben Schwerpunkte. Bitte streichen Sie einige: Wenige ordnen besser.',
  },
  form: {
    make: 'Thema anlegen',
    change: 'Thema ändern',
    title: 'Titel',
    titleHint: 'Ihn lesen alle, deren Anliegen dazugehören, auch ohne Konto.',
    description: 'Worum es geht',
    targetGroup: 'Wen es betrifft',
    level: 'Ebene',
    strategic: 'strategisch: für das Gremium selbst',
    operative: 'operativ: für einen Arbeitskreis',
    bundled: 'Welche Anliegen gehören dazu?',
    bundledHint: 'Jedes bleibt im Wortlaut erhalten und lässt sich wieder herausnehmen.',
    save: 'Speichern',
    saved: 'Thema gespeichert.',
    made: 'Thema angelegt.',
  },
  page: {
    at: 'Liegt bei',
    level: 'Ebene',
    targetGroup: 'Wen es betrifft',
    sponsors: 'Getragen von',
    nobody: 'noch von keiner Organisation',
    raised: 'Ins Gremium gehoben, weil',
    waited: 'Offen seit',
    waitedFor: (n: number) => meetings(n),
    bundled: 'Anliegen in diesem Thema',
    noneBundled: 'Kein Anliegen gehört dazu.',
    agenda: 'Auf Tagesordnungen',
    noneAgenda: 'Noch auf keiner Tagesordnung.',
    moves: 'Wo es lag',
    move: (from: string, to: string) => (from === to ? `ins Gremium gehoben: ${to}` : `von ${from} an ${to}`),
    ripen: 'Als reif vormerken',
    unripen: 'Reife zurücknehmen',
    ripened: 'Das Thema wird für die nächste Tagesordnung vorgeschlagen.',
    unripened: 'Das Thema wartet im Themenspeicher.',
    sponsor: 'Wir tragen das Thema mit',
    unsponsor: 'Wir tragen es nicht mehr mit',
    sponsored: 'Ihre Organisation trägt das Thema mit.',
    unsponsored: 'Zurückgenommen.',
    hand: 'An einen Arbeitskreis geben',
    raise: 'Ins Gremium heben',
    callBack: 'Ins Gremium zurückholen',
    to: 'Arbeitskreis',
    reason: 'Grund',
    reasonHint: 'Beide Gremien lesen ihn.',
    moved: 'Das Thema liegt jetzt dort.',
    edit: 'Ändern',
    close: 'Abschließen',
    closeTitle: 'Thema abschließen',
    closeLead: 'Die Begründung lesen alle, deren Anliegen dazugehören.',
    because: 'Begründung',
    closed: 'Thema abgeschlossen.',
    reopen: 'Wieder öffnen',
    reopened: 'Das Thema ist wieder offen.',
    takeOut: 'Herausnehmen',
    takenOut: 'Herausgenommen. Das Anliegen steht wieder für sich.',
    backlog: 'Zum Themenspeicher',
    closedState: 'abgeschlossen',
  },
  proposals: {
    title: 'Vorschläge aus dem Themenspeicher',
    lead: 'Geordnet nach den Schwerpunkten des Gremiums, dann danach, was am längsten wartet.',
    add: 'Auf die Tagesordnung',
    impulse: 'Anliegen festhalten',
  },
}
