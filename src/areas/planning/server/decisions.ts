// Handlers of decisions. Whether both chairs released the edition is asked of cooperation, never stored here.
import { releases } from '#areas/cooperation/store/releases.ts'
import { holds } from '#kit/access/decide.ts'
import { dayOf } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { decisions as contract, Decision } from '../contract/decisions.ts'
import { type DecisionRow, decisions, type KeyRow } from '../store/decisions.ts'
import { measures } from '../store/measures.ts'
import { linkNeeds, recordDecision, settleDecision } from '../store/recording.ts'
import { proposalOf } from './proposal.ts'

type Asking = Pick<Scene, 'db' | 'actor'>

/** What belongs to these results, asked once for all of them. */
async function gather({ db }: Asking, found: readonly (readonly [ObjectRow, DecisionRow])[]) {
  const ids = found.map(([, row]) => row.id)
  const bodies = [...new Set(found.map(([object]) => object.body!))]
  const [keys, needs, answers, ...chairs] = await Promise.all([
    decisions(db).keysOf(ids),
    decisions(db).needsOf(ids),
    decisions(db).answersTo(ids),
    ...bodies.map((body) => releases(db).chairs(body)),
  ])
  const by = <T extends { decision: string }>(rows: readonly T[]) => Map.groupBy(rows, (row) => row.decision)
  return {
    keys: by(keys),
    needs: by(needs),
    answers: by(answers),
    chairs: new Map(bodies.map((body, at) => [body, chairs[at]!])),
  }
}
type Gathered = Awaited<ReturnType<typeof gather>>

/** Each side of the chair with the instant of its key: which side has released, never who is slow. */
function keysOf(actor: Asking['actor'], body: string, given: readonly KeyRow[], gathered: Gathered): Decision['keys'] {
  const sides = new Map<string, { title: string; at: string | null }>()
  for (const chair of gathered.chairs.get(body) ?? [])
    sides.set(chair.organisation, { title: chair.organisation_title, at: null })
  for (const { organisation, organisation_title: title, at } of given)
    if (organisation && title) sides.set(organisation, { title, at })
  const chairs = holds(actor, ['chair'], [body])
  return [...sides].map(([id, { title, at }]) => ({
    organisation: { id, title },
    at,
    mine: chairs && id === actor?.organisation,
  }))
}

function shown({ actor }: Asking, object: ObjectRow, row: DecisionRow, gathered: Gathered): Decision {
  const given = gathered.keys.get(row.id) ?? []
  const keys = keysOf(actor, object.body!, given, gathered)
  const released = given[0]?.released ?? false
  const last = keys
    .map((key) => key.at)
    .filter((at) => at !== null)
    .toSorted()
    .at(-1)
  const answer = gathered.answers.get(row.id)?.[0]
  return {
    object: head(object),
    result: row.result,
    text: row.text,
    reasons: row.reasons,
    addressee: row.addressee && row.addressee_title ? { id: row.addressee, title: row.addressee_title } : null,
    path: row.path,
    costs: row.costs,
    setAside: row.set_aside,
    answerBy: row.answer_by,
    meeting:
      row.meeting && row.meeting_title
        ? { id: row.meeting, title: row.meeting_title, kind: row.meeting_kind ?? 'meeting' }
        : null,
    edition: row.edition,
    recordedOn: row.recorded_on,
    needs: (gathered.needs.get(row.id) ?? []).map(({ id, title, edition }) => ({ id, title, edition })),
    released,
    releasedOn: released && last ? dayOf(last) : null,
    keys,
    answer: answer
      ? {
          organisation: answer.organisation_title
            ? { id: answer.organisation, title: answer.organisation_title }
            : null,
          reason: answer.reason,
          on: answer.on_day,
        }
      : null,
  }
}

