// Puts the house together: contracts on one Fastify instance, on one pool.
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { provideBoundaries } from '#areas/figures/server/boundaries.ts'
import { joinAtOnce, joinEvidence } from '#kit/chores/chores.ts'
import { type Login, openPool } from '#kit/db/database.ts'
import { buildBoundaries } from '#kit/geo/boundaries.ts'
import { openApp } from '#kit/http/app.ts'
import type { House } from '#kit/http/scene.ts'
import { serve } from '#kit/http/serve.ts'
import { liveRoute } from '#kit/live/live.ts'
import { parts } from './areas.ts'
import { allChores } from './chores.ts'

export type Settings = {
  app: Login | string
  demo: boolean
  /** Own load balancers whose forwarded addresses count. */
  trustProxy?: string[]
  logLevel?: string
  /** Under which address people reach it, where it is not the one it listens on. */
  address?: string | null
  /** Where the boundaries of the maps are kept, and for which part of the land; built at the first start. */
  boundaries?: { keyPrefix: string; out: string }
  /** What else hangs on the instance (web files, demo endpoints) before it is ready. */
  also?: (app: FastifyInstance, house: House) => Promise<void>
}

export type Open = { app: FastifyInstance; house: House; listen(port: number): Promise<string>; close(): Promise<void> }

export async function openHouse(settings: Settings): Promise<Open> {
  const pool = openPool(settings.app)
  let address = ''
  const house: House = {
    pool,
    evidence: joinEvidence(allChores),
    atOnce: joinAtOnce(allChores),
    address: () => settings.address ?? address,
    demo: settings.demo,
    log: pino({ level: settings.logLevel ?? 'info' }),
  }
  if (settings.boundaries) provideBoundaries(await buildBoundaries(settings.boundaries))
  const app = await openApp(house, settings.trustProxy ? { trustProxy: settings.trustProxy } : {})
  for (const [area, { contract, handlers, texts }] of Object.entries(parts))
    serve(app, area, contract, house, handlers, texts)
  liveRoute(app, house)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const { rows } = await pool.query('select max(number) as step from migration.step').catch(() => ({ rows: [] }))
    return rows[0]?.step ? { ready: true, step: rows[0].step } : reply.code(503).send({ ready: false })
  })
  await settings.also?.(app, house)
  await app.ready()
  return {
    app,
    house,
    async listen(port) {
      address = await app.listen({ port, host: '127.0.0.1' })
      return address
    },
    async close() {
      await app.close()
      await pool.end()
    },
  }
}
