// Which page shows an object: German addresses, for the browser and for links in mails.
export const places: Readonly<Record<string, string>> = {
  organisation: '/organisationen',
  body: '/gremien',
  agreement: '/vereinbarungen',
  agreementReview: '/ueberpruefungen',
  groupMandate: '/arbeitsgruppen',
  delegation: '/entsendungen',
  election: '/wahlen',
  indicator: '/zahlen/kennzahlen',
  officialTable: '/zahlen/tabellen',
  area: '/zahlen/gebiete',
  reform: '/zahlen/gebietsaenderungen',
  delivery: '/zahlen/lieferungen',
  need: '/bedarfe',
  decision: '/beschluesse',
  measure: '/massnahmen',
  service: '/angebote',
  meeting: '/sitzungen',
  agenda: '/unterlagen',
  invitation: '/unterlagen',
  minutes: '/unterlagen',
  rectification: '/unterlagen',
  poll: '/terminfindungen',
  concern: '/anliegen',
  topic: '/themen',
  duty: '/aufgaben',
  task: '/zustaendigkeiten',
  seam: '/nahtstellen',
  comparison: '/vergleiche',
}

export const pageOf = (kind: string, id: string): string =>
  places[kind] ? `${places[kind]}/${id}` : `/datenspur/${id}`
