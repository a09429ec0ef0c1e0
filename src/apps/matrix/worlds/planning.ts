// The main job in the world of the matrix: figures, a delivery, needs, meetings, results in every state, measures, services.

import { sql } from 'kysely'
import { indicatorNamed, mapOf, readIn, registerFile } from '#areas/figures/testing.ts'
import { duties } from '#kit/duties/duties.ts'
import { newId } from '#kit/objects/id.ts'
import { type NewObject, objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder, Stage } from '../world.ts'

type Shown = { object: { id: string; revision: number } }
const places = {
  code: 'PROBE-PLAETZE',
  title: 'Plätze in der Tagespflege',
  definition: 'Zugelassene Plätze in Einrichtungen der Tagespflege am 31. Dezember.',
  unit: 'Plätze',
  source: 'Erhebung der Landkreise',
}

/** An official table, an indicator that the counties hold, and a delivery of the county to the body. */
async function figuresOf({ people, asWorker, at, id }: Stage): Promise<Record<string, string>> {
  const planner = people.planner!
  await readIn(planner, registerFile)
  await readIn(planner, '22411-02-03-4_oberbayern.csv')
  const care = await indicatorNamed(planner, '22411-PFL016')
  const map = await mapOf(planner, { indicator: care.id })
  const source = map.sources[map.sourceOf[map.keys.indexOf('09184')]!]!
  const areas = ok<{ ids: string[]; keys: string[] }>(await planner.get('/figures/areas?level=county'))
  const indicator = ok<{ id: string }>(await planner.post('/figures/indicators', places)).id
  const owed = (subject: string, kind: string, period: { from: string; until: string }) =>
    asWorker((db) =>
      duties(db).owe(
        {
          kind,
          title: 'Probe einer Lieferung',
          debtor: id.county!,
          creditor: id.body!,
          subject,
          becauseText: 'Für die Prüfung',
          strength: 'must',
          period,
          opens: '2026-01-01',
          due: '2027-03-01',
          body: id.body!,
          owner: id.county!,
          audience: 'body',
          readers: [id.body!, id.county!],
        },
        at,
        [],
      ),
    )
  await owed(indicator, 'deliver', { from: '2025-01-01', until: '2026-01-01' })
  const delivery = ok<{ id: string }>(
    await planner.post('/figures/deliveries', {
      kind: 'figure',
      indicator,
      area: '09184',
      from: '2025-01-01',
      until: '2026-01-01',
      value: 96,
    }),
  ).id
  const evidence = {
    grade: 'figures',
    source: source.id,
    edition: source.edition,
    indicator: care.id,
    area: areas.ids[areas.keys.indexOf('09184')],
    from: map.period.from,
    until: map.period.until,
    cut: map.cut,
  }
  return {
    table: source.id,
    careIndicator: care.id,
    indicator,
    delivery,
    evidence: JSON.stringify(evidence),
    area: evidence.area!,
  }
}

/** Objects whose area has no row for them yet: what an insert needs. */
async function bareObjects({ as, people, at, id }: Stage): Promise<Record<string, string>> {
  const made: Record<string, string> = {}
  const make = (name: string, by: keyof typeof people, kind: string, more: Partial<NewObject>) =>
    as(people[by]!, async (db) => {
      made[name] = newId(at)
      await objects(db).make({
        id: made[name],
        kind,
        title: `Leer: ${kind}`,
        owner: people[by]!.organisation,
        author: people[by]!.person,
        audience: 'organisation',
        ...more,
      })
    })
  const inBody = { body: id.body!, audience: 'body', readers: [id.body!] } as const
  await make('bareNeed', 'planner', 'need', inBody)
  await make('bareMeasure', 'planner', 'measure', inBody)
  await make('bareMeeting', 'office', 'meeting', inBody)
  await make('bareDecision', 'office', 'decision', {
    body: id.body!,
    owner: id.body!,
    audience: 'named',
    readers: [people.office!.person, people.chair!.person],
  })
  await make('bareService', 'planner', 'service', {})
  await make('bareDelivery', 'planner', 'delivery', { audience: 'named' })
  await make('bareIndicator', 'planner', 'indicator', { audience: 'public' })
  await make('bareTable', 'planner', 'officialTable', { audience: 'public' })
  // What its source has published can still be hidden here, and then it is.
  await make('hiddenIndicator', 'planner', 'indicator', { audience: 'public' })
  await make('hiddenTable', 'planner', 'officialTable', { audience: 'public' })
  await make('hiddenArea', 'planner', 'area', {})
  await as(people.planner!, async (db) => {
    await sql`insert into figures.indicator (id, code, definition, unit, source, direction, additive, timing) values (${made.hiddenIndicator}, 'HIDDEN', 'X', 'X', 'X', 'more', true, 'day')`.execute(
      db,
    )
    await sql`insert into figures.official_table (id, code, format, statistic, source, attribution, read_on, file_name, sha256, summary, published)
      values (${made.hiddenTable}, 'X', 'register', 'X', 'X', 'X', '2026-11-01', 'x', sha256('hidden'), '{}', true)`.execute(
      db,
    )
    await sql`insert into figures.slice (official, indicator, cut, from_day, until_day, level, statements)
      select t.number, i.number, (select min(number) from figures.cut), '1990-01-01', '1991-01-01', 'county', 1 from figures.official_table t, figures.indicator i
       where t.id = ${made.hiddenTable} and i.id = ${made.hiddenIndicator}`.execute(db)
    await sql`insert into figures.area (id) values (${made.hiddenArea})`.execute(db)
    for (const name of ['hiddenIndicator', 'hiddenTable'])
      await objects(db).change(made[name]!, { audience: 'organisation' })
  })
  await make('bareArea', 'planner', 'area', { audience: 'public' })
  return made
}

