// The Fastify instance of the house: compilers of the contract, cookies, headers, same origin, and the printed OpenAPI document.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { de } from 'zod/locales'
import { answerTo } from './answers.ts'
import { friendly } from './friendly.ts'
import type { House } from './scene.ts'
import { texts } from './texts.de.ts'

z.config({ ...de(), customError: friendly })
const contentPolicy =
  "default-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;font-src 'self' data:;frame-ancestors 'none';base-uri 'self';form-action 'self';object-src 'none'"
export const uploadLimit = 20 * 1024 * 1024

/** An instance ready for `serve`. `trustProxy`: the addresses of one's own load balancer. */
export async function openApp(
  house: Pick<House, 'log'>,
  options: { trustProxy?: string[] } = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(cookie)
  // The policy on content never changes; helmet would put it together anew for every answer.
  await app.register(helmet, { contentSecurityPolicy: false, hsts: false, crossOriginEmbedderPolicy: false })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', contentPolicy)
  })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Nahtstelle', version: '1', description: texts.api } },
    transform: jsonSchemaTransform,
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: uploadLimit },
    (_request, body, done) => done(null, body),
  )

  // A browser names where a change comes from; a page elsewhere is turned away. Scripts without a browser send neither header.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    const foreign = origin
      ? !sameHost(origin, request.host)
      : site !== undefined && site !== 'same-origin' && site !== 'none'
    if (foreign) return reply.code(403).send({ code: 'foreignOrigin', message: texts.foreignOrigin })
  })
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = fromFastify(error, request.headers['content-type'] ?? '') ?? answerTo(error, {}, house.log)
    return reply
      .code(status)
      .serializer(JSON.stringify)
      .header('content-type', 'application/json; charset=utf-8')
      .send(body)
  })
  return app
}

const sameHost = (origin: string, host: string) => {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

function fromFastify(error: unknown, type: string) {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((fault) => ({
      path: fault.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: fault.message ?? '',
    }))
    return { status: 400, body: { code: 'invalidInput', message: texts.invalidInput, fields } }
  }
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return {
      status: 413,
      body: {
        code: 'tooLarge',
        message: type.startsWith('application/json')
          ? texts.tooLong
          : texts.tooLarge(`${uploadLimit / 1024 / 1024} MB`),
      },
    }
  if (code?.startsWith('FST_ERR_CTP') || (statusCode === 400 && error instanceof SyntaxError))
    return { status: 400, body: { code: 'invalidInput', message: texts.invalidInput, fields: [] } }
  return null
}
