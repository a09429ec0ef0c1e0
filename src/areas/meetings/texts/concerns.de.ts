// German words for concerns: bringing one, the box without an account, and what became of it.
import type { BoxState } from '../contract/concerns.ts'
import type { ImpulseState, ImpulseStep } from '../rules/impulses.ts'
import { longDay } from './days.de.ts'

const results = {
  noted: 'Kenntnisnahme',
  agreed: 'Verabredung',
  recommended: 'Empfehlung',
  resolved: 'Beschluss',
} satisfies Record<NonNullable<ImpulseStep['kind']>, string>

/** How it stands, in two words. */
const states = {
  waiting: 'eingegangen',
  received: 'eingegangen',
  bundled: 'im Thema',
  inGroup: 'im Arbeitskreis',
  onAgenda: 'auf der Tagesordnung',
  unfinished: 'vertagt',
  decided: 'Ergebnis vor der Freigabe',
  released: 'mit Ergebnis',
  inMeasure: 'Maßnahme läuft',
  realised: 'umgesetzt',
  closed: 'abgeschlossen',
} satisfies Record<ImpulseState, string>

/** One step of the way as a sentence. */
function stepWords({ state, what, kind }: ImpulseStep): string {
  const title = what ?? ''
  const sentences: Record<ImpulseState, string> = {
    waiting: 'Eingegangen. Innerhalb einer Stunde liegt es dem Gremium vor.',
    received: 'Eingegangen und allen Mitgliedern des Gremiums sichtbar.',
    bundled: `Gehört zum Thema „${title}“.`,
    inGroup: `Liegt beim ${/^(Arbeitskreis|Arbeitsgruppe|AK|AG)/.test(title) ? 'beauftragten Kreis' : 'Arbeitskreis'} „${title}“.`,
    onAgenda: `Steht auf der Tagesordnung: ${title}.`,
    unfinished: `Aufgerufen, noch ohne Ergebnis: ${title}. Es kommt wieder auf eine Tagesordnung.`,
    decided: `Beraten: ${title}. Das Ergebnis geben die Vorsitzenden noch gemeinsam frei.`,
    released: `${kind ? results[kind] : 'Ergebnis'}: ${title}.`,
    inMeasure: what
      ? `Eine Maßnahme ist vereinbart und soll bis ${longDay(what)} umgesetzt sein.`
      : 'Eine Maßnahme ist vereinbart.',
    realised: 'Umgesetzt: Das Angebot ist da.',
    closed: `Abgeschlossen. Begründung: ${title}`,
  }
  return sentences[state]
}

