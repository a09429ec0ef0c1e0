// Serves the built web. Every address that is not a file and not the API is the app itself; its files carry a hash and stay for ever.
import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { texts } from '#kit/http/texts.de.ts'
import { texts as own } from './texts.de.ts'

const folder = new URL('../../dist/web/', import.meta.url).pathname

export async function webFiles(app: FastifyInstance) {
  if (!existsSync(`${folder}index.html`)) throw new Error(own.noWeb)
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const noPage = request.url.startsWith('/api/') || request.url.startsWith('/assets/') || request.method !== 'GET'
    if (noPage) return reply.code(404).send({ code: 'notFound', message: texts.gone })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
