// From an agreement in force, and from adopted rules of procedure, duties arise by themselves: who owes what by when, because of which clause or
// paragraph. They move with what they follow.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { ariseAll, fallAway } from '#kit/duties/arise.ts'
import { duties, stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { type Claim, type Rules, strictest, wantedByRules } from '../rules/binding.ts'
import { keep } from '../rules/keeping.ts'
import { informPeriod } from '../rules/periods.ts'
import { debtorsOf, type Ground, isOwed, type Wanted, wantedBy } from '../rules/wanted.ts'
import { agreements } from '../store/agreements.ts'
import { rulesInForce } from '../store/binding.ts'
import { bodiesAround, groundsOf } from '../store/grounds.ts'
import { type Arisen, owed } from '../store/owed.ts'
import { texts as arising } from '../texts/arising.de.ts'
import { texts } from '../texts.de.ts'

/** The kinds that follow from the clauses and the meetings alone; the others arise at the moment of what they follow. */
const kept = ['meet', 'before', 'notice', 'minutes', 'deliver', 'confirm', 'report', 'contact', 'review']
/** So many at once. */
const portion = 1000

/** The last party has signed: the agreement is in force, said once. */
export async function afterSignature(fact: StatedFact, { db, at }: ChoreScene): Promise<void> {
  await agreements(db).lock(fact.object)
  const inForce = await agreements(db).inForce(fact.object)
  if (!inForce || (await agreements(db).stated(fact.object, inForce.since))) return
  const { body } = await objects(db).get(fact.object, 'agreement')
  const entry = await journal(db).write({
    verb: 'agreement.inForce',
    object: fact.object,
    after: { edition: inForce.edition, since: inForce.since },
    because: texts.because.allSigned,
  })
  await stateFact(
    db,
    { kind: 'agreement.inForce', organisation: body!, subject: fact.object, object: fact.object, day: inForce.since },
    at,
    entry,
    [],
  )
}

/** What duties rest on: an agreement in force, or the rules of procedure of a body. */
type Source = {
  id: string
  edition: number
  body: string
  owner: string
  start: string
  meetings: ReadonlyMap<string, string>
  wanted: (today: string) => Wanted[]
  newEdition: string
}

const ofAgreement = (ground: Ground): Source => ({
  ...ground,
  meetings: new Map(followed(ground).flatMap((body) => ground.meetingsOf(body).map(({ id, day }) => [id, day]))),
  wanted: (today) => wantedBy(ground, today),
  newEdition: arising.withdrawn.newEdition(ground.edition),
})
const ofRules = (rules: Rules): Source => ({
  ...rules,
  meetings: new Map(rules.meetings.map(({ id, day }) => [id, day])),
  wanted: () => wantedByRules(rules),
  newEdition: arising.withdrawn.newRules(rules.edition),
})

/**
 * Duties of the agreements and the rules of procedure in force, for the running and the coming year; of all bodies, or of those that go by the
 * meetings of one. Running it again changes nothing.
 */
export async function deriveDuties(scene: ChoreScene, of?: string): Promise<void> {
  const { db, today } = scene
  const bodies = of === undefined ? undefined : await bodiesAround(db, of)
  const sources = [
    ...(await groundsOf(db, bodies ? { bodies } : {})).map(ofAgreement),
    ...(await rulesInForce(db, bodies)).map(ofRules),
  ]
  const there = Map.groupBy(
    await owed(db).arisen(
      sources.map((source) => source.id),
      kept,
    ),
    (one) => one.because,
  )
  const invitations = await owed(db).invitations([...new Set(sources.map(({ body }) => body))])
  const wanted = (on: (source: Source) => string) =>
    strictest(
      sources.flatMap((source) => source.wanted(on(source)).map((want) => ({ ground: source.id, want }))),
      invitations,
      today,
    )
  const now = wanted(() => today)
  const beyond = wanted(
    (source) => [today, ...(there.get(source.id) ?? []).map((one) => one.period_from)].toSorted().at(-1)!,
  )
  const fresh: [Wanted, Source][] = []
  for (const source of sources) fresh.push(...(await keepUp(scene, source, there.get(source.id) ?? [], now, beyond)))
  for (let from = 0; from < fresh.length; from += portion) await oweAll(scene, fresh.slice(from, from + portion))
}

/** Moves and withdraws; returns what is still to be owed. */
async function keepUp(
  scene: ChoreScene,
  source: Source,
  there: readonly Arisen[],
  now: readonly Claim[],
  beyond: readonly Claim[],
) {
  const { db, today, factsFor } = scene
  const { id: ground, edition, start } = source
  const frame = { edition, start, today, dayOf: (id: string) => source.meetings.get(id) ?? null }
  const own = (claims: readonly Claim[]) => claims.flatMap((one) => (one.ground === ground ? [one.want] : []))
  const { owe, move, withdraw } = keep(own(now), there, frame, own(beyond))
  for (const { id, to } of move) {
    await duties(db).move(id, to, factsFor(to.kind))
    await objects(db).change(id, { title: to.title })
    await journal(db).write({ verb: 'duty.moved', object: id, because: to.becauseText, after: { due: to.due } })
  }
  for (const { id, because } of withdraw) {
    const { kind, subject } = there.find((one) => one.id === id)!
    const other = now.find(({ want }) => want.kind === kind && want.subject === subject && kind === 'notice')
    const words =
      because === 'newEdition'
        ? source.newEdition
        : other
          ? arising.withdrawn.otherGround(other.want.becauseText)
          : arising.withdrawn[because]
    await fallAway(scene, [id], words)
  }
  return owe.map((wanted): [Wanted, Source] => [wanted, source])
}

/** The bodies whose meetings a clause goes by: the own one, and those before whose sessions it meets. */
const followed = (ground: Ground) => [
  ground.body,
  ...ground.clauses.flatMap(({ duty }) => (duty.kind === 'before' && 'body' in duty.of ? [duty.of.body] : [])),
]

const oweAll = (
  scene: ChoreScene,
  fresh: readonly [Wanted, Pick<Source, 'id' | 'edition' | 'body' | 'owner'>][],
): Promise<void> =>
  ariseAll(
    scene,
    fresh.map(([wanted, ground]) => ({
      ...wanted,
      because: { object: ground.id, edition: ground.edition },
      becauseNumber: wanted.number,
      owner: wanted.debtor === ground.body ? ground.owner : wanted.debtor,
      body: ground.body,
      audience: 'body' as const,
      readers: [...new Set([ground.body, wanted.debtor, wanted.creditor])],
    })),
  )

/** A meeting was planned, moved, held or called off, rules were adopted: whoever goes by it looks again. */
export const afterMeeting = (fact: StatedFact, scene: ChoreScene): Promise<void> =>
  deriveDuties(scene, fact.organisation)

/** A service has changed or will close: who promised to say so beforehand owes it, counted back from the day on which it takes effect (`about`). */
export async function afterChange(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db } = scene
  const service = await objects(db).find(fact.object)
  if (!service || service.audience === 'draft' || service.audience === 'organisation') return
  const effect = fact.about ?? fact.day
  const before = (await duties(db).of({ subject: service.id })).filter((duty) => duty.kind === 'inform')
  const wanted: [Wanted, Ground][] = []
  for (const ground of await groundsOf(db))
    for (const clause of ground.clauses) {
      const { duty } = clause
      if (duty.kind !== 'inform' || !debtorsOf(ground, duty.from).includes(fact.organisation)) continue
      const period = informPeriod(ground.start, effect, fact.day, duty.days)
      // One change is entered in steps: it is announced once.
      const again = before.some(
        (duty) => duty.because === ground.id && duty.because_number === clause.number && duty.period_until > effect,
      )
      if (!period || again) continue
      for (const creditor of duty.to === 'body' ? [ground.body] : duty.to)
        if (creditor !== fact.organisation && isOwed({ due: period.due, debtor: fact.organisation, creditor }, ground))
          wanted.push([
            {
              kind: 'inform',
              title: arising.inform(service.title, effect),
              debtor: fact.organisation,
              creditor,
              subject: service.id,
              becauseText: arising.clauseName(clause),
              number: clause.number,
              strength: clause.strength,
              period,
              opens: period.opens,
              due: period.due,
              needed: 1,
              foresees: null,
              event: true,
            },
            ground,
          ])
    }
  await oweAll(scene, wanted)
}
