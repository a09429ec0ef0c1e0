// Handlers of the rules of procedure: proposed by chair or office, adopted by both keys or with the founding agreement, looked back on once a year.
import { holds } from '#kit/access/decide.ts'
import { addDays, daysBetween } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation, RulesEdition } from '../contract.ts'
import { differing, itemsInTime, meetingsDue } from '../rules/procedure.ts'
import { bodies } from '../store/bodies.ts'
import { lookBack } from '../store/look-back.ts'
import { procedures, type RulesRow, standIns } from '../store/procedure.ts'
import { ruleTexts } from '../texts/rules.de.ts'

type Part = Pick<Handlers<typeof cooperation>, 'rules' | 'proposeRules' | 'selfCheck' | 'nameStandIn' | 'endStandIn'>

/** Where the rules name no days. */
const daysToRelease = 14

const named = (id: string, title: string) => ({ id, title })

function editionOf(row: RulesRow, holding: number | null, day: string, latest: number): RulesEdition {
  const state: RulesEdition['state'] =
    row.edition === holding
      ? 'inForce'
      : row.adopted_on !== null
        ? row.edition > (holding ?? 0) && row.valid_from > day
          ? 'coming'
          : 'past'
        : row.returned
          ? 'returned'
          : row.edition === latest
            ? 'proposed'
            : 'past'
  return {
    edition: row.edition,
    validFrom: row.valid_from,
    procedure: row.procedure,
    adoptedOn: row.adopted_on,
    agreement: row.agreement && row.agreement_title ? named(row.agreement, row.agreement_title) : null,
    state,
  }
}

