// The outbox of a demo, where no mail leaves the house: shows what would have been sent, to whom, with its link.
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { type MessageRow, render, type Where } from './render.ts'

export type OutboxMail = { id: string; at: string; to: string | null; subject: string; text: string; html: string }

/** The newest mails as their recipients would read them; `to`: only those to this address. `pool`: the worker's login. */
export async function outbox(
  pool: pg.Pool,
  where: Where,
  { most = 50, to = null }: { most?: number; to?: string | null } = {},
): Promise<OutboxMail[]> {
  const { rows } = await inPlainTransaction(pool, (db) =>
    sql<MessageRow>`select id, person, organisation, address, template, data, object, created from mail.message
      where sent_at is null and (${to}::text is null or address = ${to}) order by created desc, id desc limit ${most}`.execute(
      db,
    ),
  )
  const mails: OutboxMail[] = []
  for (const row of rows) {
    // Each in a transaction of its own: the reader of one is not the reader of the next. One whose mandate has ended gets no mail.
    const mail = await inPlainTransaction(pool, (db) => render(db, row, where)).catch(() => null)
    if (mail)
      mails.push({ id: row.id, at: row.created, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html })
  }
  return mails
}

/** GET /api/demo/mails: only ever hung onto a demo, in which everybody is invented. */
export function demoMails(app: FastifyInstance, pool: pg.Pool, where: () => Where): void {
  app.get('/api/demo/mails', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { mails: await outbox(pool, where()) }
  })
}
