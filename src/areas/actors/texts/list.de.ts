// Which German words a list of organisations may use, and the sentences about its lines.
import type { Discipline, HomeRole, Level, OrganisationKind, Side } from '../contract/kinds.ts'
import type { Field } from '../rules/list-columns.ts'

const nothing = 'Es wurde nichts eingetragen.'
const unreadable: Readonly<Record<string, (d: Record<string, string>) => string>> = {
  empty: () => `Die Datei ist leer. ${nothing} Bitte wählen Sie eine andere.`,
  undecodable: () =>
    `Diese Datei ist weder eine Tabelle aus Excel (XLSX) noch Text (CSV), oder sie ist beschädigt. ${nothing} Bitte speichern Sie die Tabelle als XLSX oder CSV und versuchen Sie es noch einmal.`,
  'cut-off': () => `Der Datei fehlt das Ende. ${nothing} Bitte holen oder speichern Sie sie noch einmal.`,
  'open-quote': ({ line }) =>
    `In Zeile ${line ?? '?'} beginnt ein Text mit einem Anführungszeichen, das nirgends endet. ${nothing} Bitte ergänzen Sie es.`,
  'broken-header': () =>
    `In der Tabelle ist keine Spalte „Name“ zu finden. ${nothing} Bitte schreiben Sie die Überschriften in die erste Zeile, am einfachsten mit der Vorlage.`,
  'no-rows': () => `Unter den Überschriften steht nichts. ${nothing} Bitte füllen Sie mindestens eine Zeile aus.`,
}

