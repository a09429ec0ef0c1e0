// GET /api/live: one server-sent event stream per browser. An event carries the sealed number of the journal and nothing else; the browser
// then asks "what is new since n?" with its own rights. Session and mandate are checked again at every event and every five seconds.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Entrance, inTransaction } from '#kit/db/transaction.ts'
import { answerTo, Status } from '#kit/http/answers.ts'
import type { House } from '#kit/http/scene.ts'
import { entranceOf } from '#kit/http/serve.ts'
import { texts } from '#kit/http/texts.de.ts'
import { type Listening, listening } from './listening.ts'

const checkEvery = 5_000
const heartbeatEvery = 15_000
const streamsAtMost = 2_000

type Ending = 'session' | 'mandate' | 'closing'
type Checked = { actor: Actor; head: number }

/** Hangs the stream onto the instance; it ends with it. */
export function liveRoute(app: FastifyInstance, house: House): void {
  const journal = listening(house.pool, house.log)
  const streams = new Set<{ end(why: Ending): void }>()
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end('closing')
    await journal.close()
  })
  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    try {
      const entrance = entranceOf(request)
      if (!entrance) throw new Status(401, 'notSignedIn', texts.notSignedIn)
      if (streams.size >= streamsAtMost) throw new Status(429, 'tooMany', texts.tooMany)
      const first = await check(house, entrance)
      const stream = open(request, reply, house, entrance, first, journal, () => streams.delete(stream))
      streams.add(stream)
    } catch (error) {
      const { status, body } = answerTo(error, {}, house.log)
      return reply.code(status).send(body)
    }
    return reply
  })
}

/** Opens a transaction as this person again. @throws NA401 when session or mandate have ended. */
const check = (house: House, entrance: Entrance): Promise<Checked> =>
  inTransaction(
    house.pool,
    entrance,
    { first: { text: 'select journal.head() as head', values: [] }, reading: true },
    async (_db, actor, rows) => ({
      actor: actor!,
      head: (rows[0] as { head: number }).head,
    }),
  )

function open(
  request: FastifyRequest,
  reply: FastifyReply,
  house: House,
  entrance: Entrance,
  first: Checked,
  journal: Listening,
  gone: () => void,
) {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  const rights = JSON.stringify([first.actor.organisation, first.actor.held])
  let told = sinceOf(request) ?? first.head
  let newest = first.head
  let ended = false
  let checking: Promise<void> | null = null

  const end = (why: Ending | null) => {
    if (ended) return
    ended = true
    clearInterval(watch)
    clearInterval(beat)
    silence()
    gone()
    if (why && why !== 'closing') raw.write(`event: end\ndata: ${JSON.stringify({ reason: why })}\n\n`)
    raw.end()
  }
  const tell = () => {
    if (ended || newest <= told) return
    told = newest
    raw.write(`id: ${told}\nevent: journal\ndata: ${told}\n\n`)
  }
  /** One check at a time; what arrives meanwhile is told by the check that follows. */
  const look = () => {
    if (checking) return
    const upTo = newest
    checking = check(house, entrance)
      .then(({ actor, head }) => {
        if (JSON.stringify([actor.organisation, actor.held]) !== rights) return end('mandate')
        newest = Math.max(newest, head)
        tell()
      })
      .catch((error: { code?: string; message?: string }) => {
        if (error.code === 'NA401') end(error.message === 'mandateEnded' ? 'mandate' : 'session')
      })
      .finally(() => {
        checking = null
        if (!ended && newest > upTo && newest > told) look()
      })
  }
  const watch = setInterval(look, checkEvery)
  const beat = setInterval(() => raw.write(': \n\n'), heartbeatEvery)
  const silence = journal.on((number) => {
    newest = Math.max(newest, number)
    look()
  })
  raw.on('close', () => end(null))
  raw.on('error', () => end(null))
  raw.write(`retry: 2000\n: ${first.head}\n\n`)
  tell()
  return { end }
}

/** After a gap the browser says how far it had come. */
function sinceOf(request: FastifyRequest): number | null {
  const said = request.headers['last-event-id'] ?? (request.query as { since?: string }).since
  return typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : null
}