export async function loadDecision(asking: Asking, id: string): Promise<Decision> {
  const row = await decisions(asking.db).find(id)
  const object = await objects(asking.db).find(id)
  if (!row || !object) throw new NotFound()
  return shown(asking, object, row, await gather(asking, [[object, row]]))
}

const contentOf = async (db: Database, row: DecisionRow, title: string) => ({
  title,
  result: row.result,
  text: row.text,
  reasons: row.reasons,
  addressee: row.addressee,
  path: row.path,
  costs: row.costs,
  setAside: row.set_aside,
  answerBy: row.answer_by,
  needs: (await decisions(db).needs(row.id)).map((need) => need.id),
})

export const handlers: Handlers<typeof contract> = {
  async listDecisions({ body, need, meeting }, scene) {
    const visible = new Map((await objects(scene.db).list('decision')).map((object) => [object.id, object]))
    const rows = await decisions(scene.db).list({ body, need, meeting })
    const found = rows.flatMap((row) => (visible.has(row.id) ? [[visible.get(row.id)!, row] as const] : []))
    const gathered = await gather(scene, found)
    return { decisions: found.map(([object, row]) => shown(scene, object, row, gathered)) }
  },
  async getDecision({ id }, scene) {
    return loadDecision(scene, id)
  },
  async recordDecision({ body, ...content }, scene) {
    await objects(scene.db).get(body, 'body')
    return loadDecision(scene, await recordDecision(scene, body, content, null))
  },
  async changeDecision({ id, ...content }, scene) {
    const { db, actor, record, target } = scene
    const row = (await decisions(db).find(id))!
    if (await releases(db).isReleased(id, row.edition)) throw new Refusal('alreadyReleased')
    // What circulated was answered word for word.
    if (row.meeting_kind === 'circulation' && (content.text !== row.text || content.result !== row.result))
      throw new Refusal('circulated')
    const settled = await settleDecision(scene, target.body!, content, () => decisions(db).isVoted(id))
    const before = await contentOf(db, row, target.title)
    await objects(db).change(id, {
      title: content.title,
      readers: [...new Set([...target.readers, ...(await decisions(db).leads(target.body!))])],
    })
    // Another edition: keys that were given for the earlier one open nothing.
    const edition = await objects(db).freeze(
      id,
      { ...content, needs: settled, meeting: row.meeting },
      { person: actor.person, organisation: actor.organisation },
    )
    await decisions(db).keepNeeds(id, settled)
    await decisions(db).change(id, content, edition)
    await record({ before, after: content })
    await linkNeeds(scene, { id, edition }, before.needs, settled, content.setAside)
    return loadDecision(scene, id)
  },
  async giveReason({ id, reason }, scene) {
    const { db, actor, today, record, fact, link } = scene
    const row = await decisions(db).find(id)
    if (!row || !(await releases(db).isReleased(id, row.edition))) throw new Refusal('notReleased')
    if (
      !row.addressee ||
      row.addressee !== actor.organisation ||
      !holds(actor, ['admin', 'head', 'planner', 'staff'], [row.addressee])
    )
      throw new Refusal('onlyAddressee')
    if (await decisions(db).answer(id)) throw new Refusal('alreadyAnswered')
    if ((await measures(db).list({ decision: id })).some((measure) => measure.agreed_on))
      throw new Refusal('measureThere')
    await decisions(db).addAnswer(id, row.addressee, reason, today)
    await record({ after: { reason } })
    await fact({ kind: 'decision.answered', organisation: row.addressee, subject: id, object: id, day: today })
    // Where a measure would stand, the Datenspur names who decided otherwise and why.
    await link('setAside', { id, edition: row.edition }, { id: row.addressee }, reason)
    return loadDecision(scene, id)
  },
  async proposal({ id }, scene) {
    return proposalOf(scene, await loadDecision(scene, id), 'docx')
  },
  async proposalPdf({ id }, scene) {
    return proposalOf(scene, await loadDecision(scene, id), 'pdf')
  },
}
