// Handlers of answers to an invitation: signed in, or by a link from the mail.
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { responses as responseContract } from '../contract/responses.ts'
import type { meetings as contract } from '../contract.ts'
import { polls } from '../store/polls.ts'
import { type Responded, responses } from '../store/responses.ts'
import { opened } from './polls.ts'
import { loadMeeting } from './shown.ts'

type Part = Pick<Handlers<typeof contract>, keyof typeof responseContract>

function requireKept(became: Responded): void {
  if (became === 'over') throw new Refusal('notAsked')
  if (became === 'nobody') throw new Refusal('noVoice')
  if (became === 'noDeputy') throw new Refusal('noDeputyNamed')
  if (became === 'since') throw new Refusal('answeredSince')
}

export const responseHandlers: Part = {
  async respond({ id, ...given }, scene) {
    requireKept(await responses(scene.db).respond({ meeting: id }, given))
    return loadMeeting(scene, id)
  },
  async invitationByLink({ token }, { db }) {
    return opened(await responses(db).byLink(token))
  },
  async respondByLink({ token, ...given }, { db }) {
    requireKept(await responses(db).respond({ token }, given))
    return opened(await responses(db).byLink(token))
  },
  async endInvitationLinks({ id, organisation }, { db, record }) {
    const ended = await polls(db).endLinks(id, organisation, null)
    await record({ after: { organisation, ended } })
    return { ended }
  },
}