export const ruleHandlers: Part = {
  async rules({ id, on }, { db, actor, target, today }) {
    const day = on ?? today
    const rows = await procedures(db).of(id)
    const holding = await procedures(db).editionOn(id, day)
    const latest = rows[0]?.edition ?? 0
    const editions = rows.map((row) => editionOf(row, holding, day, latest))
    const chairs = holds(actor, ['chair'], [id])
    const leads = holds(actor, ['chair', 'office'], [id])
    return {
      object: rows[0]?.object ?? null,
      keys: (await bodies(db).row(target.id))!.keys,
      inForce: editions.find((one) => one.edition === holding) ?? null,
      proposed: editions.find((one) => one.edition === latest && one.adoptedOn === null) ?? null,
      editions,
      drafts: leads && rows.every((row) => row.adopted_on === null) ? await procedures(db).draftAgreements(id) : [],
      standIns: (await standIns(db).of(id)).map((one) => ({
        chair: named(one.chair, one.chair_title),
        deputy: named(one.deputy, one.deputy_title),
        organisation: named(one.deputy_organisation, one.deputy_organisation_title),
        away: one.away,
        mine: one.chair === actor.person,
      })),
      candidates: chairs
        ? (await standIns(db).candidates(id, actor.organisation!)).map((one) => ({
            person: named(one.person, one.person_title),
            organisation: named(one.organisation, one.organisation_title),
          }))
        : [],
      may: { propose: leads, nameStandIn: chairs },
    }
  },
  async proposeRules({ id, procedure, validFrom, agreement }, { db, actor, target, at, today, record, fact }) {
    if (validFrom < today) throw new Refusal('rulesBackdated')
    if (!itemsInTime(procedure)) throw new Invalid({ path: 'procedure.itemDays', message: ruleTexts.form.itemsTooLate })
    const [latest] = await procedures(db).of(id)
    if (
      latest &&
      !latest.returned &&
      latest.valid_from === validFrom &&
      // What was to come with an edition of the agreement that has been superseded can still go to the chairs.
      latest.agreement === (agreement ?? null) &&
      differing(latest.procedure, procedure).length === 0
    )
      throw new Refusal('rulesSame')
    if (agreement && !(await mayComeWith(db, id, agreement))) throw new Refusal('notWithAgreement')
    const object = latest?.object ?? newId(at)
    if (!latest)
      await objects(db).make({
        id: object,
        kind: 'rules',
        title: ruleTexts.objectTitle(target.title),
        owner: id,
        body: id,
        author: actor.person,
        audience: 'body',
        readers: [...new Set([id, ...target.readers])],
      })
    const keysFor = [...new Set(procedure.keysFor)]
    const edition = await objects(db).freeze(
      object,
      { validFrom, ...procedure, keysFor, sentences: ruleTexts.sentences(procedure) },
      { person: actor.person, organisation: actor.organisation },
    )
    await procedures(db).propose({
      body: id,
      edition,
      object,
      valid_from: validFrom,
      procedure: { ...procedure, keysFor },
      agreement,
    })
    await record({
      object,
      ...(latest ? { before: latest.procedure } : {}),
      after: { edition, validFrom, ...procedure, agreement },
    })
    if (!agreement) await fact({ kind: 'rules.presented', organisation: id, subject: object, object, day: today })
    return { object, edition }
  },
  async selfCheck({ id, year }, { db, today }) {
    const from = `${year}-01-01`
    const whole = `${year + 1}-01-01`
    const until = whole <= today ? whole : addDays(today, 1) < from ? from : addDays(today, 1)
    const last = until > from ? addDays(until, -1) : from
    const edition = await procedures(db).editionOn(id, last)
    const row = (await procedures(db).of(id)).find((one) => one.edition === edition)
    const begins = [from, await lookBack(db).founded(id), ...(row ? [row.adopted_on!, row.valid_from] : [])]
    const begin = begins.toSorted().at(-1)!
    const counted = await lookBack(db).of(
      id,
      { from, until, rulesFrom: begin },
      { notice: row?.procedure.noticeDays ?? 0, patience: row?.procedure.deadlockDays ?? daysToRelease },
    )
    const asked = row ? meetingsDue(row.procedure.meetsPerYear, daysBetween(begin, until), daysBetween(from, whole)) : 0
    return {
      year,
      from,
      until,
      edition,
      lines: [
        ...(row
          ? [
              { rule: 'meetings' as const, kept: counted.held, of: asked, asked: row.procedure.meetsPerYear },
              // Where the rules name no days, nothing can be missed.
              ...(row.procedure.noticeDays > 0
                ? [
                    {
                      rule: 'notice' as const,
                      kept: counted.noticed,
                      of: counted.held,
                      asked: row.procedure.noticeDays,
                    },
                  ]
                : []),
            ]
          : []),
        { rule: 'release' as const, kept: counted.released, of: counted.presented, asked: null },
        { rule: 'duties' as const, kept: counted.inTime, of: counted.due, asked: null },
      ],
      returned: counted.returned,
      deadlocks: counted.deadlocks,
    }
  },
  async nameStandIn({ id, person, organisation }, { db, actor, at, today, record, fact }) {
    const fitting = (await standIns(db).candidates(id, actor.organisation!)).some(
      (one) => one.person === person && one.organisation === organisation,
    )
    if (!fitting) throw new Refusal('notDeputy')
    const others = (await standIns(db).of(id)).filter((one) => one.chair !== actor.person)
    if (others.some((one) => one.deputy === person || one.deputy_organisation === organisation))
      throw new Refusal('standInTaken')
    await standIns(db).end(id, actor.person)
    await standIns(db).name(
      {
        body: id,
        chair: actor.person,
        organisation: actor.organisation!,
        deputy: person,
        deputyOrganisation: organisation,
      },
      at,
    )
    await record({ after: { deputy: person, organisation } })
    await fact({ kind: 'standIn.named', organisation: actor.organisation!, subject: id, object: id, day: today })
    return {}
  },
  async endStandIn({ id }, { db, actor, record }) {
    if (!(await standIns(db).end(id, actor.person))) throw new Refusal('noStandIn')
    await record()
    return {}
  },
}

/** Only the first rules come with an agreement, as long as that is still being written. */
async function mayComeWith(db: Database, body: string, agreement: string): Promise<boolean> {
  const adopted = (await procedures(db).of(body)).some((row) => row.adopted_on !== null)
  return !adopted && (await procedures(db).draftAgreements(body)).some((one) => one.id === agreement)
}
