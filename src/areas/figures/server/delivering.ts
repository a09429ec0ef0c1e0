// Deliveries: what an organisation owes, hands over, confirms, comments and corrects; and what those who asked for it say became of it.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { type DutyRow, duties } from '#kit/duties/duties.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import type { Delivery, DeliveryInput, Mark } from '../contract/shapes.ts'
import type { figures as contract } from '../contract.ts'
import { mayDeliverFor } from '../rules.ts'
import { areaStore } from '../store/areas.ts'
import { type DeliveryRow, deliveryStore } from '../store/deliveries.ts'
import { indicatorStore } from '../store/indicators.ts'
import { observationStore } from '../store/observations.ts'
import { texts } from '../texts.de.ts'
import { askAbout, type Together } from './checking.ts'
import { cutOf, indicatorOf } from './finding.ts'
import { reviewsOf } from './reviewing.ts'

type Ours = Pick<Handlers<typeof contract>, 'delivery' | 'deliver' | 'correct' | 'answer'>

export async function shownDelivery(db: Database, row: DeliveryRow): Promise<Delivery> {
  const object = await objects(db).get(row.id)
  return {
    head: head(object),
    kind: row.kind,
    organisation: { id: row.organisation, title: row.organisation_title },
    indicator: { id: row.indicator, title: row.indicator_title },
    unit: row.unit,
    area: { id: row.area, key: row.area_key, name: row.area_name },
    period: { from: row.from_day, until: row.until_day },
    value: row.value,
    mark: row.mark,
    comment: row.comment,
    official: row.official_id && row.official_title ? { id: row.official_id, title: row.official_title } : null,
    duty: row.duty,
    edition: row.edition,
    answers: row.answers,
    explanation: row.explanation,
    findings: row.findings,
    undecided: row.undecided,
    review: row.review,
  }
}

type Content = {
  kind: DeliveryInput['kind']
  value: number | null
  mark: Mark | null
  comment: string | null
  official: number | null
  officialTime?: { from: string; until: string }
}
type Said = {
  kind: DeliveryInput['kind']
  value?: number | null | undefined
  mark?: DeliveryInput['mark']
  comment?: string | null | undefined
}

/** A figure brings a number or a mark; a confirmation takes the official value over, a comment says something about it. */
async function contentOf(
  db: Database,
  said: Said,
  place: { indicator: number; area: number; until: string },
): Promise<Content> {
  const comment = said.comment || null
  if (said.kind === 'figure') {
    const value = said.value ?? null
    const mark = said.mark ?? null
    if ((value === null) === (mark === null)) throw new Invalid({ path: 'value', message: texts.invalid.valueOrMark })
    return { kind: 'figure', value, mark, comment, official: null }
  }
  if (said.kind === 'comment' && comment === null)
    throw new Invalid({ path: 'comment', message: texts.invalid.commentNeeded })
  const official = await deliveryStore(db).officialValue(place.indicator, place.area, place.until)
  if (!official && said.kind === 'confirmation') throw new Refusal('noOfficialValue')
  if (!official) return { kind: said.kind, value: null, mark: null, comment, official: null }
  return {
    kind: said.kind,
    value: official.value,
    mark: official.mark,
    comment,
    official: official.official,
    officialTime: { from: official.from_day, until: official.until_day },
  }
}

/** The duty that a delivery answers: the named one, or the one that asks for just this. */
async function dutyFor(db: Database, organisation: string, input: DeliveryInput): Promise<DutyRow | null> {
  const kind = input.kind === 'figure' ? 'deliver' : 'confirm'
  const lastDay = addDays(input.until, -1)
  const fits = (row: DutyRow) =>
    row.kind === kind &&
    row.debtor === organisation &&
    row.subject === input.indicator &&
    row.period_from <= lastDay &&
    lastDay < row.period_until
  if (input.duty) {
    const named = await duties(db).get(input.duty)
    if (!named || !fits(named)) throw new Refusal('notYourDuty')
    return named
  }
  return (await duties(db).of({ debtors: [organisation], subject: input.indicator })).find(fits) ?? null
}

type Handing = Pick<Scene, 'db' | 'at' | 'today' | 'record' | 'fact' | 'link'> & { actor: Actor }

