// German wording of the rules of procedure, of standing in, handing back and publishing. The sentences are made from the data.
import {
  type KeyPurpose,
  type Paragraph,
  type Procedure,
  paragraph,
  paragraphs,
  type RuleStrength,
  type TemplateName,
} from '../rules/procedure.ts'

const times = (n: number) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : n === 3 ? 'dreimal' : `${n}-mal`)
const plural = (n: number, one: string, many: string) => (n === 1 ? `einen ${one}` : `${n} ${many}`)
const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`

const purposes: Record<KeyPurpose, string> = {
  agenda: 'Tagesordnung',
  invitation: 'Einladung',
  minutes: 'Niederschrift',
  publication: 'Veröffentlichungen',
}
const quorums: Record<Procedure['quorum'], string> = {
  none: 'Eine Mindestzahl, damit das Gremium beschließen kann, gibt es nicht.',
  half: 'Das Gremium ist beschlussfähig, wenn mindestens die Hälfte der Mitglieder vertreten ist.',
  twoThirds: 'Das Gremium ist beschlussfähig, wenn mindestens zwei Drittel der Mitglieder vertreten sind.',
}
const majorities: Record<Procedure['majority'], string> = {
  simple: 'Es entscheidet die einfache Mehrheit: mehr Stimmen dafür als dagegen, bei Wahlen die meisten Stimmen.',
  cast: 'Es entscheidet die Mehrheit der abgegebenen Stimmen: mehr als die Hälfte, Enthaltungen nicht mitgezählt.',
  entitled: 'Es entscheidet die Mehrheit aller Stimmberechtigten, auch derer, die nicht da sind.',
  twoThirds: 'Es entscheidet eine Mehrheit von zwei Dritteln der abgegebenen Stimmen.',
  consensus: 'Entschieden wird einvernehmlich.',
}
const interims: Record<Procedure['interim'], string> = {
  office:
    'Endet eine Amtszeit ohne Neuwahl, führt die Geschäftsstelle die laufenden Geschäfte; was beide freigeben müssen, wartet.',
  continue: 'Endet eine Amtszeit ohne Neuwahl, bleibt der Vorsitz bis zur Wahl im Amt.',
  none: 'Endet eine Amtszeit ohne Neuwahl, ist der Vorsitz bis zur Wahl unbesetzt.',
}
const days = (n: number) => plural(n, 'Tag', 'Tage')
const intoMeeting = ' Möchte ein Sitz in einer Sitzung beraten, kommt der Vorschlag dorthin.'
/** A soll and an "in der Regel" read as such. */
const invites = (strength: RuleStrength, before: string) =>
  strength === 'usual'
    ? `Zur Sitzung wird in der Regel mindestens ${before} vorher mit der Tagesordnung eingeladen.`
    : `Zur Sitzung ${strength === 'must' ? 'muss' : 'soll'} mindestens ${before} vorher mit der Tagesordnung eingeladen werden.`
const sendsMinutes = (strength: RuleStrength, within: string) =>
  strength === 'usual'
    ? `Die Niederschrift geht in der Regel innerhalb von ${within} nach der Sitzung an alle, die im Gremium mitwirken.`
    : `Die Niederschrift ${strength === 'must' ? 'muss' : 'soll'} innerhalb von ${within} nach der Sitzung an alle gehen, die im Gremium mitwirken.`

const sentencesOf = (p: Procedure): Record<Paragraph, string> => ({
  meetings: `Das Gremium trifft sich mindestens ${times(p.meetsPerYear)} im Jahr.`,
  notice: p.noticeDays === 0 ? 'Eine Einladungsfrist gibt es nicht.' : invites(p.noticeStrength, days(p.noticeDays)),
  items:
    p.itemDays === null
      ? 'Punkte für die Tagesordnung lassen sich anmelden, bis eingeladen ist.'
      : `Punkte für die Tagesordnung werden spätestens ${days(p.itemDays)} vor der Sitzung angemeldet.`,
  minutes: `${
    p.minutesDays === null
      ? 'Eine Frist für die Niederschrift gibt es nicht.'
      : sendsMinutes(p.minutesStrength, p.minutesDays === 1 ? 'einem Tag' : `${p.minutesDays} Tagen`)
  } Einwände sind ${days(p.objectionDays)} nach dem Versand möglich; danach genehmigt sie die nächste Sitzung.`,
  quorum: quorums[p.quorum],
  majority: majorities[p.majority],
  keys:
    p.keysFor.length === 0
      ? 'Tagesordnung, Einladung, Niederschrift und Veröffentlichungen legt die Geschäftsstelle oder ein Vorsitz fest.'
      : `Beide Vorsitzenden gemeinsam geben frei: ${list(p.keysFor.map((key) => purposes[key]))}.`,
  always: 'Beschlüsse und Empfehlungen und diese Geschäftsordnung geben immer alle Vorsitzenden gemeinsam frei.',
  standIn:
    p.standIn === 'deputy'
      ? 'Ist ein Vorsitz abwesend, gibt die von ihm benannte Stellvertretung für ihn frei.'
      : 'Ist ein Vorsitz abwesend, warten die Freigaben auf ihn.',
  deadlock:
    p.deadlock === null
      ? 'Fehlt eine der beiden Freigaben, wartet die Sache ohne Frist.'
      : `Fehlt eine der beiden Freigaben länger als ${days(p.deadlockDays ?? 0)}, ${
          p.deadlock === 'carryOver'
            ? 'kommt die Sache auf die nächste Sitzung'
            : 'verabreden die Vorsitzenden eine Vermittlung'
        }. Freigegeben ist sie dadurch nicht.`,
  ballot: p.secretBallot
    ? 'Geheime Wahlen sind auch elektronisch möglich.'
    : 'Gewählt wird offen oder mit Stimmzetteln auf Papier.',
  terms: `An die Neuwahl wird ${plural(p.termAlarmMonths, 'Monat', 'Monate')} vor dem Ende einer Amtszeit erinnert.`,
  interim: interims[p.interim],
  groups:
    p.groupMonths === null
      ? 'Arbeitsgruppen haben keine Höchstdauer.'
      : `Eine Arbeitsgruppe wird für höchstens ${plural(p.groupMonths, 'Monat', 'Monate')} eingesetzt und kann verlängert werden.`,
  circulation: p.circulation
    ? `Beschlüsse im Umlauf sind möglich, wenn alle Vorsitzenden den Vorschlag freigeben und jeder Sitz mindestens ${days(p.circulation.days)} zum Antworten hat. ${majorities[p.circulation.majority].replace(', bei Wahlen die meisten Stimmen', '')}${p.circulation.toMeeting ? intoMeeting : ''}`
    : 'Beschlüsse im Umlauf sind nicht vorgesehen.',
})

export const ruleTexts = {
  objectTitle: (body: string) => `Geschäftsordnung: ${body}`.slice(0, 200),
  /** "§ 2 …": each paragraph says one thing, also that the rules say nothing about it. */
  sentences: (p: Procedure): string[] => {
    const say = sentencesOf(p)
    return paragraphs.map((name) => `${paragraph(name)} ${say[name]}`)
  },
  /** The rule by which something is owed. */
  clause: (edition: number | null, what: string) =>
    edition === null ? `Zwei gleichberechtigte Vorsitzende: ${what}` : `Geschäftsordnung, Fassung ${edition}: ${what}`,
  duties: {
    release: (title: string) => `Gemeinsam freigeben: ${title}`,
    releaseClause: (edition: number) => `gemeinsame Freigabe (Fassung ${edition})`,
    carryOver: (title: string) => `In der nächsten Sitzung beraten: ${title}`,
    mediation: (title: string) => `Vermittlung verabreden: ${title}`,
    unnamed: 'ein noch nicht freigegebenes Ergebnis',
    deadlockClause: (edition: number) => `wenn eine Freigabe ausbleibt (Fassung ${edition})`,
  },
  because: {
    deadlock: 'Eine Freigabe ist erteilt, die andere blieb länger aus, als die Geschäftsordnung vorsieht.',
    published: 'Die Vorsitzenden haben die Veröffentlichung gemeinsam freigegeben.',
  },
  publication: {
    title: (title: string) => `Veröffentlichung: ${title}`.slice(0, 300),
    box: 'Veröffentlichung',
    isPublic: 'Öffentlich. Alle, die diese Nahtstelle nutzen, können es lesen.',
    hint: 'Freigegeben ist es für das Gremium und die Angesprochenen. Sollen es alle lesen, geben die Vorsitzenden das eigens frei.',
    hintAlone: 'Nach der Geschäftsordnung dieses Gremiums braucht eine Veröffentlichung keine gemeinsame Freigabe.',
    ask: 'Veröffentlichung vorschlagen',
    publishNow: 'Veröffentlichen',
    asked: 'Vorgeschlagen. Jetzt geben die Vorsitzenden die Veröffentlichung frei.',
    done: 'Veröffentlicht.',
  },
  page: {
    tab: 'Regeln',
    title: 'Geschäftsordnung',
    lead: 'Nach diesen Regeln arbeitet das Gremium. Sie gelten, wenn alle Vorsitzenden dieselbe Fassung freigegeben haben.',
    none: 'Dieses Gremium hat noch keine Geschäftsordnung.',
    noneHint:
      'Bis dahin gilt die vorsichtigste Regel: Tagesordnung, Einladung, Niederschrift und Veröffentlichungen geben beide Vorsitzenden gemeinsam frei.',
    propose: 'Fassung vorschlagen',
    change: 'Neue Fassung vorschlagen',
    inForce: (edition: number, day: string) => `Fassung ${edition}, in Kraft seit ${day}`,
    proposedTitle: (edition: number) => `Vorgeschlagen: Fassung ${edition}`,
    proposedFrom: (day: string) => `Soll gelten ab ${day}.`,
    changes: 'Was sich ändert',
    withAgreement: (title: string) => `Gilt mit der Unterschrift aller Parteien unter „${title}“.`,
    history: 'Fassungen',
    edition: 'Fassung',
    valid: 'gilt ab',
    adopted: 'angenommen am',
    state: {
      proposed: 'vorgeschlagen',
      returned: 'zurückgegeben',
      coming: 'angenommen, gilt später',
      inForce: 'in Kraft',
      past: 'abgelöst',
    },
    onDay: 'Stand am',
    further: 'Ergänzender Wortlaut',
    check: 'Jahresrückblick: Halten wir unsere Regeln?',
    saved: 'Vorgeschlagen. Jetzt geben die Vorsitzenden die Fassung frei.',
  },
  form: {
    title: 'Geschäftsordnung vorschlagen',
    template: 'Beginnen mit',
    templates: {
      arge: 'Arbeitsgemeinschaft öffentlicher und freier Träger',
      district: 'Bezirksarbeitsgemeinschaft',
      group78: 'Arbeitsgemeinschaft nach § 78 SGB VIII',
    } satisfies Record<TemplateName, string>,
    asNow: 'der geltenden Fassung',
    validFrom: 'Gilt ab',
    meetsPerYear: 'Sitzungen im Jahr, mindestens',
    noticeDays: 'Einladungsfrist in Tagen',
    noticeStrength: 'Verbindlichkeit der Einladungsfrist',
    strengths: {
      must: 'muss',
      should: 'soll (sonst mit Begründung)',
      usual: 'in der Regel',
    } satisfies Record<RuleStrength, string>,
    itemDays: 'Anmeldung von Tagesordnungspunkten, Tage vor der Sitzung',
    itemHint: 'Leer: bis eingeladen ist.',
    itemsTooLate:
      'Mit der Einladung geht die Tagesordnung hinaus. Bitte legen Sie die Anmeldung mindestens so viele Tage vor die Sitzung wie die Einladung.',
    minutesDays: 'Niederschrift an alle, Tage nach der Sitzung',
    minutesHint: 'Leer: ohne Frist.',
    minutesStrength: 'Verbindlichkeit der Frist für die Niederschrift',
    objectionDays: 'Einwendungsfrist, Tage nach dem Versand der Niederschrift',
    quorum: 'Beschlussfähigkeit',
    quorums: { none: 'ohne Mindestzahl', half: 'die Hälfte der Mitglieder', twoThirds: 'zwei Drittel der Mitglieder' },
    majority: 'Entscheidung',
    majorities: {
      simple: 'einfache Mehrheit (mehr dafür als dagegen)',
      cast: 'Mehrheit der abgegebenen Stimmen',
      entitled: 'Mehrheit aller Stimmberechtigten',
      twoThirds: 'Zweidrittelmehrheit',
      consensus: 'einvernehmlich',
    },
    keysFor: 'Beide Vorsitzenden geben gemeinsam frei',
    purposes,
    standIn: 'Wenn ein Vorsitz abwesend ist',
    standIns: { none: 'warten die Freigaben', deputy: 'gibt die benannte Stellvertretung für ihn frei' },
    deadlock: 'Wenn eine Freigabe ausbleibt',
    deadlocks: {
      none: 'wartet die Sache ohne Frist',
      carryOver: 'kommt die Sache auf die nächste Sitzung',
      mediation: 'wird eine Vermittlung verabredet',
    },
    deadlockDays: 'nach so vielen Tagen',
    ballot: 'Geheime Wahlen auch elektronisch zulassen',
    termAlarm: 'Erinnerung an die Neuwahl, Monate vor dem Ende der Amtszeit',
    interim: 'Wenn eine Amtszeit ohne Neuwahl endet',
    interims: {
      office: 'führt die Geschäftsstelle die laufenden Geschäfte',
      continue: 'bleibt der Vorsitz bis zur Wahl im Amt',
      none: 'ist der Vorsitz unbesetzt',
    },
    groupMonths: 'Höchstdauer einer Arbeitsgruppe in Monaten',
    groupHint: 'Leer: ohne Höchstdauer.',
    circulation: 'Beschlüsse im Umlauf zulassen',
    circulationDays: 'Tage zum Antworten im Umlauf, mindestens',
    circulationMajority: 'Entscheidung im Umlauf',
    circulationToMeeting: 'Möchte ein Sitz in einer Sitzung beraten, kommt der Vorschlag dorthin',
    text: 'Ergänzender Wortlaut',
    agreement: 'Mit einer Vereinbarung annehmen',
    agreementHint: 'Dann gilt die erste Fassung, sobald alle Parteien die Vereinbarung unterschrieben haben.',
    noAgreement: 'nein, die Vorsitzenden geben sie frei',
    number: 'Bitte geben Sie eine ganze Zahl an.',
    submit: 'Vorschlagen',
  },
  standIn: {
    title: 'Stellvertretung der Vorsitzenden',
    lead: 'Nur solange ein Vorsitz als abwesend eingetragen ist, gibt seine Stellvertretung für ihn frei, sichtbar als „in Vertretung“.',
    line: (chair: string, deputy: string, organisation: string) => `${chair}: ${deputy} (${organisation})`,
    away: 'vertritt heute',
    none: 'Noch hat kein Vorsitz eine Stellvertretung benannt.',
    notInRules: 'Die geltende Geschäftsordnung sieht keine Stellvertretung bei Freigaben vor.',
    name: 'Meine Stellvertretung benennen',
    choose: 'Stellvertretung',
    nobody:
      'Es gibt noch niemanden, den Sie benennen können: Entsenden Sie zuerst aus Ihrer Organisation oder Ihrer Gruppe eine Person als Stellvertretung.',
    save: 'Benennen',
    end: 'Benennung beenden',
    saved: 'Ihre Stellvertretung ist benannt.',
    ended: 'Die Benennung ist beendet.',
  },
  check: {
    title: 'Jahresrückblick',
    lead: 'Gezählt aus dem, was hier festgehalten ist. Es geht um das Gremium als Ganzes, nie um einzelne Personen.',
    year: 'Jahr',
    rule: 'Regel',
    kept: 'Gehalten',
    of: (kept: number, all: number) => (kept > all ? `${kept} (gefordert: ${all})` : `${kept} von ${all}`),
    nothing: 'noch nichts zu zählen',
    rules: {
      meetings: (asked: number | null) => `Mindestens ${times(asked ?? 0)} im Jahr treffen`,
      notice: (asked: number | null) => `Mindestens ${plural(asked ?? 0, 'Tag', 'Tage')} vorher einladen`,
      release: () => 'Vorgelegtes gemeinsam freigeben',
      duties: () => 'Aufgaben des Gremiums zum vereinbarten Tag erledigen',
    },
    partly: 'Das Jahr läuft noch; gezählt ist bis heute.',
    noRules: 'Für dieses Jahr galt keine Geschäftsordnung. Gezählt ist, was sich auch ohne sie zählen lässt.',
    returned: (n: number) => `Mit einem Grund zurückgegeben: ${n}`,
    deadlocks: (n: number) => `Wegen einer ausgebliebenen Freigabe weitergeleitet: ${n}`,
  },
  release: {
    inPlace: (name: string, organisation: string, at: string, chair: string) =>
      `${name} in Vertretung von ${chair} (${organisation}), ${at}`,
    openAway: (name: string, organisation: string, deputy: string) =>
      `${name} (${organisation}) ist abwesend; ${deputy} kann in Vertretung freigeben`,
    actFor: (chair: string) => `In Vertretung von ${chair} freigeben`,
    handBack: 'So nicht: zurückgeben',
    reason: 'Was muss sich ändern?',
    reasonHint: 'Beide Vorsitzenden und die Geschäftsstelle lesen diesen Grund.',
    send: 'Zurückgeben',
    handedBack: 'Zurückgegeben. Eine neue Fassung kann wieder freigegeben werden.',
    returned: (name: string, organisation: string, at: string) => `Zurückgegeben von ${name} (${organisation}), ${at}:`,
    deadlock: {
      carryOver: (day: string) =>
        `Seit ${day} gilt die Regel für ausgebliebene Freigaben: Die Sache kommt auf die nächste Sitzung. Freigegeben ist sie nicht.`,
      mediation: (day: string) =>
        `Seit ${day} gilt die Regel für ausgebliebene Freigaben: Die Vorsitzenden verabreden eine Vermittlung. Freigegeben ist die Sache nicht.`,
    },
  },
  refusals: {
    rulesSame: 'Diese Fassung steht schon so da. Bitte ändern Sie etwas, bevor Sie eine neue vorschlagen.',
    rulesBackdated: 'Regeln gelten nicht rückwirkend. Bitte geben Sie heute oder einen späteren Tag an.',
    notWithAgreement:
      'Nur die erste Geschäftsordnung kann mit einer Vereinbarung kommen, und nur, solange diese noch ein Entwurf ist. Bitte lassen Sie die Fassung von den Vorsitzenden freigeben.',
    notDeputy:
      'Diese Person ist nicht als Stellvertretung aus Ihrer Organisation oder Ihrer Gruppe entsandt. Bitte entsenden Sie sie zuerst.',
    standInTaken:
      'Diese Person oder ihre Organisation vertritt schon den anderen Vorsitz. Beide Freigaben kommen nie von derselben Stelle.',
    noStandIn: 'Sie haben niemanden benannt; es gibt nichts zu beenden.',
    handedBack:
      'Diese Fassung wurde mit einem Grund zurückgegeben. Bitte ändern Sie sie; die neue Fassung kann dann freigegeben werden.',
    notReleasedYet: 'Veröffentlicht wird nur, was die Vorsitzenden schon gemeinsam freigegeben haben.',
    publishedAlready: 'Diese Veröffentlichung ist schon vorgeschlagen oder erfolgt. Es wurde nichts verändert.',
    notOfBody: 'Veröffentlichen lässt sich hier nur, was in einem Gremium behandelt wird.',
  },
}
