// The browser's typed way to the server: the contract is the only description of it.
import type { Call, Contract, Endpoint, Reply } from '#kit/http/contract.ts'

/** What the server answered instead of doing it; `message` is a German sentence that says what to do. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly fields: { path: string; message: string }[]
  /** At a 412: what stands there now, what was sent, and the revision to build on. */
  readonly conflict: { current: unknown; yours: unknown; revision: number } | null
  constructor(status: number, body: Record<string, unknown>, offline: string) {
    super(typeof body.message === 'string' ? body.message : offline)
    this.status = status
    this.code = typeof body.code === 'string' ? body.code : 'offline'
    this.fields = (body.fields as ApiError['fields'] | undefined) ?? []
    this.conflict =
      status === 412 ? { current: body.current, yours: body.yours, revision: Number(body.revision) } : null
  }
}

export type Sent = {
  /** The revision this write is based on (If-Match). */ revision?: number /** Makes a repetition of the same POST harmless. */
  key?: string
  /** Without session and without saying for whom one acts: nothing leads to whoever sends it. */
  nameless?: boolean
  file?: File
  signal?: AbortSignal
}
export type Answered<T> = { data: T; revision: number | null }
export type Remote<E extends Endpoint> = ((input: Call<E>, sent?: Sent) => Promise<Answered<Reply<E>>>) & {
  endpoint: E
  id: string
}
export type Client<C extends Contract> = { readonly [K in keyof C]: Remote<C[K]> }

let actingFor: string | null = null
let offline = ''
/** For whom the person acts; every request names it. `sentence`: what to say when the server cannot be reached. */
export function actFor(organisation: string | null, sentence?: string) {
  actingFor = organisation
  if (sentence) offline = sentence
}
export const actsFor = () => actingFor

/** The address of an endpoint with its path and query filled in: for downloads and links. */
export function addressOf(
  endpoint: Endpoint,
  input: Record<string, unknown>,
): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  // A file is the whole body: what is said about it goes into the address.
  const inQuery = endpoint.method === 'GET' || (endpoint.query !== undefined && endpoint.body === undefined)
  if (!inQuery) return { url: `/api${path}`, rest }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== null && value !== '')
      for (const one of [value].flat()) query.append(name, String(one))
  const text = query.toString()
  return { url: `/api${path}${text ? `?${text}` : ''}`, rest: {} }
}

async function send(endpoint: Endpoint, input: Record<string, unknown>, sent: Sent): Promise<Answered<unknown>> {
  const { url, rest } = addressOf(endpoint, input)
  const headers: Record<string, string> = {}
  if (actingFor && !sent.nameless) headers['x-acting-for'] = actingFor
  if (sent.revision !== undefined) headers['if-match'] = `"${sent.revision}"`
  if (endpoint.method === 'POST') headers['idempotency-key'] = sent.key ?? crypto.randomUUID()
  if (sent.file) {
    headers['content-type'] = 'application/octet-stream'
    headers['x-file-name'] = encodeURIComponent(sent.file.name)
  } else if (endpoint.method !== 'GET') headers['content-type'] = 'application/json'
  const body = endpoint.method === 'GET' ? null : (sent.file ?? JSON.stringify(rest))
  const credentials = sent.nameless ? 'omit' : 'same-origin'
  const asked = { method: endpoint.method, headers, body, credentials, signal: sent.signal ?? null } as const
  const response = await fetch(url, asked).catch((error: Error) => {
    if (error.name === 'AbortError') throw error
    throw new ApiError(0, {}, offline)
  })
  const data = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (!response.ok) throw new ApiError(response.status, data, offline)
  const tag = /\d+/.exec(response.headers.get('etag') ?? '')?.[0]
  return { data, revision: tag ? Number(tag) : null }
}

/** Fetches a file, so that a refusal comes as its sentence and not as a page of its own. */
export async function fetchFile(
  endpoint: Endpoint,
  input: Record<string, unknown>,
): Promise<{ name: string; blob: Blob }> {
  const { url } = addressOf(endpoint, input)
  const headers: Record<string, string> = actingFor ? { 'x-acting-for': actingFor } : {}
  const response = await fetch(url, { headers, credentials: 'same-origin' }).catch(() => {
    throw new ApiError(0, {}, offline)
  })
  if (!response.ok)
    throw new ApiError(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>, offline)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const blob = await response.blob().catch(() => {
    throw new ApiError(0, {}, offline)
  })
  return { name: decodeURIComponent(named ?? ''), blob }
}

/** One function per endpoint; path, query and body come in one object. */
export function client<const C extends Contract>(contract: C): Client<C> {
  const made = Object.entries(contract).map(([name, endpoint]) => {
    const call = (input: Record<string, unknown>, sent: Sent = {}) => send(endpoint, input, sent)
    return [name, Object.assign(call, { endpoint, id: `${endpoint.method} ${endpoint.path}` })]
  })
  return Object.fromEntries(made) as Client<C>
}
