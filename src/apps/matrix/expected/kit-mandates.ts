// Expected rights on mandates: who acts for whom. Written by hand.
import type { SqlCase, SqlMatrix } from '../shapes.ts'
import { acting } from './groups.ts'

const grant =
  (
    row: (
      w: Parameters<SqlCase['sql']>[0],
      me: string,
    ) => { person: string; organisation: string; body?: string; role: string; by?: string; at?: string },
  ): SqlCase['sql'] =>
  (w, me) => {
    const own = me.person ?? w.id.root!
    const { person, organisation, body, role, by = own, at = '(access.actor()).at' } = row(w, own)
    return `insert into access.mandate (id, person, organisation, body, role, from_day, basis, granted_by, recorded_at)
    values (gen_random_uuid(), '${person}', '${organisation}', ${body ? `'${body}'` : 'null'}, '${role}', '2027-01-01', 'Probe', '${by}', ${at})`
  }
const close = (name: string, allowed: string, more = ''): SqlCase => ({
  on: `${name}${more && `, also ${more}`}`,
  sql: (w) => `update access.mandate set superseded_at = clock.now()${more && `, ${more}`} where id = '${w.id[name]}'`,
  expect: more ? { denied: allowed, none: 'rest' } : { allowed, none: 'rest' },
})

export const kitMandates: SqlMatrix = {
  'access.mandate': {
    worker: 'select',
    select: [
      {
        on: 'plannerMandate',
        sql: (w) => `select from access.mandate where id = '${w.id.plannerMandate}'`,
        expect: { allowed: acting, none: 'rest' },
      },
      {
        on: 'delegateMandate',
        sql: (w) => `select from access.mandate where id = '${w.id.delegateMandate}'`,
        expect: { allowed: acting, none: 'rest' },
      },
      {
        on: 'in a body that only its members may see',
        sql: (w) => `select from access.mandate where id = '${w.id.hiddenMandate}'`,
        expect: { allowed: 'elsewhere', none: 'rest' },
      },
    ],
    insert: [
      {
        on: 'somebody at home in the county',
        sql: grant((w) => ({ person: w.id.root!, organisation: w.id.county!, role: 'staff' })),
        expect: { allowed: 'admin', denied: 'rest' },
      },
      {
        on: 'oneself at home in the county',
        sql: grant((w, me) => ({ person: me, organisation: w.id.county!, role: 'admin' })),
        expect: { allowed: 'admin', denied: 'rest' },
      },
      {
        on: 'a delegate of the association',
        sql: grant((w) => ({
          person: w.id.memberPerson!,
          organisation: w.id.association!,
          body: w.id.body!,
          role: 'delegate',
        })),
        expect: { allowed: 'chair office', denied: 'rest' },
      },
      {
        on: 'a delegate of the county',
        sql: grant((w) => ({
          person: w.id.plannerPerson!,
          organisation: w.id.county!,
          body: w.id.body!,
          role: 'delegate',
        })),
        expect: { allowed: 'admin head chair office', denied: 'rest' },
      },
      {
        on: 'a chair of the county',
        sql: grant((w) => ({
          person: w.id.plannerPerson!,
          organisation: w.id.county!,
          body: w.id.body!,
          role: 'chair',
        })),
        expect: { allowed: 'admin head', denied: 'rest' },
      },
      {
        on: 'a second chair of the association',
        sql: grant((w) => ({
          person: w.id.memberPerson!,
          organisation: w.id.association!,
          body: w.id.body!,
          role: 'chair',
        })),
        expect: { denied: 'rest' },
      },
      {
        on: 'somebody of the association, for the county',
        sql: grant((w) => ({
          person: w.id.memberPerson!,
          organisation: w.id.county!,
          body: w.id.body!,
          role: 'delegate',
        })),
        expect: { denied: 'rest' },
      },
      {
        on: 'a delegate of strangers',
        sql: grant((w) => ({
          person: w.id.strangerPerson!,
          organisation: w.id.strangers!,
          body: w.id.body!,
          role: 'delegate',
        })),
        expect: { denied: 'rest' },
      },
      {
        on: 'a guest of strangers',
        sql: grant((w) => ({
          person: w.id.strangerPerson!,
          organisation: w.id.strangers!,
          body: w.id.body!,
          role: 'guest',
        })),
        expect: { allowed: 'chair office', denied: 'rest' },
      },
      {
        on: 'an organisation instead of a person',
        sql: grant((w) => ({ person: w.id.county!, organisation: w.id.county!, role: 'staff' })),
        expect: { denied: 'rest' },
      },
      {
        on: 'as if another had granted it',
        sql: grant((w) => ({
          person: w.id.root!,
          organisation: w.id.county!,
          role: 'staff',
          by: w.id.associationPerson!,
        })),
        expect: { denied: 'rest' },
      },
      {
        on: 'as if it had been recorded before',
        sql: grant((w) => ({ person: w.id.root!, organisation: w.id.county!, role: 'staff', at: `'2026-01-01'` })),
        expect: { denied: 'rest' },
      },
    ],
    update: [
      close('plannerMandate', 'admin'),
      close('delegateMandate', 'chair office'),
      // A chair may shorten its own term; closed without a shorter one in its place it is by nobody.
      {
        on: 'chairMandate',
        sql: (w) => `update access.mandate set superseded_at = clock.now() where id = '${w.id.chairMandate}'`,
        expect: { denied: 'chair', none: 'rest' },
      },
      close('plannerMandate', 'admin', `role = 'admin'`),
      close('plannerMandate', 'admin', 'granted_by = person'),
      close('plannerMandate', 'admin', `until_day = '2030-01-01'`),
      {
        on: 'plannerMandate, without closing it',
        sql: (w) => `update access.mandate set superseded_at = null where id = '${w.id.plannerMandate}'`,
        expect: { denied: 'admin', none: 'rest' },
      },
    ],
    delete: 'closed',
  },
}