export const planningWorld: Builder = async (stage) => {
  const { house, root, people, id } = stage
  const { planner, office, chair, member } = people as Record<string, NonNullable<(typeof people)[string]>>
  const made = await figuresOf(stage)
  ok(await member!.post(`/figures/deliveries/${made.delivery}/answer`, { verdict: 'used', text: 'Vielen Dank' }))
  // The county's chair of the building time; later the chair is vacant.
  ok(
    await root.post(`/bodies/${id.body}/mandates`, {
      organisation: id.county,
      role: 'chair',
      person: root.person,
      from: '2026-01-01',
      until: '2026-12-01',
      basis: 'Wahl',
    }),
  )
  const content = {
    title: 'Bedarf der Prüfung',
    targetGroup: 'Ältere Menschen',
    area: made.area,
    benefit: 'Angehörige werden entlastet.',
    evidence: [JSON.parse(made.evidence!)],
  }
  const draftNeed = async () => ok<Shown>(await planner!.post('/needs', { body: id.body, ...content })).object
  made.needDraft = (await draftNeed()).id
  made.needBare = ok<Shown>(await planner!.post('/needs', { body: id.body, title: 'Bedarf ohne Zahl' })).object.id
  const need = await draftNeed()
  ok(await planner!.act(`/needs/${need.id}/statement`, need.revision))
  made.need = need.id
  const state = async () => {
    const draft = await draftNeed()
    return ok<Shown>(await planner!.act(`/needs/${draft.id}/statement`, draft.revision)).object
  }
  made.needFree = (await state()).id
  const given = await state()
  const because = 'Für diese Prüfung zurückgezogen.'
  ok(await planner!.act(`/needs/${given.id}/withdrawal`, given.revision, { because }))
  made.needWithdrawn = given.id

  const meet = async (day: string, item: object) => {
    const meeting = ok<Shown>(
      await chair!.post('/meetings', { body: id.body, day, starts: '14:00', place: 'Landratsamt' }),
    ).object.id
    return {
      meeting,
      shown: ok<Shown & { items: { id: string }[] }>(await chair!.post(`/meetings/${meeting}/items`, item)),
    }
  }
  const planned = await meet('2027-01-15', { title: 'Ein Thema' })
  const two = ok<Shown & { items: { id: string }[] }>(
    await chair!.post(`/meetings/${planned.meeting}/items`, { title: 'Ein Thema, das entfällt' }),
  )
  Object.assign(made, { meetingPlanned: planned.meeting, itemPlanned: two.items[0]!.id, itemRemoved: two.items[1]!.id })
  ok(await chair!.delete(`/meetings/${planned.meeting}/items/${made.itemRemoved}`, two.object.revision))
  const held = await meet('2026-11-22', { concerning: need.id })
  const now = ok<Shown>(await office!.act(`/meetings/${held.meeting}/holding`, held.shown.object.revision)).object
  ok(
    await office!.put(`/meetings/${held.meeting}/attendance`, now.revision, {
      attendance: [{ organisation: id.association, state: 'present' }],
    }),
  )
  Object.assign(made, { meetingHeld: held.meeting, itemHeld: held.shown.items[0]!.id })

  const result = {
    title: 'Empfehlung der Prüfung',
    result: 'recommended',
    text: 'Das Gremium empfiehlt.',
    addressee: id.county,
    needs: [need.id],
  }
  const record = async (more: object = {}) =>
    ok<Shown>(await office!.post('/decisions', { body: id.body, ...result, ...more })).object.id
  const release = async (decision: string) => {
    for (const by of [chair!, root]) ok(await by.post('/releases', { object: decision, edition: 1 }))
    await house.settle()
  }
  made.decisionOpen = await record({ title: 'Noch nicht freigegeben' })
  made.decision = await record()
  await release(made.decision)
  made.decisionAnswered = await record({ title: 'Empfehlung, der nicht gefolgt wird' })
  await release(made.decisionAnswered)
  ok(
    await planner!.post(`/decisions/${made.decisionAnswered}/answer`, {
      reason: 'Dafür fehlen in diesem Jahr die Mittel.',
    }),
  )
  made.decisionFresh = await record({ title: 'Empfehlung ohne Antwort' })
  await release(made.decisionFresh)

  const measure = {
    title: 'Maßnahme der Prüfung',
    what: 'Plätze schaffen',
    lead: id.association,
    accountablePublic: id.county,
    accountableFree: id.association,
    until: '2027-12-31',
  }
  const draftMeasure = async () =>
    ok<Shown>(await planner!.post('/measures', { decision: made.decision, ...measure })).object
  made.measureDraft = (await draftMeasure()).id
  const agreed = await draftMeasure()
  ok(await planner!.act(`/measures/${agreed.id}/agreement`, agreed.revision))
  made.measure = agreed.id

  const service = (title: string, audience: string, more: object = {}) => ({
    title,
    category: 'dayCare',
    targetGroup: 'Ältere Menschen',
    areaName: 'Im Norden',
    audience,
    ...more,
  })
  const add = async (by: NonNullable<(typeof people)[string]>, body: object) =>
    ok<Shown>(await by.post('/services', body)).object
  made.servicePlanned = (await add(member!, service('Geplant vom Verband', 'members', { answers: made.measure }))).id
  made.serviceInternal = (await add(planner!, service('Intern beim Kreis', 'organisation'))).id
  const open = await add(planner!, service('Offen beim Kreis', 'public'))
  ok(await planner!.act(`/services/${open.id}/opening`, open.revision, { day: '2026-11-22' }))
  made.serviceOpen = open.id
  await house.settle()
  return { ...made, ...(await bareObjects(stage)) }
}