export const list = {
  refusals: {
    noFile: `Es ist keine Datei angekommen. ${nothing} Bitte wählen Sie eine aus.`,
    unreadable: (d: Record<string, string>) => (unreadable[d.code ?? ''] ?? unreadable.undecodable!)(d),
    unsafeFile: `Diese Datei zu lesen würde zu viel Speicher oder Zeit brauchen. ${nothing} Bitte speichern Sie nur die Tabelle, die Sie brauchen.`,
    tooManyRows: ({ most }: Record<string, string>) =>
      `Eine Liste kann höchstens ${most} Zeilen haben. ${nothing} Bitte teilen Sie sie auf.`,
    listHasFaults: ({ count }: Record<string, string>) =>
      `In der Liste sind noch Fehler (${count}). Es wird alles oder nichts eingetragen; bitte berichtigen Sie die Datei und lesen Sie sie neu ein.`,
    listUndecided: ({ line }: Record<string, string>) =>
      `Zu Zeile ${line} ist noch offen, welche Organisation gemeint ist. ${nothing} Bitte entscheiden Sie das zuerst.`,
    nothingToEnter: 'Alles aus dieser Liste ist schon eingetragen. Es gibt nichts zu tun.',
  },
  /** Headings as people write them, in the form of `headingOf`. */
  headings: {
    name: [
      'name',
      'organisation',
      'name der organisation',
      'bezeichnung',
      'einrichtung',
      'traeger',
      'verband',
      'behoerde',
      'institution',
    ],
    shortName: ['kurzname', 'abkuerzung', 'kuerzel', 'kurzbezeichnung'],
    kind: ['art', 'art der organisation', 'typ', 'organisationsart', 'kategorie'],
    side: ['seite', 'oeffentlich oder frei', 'traegerschaft'],
    level: ['ebene'],
    legalForm: ['rechtsform'],
    areaKey: ['gebietsschluessel', 'schluessel', 'ags', 'kreisschluessel', 'gemeindeschluessel', 'regionalschluessel'],
    privacyLaw: ['datenschutzrecht'],
    website: ['internetadresse', 'internet', 'website', 'webseite', 'homepage', 'url', 'www'],
    parent: [
      'gehoert zu',
      'dachverband',
      'spitzenverband',
      'uebergeordnete organisation',
      'mitglied bei',
      'mitglied von',
    ],
    disciplines: ['arbeitsfelder', 'arbeitsfeld', 'themen', 'fachgebiete', 'fachgebiet', 'handlungsfelder'],
    person: [
      'person',
      'ansprechperson',
      'ansprechpartner',
      'ansprechpartnerin',
      'kontaktperson',
      'vor und nachname',
      'name der person',
    ],
    firstName: ['vorname'],
    lastName: ['nachname', 'familienname'],
    email: ['e mail', 'email', 'mail', 'e mail adresse', 'emailadresse'],
    role: ['aufgabe', 'rolle', 'aufgabe in der organisation'],
  } satisfies Record<Field, readonly string[]>,
  fields: {
    name: 'Name',
    shortName: 'Kurzname',
    kind: 'Art',
    side: 'Seite',
    level: 'Ebene',
    legalForm: 'Rechtsform',
    areaKey: 'Gebietsschlüssel',
    privacyLaw: 'Datenschutzrecht',
    website: 'Internetadresse',
    parent: 'Gehört zu',
    disciplines: 'Arbeitsfelder',
    person: 'Person',
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail',
    role: 'Aufgabe',
  } satisfies Record<Field, string>,
  /** Words beside the labels of the forms. */
  kinds: {
    county: ['kreis'],
    city: ['stadt', 'kreisfreie stadt', 'stadtkreis'],
    municipality: ['markt', 'kommune', 'kreisangehoerige stadt'],
    authority: ['amt', 'landratsamt', 'verwaltung', 'regierung', 'amt oder behoerde'],
    jobcentreJoint: ['jobcenter gemeinsame einrichtung', 'gemeinsame einrichtung'],
    jobcentreMunicipal: ['optionskommune', 'jobcenter kommunal', 'zugelassener kommunaler traeger'],
    employmentAgency: ['arbeitsagentur'],
    school: ['schulen'],
    justice: ['gericht', 'staatsanwaltschaft', 'bewaehrungshilfe'],
    health: ['klinik', 'krankenhaus', 'arztpraxis', 'gesundheitswesen'],
    insurer: ['krankenkasse', 'pflegekasse', 'sozialversicherung'],
    church: ['pfarrei', 'kirchengemeinde', 'religionsgemeinschaft', 'kultusgemeinde', 'moscheegemeinde'],
    association: ['wohlfahrtsverband', 'spitzenverband', 'dachverband'],
    provider: ['einrichtung', 'verein', 'stiftung', 'freier traeger'],
    selfHelp: ['selbsthilfegruppe', 'selbsthilfe'],
    initiative: ['buergerinitiative', 'gruppe'],
    company: ['firma', 'betrieb', 'handwerksbetrieb'],
    freelancer: ['freiberuflich', 'freiberufler', 'freiberuflerin', 'selbststaendig'],
    unit: ['fachbereich', 'referat', 'sachgebiet', 'geschaeftsbereich', 'amt einer behoerde', 'stabsstelle'],
  } as Partial<Record<OrganisationKind, readonly string[]>>,
  sides: {
    public: ['oeffentlich', 'oeffentlicher traeger', 'kommunal', 'staatlich'],
    free: ['frei', 'freier traeger', 'freigemeinnuetzig', 'kirchlich'],
    other: ['sonstige', 'privat', 'gewerblich', 'keine'],
  } satisfies Record<Side, readonly string[]>,
  levels: {
    federal: ['bund'],
    state: ['land'],
    supralocal: ['ueberoertlich'],
    local: ['oertlich', 'kreis'],
    municipal: ['gemeinde'],
  } satisfies Record<Level, readonly string[]>,
  disciplines: {} as Partial<Record<Discipline, readonly string[]>>,
  roles: {
    admin: ['administration', 'admin', 'verwaltung der zugaenge'],
    head: ['leitung', 'vorstand', 'geschaeftsfuehrung'],
    planner: ['planung'],
    staff: ['mitarbeiter', 'mitarbeiterin', 'fachkraft'],
  } as Partial<Record<HomeRole, readonly string[]>>,
  /** Beginnings of names that say what it is, where the list does not. */
  begins: [
    ['landkreis', 'county'],
    ['kreis ', 'county'],
    ['bezirk ', 'district'],
    ['landratsamt', 'authority'],
    ['gemeinde ', 'municipality'],
    ['markt ', 'municipality'],
    ['regierung ', 'authority'],
  ] as readonly (readonly [string, OrganisationKind])[],
  says: {
    nameMissing: 'Der Name der Organisation fehlt.',
    nameLong: 'Der Name ist länger als 200 Zeichen.',
    tooLong: (field: string) => `„${field}“ ist zu lang.`,
    word: (field: string, word: string) =>
      `Unter „${field}“ steht „${word}“; dieses Wort ist dort nicht bekannt. Die möglichen Wörter stehen in der Vorlage.`,
    jobcentre:
      'Bitte geben Sie beim Jobcenter an, ob es eine gemeinsame Einrichtung oder ein zugelassener kommunaler Träger ist.',
    key: (key: string) => `„${key}“ ist kein Schlüssel eines Landkreises, einer Stadt oder einer Gemeinde.`,
    keyRepaired: (key: string) => `Die führende Null des Schlüssels war verloren: ${key}.`,
    website: (address: string) => `„${address}“ ist keine Internetadresse.`,
    email: (address: string) => `„${address}“ ist keine E-Mail-Adresse.`,
    emailTwice: (address: string) => `Die Adresse „${address}“ steht bei zwei verschiedenen Personen.`,
    emailAlone: 'Zur E-Mail-Adresse fehlt der Name der Person.',
    kindGuessed: (kind: string) => `Die Art ist nicht angegeben; angenommen wird „${kind}“.`,
    made: (kind: string, side: string) => `Wird eingetragen: ${kind}, ${side}.`,
    parentMissing: (name: string) =>
      `„${name}“ (gehört zu) ist weder eingetragen noch in der Liste. Bitte tragen Sie diese Organisation zuerst ein oder nehmen Sie sie in die Liste auf.`,
    parentUnclear: (name: string) => `Bei „${name}“ (gehört zu) ist nicht eindeutig, welche Organisation gemeint ist.`,
    unitAlone: 'Bei einer Abteilung muss stehen, zu welcher Organisation sie gehört.',
    foreignUnit: (name: string) => `Abteilungen von „${name}“ kann nur diese Organisation selbst eintragen.`,
    differs: (line: number) => `Zeile ${line} sagt zu derselben Organisation etwas anderes.`,
    looksLike: (names: string) => `Vielleicht ist eine schon eingetragene Organisation gemeint: ${names}.`,
    keyElsewhere: (name: string) => `Unter diesem Schlüssel ist schon „${name}“ eingetragen.`,
    formerly: (name: string) => `So hieß früher „${name}“.`,
    change: (field: string, before: string, after: string) =>
      `${field}: bisher ${before ? `„${before}“` : 'nichts'}, neu „${after}“.`,
    notOurs: 'Diese Organisation ändert ihre Angaben selbst; aus der Liste wird dazu nichts übernommen.',
    personNotOurs: (name: string) =>
      `Personen von „${name}“ kann nur diese Organisation selbst eintragen. Bitte lassen Sie die Person weg.`,
    personNew: (name: string, role: string | null) =>
      role ? `${name} wird eingetragen (${role}).` : `${name} wird eingetragen, ohne eigene Aufgabe.`,
    personKnown: (name: string) => `${name} ist dort schon eingetragen.`,
    roleNotOurs:
      'Aufgaben in dieser Organisation vergibt nur ihre eigene Einrichtung. Bitte lassen Sie die Aufgabe weg.',
    example: 'Erfundene Organisationen heißen „… (Beispiel)“.',
  },
  basis: (file: string) => `Liste „${file}“`,
  template: {
    file: 'nahtstelle-organisationen.csv',
    rows: [
      [
        'Sozialwerk Musterland (Beispiel)',
        'Sozialwerk',
        'Träger',
        'freie Seite',
        '',
        'e. V.',
        '',
        'DSGVO',
        '',
        '',
        'Jugend, Familie',
        'Erika Muster',
        'erika.muster@example.org',
        'Einrichtung der Organisation',
      ],
    ],
    words: (field: string, words: string) => `# ${field}: ${words}`,
  },
  register: {
    file: (day: string) => `organisationen-${day}.csv`,
    columns: ['Gehört zu', 'Gebiete', 'Gremien', 'aufgelöst am', 'Rückfragen'],
  },
}
