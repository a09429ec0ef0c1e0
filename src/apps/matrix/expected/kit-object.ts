// Expected rights on the one table that everything rests on. Written by hand.
import type { SqlCase, SqlMatrix } from '../shapes.ts'
import { acting, home, sent } from './groups.ts'

const see = (name: string, allowed: string): SqlCase => ({
  on: name,
  sql: (w) => `select from kit.object where id = '${w.id[name]}'`,
  expect: allowed === 'rest' ? { allowed } : { allowed, none: 'rest' },
})
const rename = (name: string, allowed: string): SqlCase => ({
  on: name,
  sql: (w) => `update kit.object set title = 'Anders', revision = revision + 1 where id = '${w.id[name]}'`,
  expect: allowed ? { allowed, none: 'rest' } : { none: 'rest' },
})
const columns = 'id, kind, title, owner, body, author, audience, readers, created'
type Row = { kind?: string; owner?: string; body?: string; author?: string; audience: string; readers?: string }
const make =
  (row: (at: { own: string; me: string; id: Readonly<Record<string, string>> }) => Row): SqlCase['sql'] =>
  (w, me) => {
    const {
      kind = 'specimen',
      owner,
      body,
      author,
      audience,
      readers = '{}',
    } = row({ own: `'${me.organisation ?? w.id.county}'`, me: `'${me.person ?? w.id.root}'`, id: w.id })
    return `insert into kit.object (${columns}) select g, '${kind}', 'Probe', ${owner ?? 'g'}, ${body ?? 'null'}, ${author ?? `'${me.person ?? w.id.root}'`}, '${audience}', '${readers}', clock.now() from (select gen_random_uuid() as g) x`
  }
