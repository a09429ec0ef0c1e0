// What follows by itself when something is put before two chairs: the joint release is owed, a key that stays out has its rule, a publication is opened.
import type { ChoreScene, Chores, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addYears } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { objects } from '#kit/objects/objects.ts'
import { procedures } from '../store/procedure.ts'
import { releases } from '../store/releases.ts'
import { ruleTexts } from '../texts/rules.de.ts'

/** What chairs release that begins here or in an area above; decisions have a duty of their own (planning). */
const presented = [
  'agenda',
  'invitation',
  'minutes',
  'rectification',
  'circulation',
  'rules',
  'publication',
  'agreementReview',
] as const
const released = [...presented, 'decision'] as const

/** Days within which both chairs release, where the rules name none. */
const daysToRelease = 14
/** Days within which a mediation is arranged. What is carried over has until the next meeting, as often as the body meets. */
const daysToMediate = 28

/** Released or handed back: either way the chairs have dealt with it. */
export const keyEvidence: NonNullable<Chores['evidence']> = Object.fromEntries(
  released.flatMap((kind) =>
    ['released', 'returned'].map((end) => [
      `${kind}.${end}`,
      kind === 'decision' ? ['deadlock'] : ['release', 'deadlock'],
    ]),
  ),
)

type Owed = { kind: string; title: string; clause: string; object: string; body: string; due: string; edition: number }

function owe(scene: ChoreScene, d: Owed, because: { object: string; edition: number }) {
  const { today } = scene
  return arise(
    scene,
    {
      kind: d.kind,
      title: d.title.slice(0, 300),
      debtor: d.body,
      creditor: d.body,
      subject: d.object,
      because,
      becauseText: d.clause,
      strength: 'should',
      period: { from: today, until: addYears(today, 100) },
      opens: today,
      due: d.due,
      body: d.body,
      owner: d.body,
      audience: 'body',
      readers: [d.body],
    },
    // What happened before concerns an earlier edition.
    { facts: [] },
  )
}

/** An edition was put before the chairs. */
async function oweRelease(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db } = scene
  const object = await objects(db).find(fact.object)
  const edition = await releases(db).latestEdition(fact.object)
  if (!object?.body || object.deleted_at || edition === null) return
  // Put before the chairs once more since: the later fact is the one that asks for their keys, after what became of the earlier edition.
  if (await releases(db).presentedSince(fact)) return
  if ((await releases(db).isReleased(object.id, edition)) || (await releases(db).returned(object.id, edition))) return
  const rules = await procedures(db).editionToday(object.body)
  const row = (await procedures(db).of(object.body)).find((one) => one.edition === rules)
  await owe(
    scene,
    {
      kind: 'release',
      // What only those who lead the body may read yet is not named to the others.
      title: ruleTexts.duties.release(object.audience === 'named' ? ruleTexts.duties.unnamed : object.title),
      clause: ruleTexts.clause(rules, ruleTexts.duties.releaseClause(edition)),
      object: object.id,
      body: object.body,
      due: addDays(scene.today, row?.procedure.deadlockDays ?? daysToRelease),
      edition,
    },
    row ? { object: row.object, edition: row.edition } : { object: object.id, edition },
  )
}

export const oweKeys: NonNullable<Chores['onFact']> = Object.fromEntries(
  presented.map((kind) => [`${kind}.presented`, oweRelease]),
)

/** One key was given, the other stays out: the rule of the body takes effect. It never releases. Said to both chairs in the same words, as a duty of the body. */
export async function breakDeadlocks(scene: ChoreScene): Promise<void> {
  const { db, at, today } = scene
  for (const stuck of await releases(db).deadlocked()) {
    await releases(db).noteDeadlock(stuck)
    const clause = ruleTexts.clause(stuck.rules_edition, ruleTexts.duties.deadlockClause(stuck.edition))
    const entry = await journal(db).write({
      verb: `${stuck.kind}.deadlocked`,
      object: stuck.object,
      after: { edition: stuck.edition, effect: stuck.effect },
      because: ruleTexts.because.deadlock,
    })
    const duty = await owe(
      scene,
      {
        kind: 'deadlock',
        // What only those who lead the body may read yet is not named to the others.
        title: ruleTexts.duties[stuck.effect](stuck.audience === 'named' ? ruleTexts.duties.unnamed : stuck.title),
        clause,
        object: stuck.object,
        body: stuck.body,
        due: addDays(
          today,
          stuck.effect === 'mediation' ? daysToMediate : Math.ceil(365 / stuck.meets_per_year) + daysToRelease,
        ),
        edition: stuck.edition,
      },
      { object: stuck.rules, edition: stuck.rules_edition },
    )
    for (const chair of await releases(db).chairs(stuck.body))
      await postAsChore(db, {
        dedupe: `deadlock:${stuck.object}:${stuck.edition}:${chair.person}`,
        person: chair.person,
        organisation: chair.organisation,
        template: 'notice',
        data: { what: 'release.deadlock' },
        object: duty,
      })
    await stateFact(
      db,
      {
        kind: `release.${stuck.effect}`,
        organisation: stuck.body,
        subject: stuck.object,
        object: stuck.object,
        day: today,
      },
      at,
      entry,
      [],
    )
  }
}

/** Both chairs have released the publication: what it is about is public. */
export async function publish(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const publication = await releases(db).publication(fact.object)
  const object = publication && (await objects(db).find(publication.object))
  if (!publication || !object?.body || object.deleted_at || object.audience === 'public') return
  const open = await releases(db).isReleased(publication.id, 1)
  if (!open && (await procedures(db).needsKeys(object.body, 'publication'))) return
  await objects(db).change(object.id, { audience: 'public' })
  await journal(db).write({
    verb: `${object.kind}.published`,
    object: object.id,
    after: { audience: 'public', edition: publication.edition },
    because: ruleTexts.because.published,
  })
}