export const concernTexts = {
  kind: 'Anliegen',
  states,
  stepWords,
  stepDay: (day: string | null) => (day ? longDay(day) : 'noch offen'),
  throughBox: 'Über den Briefkasten des Gremiums eingegangen, ohne Absender.',
  refusals: {
    notOfThisBody:
      'Ihre Organisation gehört diesem Gremium nicht an. Bitte wählen Sie ein Gremium, in dem sie mitwirkt.',
    otherMeeting: 'Diese Sitzung gehört zu einem anderen Gremium. Das Anliegen wurde nicht gespeichert.',
    concernClosed: 'Dieses Anliegen ist abgeschlossen. Öffnen Sie es wieder, dann kann es zu einem Thema kommen.',
    notBundled: 'Dieses Anliegen gehört zu keinem Thema; es gibt nichts herauszunehmen.',
    otherTopic: 'Dieses Thema ist abgeschlossen, gehört zu einem anderen Gremium oder enthält das Anliegen schon.',
    bundled:
      'Dieses Anliegen gehört zu einem Thema. Nehmen Sie es zuerst heraus, dann können Sie es einzeln abschließen.',
    notClosed: 'Das ist nicht abgeschlossen; es wurde nichts verändert.',
    boxClosed:
      'Dieser Briefkasten nimmt nichts mehr an: Er wurde geschlossen oder hat einen neuen Link. Ihr Text steht noch hier. Bitte fragen Sie die Geschäftsstelle nach dem neuen Link.',
    boxFull:
      'Gerade sind ungewöhnlich viele Anliegen eingegangen. Ihr Text steht noch hier. Bitte versuchen Sie es in einer Stunde noch einmal.',
  },
  form: {
    title: 'Anliegen einbringen',
    lead: (body: string) =>
      `Was fällt Ihnen auf? Alle Mitglieder von „${body}“ sehen es, und Sie sehen hier, was daraus wird.`,
    warning: 'Bitte keine Namen',
    warningText:
      'Nennen Sie keine Personen und nichts, woran jemand zu erkennen ist. Es geht um das, was vielen fehlt, nicht um einen Fall.',
    subject: 'Worum geht es?',
    subjectHint: 'Ein kurzer Satz, zum Beispiel: Schuldnerberatung im Norden hat vier Monate Wartezeit.',
    text: 'Was haben Sie beobachtet?',
    targetGroup: 'Wen betrifft es?',
    targetGroupHint: 'Zum Beispiel: Alleinerziehende.',
    areaName: 'Wo?',
    areaNameHint: 'Zum Beispiel: Gemeinde oder Ortsteil.',
    send: 'Anliegen einbringen',
    sent: 'Das Anliegen liegt dem Gremium vor.',
    anonymous: 'Ohne Absender?',
    anonymousText:
      'Dieses Anliegen trägt den Namen Ihrer Organisation. Ohne Absender senden Sie es über den Briefkasten: Dort wird nicht gespeichert, von wem es kommt.',
    anonymousOff:
      'Ohne Absender ginge es über den Briefkasten des Gremiums. Ihn öffnet die Geschäftsstelle oder der Vorsitz.',
    toBox: 'Zum Briefkasten',
    nobody: 'Sie wirken in keinem Gremium mit. Wer Ihre Organisation entsendet, steht auf ihrer Seite.',
    fromMeeting: 'Es geht aus einer Sitzung hervor und bleibt mit ihr verbunden.',
  },
  box: {
    kind: 'Briefkasten für Anliegen',
    lead: 'Sie brauchen kein Konto und nennen keinen Namen. Gespeichert werden Ihr Text und der Tag, nicht, von wem er kommt.',
    send: 'Absenden, ohne Absender',
    unknown: 'Diesen Briefkasten gibt es nicht',
    unknownText:
      'Der Link ist unvollständig, oder der Briefkasten wurde geschlossen. Bitte fragen Sie, von wem Sie ihn haben.',
    thanks: 'Ihr Anliegen ist angekommen',
    thanksText: (body: string) => `Innerhalb einer Stunde liegt es „${body}“ vor.`,
    code: 'Ihr Code',
    keep: 'Bitte notieren Sie Ihren Code',
    codeText:
      'Nur mit ihm können Sie später nachsehen, was aus Ihrem Anliegen wurde. Niemand sonst kennt ihn, und er lässt sich nicht wiederfinden.',
    copy: 'Code kopieren',
    copied: 'Kopiert.',
    look: 'Nachsehen, wie es steht',
    another: 'Noch ein Anliegen',
    later: 'Später nachsehen: Was wurde aus meinem Anliegen?',
  },
  look: {
    title: 'Was wurde aus meinem Anliegen?',
    lead: 'Mit dem Code, den Sie beim Absenden bekommen haben.',
    code: 'Code',
    codeHint: 'Zwanzig Zeichen, mit oder ohne Striche.',
    go: 'Nachsehen',
    unknown: 'Zu diesem Code gibt es kein Anliegen. Bitte prüfen Sie, ob er vollständig ist.',
    incomplete: 'Ein Code hat zwanzig Zeichen. Bitte prüfen Sie, ob etwas fehlt.',
    own: 'Ihr Anliegen im Wortlaut',
    to: (body: string) => `An ${body}`,
  },
  page: {
    words: 'Im Wortlaut',
    from: 'Eingebracht von',
    noName: 'ohne Absender, über den Briefkasten',
    received: 'Eingegangen',
    targetGroup: 'Wen es betrifft',
    areaName: 'Wo',
    way: 'Wie es steht',
    topic: 'Thema',
    takeOut: 'Aus dem Thema nehmen',
    takenOut: 'Herausgenommen. Das Anliegen steht wieder für sich.',
    intoTopic: 'Zu einem Thema',
    chooseTopic: 'Thema',
    bundle: 'Zu diesem Thema nehmen',
    bundled: 'Das Anliegen gehört jetzt zum Thema.',
    newTopic: 'Neues Thema daraus machen',
    close: 'Abschließen',
    closeTitle: 'Anliegen abschließen',
    closeLead: 'Die Begründung liest, wer es eingebracht hat.',
    because: 'Begründung',
    closed: 'Abgeschlossen.',
    reopen: 'Wieder öffnen',
    reopened: 'Das Anliegen ist wieder offen.',
    noTopics: 'Es gibt noch kein offenes Thema. Machen Sie daraus ein neues.',
  },
  boxStates: {
    off: 'geschlossen',
    link: 'offen für alle, die den Link haben',
    public: 'öffentlich, für alle',
  } satisfies Record<BoxState, string>,
  settings: {
    title: 'Briefkasten ohne Absender',
    lead: 'Hierüber kommen Anliegen ohne Konto und ohne Namen. Geöffnet wird er von Geschäftsstelle oder Vorsitz.',
    state: 'Briefkasten',
    save: 'Übernehmen',
    saved: 'Briefkasten eingestellt.',
    link: 'Link zum Weitergeben',
    publicLink: 'Öffentliche Adresse',
    renew: 'Neuer Link, der alte gilt nicht mehr',
    renewed: 'Der alte Link gilt nicht mehr.',
  },
}
