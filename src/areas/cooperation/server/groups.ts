// Handlers of working groups: proposing, opening, reporting, renewing, ending. That a group closes is the worker's; that it begins, the chairs' decision.
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import { addMonths, dayOf } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { GroupLine, GroupMandate, GroupState } from '../contract/groups.ts'
import type { cooperation } from '../contract.ts'
import { phaseOf } from '../rules/groups.ts'
import { bodies } from '../store/bodies.ts'
import { type GroupRow, groups, type StoredMandate } from '../store/groups.ts'
import { releases } from '../store/releases.ts'
import { seats } from '../store/seats.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { endingEarly, ownGroup } from './group-shown.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  | 'groups'
  | 'proposeGroup'
  | 'groupMandate'
  | 'changeGroup'
  | 'openGroup'
  | 'concludeGroup'
  | 'reportGroup'
  | 'prolongGroup'
>
const leads = ['chair', 'office'] as const

export const groupHandlers: Part = {
  async groups({ id }, { db, actor, today }) {
    const running = (await groups(db).tree(id)).map(
      (row): GroupLine => ({
        body: row.body,
        mandate: row.mandate,
        name: row.name,
        task: row.task,
        lead: { id: row.lead, title: row.lead_title },
        until: row.until_day,
        state: phaseOf(row.until_day, today),
        waiting: row.waiting,
        depth: row.depth,
      }),
    )
    const proposed: GroupLine[] = []
    for (const row of await groups(db).proposals(id))
      proposed.push({
        body: null,
        mandate: row.id,
        name: row.content.name,
        task: row.content.task,
        lead: { id: row.content.lead, title: await titleOf(db, row.content.lead) },
        until: row.content.until,
        state: row.released ? 'decided' : 'proposed',
        waiting: !row.released,
        depth: 0,
      })
    return {
      own: await ownGroup(db, id, actor, today),
      groups: [...proposed, ...running],
      may: { propose: holds(actor, leads, [id]) && !(await seats(db).isOver(id)) },
    }
  },
  async proposeGroup({ id: parent, ...content }, { db, actor, at, today, record }) {
    if (await seats(db).isOver(parent)) throw new Refusal('bodyOver')
    await check(db, content, today)
    if (await bodies(db).named(content.name)) throw new Refusal('bodyThere', { name: content.name })
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'groupMandate',
      title: groupTexts.mandateOf(content.name),
      owner: actor.organisation,
      body: parent,
      author: actor.person,
      audience: 'body',
      readers: [parent],
    })
    await objects(db).freeze(id, { ...content, reportTo: parent } satisfies StoredMandate, actor)
    await search(db).put(id, content.task, content.result)
    await record({ object: id, after: content })
    return { id }
  },
  async groupMandate({ id }, { db, actor, target, today }) {
    const editions = (await objects(db).editions(id)) as { number: number; content: StoredMandate; at: string }[]
    const latest = editions.at(-1)
    if (!latest) throw new NotFound()
    const group = await groups(db).ofMandate(id)
    const shown: { number: number; day: string; until: string; released: boolean }[] = []
    for (const { number, content, at } of editions)
      shown.push({ number, day: dayOf(at), until: content.until, released: await releases(db).isReleased(id, number) })
    const named = async (one: string) => ({ id: one, title: await titleOf(db, one) })
    const released = shown.findLast((one) => one.released)
    const state = stateOf(group, shown.at(-1)!.released, today)
    const run = holds(actor, leads, [target.body])
    const alive = state !== 'closed'
    const { reportTo: _, ...content } = latest.content
    return {
      head: head(target),
      edition: latest.number,
      content,
      lead: await named(content.lead),
      leader: content.leader ? await named(content.leader) : null,
      members: await Promise.all(
        content.members.map(async (one) => ({ organisation: await named(one.organisation), guest: one.guest })),
      ),
      group: group?.body ?? null,
      inForce: group?.edition ?? null,
      state,
      waiting: !shown.at(-1)!.released,
      editions: shown,
      concluding: group ? await isConcluding(db, group) : false,
      may: {
        change: run && alive,
        open: run && !group && released !== undefined && released.until > today,
        conclude: run && state === 'ending' && group !== undefined && !(await isConcluding(db, group)),
      },
    }
  },
  async changeGroup({ id, ...content }, { db, actor, target, today, record }) {
    const group = await groups(db).ofMandate(id)
    if (group && (group.closed_on || group.until_day <= today)) throw new Refusal('groupClosed')
    await check(db, content, today)
    const there = await bodies(db).named(content.name)
    if (there && there !== group?.body) throw new Refusal('bodyThere', { name: content.name })
    const edition = await objects(db).freeze(id, { ...content, reportTo: target.body! } satisfies StoredMandate, actor)
    await search(db).put(id, content.task, content.result)
    await record({ after: { ...content, edition } })
    return { edition }
  },
  async openGroup({ id: mandate }, { db, actor, at, today, target, record }) {
    if (await groups(db).ofMandate(mandate)) throw new Refusal('groupOpen')
    const edition = await releases(db).latestReleased(mandate)
    if (edition === null) throw new Refusal('groupNotReleased')
    const content = (await groups(db).edition(mandate, edition))!
    if (content.until <= today) throw new Refusal('groupOver')
    if (await bodies(db).named(content.name)) throw new Refusal('bodyThere', { name: content.name })
    if (!holds(actor, ['admin', 'head', 'planner'], [actor.organisation])) throw new Refusal('openAtHome')
    const parent = await objects(db).get(target.body!, 'body')
    const parentRow = (await bodies(db).row(parent.id))!
    const owner = actor.organisation!
    const members = seatsOf(content)
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'body',
      title: content.name,
      owner,
      body: id,
      author: actor.person,
      audience: parent.audience,
      readers: [...new Set([owner, ...members.map((one) => one.organisation)])],
    })
    await bodies(db).make({
      id,
      short_name: content.shortName,
      mission: content.task,
      form: parentRow.form,
      keys: 1,
      founded_on: today,
      area_key: parentRow.area_key,
    })
    for (const { organisation, guest } of members)
      await bodies(db).addSeat(
        id,
        { organisation, unit: null, constituency: null, voting: !guest, guest, from: today, until: null },
        at,
      )
    await groups(db).make({
      body: id,
      parent: parent.id,
      mandate,
      edition,
      task: content.task,
      result: content.result,
      lead: content.lead,
      report_to: content.reportTo,
      report_every: content.reportEvery,
      until_day: content.until,
    })
    const term = { body: id, from: today, until: content.until, basis: groupTexts.basis(content.name, edition) }
    await mandates(db).grant({ person: actor.person, organisation: owner, role: 'office', ...term }, actor.person, at)
    if (content.leader)
      await mandates(db).grant(
        { person: content.leader, organisation: content.lead, role: 'chair', ...term },
        actor.person,
        at,
      )
    await search(db).put(id, content.shortName, content.task)
    await record({ object: id, after: { mandate, edition, parent: parent.id } })
    await record({ after: { group: id, edition } })
    return { id }
  },
  async concludeGroup({ id }, { db, target, today, record, fact }) {
    const group = await groups(db).ofMandate(id)
    if (!group) throw new Refusal('groupNotOpen')
    const phase = phaseOf(group.until_day, today)
    if (phase === 'closed') throw new Refusal('groupClosed')
    if (phase === 'running') throw new Refusal('groupNotEnding')
    await record({ after: { until: group.until_day } })
    await fact({ kind: 'groupMandate.concluded', organisation: target.body!, subject: id, object: id, day: today })
    return {}
  },
  async reportGroup({ id: body, text }, { db, actor, at, today, record, fact }) {
    const group = await groups(db).of(body)
    if (!group) throw new Refusal('noGroup')
    const closed = group.until_day <= today
    // What a closed group still owed, the body that set it up has taken over.
    const by = closed ? group.parent : body
    if (!holds(actor, leads, [by])) throw closed ? new Refusal('groupClosed') : new Forbidden()
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'groupReport',
      title: groupTexts.reportTitle(group.name, today),
      owner: actor.organisation,
      body: by,
      author: actor.person,
      audience: 'body',
      readers: [...new Set([by, body, group.report_to])],
    })
    await objects(db).freeze(id, { group: body, text }, actor)
    await search(db).put(id, text)
    await record({ object: id, after: { group: body } })
    await fact({ kind: 'group.reported', organisation: by, subject: body, object: id, day: today })
    return { id }
  },
  async prolongGroup({ id: body }, { db, actor, at, today, record }) {
    const group = await groups(db).of(body)
    if (!group) throw new Refusal('noGroup')
    if (group.until_day <= today) throw new Refusal('groupClosed')
    let prolonged = 0
    let left = 0
    for (const one of await endingEarly(db, group, today)) {
      if (!(await groups(db).mayGrant({ ...one, body }))) {
        left += 1
        continue
      }
      const ended = await mandates(db).end(one, group.until_day, actor.person, at)
      if (!ended) throw new Forbidden()
      prolonged += 1
    }
    if (prolonged === 0) throw new Refusal('nothingToProlong')
    await record({ after: { until: group.until_day, edition: group.edition }, many: prolonged })
    return { prolonged, left }
  },
}

