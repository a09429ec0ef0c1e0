// A real SMTP server for tests, on a free port of the loopback, that keeps what it gets.
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type MailServer = {
  url: string
  port: number
  mails: (Email & { recipients: string[] })[]
  close(): Promise<void>
}
type Wish = { port?: number; refuse?: (address: string) => boolean; afterData?: () => Promise<void> }

export async function mailServer({
  port = 0,
  refuse = () => false,
  afterData = async () => undefined,
}: Wish = {}): Promise<MailServer> {
  const mails: MailServer['mails'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _session, done) =>
      refuse(address.address) ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(parts))
        mails.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) })
        await afterData()
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const real = (server.server.address() as AddressInfo).port
  return {
    url: `smtp://127.0.0.1:${real}`,
    port: real,
    mails,
    close: () => new Promise((closed) => server.close(closed)),
  }
}
