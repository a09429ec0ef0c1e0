// Where every kind of object lives in the address bar.
import type { Paths } from '#kit/web/paths.tsx'

export const paths: Paths = {
  organisation: (id) => `/organisationen/${id}`,
  body: (id) => `/gremien/${id}`,
  agreement: (id) => `/vereinbarungen/${id}`,
  meeting: (id) => `/sitzungen/${id}`,
  indicator: (id) => `/zahlen/kennzahlen/${id}`,
  officialTable: (id) => `/zahlen/tabellen/${id}`,
  delivery: (id) => `/zahlen/lieferungen/${id}`,
  need: (id) => `/bedarfe/${id}`,
  decision: (id) => `/beschluesse/${id}`,
  measure: (id) => `/massnahmen/${id}`,
  service: (id) => `/angebote/${id}`,
  duty: (id) => `/aufgaben/${id}`,
}