/** Hands one figure, confirmation or comment over: from its page, from a mail or with a whole form. */
export async function handOver(
  input: DeliveryInput,
  { db, actor, at, today, record, fact, link }: Handing,
  form?: { together: Together },
): Promise<{ id: string; edition: number }> {
  if (input.until <= input.from) throw new Invalid({ path: 'until', message: texts.invalid.period })
  const organisation = actor.organisation
  if (
    !organisation ||
    !actor.held.some((held) =>
      ['planner', 'head', 'checker', 'staff'].some((role) => held === `${role}@${organisation}`),
    )
  )
    throw new Forbidden()
  const indicator = await indicatorOf(db, input.indicator)
  if (input.kind === 'figure' && !indicator.held_by_counties) throw new Refusal('notHeld')
  const [area] = await areaStore(db).byKeys([input.area])
  if (!area || !mayDeliverFor(await areaStore(db).keyOfOrganisation(organisation), area.key))
    throw new Refusal('foreignArea', { area: area ? area.name : input.area })
  const duty = await dutyFor(db, organisation, input)
  const content = await contentOf(db, input, { indicator: indicator.number, area: area.area, until: input.until })
  // What is counted on a day belongs to the last day of the span for which it is owed.
  const from = content.kind === 'figure' && indicator.timing === 'day' ? addDays(input.until, -1) : input.from
  const { until } = input
  const lastDay = addDays(input.until, -1)
  const place = { organisation, area: { id: area.id, number: area.area }, from, until }
  const asked = await askAbout(db, indicator, content, place, input.explanation, form)
  const checkers = duty ? (await deliveryStore(db).checkersOf(duty.creditor)).filter((one) => one !== organisation) : []
  const id = newId(at)
  await objects(db).make({
    id,
    kind: 'delivery',
    title: texts.deliveryTitle(input.kind, indicator.title, area.name, lastDay),
    owner: organisation,
    author: actor.person,
    audience: 'named',
    readers: checkers,
  })
  if (
    !(await deliveryStore(db).make({
      id,
      organisation,
      indicator: indicator.id,
      area: area.id,
      from,
      until,
      duty: duty?.id ?? null,
      ...content,
      ...asked,
    }))
  )
    throw new Refusal('alreadyDelivered')
  if (content.kind === 'figure') await writeValue(db, id, indicator.number, area.area, { from, until }, content)
  const edition = await objects(db).freeze(
    id,
    { ...content, ...asked, indicator: indicator.id, indicatorEdition: indicator.edition, area: area.key, from, until },
    actor,
  )
  await record({
    object: id,
    after: { ...content, ...asked, indicator: indicator.id, area: area.key, from, until, edition },
  })
  await fact({
    kind: content.kind === 'figure' ? 'figure.delivered' : 'figure.confirmed',
    organisation,
    subject: indicator.id,
    object: id,
    day: today,
    about: lastDay,
  })
  if (duty?.because) await link('ledTo', { id: duty.because, edition: duty.because_edition }, { id, edition })
  return { id, edition }
}

export const delivering: Ours = {
  async delivery({ id }, { db, actor }) {
    const row = await deliveryStore(db).get(id)
    if (!row) throw new NotFound()
    const editions = await objects(db).editions(id)
    const answers = await deliveryStore(db).answers(id)
    return {
      delivery: await shownDelivery(db, row),
      editions: editions.map(({ number, at, content }) => ({ number, at, content })),
      answers: answers.map(({ verdict, text, at, organisation, title }) => ({
        verdict,
        text,
        at,
        organisation: { id: organisation, title },
      })),
      reviews: await reviewsOf(db, actor, row),
    }
  },
  deliver: (input, scene) => handOver(input, scene),
  async correct({ id, ...said }, { db, actor, record, link }) {
    const row = await deliveryStore(db).get(id)
    if (!row) throw new NotFound()
    if (row.organisation !== actor.organisation) throw new Forbidden()
    if ((row.kind === 'figure') !== (said.kind === 'figure')) throw new Refusal('wrongKind')
    const content = await contentOf(db, said, {
      indicator: row.indicator_number,
      area: row.area_number,
      until: row.until_day,
    })
    const asked = await askAbout(
      db,
      await indicatorOf(db, row.indicator),
      content,
      {
        organisation: row.organisation,
        area: { id: row.area, number: row.area_number },
        from: row.from_day,
        until: row.until_day,
      },
      said.explanation,
    )
    const before = {
      kind: row.kind,
      value: row.value,
      mark: row.mark,
      comment: row.comment,
      explanation: row.explanation,
    }
    await deliveryStore(db).change(id, { ...content, ...asked }, row.edition + 1)
    if (content.kind === 'figure')
      await writeValue(
        db,
        id,
        row.indicator_number,
        row.area_number,
        { from: row.from_day, until: row.until_day },
        content,
      )
    const edition = await objects(db).freeze(
      id,
      { ...content, ...asked, indicator: row.indicator, area: row.area_key, from: row.from_day, until: row.until_day },
      actor,
    )
    await record({
      before,
      after: { kind: content.kind, value: content.value, mark: content.mark, comment: content.comment, ...asked },
    })
    const duty = row.duty ? await duties(db).get(row.duty) : null
    if (duty?.because) await link('ledTo', { id: duty.because, edition: duty.because_edition }, { id, edition })
    return { edition }
  },
  async answer({ id, verdict, text }, { db, actor, at, target, record }) {
    if (target.owner === actor.organisation) throw new Refusal('ownDelivery')
    await deliveryStore(db).answer(newId(at), id, {
      verdict,
      text,
      person: actor.person,
      organisation: actor.organisation!,
      at,
    })
    await record({ after: { verdict, text } })
    return {}
  },
}

async function writeValue(
  db: Database,
  delivery: string,
  indicator: number,
  area: number,
  period: { from: string; until: string },
  content: Content,
): Promise<void> {
  await indicatorStore(db).makeCuts([{ key: '', dims: {}, label: '' }])
  const cut = await cutOf(db, '')
  await observationStore(db).deliver({
    indicator,
    cut: cut.number,
    area,
    from: period.from,
    until: period.until,
    value: content.value,
    mark: content.mark,
    delivery,
  })
}