export const kitObject: SqlMatrix = {
  'kit.object': {
    worker: 'select insert update',
    columns: { insert: columns.replaceAll(',', ''), update: 'title audience readers revision deleted_at' },
    select: [
      see('draft', 'planner'),
      see('internal', home),
      see('named', `${home} stranger`),
      see('inBody', `${home} ${sent}`),
      see('chaired', `${sent} member`),
      see('members', acting),
      see('public', 'rest'),
      see('gone', home),
      see('ofAssociation', 'member'),
      see('duty', `${home} ${sent}`),
      see('county', 'rest'),
      see('association', acting),
      see('body', acting),
    ],
    insert: [
      {
        on: 'something internal of one’s own organisation',
        sql: make(({ own }) => ({ owner: own, audience: 'organisation' })),
        expect: { allowed: `${home} member stranger elsewhere`, denied: 'rest' },
      },
      {
        on: 'something internal of the county',
        sql: make(({ id }) => ({ owner: `'${id.county}'`, audience: 'organisation' })),
        expect: { allowed: home, denied: 'rest' },
      },
      {
        on: 'a draft for one’s own organisation',
        sql: make(({ own }) => ({ owner: own, audience: 'draft' })),
        expect: { allowed: acting, denied: 'rest' },
      },
      {
        on: 'a draft in a foreign name',
        sql: make(({ id }) => ({ owner: `'${id.strangers}'`, audience: 'draft' })),
        expect: { allowed: 'stranger', denied: 'rest' },
      },
      {
        on: 'something before the body',
        sql: make(({ own, id }) => ({ owner: own, body: `'${id.body}'`, audience: 'body', readers: `{${id.body}}` })),
        expect: { allowed: 'admin head planner staff chair office delegate deputy member', denied: 'rest' },
      },
      {
        on: 'a draft before the body',
        sql: make(({ own, id }) => ({ owner: own, body: `'${id.body}'`, audience: 'draft' })),
        expect: { allowed: `${home} ${sent} member`, denied: 'rest' },
      },
      {
        on: 'in the name of another author',
        sql: make(({ own, id }) => ({ owner: own, author: `'${id.associationPerson}'`, audience: 'organisation' })),
        expect: { denied: 'rest' },
      },
      {
        on: 'a person of the county',
        sql: make(({ id }) => ({ kind: 'person', owner: `'${id.county}'`, audience: 'members' })),
        expect: { allowed: 'admin head planner chair office elsewhere', denied: 'rest' },
      },
      {
        on: 'a person of the county whom everybody sees',
        sql: make(({ id }) => ({ kind: 'person', owner: `'${id.county}'`, audience: 'public' })),
        expect: { denied: 'rest' },
      },
      {
        on: 'a person of strangers',
        sql: make(({ id }) => ({ kind: 'person', owner: `'${id.strangers}'`, audience: 'members' })),
        expect: { allowed: 'stranger', denied: 'rest' },
      },
      {
        on: 'an organisation',
        sql: make(() => ({ kind: 'organisation', audience: 'members' })),
        expect: { allowed: 'admin planner member stranger elsewhere', denied: 'rest' },
      },
      {
        on: 'an organisation that belongs to another',
        sql: make(({ own }) => ({ kind: 'organisation', owner: own, audience: 'members' })),
        expect: { denied: 'rest' },
      },
      {
        on: 'a body',
        sql: (w, me) =>
          make(({ own }) => ({
            kind: 'body',
            owner: own,
            body: 'g',
            audience: 'members',
            readers: `{${w.id.county}}`,
          }))(w, me),
        expect: { allowed: 'admin head planner member stranger elsewhere', denied: 'rest' },
      },
      {
        on: 'a body of the county',
        sql: make(({ id }) => ({ kind: 'body', owner: `'${id.county}'`, body: 'g', audience: 'members' })),
        expect: { allowed: 'admin head planner', denied: 'rest' },
      },
      {
        on: 'a duty',
        sql: make(({ own }) => ({ kind: 'duty', owner: own, audience: 'organisation' })),
        expect: { denied: 'rest' },
      },
      {
        on: 'a reader who is nowhere',
        sql: make(({ own }) => ({ owner: own, audience: 'named', readers: '{00000000-0000-4000-8000-000000000000}' })),
        expect: { refused: 'rest' },
      },
    ],
    update: [
      rename('draft', 'planner'),
      rename('internal', home),
      rename('named', home),
      rename('inBody', 'admin head planner staff chair office'),
      rename('chaired', 'chair office delegate deputy member'),
      rename('members', home),
      rename('public', home),
      rename('gone', home),
      rename('ofAssociation', 'member'),
      rename('duty', ''),
      rename('county', 'admin head planner'),
      rename('association', 'member'),
      rename('plannerPerson', 'admin head planner'),
      rename('body', 'chair office'),
      {
        on: 'internal, let everybody see it',
        sql: (w) => `update kit.object set audience = 'public', revision = revision + 1 where id = '${w.id.internal}'`,
        expect: { allowed: 'admin head planner staff', denied: 'checker counsellor', none: 'rest' },
      },
      {
        on: 'chaired, let everybody see it',
        sql: (w) => `update kit.object set audience = 'public', revision = revision + 1 where id = '${w.id.chaired}'`,
        expect: { denied: 'chair office member delegate deputy', none: 'rest' },
      },
      {
        on: 'named, add a reader',
        sql: (w) =>
          `update kit.object set readers = readers || '${w.id.others}'::uuid, revision = revision + 1 where id = '${w.id.named}'`,
        expect: { allowed: 'admin head planner staff', denied: 'checker counsellor', none: 'rest' },
      },
      {
        on: 'draft, hand it to the body',
        sql: (w) =>
          `update kit.object set audience = 'organisation', revision = revision + 1 where id = '${w.id.draft}'`,
        expect: { allowed: 'planner', none: 'rest' },
      },
      {
        on: 'named, take it away',
        sql: (w) =>
          `update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = '${w.id.named}'`,
        expect: { allowed: home, none: 'rest' },
      },
      {
        on: 'named, take it away as of last year',
        sql: (w) =>
          `update kit.object set deleted_at = '2026-01-01', revision = revision + 1 where id = '${w.id.named}'`,
        expect: { denied: home, none: 'rest' },
      },
      {
        on: 'inBody, take it away',
        sql: (w) =>
          `update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = '${w.id.inBody}'`,
        expect: { denied: 'admin head planner staff chair office', none: 'rest' },
      },
      {
        on: 'public, on which something rests: take it away',
        sql: (w) =>
          `update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = '${w.id.public}'`,
        expect: { denied: home, none: 'rest' },
      },
      {
        on: 'gone, bring it back',
        sql: (w) => `update kit.object set deleted_at = null, revision = revision + 1 where id = '${w.id.gone}'`,
        expect: { allowed: home, none: 'rest' },
      },
      {
        on: 'erased, brought back',
        sql: (w) => `update kit.object set deleted_at = null, revision = revision + 1 where id = '${w.id.erased}'`,
        expect: { denied: home, none: 'rest' },
      },
      {
        on: 'public, on an old revision',
        sql: (w) => `update kit.object set title = 'Anders' where id = '${w.id.public}'`,
        expect: { refused: home, none: 'rest' },
      },
      {
        on: 'public, another owner',
        sql: (w) =>
          `update kit.object set owner = '${w.id.strangers}', revision = revision + 1 where id = '${w.id.public}'`,
        expect: { denied: 'rest' },
      },
    ],
    delete: 'closed',
  },
}
