// Handlers of decisions by circulation: proposed by chair or office, released by both chairs, answered by the seats, recorded as what they came to.

import { decisions } from '#areas/planning/store/decisions.ts'
import { recordDecision } from '#areas/planning/store/recording.ts'
import { holds } from '#kit/access/decide.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import type { Circulation, circulations as circulationContract } from '../contract/circulations.ts'
import type { meetings as contract } from '../contract.ts'
import { type Circulated, circulations } from '../store/circulations.ts'
import { polls } from '../store/polls.ts'
import { opened } from './polls.ts'
import type { Asking } from './shown.ts'

type Part = Pick<Handlers<typeof contract>, keyof typeof circulationContract>
const leaders = ['chair', 'office'] as const

async function loadCirculation({ db, actor }: Asking, id: string): Promise<Circulation> {
  const of = circulations(db)
  const row = await of.find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  const mine = await of.mine(id)
  return {
    object: head(object),
    state: row.state,
    proposal: row.proposal,
    reasons: row.reasons,
    days: row.days,
    sentOn: row.sent_on,
    until: row.until_day,
    rules: row.rules ?? (row.sent_on ? null : (await of.rules(row.body)).rules),
    seats: await of.seats(id),
    mine: mine.seats,
    seen: mine.seen,
    decision: row.decision,
    mayLead: holds(actor, leaders, [row.body]),
  }
}

function requireKept(became: Circulated): void {
  if (became === 'over') throw new Refusal('circulationOver')
  if (became === 'nobody') throw new Refusal('noVoice')
  if (became === 'since') throw new Refusal('answeredSince')
}

export const circulationHandlers: Part = {
  async circulationRules({ id }, { db }) {
    return { rules: (await circulations(db).rules(id)).rules }
  },
  async listCirculations({ body }, { db }) {
    const visible = new Map((await objects(db).list('circulation')).map((object) => [object.id, object]))
    return {
      circulations: (await circulations(db).list(body)).flatMap((row) => {
        const object = visible.get(row.id)
        return object ? [{ object: head(object), state: row.state, until: row.until_day }] : []
      }),
    }
  },
  getCirculation: ({ id }, scene) => loadCirculation(scene, id),
  async proposeCirculation({ body, ...content }, scene) {
    const { db, actor, at, today, record, fact } = scene
    if (!holds(actor, leaders, [body])) throw new Forbidden()
    await objects(db).get(body, 'body')
    const { votes, rules } = await circulations(db).rules(body)
    if (!votes) throw new Refusal('noVotes')
    if (!rules) throw new Refusal('noCirculation')
    if (content.days < rules.days) throw new Refusal('tooFewDays', { days: `${rules.days}` })
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'circulation',
      title: content.title,
      owner: body,
      body,
      author: actor.person,
      // Until both chairs have released it, only those who lead the body read it.
      audience: 'named',
      readers: [...new Set([...(await decisions(db).leads(body)), actor.person])],
    })
    const by = { person: actor.person, organisation: actor.organisation }
    await objects(db).freeze(id, await circulations(db).contentOf(content), by)
    await circulations(db).add(id, body, content)
    await record({ object: id, after: content })
    await fact({ kind: 'circulation.presented', organisation: body, subject: id, object: id, day: today })
    return loadCirculation(scene, id)
  },
  async answerCirculation({ id, ...given }, scene) {
    requireKept(await circulations(scene.db).answer({ circulation: id }, given))
    return loadCirculation(scene, id)
  },
  async recordCirculation({ id }, scene) {
    const { db, target, record } = scene
    const before = await loadCirculation(scene, id)
    if (before.decision) throw new Refusal('circulationRecorded')
    if (before.state !== 'carried') throw new Refusal('notCarried')
    const content = {
      title: before.object.title,
      result: 'resolved' as const,
      text: before.proposal,
      reasons: before.reasons,
    }
    const decision = await recordDecision(
      scene,
      target.body!,
      { ...content, addressee: null, path: '', costs: '', setAside: null, answerBy: null, needs: [] },
      { meeting: id, resolve: (made) => circulations(db).resolve(id, made) },
    )
    await circulations(db).settle(id, decision)
    await record({ after: { decision } })
    return loadCirculation(scene, id)
  },
  async endCirculationLinks({ id, organisation }, { db, record }) {
    const ended = await polls(db).endLinks(id, organisation, null)
    await record({ after: { organisation, ended } })
    return { ended }
  },
  async circulationByLink({ token }, { db }) {
    return opened(await circulations(db).byLink(token))
  },
  async answerCirculationByLink({ token, ...given }, { db }) {
    requireKept(await circulations(db).answer({ token }, given))
    return opened(await circulations(db).byLink(token))
  },
}
