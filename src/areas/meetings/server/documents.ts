// Handlers of the papers as documents: who gets which, and everything they say gathered in one transaction. What they look like is the kit's.
import { releases } from '#areas/cooperation/store/releases.ts'
import { whomToAsk } from '#areas/cooperation/store/whom-to-ask.ts'
import { decisions } from '#areas/planning/store/decisions.ts'
import { holds } from '#kit/access/decide.ts'
import { dayOf } from '#kit/clock/days.ts'
import { documentFile } from '#kit/documents/render.ts'
import { separated } from '#kit/documents/separated.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import { whomToAskAt } from '#kit/ref.ts'
import type { Extent } from '../contract/documents.ts'
import type { meetings as contract, Meeting, PaperKind } from '../contract.ts'
import { documents } from '../store/documents.ts'
import { longDay } from '../texts/days.de.ts'
import { documentTexts as t } from '../texts/documents.de.ts'
import { voteTexts } from '../texts/votes.de.ts'
import { texts } from '../texts.de.ts'
import {
  type Gathered,
  listManuscript,
  type Outcome,
  type Release,
  seatOf,
  titleOf,
  writeManuscript,
} from './manuscripts.ts'
import { loadMeeting } from './shown.ts'

type Part = Pick<Handlers<typeof contract>, 'meetingDocument' | 'attendanceList' | 'attendanceFile'>
type Asking = Pick<Scene, 'db' | 'actor' | 'house' | 'at' | 'today'>

/** What counts: released where the rules ask for it, as it stands. An invitation carries the agenda, so both must. */
function isSettled(meeting: Meeting, paper: PaperKind): boolean {
  const settled = (kind: PaperKind) => meeting.papers.some((one) => one.kind === kind && one.settled)
  return paper === 'invitation' ? settled('agenda') && settled('invitation') : settled(paper)
}

function requirePossible(meeting: Meeting, paper: PaperKind, settled: boolean): void {
  if (meeting.status === 'cancelled') throw new Refusal('calledOff')
  if (paper === 'minutes' && meeting.status !== 'held') throw new Refusal('noMinutesYet')
  if (!settled && !meeting.mayLead) throw new Refusal('notYetSettled')
  if (paper !== 'minutes' && meeting.items.length === 0) throw new Refusal('nothingOnAgenda')
}

const byName = (one: string, other: string) => one.localeCompare(other, 'de')

/** In the order of their names: none of the two comes first because of what it is or when it released. */
async function sidesOf({ db }: Asking, body: string): Promise<string[]> {
  const chairs = await releases(db).chairs(body)
  return [...new Set(chairs.map((chair) => chair.organisation_title))].toSorted(byName)
}

/** Keys of the edition that counts, by organisation. */
async function releaseOf({ db }: Asking, meeting: Meeting, paper: PaperKind): Promise<Release | null> {
  const found = meeting.papers.find((one) => one.kind === paper)
  if (!found?.object || found.edition === null || !found.settled) return null
  const keys = (await releases(db).given(found.object, found.edition)).map((key) => ({
    organisation: key.organisation_title,
    day: dayOf(key.at),
    standIn: key.on_behalf !== null,
  }))
  const edition = (await objects(db).editions(found.object)).find(({ number }) => number === found.edition)
  return {
    keys: keys.toSorted((one, other) => byName(one.organisation, other.organisation)),
    fixedOn: edition ? dayOf(edition.at) : meeting.day,
  }
}

/** The words of the results. In minutes that count only what is released stands, so that everybody holds the same paper. */
async function outcomesOf({ db }: Asking, meeting: Meeting, settled: boolean): Promise<Map<string, Outcome>> {
  const found = new Map<string, Outcome>()
  for (const { id, result } of meeting.items) {
    const row = result && (result.released || !settled) ? await decisions(db).find(result.id) : undefined
    if (!row || !result) continue
    found.set(id, {
      result: result.result,
      title: result.title,
      text: row.text,
      addressee: row.addressee_title,
      answerBy: row.answer_by,
      released: result.released,
    })
  }
  return found
}

async function gather(asking: Asking, meeting: Meeting, paper: PaperKind, settled: boolean): Promise<Gathered> {
  const { db, house, today } = asking
  const body = meeting.object.body!
  const release = settled ? await releaseOf(asking, meeting, paper) : null
  const sides = await sidesOf(asking, body.id)
  const whom = await whomToAsk(db, body.id)
  const named = [...new Set((release?.keys ?? []).map((key) => key.organisation))]
  return {
    meeting,
    settled,
    release,
    outcomes: paper === 'minutes' ? await outcomesOf(asking, meeting, settled) : new Map(),
    // Old minutes name the sides that released them, not those of today.
    sides: named.length > 1 ? named : sides,
    ask: {
      whom: [whom.organisationName, whom.name, whom.email, whom.phone].filter((part) => part !== null).join(', '),
      at: whomToAskAt(house.address(), body.id),
    },
    today,
  }
}

/** The whole is for the members of the body; whoever sits there as a guest or was let in gets what is public. */
async function extentFor({ db, actor }: Asking, meeting: Meeting, wanted: Extent): Promise<Extent> {
  const body = meeting.object.body!.id
  if (wanted === 'open' || !actor) return 'open'
  if (holds(actor, ['chair', 'office', 'delegate', 'deputy'], [body])) return 'whole'
  return (await documents(db).isMember(body, actor.organisation)) ? 'whole' : 'open'
}

export const documentHandlers: Part = {
  async meetingDocument({ id, paper, as, extent: wanted }, scene) {
    const meeting = await loadMeeting(scene, id)
    const settled = isSettled(meeting, paper)
    requirePossible(meeting, paper, settled)
    const extent = await extentFor(scene, meeting, wanted)
    const manuscript = writeManuscript(paper, await gather(scene, meeting, paper, settled), extent)
    const name = t.fileName(titleOf(paper, meeting.number), meeting.object.body!.title, meeting.day, [
      ...(settled ? [] : [t.draft]),
      ...(extent === 'open' ? [t.openFile] : []),
    ])
    return documentFile(name, manuscript, as, scene.at)
  },
  async attendanceList({ id, as }, scene) {
    const meeting = await loadMeeting(scene, id)
    if (meeting.status === 'cancelled') throw new Refusal('calledOff')
    const manuscript = listManuscript(await gather(scene, meeting, 'agenda', false))
    return documentFile(
      t.fileName(manuscript.title, meeting.object.body!.title, meeting.day, []),
      manuscript,
      as,
      scene.at,
    )
  },
  async attendanceFile({ id }, scene) {
    const meeting = await loadMeeting(scene, id)
    if (meeting.status !== 'held') throw new Refusal('notHeldYet')
    const rows = meeting.attendance.map((seat) => [
      meeting.object.body!.title,
      String(meeting.number),
      longDay(meeting.day),
      seat.organisation.title,
      seatOf(seat),
      seat.voting ? voteTexts.hasVote : voteTexts.noVote,
      seat.state ? texts.presences[seat.state] : voteTexts.minutes.stillOpen,
    ])
    return separated(t.csv.fileName(meeting.object.title, meeting.day), [t.csv.columns, ...rows])
  },
}
