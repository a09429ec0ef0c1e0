// What mails with a link say and offer: read by the token, so that whoever has no account gets the same words.
import type { Database } from '#kit/db/database.ts'
import type { Answering } from '#kit/mail/render.ts'
import type { LinkedCirculation } from '../contract/circulations.ts'
import type { LinkedPoll } from '../contract/polls.ts'
import type { LinkedInvitation } from '../contract/responses.ts'
import { circulations } from '../store/circulations.ts'
import { polls } from '../store/polls.ts'
import { responses } from '../store/responses.ts'
import { circulationTexts } from '../texts/circulations.de.ts'
import { mailTexts as texts } from '../texts/mails.de.ts'

/** Null: the mail is about something else, or its link opens nothing any more. */
export async function answersOfMail(
  db: Database,
  { what, token }: { what: string; token: string },
  address: string,
): Promise<Answering | null> {
  if (what.startsWith('poll.')) return pollMail(await polls(db).byLink(token), `${address}/termin/${token}`)
  if (what.startsWith('circulation.'))
    return circulationMail(await circulations(db).byLink(token), `${address}/umlauf/${token}`)
  if (what === 'meeting.invited' || what === 'meeting.standIn')
    return invitationMail(await responses(db).byLink(token), `${address}/zusage/${token}`)
  return null
}

function pollMail(shown: LinkedPoll | null, url: string): Answering | null {
  if (!shown?.poll) return null
  const { state, poll } = shown
  const chosen = poll.options.find(({ id }) => id === poll.chosen)
  const open = state === 'open'
  return {
    name: poll.name,
    title: poll.title,
    invented: poll.invented,
    lines: [
      ...(poll.purpose ? [poll.purpose] : []),
      ...(chosen ? [texts.chosen(chosen, poll.place || poll.online)] : []),
      ...(poll.withdrawnBecause ? [texts.withdrawn(poll.withdrawnBecause)] : []),
      ...(open ? [texts.asked(poll.options, poll.place || poll.online), texts.until(poll.until)] : []),
    ],
    links: [{ label: open ? texts.answer : texts.look, url }],
  }
}

function circulationMail(shown: LinkedCirculation | null, url: string): Answering | null {
  if (shown?.state !== 'running' || !shown.circulation) return null
  const { name, title, invented, proposal, until } = shown.circulation
  const { mail } = circulationTexts
  return {
    name,
    title,
    invented,
    lines: [mail.asked(proposal), mail.until(until)],
    links: [{ label: mail.answer, url }],
  }
}

function invitationMail(shown: LinkedInvitation | null, url: string): Answering | null {
  if (shown?.state !== 'invited' || !shown.invitation) return null
  const { invitation } = shown
  const own = invitation.mine.some((seat) => seat.own)
  const deputy = invitation.mine.some((seat) => seat.deputy)
  const to = (answer: string) => `${url}?antwort=${answer}`
  const represented = invitation.mine.map(({ organisation }) => organisation.title)[0] ?? ''
  return {
    name: invitation.name,
    title: invitation.title,
    invented: invitation.invented,
    lines: [
      texts.when(invitation, invitation.place || invitation.online),
      own ? texts.please : texts.pleaseDeputy(represented),
    ],
    links: own
      ? [
          { label: texts.comes, url: to('comes') },
          { label: texts.declines, url: to('declines') },
          ...(deputy ? [{ label: texts.deputyComes, url: to('deputy') }] : []),
        ]
      : [
          { label: texts.standIn(represented), url: to('deputy') },
          { label: texts.noStandIn, url: to('declines') },
        ],
  }
}
