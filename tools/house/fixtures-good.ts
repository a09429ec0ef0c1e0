// A small house in order: the tree that each broken case changes in one place.
export type Tree = Record<string, string>

export const good: Tree = {
  'docs/glossary.md': '| Gremium | `body` | | |\n| Bedarf | `need` | | |\n| Pflicht | `duty` | | |',
  'src/kit/duties/sql/0001-duties.sql':
    'create schema duties;\ncreate table duties.duty (id uuid, at timestamptz default clock.now());',
  'src/areas/cooperation/sql/0002-bodies.sql':
    "-- now() may stand in a comment\ncreate table cooperation.body (id uuid references kit.object, name text default 'a -- b');",
  'src/areas/planning/sql/0003-needs.sql':
    'create table planning.need (body uuid references cooperation.body);\ncreate view planning.open as select duties.due(n.body) from planning.need n join cooperation.body b on true;',
  'src/areas/cooperation/README.md': '# Gremien',
  'src/areas/cooperation/contract.ts': "import { z } from 'zod'\nexport const BodyId = z.uuid()",
  'src/areas/cooperation/store.ts':
    "import { sql } from 'kysely'\nimport type { BodyId } from './contract.ts'\nexport const read = (id: typeof BodyId) => sql`select name from cooperation.body where id = ${id} and at < clock.now()`",
  'src/areas/planning/README.md': '# Bedarfe',
  'src/areas/planning/contract.ts': "export { BodyId } from '#areas/cooperation/contract.ts'",
  'src/areas/planning/server.ts':
    "import { read } from '#areas/cooperation/store.ts'\nimport { half } from '#pure/half/half.ts'\nexport const run = (db: { selectFrom(t: string): void }) => [read, half, db.selectFrom('cooperation.body as b')]",
  'src/areas/planning/texts.de.ts': "export const texts = { title: 'Bedarfe und Maßnahmen' }",
  'src/areas/planning/screens/NeedPage.tsx':
    "import { texts } from '../texts.de.ts'\nimport type { run } from '../server.ts'\nimport { useState } from 'react'\nexport const NeedPage = () => <a className=\"kern-link\" href=\"/bedarfe/neu\">{texts.title} · {useState<typeof run>()}</a>",
  'src/kit/web/client.ts': 'export const client = () => fetch',
  'src/kit/db/open.ts':
    "import pg from 'pg'\nexport const open = () => new pg.Pool({ connectionString: process.env.DATABASE_URL })",
  'src/kit/clock/clock.ts': 'export const instant = () => Date.now()',
  'src/pure/half/half.ts': 'export const half = (n: number) => n / 2',
  'src/pure/half/half.test.ts':
    "import test from 'node:test'\ntest('Hälfte und Ganzes', () => console.log(new Date()))",
}
