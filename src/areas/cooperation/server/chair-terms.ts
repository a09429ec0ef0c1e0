// Handlers of the terms of chairs: how they stand, resignation, and the interim that the rules allow.

import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import { addDays } from '#kit/clock/days.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from '../contract.ts'
import { terms } from '../store/terms.ts'
import { electionRules as t } from '../texts/elections.de.ts'
import { shownTerms } from './elections-shown.ts'

type Part = Pick<Handlers<typeof cooperation>, 'electionsOf' | 'resign' | 'continueChair'>

export const termHandlers: Part = {
  electionsOf: ({ id }, { db, actor, today }) => shownTerms(db, id, actor, today),
  async resign({ id, mandate, lastDay, source }, { db, actor, at, today, record, fact }) {
    const old = await mandates(db).find(mandate)
    if (
      !old ||
      old.body !== id ||
      old.role !== 'chair' ||
      old.superseded_at !== null ||
      old.from_day > today ||
      (old.until_day !== null && old.until_day <= today)
    )
      throw new Refusal('notAChair')
    const mine = old.person === actor.person && old.organisation === actor.organisation && source === null
    const house = holds(actor, ['admin', 'head'], [old.organisation])
    if (!mine && !(source !== null && (house || holds(actor, ['office'], [id])))) throw new Refusal('notYourChair')
    // A key changes hands only in its own house: the office records it for those who have nobody of their own here.
    if (!mine && !(await terms(db).mayEnd(old))) throw new Refusal('ownHouse', { name: old.organisation_title })
    if (lastDay < today) throw new Refusal('resignedTooSoon')
    if (!mine && lastDay < addDays(today, 7)) throw new Refusal('weekAhead')
    const until = addDays(lastDay, 1)
    if (old.until_day !== null && old.until_day <= until) throw new Refusal('endsEarlier')
    const ended = await mandates(db).end(old, until, actor.person, at)
    if (!ended) throw new Forbidden()
    await record({
      before: { mandate, until: old.until_day },
      after: { mandate: ended.replacement, organisation: old.organisation, until, source },
    })
    await fact({ kind: 'chair.resigned', organisation: id, subject: old.organisation, object: id, day: today })
    return {}
  },
  async continueChair({ id, constituency }, { db, actor, at, today, record }) {
    const { terms: all } = await shownTerms(db, id, actor, today)
    const goesOn = all.find((one) => one.constituencyId === constituency)?.mayContinue
    if (!goesOn) throw new Refusal('noInterim')
    const { person, organisation, from, until } = goesOn
    const mandate = await mandates(db).grant(
      {
        person: person.id,
        organisation: organisation.id,
        body: id,
        role: 'chair',
        from,
        until,
        basis: t.interimBasis(from),
      },
      actor.person,
      at,
    )
    await terms(db).keepInterim(mandate, id, constituency)
    await record({ after: { mandate, organisation: organisation.id, from, until } })
    return {}
  },
}
