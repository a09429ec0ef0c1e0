// People for tests, made the way users make them: through the first set-up, through mailed invitations and the API. Nothing is written past it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Description, HomeRole } from '#areas/actors/contract.ts'
import { type BodyFixture, draftOf } from '#areas/cooperation/fixtures/fixture.ts'
import type { Caller, TestHouse } from './testing.ts'

export const testPassword = 'nahtstelle-test'
const firstRunToken = 'first-run-token-of-these-tests-0123456789'

/** Somebody signed in, acting for one organisation. */
export type TestPerson = Caller & { person: string; organisation: string; name: string; email: string }
export type BodyRole = 'chair' | 'office' | 'delegate' | 'deputy' | 'guest'

const addressOf = (name: string, organisation: string) =>
  `${name
    .normalize('NFD')
    .replace(/[^A-Za-z]+/g, '.')
    .toLowerCase()}.${organisation.slice(-6)}@example.org`

/** Fails with what the server said, and returns the body of its reply. */
export function ok<T>(reply: { status: number; body: unknown }): T {
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body as T
}

const describe = (name: string, description: Partial<Description>) => ({
  name,
  kind: 'county',
  side: 'public',
  example: name.includes('(Beispiel)'),
  ...description,
})

/** Sets up an empty installation: an organisation and its first person (admin and planner), signed in. */
export async function founders(
  house: TestHouse,
  options: Partial<Description> & { person?: string; email?: string } = {},
): Promise<TestPerson> {
  const {
    person: name = 'Erika Muster',
    email = 'erika@example.org',
    name: organisationName = 'Landkreis Beispielstadt (Beispiel)',
    ...description
  } = options
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(firstRunToken).digest()}, clock.now())`.execute(
      db,
    ),
  )
  const ids = ok<{ organisation: string; person: string }>(
    await house.visitor.post('/first-run', {
      token: firstRunToken,
      organisation: organisationName,
      person: name,
      email,
      password: testPassword,
    }),
  )
  const caller = await house.signIn(email, { for: ids.organisation, password: testPassword })
  ok(await caller.put(`/organisations/${ids.organisation}`, 1, describe(organisationName, description)))
  return { ...caller, ...ids, name, email }
}

/** Enters an organisation and returns its id; `name` without "(Beispiel)" is taken as real. */
export async function addOrganisation(
  by: Caller,
  name: string,
  description: Partial<Description> = {},
): Promise<string> {
  return ok<{ id: string }>(await by.post('/organisations', describe(name, description))).id
}

/**
 * Enters a person of an organisation (default: that of `by`), with roles at home and perhaps in a body, sends the invitation, redeems it
 * as the person and signs in. `by` must be allowed to: an admin at home, whoever made the organisation, or the office of the body.
 */
export async function addPerson(
  house: TestHouse,
  by: TestPerson,
  options: {
    name: string
    organisation?: string
    roles?: readonly HomeRole[]
    body?: { id: string; role: BodyRole }
    from?: string
    until?: string
  },
): Promise<TestPerson> {
  const {
    name,
    organisation = by.organisation,
    roles = options.body ? [] : ['planner'],
    body,
    from = '2026-01-01',
    until,
  } = options
  const email = addressOf(name, organisation)
  const term = { from, until: until ?? null, basis: 'Test' }
  let person: string
  if (roles.length > 0) {
    const made = await by.post(`/organisations/${organisation}/persons`, {
      name,
      email,
      mandates: roles.map((role) => ({ role, ...term })),
    })
    person = ok<{ person: string }>(made).person
    if (body) ok(await by.post(`/bodies/${body.id}/mandates`, { organisation, role: body.role, person, ...term }))
  } else {
    if (!body) throw new Error('somebody without a role cannot be invited')
    person = ok<{ person: string }>(
      await by.post(`/bodies/${body.id}/mandates`, {
        organisation,
        role: body.role,
        newPerson: { name, email },
        ...term,
      }),
    ).person
  }
  await redeem(house, email)
  return {
    ...(await house.signIn(email, { for: organisation, password: testPassword })),
    person,
    organisation,
    name,
    email,
  }
}

/** The same person with a new session: after the clock has moved, the old one has run out. */
export async function again(house: TestHouse, who: TestPerson): Promise<TestPerson> {
  return { ...who, ...(await house.signIn(who.email, { for: who.organisation, password: testPassword })) }
}

/** Follows the latest invitation sent to this address and sets the password of the tests. */
export async function redeem(house: TestHouse, email: string): Promise<void> {
  const { rows } = await house.asOwner((db) =>
    sql<{ token: string }>`select data->>'token' as token from mail.message
    where address = ${email} and template = 'access.invite' order by created desc, id limit 1`.execute(db),
  )
  assert.ok(rows[0], `no invitation was sent to ${email}`)
  ok(await house.visitor.post(`/invitations/${rows[0].token}`, { password: testPassword }))
}

export type FoundedBody = { body: string; organisation: (name: string) => string; founder: TestPerson }

/** Founds the body of a fixture: organisations and body with seats. The founder, who sets up the installation, runs its office. */
export async function foundBody(house: TestHouse, fixture: BodyFixture, founder?: TestPerson): Promise<FoundedBody> {
  const by = founder ?? (await founders(house, fixture.founder as Partial<Description>))
  const ids = new Map([[fixture.founder.name, by.organisation]])
  const known = ok<{ organisations: { id: string; name: string }[] }>(await by.get('/organisations')).organisations
  for (const { parent, ...one } of fixture.organisations)
    ids.set(
      one.name,
      known.find(({ name }) => name === one.name)?.id ??
        (await addOrganisation(by, one.name, { ...one, ...(parent ? { parent: ids.get(parent)! } : {}) })),
    )
  const organisation = (name: string) => {
    const id = ids.get(name)
    assert.ok(id, `${name} is not part of the fixture`)
    return id
  }
  const seats = fixture.body.seats.map((seat) => ({
    organisation: organisation(seat.organisation),
    unit: seat.unit ? organisation(seat.unit) : null,
    constituency: seat.constituency,
  }))
  const { id } = ok<{ id: string }>(await by.post('/bodies', { ...fixture.body, seats }))
  return { body: id, organisation, founder: by }
}

/** Drafts, offers and signs the agreement: for the founder itself, for the others as the office has it on paper. `leave`: parties that do not sign. */
export async function agree(
  founded: FoundedBody,
  fixture: BodyFixture,
  options: { indicators?: Record<string, string>; leave?: readonly string[] } = {},
): Promise<string> {
  const { founder, body, organisation } = founded
  const { id } = ok<{ id: string }>(
    await founder.post(`/bodies/${body}/agreements`, draftOf(fixture, organisation, options.indicators ?? {})),
  )
  ok(await founder.act(`/agreements/${id}/offer`, 1))
  for (const party of fixture.agreement.parties) {
    if (options.leave?.includes(party)) continue
    const own = organisation(party) === founder.organisation
    ok(
      await founder.post(`/agreements/${id}/signatures`, {
        edition: 1,
        organisation: organisation(party),
        day: fixture.agreement.signedOn,
        place: fixture.agreement.place,
        capacity: 'Leitung',
        source: own ? null : 'Urkunde im Ordner der Geschäftsstelle',
      }),
    )
  }
  return id
}

/** Offers an organisation a seat, and has the office record that it was told yes. */
export async function join(
  house: TestHouse,
  office: TestPerson,
  body: string,
  seat: { organisation: string; guest?: boolean; constituency?: string },
  { from, toldOn = '2026-11-22' }: { from?: string; toldOn?: string } = {},
): Promise<void> {
  ok(await office.post(`/bodies/${body}/seats`, { seats: [seat], ...(from ? { from } : {}) }))
  await house.settle()
  const { offers } = ok<{ offers: { organisation: { id: string }; duty: string }[] }>(
    await office.get(`/bodies/${body}/seat-offers`),
  )
  ok(
    await office.post(`/bodies/${body}/notifications`, {
      duty: offers.find((one) => one.organisation.id === seat.organisation)!.duty,
      teller: 'Leitung',
      toldOn,
      effect: 'state',
      text: 'Wir nehmen an.',
    }),
  )
  await house.settle()
}
