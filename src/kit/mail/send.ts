// Empties the outbox: claims one row, renders it as its recipient, hands it to the server and notes that in the same transaction.
// A crash between the server's "250 OK" and our commit sends the mail again, with the same Message-ID: mail servers and readers
// recognise it as the same message. There is no protocol that closes this gap; what is noted as sent is never sent twice.
import { sql } from 'kysely'
import type { Transporter } from 'nodemailer'
import type pg from 'pg'
import type { Database } from '#kit/db/database.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { type MessageRow, render, type Where } from './render.ts'
import { texts } from './texts.de.ts'

export type Sending = { pool: pg.Pool; transport: Transporter; from: string; where: () => Promise<Where> }
export type Outcome = 'none' | 'sent' | 'failed'

type Fault = { code?: string; responseCode?: number; message?: string }

/** Sends the oldest mail that is due. 'none': nothing is due that nobody else is just sending. */
export function sendNext({ pool, transport, from, where }: Sending): Promise<Outcome> {
  return inPlainTransaction(pool, async (db) => {
    const { rows } = await sql<
      MessageRow & { attempts: number }
    >`select id, person, organisation, address, template, data, object, created, attempts from mail.message
      where sent_at is null and send_after <= clock.now() order by send_after, created limit 1 for update skip locked`.execute(
      db,
    )
    const row = rows[0]
    if (!row) return 'none'
    try {
      await sql`savepoint rendering`.execute(db)
      const mail = await render(db, row, await where())
      if (!mail.to) throw Object.assign(new Error('no address'), { responseCode: 550 })
      await transport.sendMail({
        from: { name: texts.sender, address: from },
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ...(mail.calendar ? { icalEvent: { ...mail.calendar, filename: texts.calendarFile } } : {}),
        messageId: `<${row.id}@${from.split('@')[1] ?? 'nahtstelle'}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'de' },
      })
    } catch (error) {
      await sql`rollback to savepoint rendering`.execute(db)
      await note(db, row, error as Fault)
      return 'failed'
    }
    await sql`update mail.message set sent_at = clock.now(), attempts = attempts + 1, data = '{}', trouble = null,
      address = case when person is null then address end where id = ${row.id}`.execute(db)
    return 'sent'
  })
}

/** Notes why and when to try again: a refusal for good five times, a server that is away for as long as it takes. */
async function note(db: Database, row: MessageRow & { attempts: number }, fault: Fault) {
  const attempts = row.attempts + 1
  const forGood = fault.code === 'NA401' || ((fault.responseCode ?? 0) >= 500 && attempts >= 5)
  const seconds = Math.min(30 * 2 ** attempts, 3600)
  // The server's words may quote the address; the code says enough.
  const trouble = [fault.code, fault.responseCode].filter(Boolean).join(' ') || (fault.message ?? '').slice(0, 200)
  await sql`update mail.message set attempts = ${attempts}, trouble = ${trouble},
    send_after = ${forGood ? sql`'infinity'` : sql`clock.now() + make_interval(secs => ${seconds})`} where id = ${row.id}`.execute(
    db,
  )
}

/** Sends until nothing is due. Returns how many went. */
export async function sendAll(sending: Sending): Promise<number> {
  for (let sent = 0; ; ) {
    const outcome = await sendNext(sending)
    if (outcome === 'none') return sent
    if (outcome === 'sent') sent += 1
  }
}