const seatsOf = (content: StoredMandate) => [
  { organisation: content.lead, guest: false },
  ...content.members.filter((one) => one.organisation !== content.lead),
]
const stateOf = (group: GroupRow | undefined, released: boolean, today: string): GroupState =>
  group ? phaseOf(group.until_day, today) : released ? 'decided' : 'proposed'
const isConcluding = (db: Database, group: GroupRow) =>
  groups(db).concluded(group.mandate, addMonths(group.until_day, -12))
const titleOf = async (db: Database, id: string) => (await objects(db).find(id))?.title ?? '–'

async function check(db: Database, content: GroupMandate, today: string): Promise<void> {
  if (content.until <= today) throw new Refusal('groupOver')
  for (const [index, id] of [content.lead, ...content.members.map((one) => one.organisation)].entries())
    if ((await objects(db).find(id))?.kind !== 'organisation')
      throw new Invalid({
        path: index === 0 ? 'lead' : `members.${index - 1}.organisation`,
        message: groupTexts.organisationUnknown,
      })
  if (!content.leader) return
  const person = await objects(db).find(content.leader)
  const held = await mandates(db).of({ person: content.leader, organisation: content.lead })
  if (person?.kind !== 'person' || (person.owner !== content.lead && held.length === 0))
    throw new Refusal('leaderOfOther')
}
