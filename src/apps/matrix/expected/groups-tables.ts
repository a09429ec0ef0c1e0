// Expected rights on working groups and letters of delegation. Written by hand.
import type { FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import { acting, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const row = (more: { until?: string; parent?: string; mandate?: string; body?: string; lead?: string }) => (id: Ids) =>
  `insert into cooperation.working_group (body, parent, mandate, edition, task, result, lead, report_to, until_day)
   values ('${id[more.body ?? 'bareBody']}', '${id[more.parent ?? 'body']}', '${id[more.mandate ?? 'mandateWaiting']}', 1, 'Für die Prüfung der Rechte', 'Ein Ergebnis',
     '${id[more.lead ?? 'association']}', '${id[more.parent ?? 'body']}', '${more.until ?? '2028-01-01'}')`
const letter =
  (more: { organisation?: string; source?: string; mandate?: string; person?: string; id?: string }) => (id: Ids) =>
    `insert into cooperation.delegation (id, body, organisation, person, from_day, signed_by, signed_on, source, mandate)
     values ('${id[more.id ?? 'bareLetter']}', '${id.body}', '${id[more.organisation ?? 'association']}', '${id[more.person ?? 'helperPerson']}', '2027-01-01', 'Vorstand', '2027-01-01',
       ${more.source ?? 'null'}, '${id[more.mandate ?? 'letterMandate']}')`

export const groupsTables: SqlMatrix = {
  'cooperation.working_group': {
    select: [
      one('the group', (id) => `select from cooperation.working_group where body = '${id.group}'`, {
        allowed: acting,
        none: 'rest',
      }),
    ],
    insert: [
      one('on a mandate that is not released', row({}), { denied: 'rest' }),
      one('on a mandate of another body', row({ mandate: 'groupMandate' }), { denied: 'rest' }),
      one(
        'on a released mandate, by somebody who runs neither body',
        row({ mandate: 'groupReady', parent: 'groupParent', body: 'otherBody', lead: 'county' }),
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.delegation': {
    select: [
      one('that of the association', (id) => `select from cooperation.delegation where id = '${id.letter}'`, {
        allowed: `${sent} member`,
        none: 'rest',
      }),
    ],
    insert: [
      one('for the association, as the office has it on paper', letter({ source: `'Schreiben'` }), {
        allowed: 'office',
        denied: 'rest',
      }),
      one('for the association, as if it were its own', letter({}), { denied: 'rest' }),
      one('with the mandate of somebody else', letter({ source: `'Schreiben'`, mandate: 'delegateMandate' }), {
        denied: 'rest',
      }),
      one('for an organisation that has not sent anybody', letter({ source: `'Schreiben'`, organisation: 'county' }), {
        denied: 'rest',
      }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const groupsFunctions: FunctionMatrix = {
  'cooperation.is_over': { harmless: 'whether a body has ended, which everybody who sees it may know' },
}
