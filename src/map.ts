// The map of the house: which floors, areas and rooms there are, where their code runs and who builds on whom.
// Read it once; `npm run check` holds every file to it (tools/check-house.ts).

export type Runs = 'anywhere' | 'server' | 'browser'

/** Floors, top to bottom. A file may use its own floor and the floors below it. */
export const floors: readonly string[] = ['apps', 'areas', 'kit', 'pure']

export type Area = {
  /** The areas this one builds on; only areas listed above it, so that a circle cannot be written. */
  buildsOn: readonly string[]
  /** The shared installation of a region, the own installation of a provider, or both (foundations §6). */
  installation: 'shared' | 'provider' | 'both'
}

/** The nine areas. Each has one database schema of its own name. Only areas that exist get a folder. */
export const areas: Readonly<Record<string, Area>> = {
  actors: { buildsOn: [], installation: 'both' },
  cooperation: { buildsOn: ['actors'], installation: 'shared' },
  figures: { buildsOn: ['actors', 'cooperation'], installation: 'shared' },
  // Records of counselling never reach the shared installation: what crosses is a protected aggregate, a file or a POST.
  counselling: { buildsOn: ['actors'], installation: 'provider' },
  services: { buildsOn: ['actors', 'cooperation', 'figures'], installation: 'shared' },
  planning: { buildsOn: ['actors', 'cooperation', 'figures', 'services'], installation: 'shared' },
  meetings: { buildsOn: ['actors', 'cooperation', 'planning'], installation: 'shared' },
  learning: { buildsOn: ['actors', 'cooperation'], installation: 'shared' },
  mediation: { buildsOn: ['actors', 'cooperation', 'planning'], installation: 'shared' },
}

/** The rooms of an area: the same names everywhere, a file or a folder of that name. */
export const rooms: Readonly<Record<string, Runs>> = {
  contract: 'anywhere',
  rules: 'anywhere',
  texts: 'anywhere',
  store: 'server',
  server: 'server',
  chores: 'server',
  rows: 'server',
  widgets: 'browser',
  screens: 'browser',
}

/** What other areas may use; of rows only the types, for joins. Every other room is private. */
export const openRooms: readonly string[] = ['contract', 'store', 'widgets', 'rows']

export type KitRoom = { runs: Runs; schemas?: readonly string[] }

/** The furniture. A kit room creates tables only in its own schemas. */
export const kit: Readonly<Record<string, KitRoom>> = {
  access: { runs: 'server', schemas: ['access'] },
  backup: { runs: 'server' },
  calendar: { runs: 'server' },
  charts: { runs: 'browser' },
  chores: { runs: 'server' },
  clock: { runs: 'server', schemas: ['clock', 'kit'] },
  db: { runs: 'server', schemas: ['migration'] },
  documents: { runs: 'server' },
  duties: { runs: 'server', schemas: ['duties'] },
  files: { runs: 'server', schemas: ['files'] },
  geo: { runs: 'server' },
  http: { runs: 'server', schemas: ['kit'] },
  jobs: { runs: 'server', schemas: ['jobs'] },
  journal: { runs: 'server', schemas: ['journal'] },
  live: { runs: 'server' },
  mail: { runs: 'server', schemas: ['mail'] },
  map: { runs: 'browser' },
  objects: { runs: 'server', schemas: ['kit'] },
  privacy: { runs: 'server', schemas: ['privacy'] },
  search: { runs: 'server', schemas: ['search'] },
  solver: { runs: 'server' },
  trail: { runs: 'server', schemas: ['trail'] },
  ui: { runs: 'browser' },
  web: { runs: 'browser' },
}

/** Files of these names run anywhere, in whatever room of the kit or in apps they lie. */
export const anywhereFiles: readonly string[] = ['contract', 'rules', 'texts', 'ref', 'refusal', 'days', 'places']

/** Where npm packages may be loaded. What is not listed is for the server. */
export const packages: Readonly<Record<'anywhere' | 'browser', readonly string[]>> = {
  anywhere: ['zod', 'temporal-polyfill', 'd3-geo', 'topojson-client', 'diff'],
  browser: ['react', 'react-dom', '@tanstack/', 'react-aria-components', '@kern-ux/native', 'vite'],
}

/** Tables without FORCE row-level security, each with the reason. */
export const withoutRowSecurity: Readonly<Record<string, string>> = {
  'migration.step': 'which migrations ran, and nothing else; written by the owner, read at start',
}

/** Files that may ask the server's own clock, each with the reason. */
export const asksServerClock: Readonly<Record<string, string>> = {
  'src/kit/access/sql/0003-access.sql': 'the start of the transaction marks the transaction, it is not read as a time',
  'src/kit/access/sql/0042-short-ways.sql':
    'the way in reads the setting of the clock itself; asking the clock would be one more call for each request',
  'src/kit/db/migrate.ts': 'migrations run before the clock exists',
}

/** Files that must speak the German of an official source, each with the source. */
export const germanOfSources: Readonly<Record<string, string>> = {
  'src/kit/geo/boundaries.ts': 'the attribution as the Geodatennutzungsverordnung (§ 3) words it',
}

/** More lines than this means that two ideas share a file. */
export const longestFile = 300
/** A story or a matrix of expectations wants to be read whole. */
export const longestTest = 500
