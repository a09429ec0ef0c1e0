// Which page shows an object: German addresses, for links in mails.
const places: Readonly<Record<string, string>> = {
  organisation: '/organisationen',
  body: '/gremien',
  agreement: '/vereinbarungen',
  indicator: '/zahlen/kennzahlen',
  officialTable: '/zahlen/tabellen',
  need: '/bedarfe',
  decision: '/beschluesse',
  measure: '/massnahmen',
  service: '/angebote',
  meeting: '/sitzungen',
  duty: '/aufgaben',
}

export const pageOf = (kind: string, id: string): string => (places[kind] ? `${places[kind]}/${id}` : `/datenspur/${id}`)
