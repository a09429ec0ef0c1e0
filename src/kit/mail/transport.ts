// The way to the mail server of the operator, e.g. "smtps://user:password@mail.example:465".
import { createTransport, type Transporter } from 'nodemailer'

/** Gives up on a server that does not answer, so that a transaction never waits for it for long. */
export const openTransport = (url: string): Transporter =>
  createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
