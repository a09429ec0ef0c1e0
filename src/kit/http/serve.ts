// Registers a contract in Fastify: opens the transaction, decides who may, checks revision and key, calls the handler, journals, answers.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { ZodType } from 'zod'
import { decide, type Target } from '#kit/access/decide.ts'
import { timeOf } from '#kit/clock/clock.ts'
import type { Database } from '#kit/db/database.ts'
import { type Actor, inTransaction } from '#kit/db/transaction.ts'
import { journal } from '#kit/journal/journal.ts'
import { type ObjectRow, objects } from '#kit/objects/objects.ts'
import { answerTo, type Sentences, Stale, Status } from './answers.ts'
import type { Contract, Endpoint, RefusalTexts, WriteEndpoint } from './contract.ts'
import { Forbidden, NotFound, Refusal } from './refusal.ts'
import { type FileOut, type Handlers, type House, type Scene, withActs } from './scene.ts'
import { texts } from './texts.de.ts'

export const cookieName = 'nahtstelle'
const writes = (endpoint: Endpoint): endpoint is WriteEndpoint => endpoint.method !== 'GET'
export const entranceOf = (request: FastifyRequest) => {
  const token = request.cookies[cookieName]
  const wanted = request.headers['x-acting-for'] ?? (request.query as { for?: string } | undefined)?.for
  return token
    ? { token, organisation: typeof wanted === 'string' && /^[0-9a-f-]{36}$/.test(wanted) ? wanted : null }
    : null
}

/** Registers every endpoint of a contract. The handlers and the German sentences of all refusals must be complete, or it does not compile. */
export function serve<C extends Contract>(
  app: FastifyInstance,
  area: string,
  contract: C,
  house: House,
  handlers: Handlers<C>,
  sentences: RefusalTexts<C>,
) {
  for (const [name, endpoint] of Object.entries(contract)) {
    const handler = handlers[name] as unknown as (input: unknown, scene: Scene) => Promise<unknown>
    app.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      schema: schemaOf(area, name, endpoint),
      handler: async (request, reply) => {
        try {
          return await run(endpoint, handler, house, request, reply)
        } catch (error) {
          const { status, body } = answerTo(error, sentences as Sentences, house.log)
          return reply
            .code(status)
            .serializer(JSON.stringify)
            .header('content-type', 'application/json; charset=utf-8')
            .send(body)
        }
      },
    })
  }
}

function schemaOf(area: string, name: string, endpoint: Endpoint) {
  const parts: Record<string, unknown> = { tags: [area], operationId: `${area}.${name}`, summary: endpoint.summary }
  for (const part of ['params', 'query', 'body'] as const) {
    const shape = (endpoint as Record<string, unknown>)[part] as ZodType | undefined
    if (shape) parts[part === 'query' ? 'querystring' : part] = shape
  }
  if (!endpoint.file) parts.response = { 200: endpoint.reply }
  return parts
}

async function run(
  endpoint: Endpoint,
  handler: (input: unknown, scene: Scene) => Promise<unknown>,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const entrance = endpoint.who === 'anyone' && !request.cookies[cookieName] ? null : entranceOf(request)
  if (!entrance && endpoint.who !== 'anyone') throw new Status(401, 'notSignedIn', texts.notSignedIn)
  const id = (request.params as { id?: string } | undefined)?.id
  const about = endpoint.target && id ? { id, kind: endpoint.target } : null
  const work = async (db: Database, actor: Actor | null, rows: unknown[]) => {
    const target = (rows[0] as ObjectRow | undefined) ?? null
    if (about && (!target || (target.deleted_at && !endpoint.alsoDeleted))) throw new NotFound()
    const decision = decide(endpoint.who, actor, target as Target | null)
    if (decision === 'signIn') throw new Status(401, 'notSignedIn', texts.notSignedIn)
    if (decision === 'forbidden') throw new Forbidden()
    return within(endpoint, handler, house, request, reply, db, actor, target).catch((error) => {
      if (error instanceof Refusal && error.keep) return error
      throw error
    })
  }
  const beginning = { target: about, reading: !writes(endpoint) && !endpoint.renews }
  const result = await inTransaction(house.pool, entrance, beginning, work).catch((error) => {
    // A page that anybody may read stays readable when the visitor's session has run out. Who asks for whom they act is told that it is over.
    const told = endpoint.method === 'GET' && endpoint.renews && error?.message === 'mandateEnded'
    if (endpoint.who === 'anyone' && entrance && error?.code === 'NA401' && !told)
      return inTransaction(house.pool, null, beginning, work)
    throw error
  })
  if (result instanceof Refusal) throw result
  return send(reply, endpoint, result.body, result.revision)
}

type Done = { body: unknown; revision: number | null }

