// The catalogue and what became of its figures: their words, who asks for them, what used them, and which are proposed for removal.
import { duties } from '#kit/duties/duties.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import type { figures as contract } from '../contract.ts'
import { cyclesOf, letGoOf } from '../rules/catalogue.ts'
import { catalogueStore } from '../store/catalogue.ts'
import { indicatorOf } from './finding.ts'

type Ours = Pick<Handlers<typeof contract>, 'catalogue' | 'uses' | 'addTerm' | 'removeTerm'>

export const catalogue: Ours = {
  async catalogue({ search, held }, { db, today }) {
    const store = catalogueStore(db)
    const rows = await store.list(search, held)
    const cycles = await store.cycles(rows.filter((row) => row.held_by_counties).map(({ id }) => id))
    return {
      rows: rows.map((row) => {
        const own = cyclesOf(cycles.get(row.id) ?? [])
        const figure = {
          heldByCounties: row.held_by_counties,
          neededFor: row.needed_for,
          neededUntil: row.needed_until,
        }
        return {
          id: row.id,
          title: row.title,
          code: row.code,
          unit: row.unit,
          definition: row.definition,
          owner: row.owner && row.owner_title ? { id: row.owner, title: row.owner_title } : null,
          ...figure,
          purpose: row.purpose,
          neededBy: row.needed_by && row.needed_by_title ? { id: row.needed_by, title: row.needed_by_title } : null,
          burden: row.burden,
          terms: row.terms,
          cycles: own,
          letGo: letGoOf(figure, own, today),
          invented: row.invented,
        }
      }),
    }
  },
  async uses({ id }, { db, actor, today }) {
    const row = await indicatorOf(db, id)
    const store = catalogueStore(db)
    const cycles = cyclesOf((await store.cycles([id])).get(id) ?? [])
    const figure = { heldByCounties: row.held_by_counties, neededFor: row.needed_for, neededUntil: row.needed_until }
    const asking = (await duties(db).of({ subject: id })).filter((duty) => ['deliver', 'confirm'].includes(duty.kind))
    const asked = new Map(
      asking.map((duty) => [
        `${duty.because}${duty.because_text}`,
        {
          agreement: duty.because && duty.because_title ? { id: duty.because, title: duty.because_title } : null,
          clause: duty.because_text,
        },
      ]),
    )
    return {
      terms: await store.terms(id, actor?.organisation ?? null),
      cycles,
      letGo: letGoOf(figure, cycles, today),
      uses: await store.uses(id),
      asked: [...asked.values()],
    }
  },
  async addTerm({ indicator, words }, { db, actor, at, record }) {
    await indicatorOf(db, indicator)
    const id = newId(at)
    if (!(await catalogueStore(db).addTerm(id, indicator, actor.organisation!, words)))
      throw new Refusal('termThere', { words })
    await record({ object: indicator, after: { words } })
    return { id }
  },
  async removeTerm({ id }, { db, actor, record }) {
    const gone = await catalogueStore(db).removeTerm(id, actor.organisation!)
    if (!gone) throw new NotFound()
    await record({ object: gone.indicator, before: { words: gone.words } })
    return {}
  },
}
