// Replays the example through the same endpoints as everybody, each step as the person who did it. Knows no SQL.
import type { FastifyInstance } from 'fastify'

export class DemoFault extends Error {
  override name = 'DemoFault'
}

export type Player = {
  email: string
  organisation: string | null
  get<T>(url: string): Promise<T>
  post<T>(url: string, body?: unknown): Promise<T>
  /** A write that changes its target: reads its revision and names it. `from`: where the object is read. */
  put<T>(url: string, body: unknown, from?: string): Promise<T>
  /** A setting of which the last one counts. */
  set<T>(url: string, body: unknown): Promise<T>
  act<T>(url: string, body: unknown, from: string): Promise<T>
  upload<T>(url: string, name: string, bytes: Buffer): Promise<T>
}

/** Somebody's way to the API. `cookie` from signing in; '' for a visitor. */
export function player(app: FastifyInstance, email: string, cookie: string, organisation: string | null): Player {
  const send = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload: unknown,
    headers: Record<string, string> = {},
  ) => {
    const reply = await app.inject({
      method,
      url: `/api${url}`,
      headers: { cookie, ...(organisation ? { 'x-acting-for': organisation } : {}), ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
    if (reply.statusCode !== 200)
      throw new DemoFault(`${email}: ${method} ${url}: ${reply.statusCode} ${reply.body.slice(0, 600)}`)
    return {
      data: reply.body ? JSON.parse(reply.body) : {},
      revision: /\d+/.exec(String(reply.headers.etag ?? ''))?.[0],
    }
  }
  const based = async (from: string) => ({ 'if-match': `"${(await send('GET', from, undefined)).revision}"` })
  return {
    email,
    organisation,
    get: async (url) => (await send('GET', url, undefined)).data,
    post: async (url, body = {}) => (await send('POST', url, body)).data,
    put: async (url, body, from = url) => (await send('PUT', url, body, await based(from))).data,
    set: async (url, body) => (await send('PUT', url, body)).data,
    act: async (url, body, from) => (await send('POST', url, body, await based(from))).data,
    upload: async (url, name, bytes) =>
      (
        await send('POST', url, bytes, {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        })
      ).data,
  }
}

export async function signIn(
  app: FastifyInstance,
  email: string,
  password: string,
  organisation: string | null,
): Promise<Player> {
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
  if (reply.statusCode !== 200) throw new DemoFault(`${email}: ${reply.body}`)
  return player(app, email, `${reply.cookies[0]!.name}=${reply.cookies[0]!.value}`, organisation)
}