async function within(
  endpoint: Endpoint,
  handler: (input: unknown, scene: Scene) => Promise<unknown>,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  db: Database,
  actor: Actor | null,
  target: ObjectRow | null,
): Promise<Done> {
  // What is harmless by itself keeps no answer: it may hold a secret.
  const key =
    writes(endpoint) && typeof endpoint.guard === 'string' && actor ? request.headers['idempotency-key'] : undefined
  const digest = key ? digestOf(request) : ''
  if (typeof key === 'string') {
    const earlier = await claim(db, actor!, key, digest)
    if (earlier) return earlier
  }
  if (writes(endpoint) && endpoint.guard === 'ifMatch') await advance(db, request, target!)
  const time = actor ?? (await timeOf(db))
  const { scene, recorded } = withActs({
    db,
    house,
    actor: actor as Actor,
    target: target as never,
    at: time.at,
    today: time.today,
    endpoint,
    roles: typeof endpoint.who === 'object' ? endpoint.who.as : null,
    upload: request.body instanceof Buffer ? uploadOf(request) : null,
    cookies: request.cookies,
    source: request.ip,
    setCookie: (name, value) => setCookie(reply, name, value, request.protocol === 'https'),
  })
  const result = await handler(
    {
      ...(request.params as object),
      ...(request.query as object),
      ...(request.body instanceof Buffer ? {} : (request.body as object)),
    },
    scene,
  )
  if (writes(endpoint) && typeof endpoint.journal === 'string' && recorded() === 0)
    throw new Error(`${endpoint.summary}: journalled nothing`)
  // A reading leaves its target as it was.
  const revision = !target
    ? null
    : writes(endpoint)
      ? ((await objects(db).find(target.id))?.revision ?? null)
      : target.revision
  if (typeof key === 'string')
    await sql`update kit.reply set status = 200, body = ${JSON.stringify(result ?? null)}::jsonb, revision = ${revision} where person = ${actor!.person} and key = ${key}`.execute(
      db,
    )
  return { body: result, revision }
}

const digestOf = (request: FastifyRequest) =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n`)
    .update(request.body instanceof Buffer ? request.body : JSON.stringify(request.body ?? null))
    .digest('hex')

/** Claims a key, or returns what its first use was answered. Two at once: the second waits for the first to commit. */
async function claim(db: Database, actor: Actor, key: string, digest: string): Promise<Done | null> {
  const claimed =
    await sql`insert into kit.reply (person, key, digest, at) values (${actor.person}, ${key}, ${digest}, clock.now()) on conflict do nothing`.execute(
      db,
    )
  if (claimed.numAffectedRows === 1n) return null
  const { rows } = await sql<{
    digest: string
    body: unknown
    revision: number | null
  }>`select digest, body, revision from kit.reply where person = ${actor.person} and key = ${key}`.execute(db)
  if (rows[0]?.digest !== digest) throw new Status(422, 'keyReused', texts.keyReused)
  return rows[0]
}

/** Counts the write on the revision it was based on; whoever comes second sees both texts. */
async function advance(db: Database, request: FastifyRequest, target: ObjectRow) {
  const based = /^"?(\d+)"?$/.exec(request.headers['if-match'] ?? '')?.[1]
  if (!based) throw new Status(428, 'preconditionRequired', texts.preconditionRequired)
  if (await objects(db).touch(target.id, Number(based))) return
  const now = await objects(db).find(target.id)
  if (!now) throw new NotFound()
  if (now.revision === Number(based)) throw new Forbidden()
  const latest = await journal(db).latest(target.id)
  throw new Stale(
    { after: latest?.after ?? null, organisation: latest?.organisation ?? null, revision: now.revision },
    request.body,
  )
}

function uploadOf(request: FastifyRequest) {
  const name = request.headers['x-file-name']
  return {
    name: typeof name === 'string' ? fileName(name) : texts.unnamedFile,
    type: request.headers['content-type'] ?? '',
    bytes: request.body as Buffer,
  }
}

/** The name as sent, without anything that a file system or a header could take for more than a name. */
function fileName(sent: string): string {
  try {
    return (
      decodeURIComponent(sent)
        .replaceAll(/[/\\\p{Cc}]/gu, '_')
        .slice(0, 200) || texts.unnamedFile
    )
  } catch {
    return texts.unnamedFile
  }
}

function setCookie(reply: FastifyReply, name: string, value: string | null, secure: boolean) {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (value === null) reply.clearCookie(name, options)
  else reply.setCookie(name, value, options)
}

async function send(reply: FastifyReply, endpoint: Endpoint, result: unknown, revision: number | null) {
  if (revision !== null) reply.header('etag', `"${revision}"`)
  reply.header('cache-control', 'no-store')
  if (endpoint.method === 'GET' && endpoint.shared) {
    const tag = `W/"${createHash('sha256').update(JSON.stringify(result)).digest('base64url').slice(0, 22)}"`
    reply.header('cache-control', 'public, no-cache').header('etag', tag)
    if (reply.request.headers['if-none-match'] === tag) return reply.code(304).send()
  }
  if (!endpoint.file) return reply.send(result ?? {})
  const file = result as FileOut
  const bytes = typeof file.bytes === 'function' ? await file.bytes() : file.bytes
  reply.header('content-type', file.type)
  reply.header(
    'content-disposition',
    `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  )
  if (file.tag) {
    const tag = `"${file.tag}"`
    reply.header('cache-control', 'public, no-cache').header('etag', tag)
    if (reply.request.headers['if-none-match'] === tag) return reply.code(304).send()
  }
  if (file.maxAge) reply.header('cache-control', `public, max-age=${file.maxAge}`)
  if (!file.gzipped) return reply.send(Buffer.from(bytes))
  reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(String(reply.request.headers['accept-encoding'] ?? ''))) return reply.send(gunzipSync(bytes))
  return reply.header('content-encoding', 'gzip').send(Buffer.from(bytes))
}
