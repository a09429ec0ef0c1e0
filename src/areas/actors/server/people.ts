// Handlers of people and mandates: entering somebody, letting somebody act, ending it.

import { holds } from '#kit/access/decide.ts'
import { type MandateRow, mandates } from '#kit/access/mandates.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { actors, Term } from '../contract.ts'
import { isBackwards, isOver, overlaps } from '../rules.ts'
import { people } from '../store/people.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<Handlers<typeof actors>, 'introduce' | 'grant' | 'endMandate'>

export const peopleHandlers: Part = {
  async introduce({ id, name, email, mandates: terms }, { db, actor, at, today, record }) {
    for (const term of terms) checkTerm(term, today)
    if (email && terms.length === 0) throw new Refusal('invitationNeedsMandate')
    const there = await people(db).named(name, id)
    // A freelancer was entered together with the organisation and only lacks an invitation.
    const waiting = there ? await people(db).waitsAlone(there, id) : false
    if (there && !waiting) throw new Refusal('personThere', { name })
    const person = there ?? (await people(db).introduce(name, id, actor.person, at))
    // By reference only: the name stands in the object, where it can be erased.
    await record({ object: person, after: { organisation: id } })
    const made: string[] = []
    for (const term of terms) {
      made.push(await mandates(db).grant({ person, organisation: id, body: null, ...term }, actor.person, at))
      await record({ verb: 'mandate.granted', after: { mandate: made.at(-1), person, ...term } })
    }
    if (email && (await mandates(db).invite(person, email)) !== 'sent') throw new Refusal('emailTaken')
    if (email) await record({ object: person, verb: 'person.invited' })
    return { person, mandates: made }
  },
  async grant({ id, person, ...term }, { db, actor, at, today, record }) {
    checkTerm(term, today)
    if ((await objects(db).find(person))?.kind !== 'person')
      throw new Invalid({ path: 'person', message: texts.invalid.personUnknown })
    const there = (await mandates(db).of({ organisation: id, person, role: term.role })).filter(
      (one) => one.body === null,
    )
    const same = holding(there, term)
    if (same) throw new Refusal('alreadyHolds', { until: same.until_day ?? '' })
    const mandate = await mandates(db).grant({ person, organisation: id, body: null, ...term }, actor.person, at)
    await record({ after: { mandate, person, ...term } })
    return { mandate }
  },
  async endMandate({ id, until, because }, { db, actor, at, today, record, fact }) {
    const old = await mandates(db).find(id)
    if (!old) throw new NotFound()
    const end = until ?? today
    if (old.superseded_at || (old.until_day !== null && old.until_day <= end)) throw new Refusal('alreadyEnded')
    if (end < today) throw new Refusal('endBeforeToday')
    if (old.role === 'admin') {
      const others = (await mandates(db).of({ organisation: old.organisation, role: 'admin' })).filter(
        (one) => one.id !== id && one.body === null && (one.until_day === null || one.until_day > end),
      )
      if (others.length === 0) throw new Refusal('lastAdmin')
    }
    const ended = await mandates(db).end(old, end, actor.person, at)
    if (!ended) throw new Forbidden()
    await record({
      object: old.body ?? old.organisation,
      before: { mandate: id, person: old.person, role: old.role, until: old.until_day },
      after: { mandate: ended.replacement, person: old.person, role: old.role, until: end, because },
    })
    // Whoever answers for the organisation hands over with it; said by the house itself, otherwise the worker notices within a day.
    const { organisation } = old
    if (actor.organisation === organisation && holds(actor, ['admin', 'head', 'planner', 'staff'], [organisation]))
      await fact({ kind: 'contact.changed', organisation, object: organisation, day: today })
    return { mandate: ended.replacement }
  },
}

/** Whether a term can be entered at all. */
function checkTerm(term: Term, today: string): void {
  if (isBackwards(term)) throw new Invalid({ path: 'until', message: texts.invalid.backwards })
  if (isOver(term, today)) throw new Refusal('mandateOver')
}
const holding = (rows: readonly MandateRow[], term: Term) =>
  rows.find((row) => overlaps({ from: row.from_day, until: row.until_day }, term))
