// The example "Oberbayern": built by replaying the endpoints as its persons, each with the right mandate. No SQL, no trail, journal or duty is written here.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { setClock } from '#kit/clock/clock.ts'
import { type Login, openPool } from '#kit/db/database.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { outbox } from '#kit/mail/outbox.ts'
import type { Open } from '../house.ts'
import { pageOf } from '../places.ts'
import type { Worker } from '../worker.ts'
import { calendarOf } from './calendar.ts'
import * as cast from './cast.ts'
import { texts as networkTexts } from './network.texts.de.ts'
import { registerTexts } from './registers.texts.de.ts'
import { bodiesScene, offeredSeat } from './scene-bodies.ts'
import { concernsScene } from './scene-concerns.ts'
import { contactsScene } from './scene-contacts.ts'
import { deliveriesScene } from './scene-deliveries.ts'
import { figuresScene } from './scene-figures.ts'
import { groupsScene } from './scene-groups.ts'
import { networkScene } from './scene-network.ts'
import { peopleScene } from './scene-people.ts'
import { planningScene } from './scene-planning.ts'
import { registersScene } from './scene-registers.ts'
import { type Made, openStage } from './stage.ts'
import { texts } from './texts.de.ts'
import { tourOf } from './tour.texts.de.ts'

export type DemoParts = {
  owner: Login | string
  worker: Login | string
  open: Open
  chores: Worker
  firstLink: string /** Where the ids of the example are kept for its tour. */
  memory: string
  say: (what: string) => void
}

export async function buildDemo(parts: DemoParts): Promise<void> {
  const { open, chores, firstLink, say } = parts
  const owner = openPool(parts.owner, 1)
  const worker = openPool(parts.worker, 1)
  try {
    const { today } = (await open.app.inject('/api/time')).json() as { today: string }
    const where = { address: 'http://nahtstelle.example', pageOf }
    const stage = openStage({
      app: open.app,
      owner,
      worker: chores,
      calendar: calendarOf(today),
      say,
      mails: (to) => outbox(worker, where, { to }),
    })
    say(texts.steps.founding)
    await peopleScene(stage, firstLink)
    say(texts.steps.figures)
    await figuresScene(stage)
    say(texts.steps.bodies)
    await bodiesScene(stage)
    say(texts.steps.deliveries)
    await deliveriesScene(stage)
    say(texts.steps.planning)
    await planningScene(stage)
    say(texts.steps.contacts)
    await contactsScene(stage)
    say(registerTexts.step)
    await registersScene(stage)
    say(networkTexts.step)
    await networkScene(stage)
    say(texts.steps.groups)
    await groupsScene(stage)
    await concernsScene(stage)
    await offeredSeat(stage)
    await inPlainTransaction(owner, (db) => setClock(db, null))
    await chores.settle()
    writeFileSync(parts.memory, JSON.stringify(stage.made))
  } finally {
    await inPlainTransaction(owner, (db) => setClock(db, null)).catch(() => undefined)
    await owner.end()
    await worker.end()
  }
}

/** What only a demo has: its persons with their common password, and its tour. */
export function demoRoutes(app: FastifyInstance, memory: string): void {
  const shown = [
    cast.ebersberg,
    cast.district,
    cast.munichCounty,
    cast.caritas,
    cast.counsellor,
    cast.ebersbergHead,
    cast.exampleCounty,
    cast.exampleProvider,
    cast.exampleJobcenter,
  ]
  const persons = [...shown, ...cast.otherPlanners].map((person) => ({
    email: person.email,
    name: person.name,
    acts: [person.organisation],
    ...(person.doors ? { doors: person.doors } : {}),
    first: person.shown ?? false,
  }))
  app.get('/api/demo/persons', { schema: { hide: true } }, async () => persons)
  app.get('/api/demo/tour', { schema: { hide: true } }, async () => {
    const made = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Made) : {}
    return { person: cast.ebersberg.email, steps: tourOf(made), made }
  })
}
