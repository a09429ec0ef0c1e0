// Which page shows an object: German addresses, for the browser and for links in mails.
export const places: Readonly<Record<string, string>> = {
  organisation: '/organisationen',
  body: '/gremien',
  agreement: '/vereinbarungen',
  groupMandate: '/arbeitsgruppen',
  delegation: '/entsendungen',
  election: '/wahlen',
  indicator: '/zahlen/kennzahlen',
  officialTable: '/zahlen/tabellen',
  delivery: '/zahlen/lieferungen',
  need: '/bedarfe',
  decision: '/beschluesse',
  measure: '/massnahmen',
  service: '/angebote',
  meeting: '/sitzungen',
  duty: '/aufgaben',
  task: '/zustaendigkeiten',
  seam: '/nahtstellen',
  seatOffer: '/anfragen',
  comparison: '/vergleiche',
}

export const pageOf = (kind: string, id: string): string =>
  places[kind] ? `${places[kind]}/${id}` : `/datenspur/${id}`
