// What the tests of meetings share: a planned meeting and its papers with the keys of two chairs, and a mail server that keeps what it is sent.
import type { TestContext } from 'node:test'
import type { TestHouse } from '#apps/testing.ts'
import { ok, type TestPerson } from '#apps/testing-people.ts'
import { openWorker } from '#apps/worker.ts'
import type { TwoChairs } from '#areas/cooperation/testing-keys.ts'
import { mailServer } from '#kit/mail/test-server.ts'
import type { Meeting, PaperKind } from './contract.ts'

export const paperOf = (meeting: Meeting, kind: PaperKind) => meeting.papers.find((paper) => paper.kind === kind)!

/** A planned meeting with one item, by chair A. */
export async function planned({ a, body }: TwoChairs, day = '2026-12-15') {
  const { object } = ok<Meeting>(await a.post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' }))
  return ok<Meeting>(await a.post(`/meetings/${object.id}/items`, { title: 'Kurzzeitpflege' }))
}
export const present = async (who: TestPerson, id: string, kind: PaperKind) =>
  ok<Meeting>(await who.post(`/meetings/${id}/papers`, { kind }))
/** Put forward and released by both chairs. */
export async function released(all: Pick<TwoChairs, 'office' | 'a' | 'b'>, id: string, kind: PaperKind) {
  const paper = paperOf(await present(all.office, id, kind), kind)
  for (const chair of [all.a, all.b])
    ok(await chair.post('/releases', { object: paper.object, edition: paper.edition }))
}

export const address = 'https://nahtstelle.example'
/** A worker of the house that mails through a real server. */
export async function mailing(t: TestContext, house: TestHouse) {
  const server = await mailServer()
  const worker = await openWorker({
    worker: house.logins.worker,
    log: house.house.log,
    mail: server.url,
    from: 'nahtstelle@example.org',
    address: () => address,
    manual: true,
  })
  t.after(async () => {
    await worker.close()
    await server.close()
  })
  return { server, worker }
}
export type Mail = Awaited<ReturnType<typeof mailServer>>['mails'][number]
/** The appointment that came with a mail. */
export function calendarOf(mail: Mail): string | null {
  const part = mail.attachments.find(({ mimeType }) => /calendar|ics/.test(mimeType))
  if (!part) return null
  const { content } = part
  return typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')
}
/** The addresses inside the installation that a mail links to. */
export const linksIn = (mail: Mail, path: string): string[] => [
  ...new Set((mail.text ?? '').match(new RegExp(`${path}/[\\w-]+(?:\\?antwort=\\w+)?`, 'g')) ?? []),
]
