// Handlers of the register of responsibilities: tasks, who bears them, and the answer for an area and a day.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { EntryIn, Task, TaskIn } from '../contract/responsibility.ts'
import type { actors } from '../contract.ts'
import { provisionOf } from '../rules/provision.ts'
import { answerFor, turnsOf } from '../rules/responsibility.ts'
import { isBackwards } from '../rules.ts'
import { guarantees } from '../store/guarantees.ts'
import { organisations } from '../store/organisations.ts'
import { tasks } from '../store/tasks.ts'
import { areaNames } from '../texts/areas.de.ts'
import { suppliedTasks } from '../texts/supplied-tasks.de.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<
  Handlers<typeof actors>,
  'tasks' | 'task' | 'enterTask' | 'supplyTasks' | 'describeTask' | 'addEntry' | 'reviseEntry' | 'withdrawEntry'
>

export const taskHandlers: Part = {
  async tasks({ search: words, situation, law, area: asked, day: then }, { db, actor, today }) {
    const area = await areaOf(db, asked, actor)
    const day = then ?? today
    const found = await tasks(db).all({
      ...(words ? { search: words } : {}),
      ...(situation ? { situation } : {}),
      ...(law ? { law } : {}),
    })
    const entries = await tasks(db).entries(found.map((task) => task.id))
    return {
      tasks: found.map((task) => {
        const own = entries.filter((entry) => entry.task === task.id)
        const answer = answerFor(own, area, day)
        const shown = answer.flatMap((role) => role.entries)
        return { ...task, answer, unverified: shown.filter((entry) => entry.checkedOn === null).length }
      }),
      day,
      area,
      laws: await tasks(db).laws(),
      areas: await areasOf(db),
      supplied: await missingOf(db).then((missing) => missing.length),
    }
  },
  async task({ id, area: asked, day: then, compare }, { db, actor, target, today }) {
    const row = (await tasks(db).row(id))!
    const area = await areaOf(db, asked, actor)
    const day = then ?? today
    const entries = await tasks(db).entries([id])
    const stated = await guarantees(db).of(id)
    const plans = holds(actor, ['admin', 'head', 'planner'], [actor.organisation])
    return {
      head: head(target),
      law: row.law,
      clause: row.clause,
      strength: row.strength,
      situations: row.situations,
      summary: row.summary,
      area,
      day,
      answer: answerFor(entries, area, day),
      other: compare ? { day: compare, answer: answerFor(entries, area, compare) } : null,
      turns: turnsOf(entries, area),
      entries,
      corrections: await tasks(db).corrections(id),
      guarantees: stated.map((one) => ({
        ...one,
        ...provisionOf(one.since, one.providers, today),
        mine: plans && one.organisation.id === actor.organisation,
      })),
      areas: await areasOf(db),
      may: {
        keep: holds(actor, ['admin', 'head', 'planner'], [target.owner]),
        propose: holds(actor, ['admin', 'head', 'planner', 'staff'], [actor.organisation]),
        guarantee: plans && !stated.some((one) => one.organisation.id === actor.organisation),
      },
    } satisfies Task
  },
  async enterTask({ entries, ...task }, { db, actor, at, today, record }) {
    for (const entry of entries) await checkEntry(db, entry, today)
    if (await tasks(db).like(task)) throw new Refusal('taskThere', { title: task.title })
    const id = await enter(db, task, entries, actor, at)
    await record({ object: id, after: { ...task, entries } })
    return { id }
  },
  async supplyTasks(_, { db, actor, at, record }) {
    const missing = await missingOf(db)
    if (missing.length === 0) throw new Refusal('suppliedAlready')
    for (const { entries, ...task } of missing) {
      const id = await enter(db, task, entries, actor, at)
      await record({ object: id, after: { ...task, entries } })
    }
    return { added: missing.length }
  },
  async describeTask({ id, ...task }, { db, target, record }) {
    const before = (await tasks(db).row(id))!
    const there = await tasks(db).like(task)
    if (there && there !== id) throw new Refusal('taskThere', { title: task.title })
    await tasks(db).describe(id, task)
    if (task.title !== target.title) await objects(db).change(id, { title: task.title })
    await search(db).put(id, task.law, task.clause, task.summary)
    await record({ before, after: task })
    return {}
  },
  async addEntry({ id, ...entry }, { db, at, today, record }) {
    await checkEntry(db, entry, today)
    const made = await tasks(db).add(id, entry, at)
    await record({ after: entry })
    return { entry: made }
  },
  async reviseEntry({ id, entry: old, ...entry }, { db, at, today, record }) {
    await checkEntry(db, entry, today)
    const before = (await tasks(db).entries([id])).find((one) => one.id === old)
    if (!before || !(await tasks(db).close(id, old))) throw new Refusal('entryGone')
    const made = await tasks(db).add(id, entry, at)
    await record({ before, after: entry })
    return { entry: made }
  },
  async withdrawEntry({ id, entry }, { db, record }) {
    const before = (await tasks(db).entries([id])).find((one) => one.id === entry)
    if (!before || !(await tasks(db).close(id, entry))) throw new Refusal('entryGone')
    await record({ before })
    return {}
  },
}

/** What an entry must say beyond its shape, whoever writes it. */
export async function checkEntry(db: Database, entry: EntryIn, today: string): Promise<void> {
  if (entry.from !== null && isBackwards({ from: entry.from, until: entry.until }))
    throw new Invalid({ path: 'until', message: texts.invalid.backwards })
  if (entry.checkedOn !== null && entry.checkedOn > today) throw new Refusal('checkedInFuture')
  if (entry.organisation && !(await tasks(db).organisation(entry.organisation))) throw new NotFound()
}

async function enter(
  db: Database,
  task: TaskIn,
  entries: readonly EntryIn[],
  actor: Actor,
  at: string,
): Promise<string> {
  const id = newId(at)
  await tasks(db).make(id, task, { person: actor.person, organisation: actor.organisation! })
  for (const entry of entries) await tasks(db).add(id, entry, at)
  await search(db).put(id, task.law, task.clause, task.summary)
  return id
}

/** Tasks of the supplied collection that are not in the register. */
async function missingOf(db: Database) {
  const nameOf = (task: { law: string; clause: string; title: string }) =>
    [task.law, task.clause, task.title.toLowerCase()].join('\n')
  const there = new Set((await tasks(db).all({})).map(nameOf))
  return suppliedTasks.filter((task) => !there.has(nameOf(task)))
}

/** The area that was asked for; else that of the own organisation; else the Land, where the register knows only one. */
async function areaOf(db: Database, asked: string | undefined, actor: Actor): Promise<string | null> {
  if (asked) return asked
  const own = actor.organisation ? await organisations(db).row(actor.organisation) : undefined
  if (own?.area_key) return own.area_key
  const lands = new Set((await tasks(db).areaKeys()).map((key) => key.slice(0, 2)))
  return lands.size === 1 ? [...lands][0]! : null
}

/** Areas to choose from: those of the entries and of the counties and cities in the register, with what lies around them. */
async function areasOf(db: Database): Promise<{ key: string; name: string }[]> {
  const named = await tasks(db).namedAreas()
  const keys = new Set(
    [...(await tasks(db).areaKeys()), ...named.map((one) => one.key)].flatMap((key) =>
      [2, 3, 5].filter((length) => length <= key.length).map((length) => key.slice(0, length)),
    ),
  )
  const nameOf = (key: string) => areaNames[key] ?? named.find((one) => one.key === key)?.name ?? key
  return [...keys].toSorted().map((key) => ({ key, name: nameOf(key) }))
}
