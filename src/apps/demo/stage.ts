// What the scenes of the example share: the clock, the persons as players, and what was made so far.
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { setClock } from '#kit/clock/clock.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import type { Worker } from '../worker.ts'
import type { Calendar } from './calendar.ts'
import type { Cast } from './cast.ts'
import { DemoFault, type Player, player, signIn } from './player.ts'

export const demoPassword = 'nahtstelle'

export type Made = Record<string, string>
export type Stage = {
  app: FastifyInstance
  calendar: Calendar
  /** Ids of what the scenes made, by a name of their own. */
  made: Made
  visitor: Player
  /** Lets the worker do what is due. */
  settle(): Promise<void>
  /** Goes to a day; the chores of the days between catch up. */
  goTo(day: string, time?: string): Promise<void>
  /** Signs a person in, acting for their organisation. */
  as(person: Cast): Promise<Player>
  /** Several persons do the same on the same day, a few at a time. */
  together(persons: readonly Cast[], act: (person: Cast, by: Player) => Promise<unknown>): Promise<void>
  /** Presses the button behind the link of the newest invitation to this address. */
  accept(email: string): Promise<void>
  organisationOf(person: Cast): string
  say(what: string): void
}

export type StageParts = {
  app: FastifyInstance
  owner: pg.Pool
  worker: Worker
  mails: (to: string) => Promise<{ text: string }[]>
  calendar: Calendar
  say: (what: string) => void
}

export function openStage(parts: StageParts): Stage {
  const { app, owner, worker, calendar } = parts
  const made: Made = {}
  const players = new Map<string, Player>()
  const visitor = player(app, 'visitor', '', null)
  const organisationOf = (person: Cast) => {
    const id = made[`organisation:${person.organisation}`]
    if (!id) throw new DemoFault(`${person.organisation} is not there yet`)
    return id
  }
  const taken = new Set<string>()
  return {
    app,
    calendar,
    made,
    visitor,
    organisationOf,
    say: parts.say,
    settle: () => worker.settle(),
    async goTo(day, time) {
      await inPlainTransaction(owner, (db) => setClock(db, calendar.at(day, time)))
      await worker.settle()
      // Sessions end with the day: whoever acts later signs in again.
      players.clear()
    },
    async as(person) {
      const key = `${person.email}`
      const known = players.get(key)
      if (known) return known
      const fresh = await signIn(app, person.email, demoPassword, organisationOf(person))
      players.set(key, fresh)
      return fresh
    },
    async together(persons, act) {
      const waiting = [...persons]
      const one = async () => {
        for (let person = waiting.shift(); person; person = waiting.shift()) await act(person, await this.as(person))
      }
      await Promise.all(Array.from({ length: 4 }, one))
    },
    async accept(email) {
      const mail = (await parts.mails(email)).find((one) => /\/einladung\/\w+/.test(one.text) && !taken.has(one.text))
      const token = /\/einladung\/(\w+)/.exec(mail?.text ?? '')?.[1]
      if (!token) throw new DemoFault(`no invitation was sent to ${email}`)
      taken.add(mail!.text)
      await visitor.post(`/invitations/${token}`, { password: demoPassword })
    },
  }
}
