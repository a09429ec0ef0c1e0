// Handlers of the count: hands or papers entered by chair or office, the lot, and the electronic secret ballot where the rules allow it.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from '../contract.ts'
import { type ElectionRow, type ElectionRules, elections } from '../store/elections.ts'
import { shownElection } from './elections-shown.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  'countRound' | 'strikeRound' | 'recordLot' | 'witness' | 'ballotStep' | 'drawPaper' | 'castPaper'
>
const enough = (quorum: ElectionRules['quorum'], present: number, seats: number) =>
  quorum === 'none' || (quorum === 'half' ? present * 2 >= seats : present * 3 >= seats * 2)

/** Only where somebody stands, on the day of the election or later. */
async function requireReady(db: Database, row: ElectionRow, day: string) {
  if (row.status !== 'nominating' && row.status !== 'runoff') throw new Refusal('notOpen')
  if (day < row.day) throw new Refusal('beforeItsDay', { day: row.day })
  const standing = (await elections(db).candidacies(row.id)).filter((one) => one.stands)
  if (standing.length === 0) throw new Refusal('noCandidate')
  return standing
}

const lastRound = async (db: Database, id: string) =>
  (await elections(db).rounds(id)).filter((round) => round.struck_because === null).at(-1)

export const countingHandlers: Part = {
  async countRound({ id, day, present, votes, against, abstained, invalid }, { db, actor, target, today, record }) {
    const store = elections(db)
    const row = (await store.row(id))!
    if (row.method === 'electronic') throw new Refusal('electronicOnly')
    const on = day ?? today
    const standing = await requireReady(db, row, on)
    if (on > today) throw new Refusal('beforeItsDay', { day: on })
    const named = new Set(votes.map((one) => one.candidate))
    if (named.size !== votes.length || named.size !== standing.length || !standing.every((one) => named.has(one.id)))
      throw new Refusal('otherCandidates')
    const seats = (await store.votingSeats(row.constituency, on)).length
    if (present > seats || present === 0) throw new Refusal('tooManyPresent', { seats: String(seats) })
    const sum = votes.reduce((all, one) => all + one.votes, 0) + against + abstained + invalid
    if (sum > present) throw new Refusal('tooManyVotes', { sum: String(sum), present: String(present) })
    if (against > 0 && standing.length > 1) throw new Refusal('againstOnlyOne')
    if (row.method === 'hands' && invalid > 0) throw new Refusal('handsAreValid')
    if (!enough((await store.rules(row.body)).quorum, present, seats)) throw new Refusal('noQuorum')
    const counted = {
      day: on,
      present,
      votes: Object.fromEntries(votes.map((one) => [one.candidate, one.votes])),
      against,
      abstained,
      invalid,
    }
    const outcome = await store.lead(id, 'count', counted)
    await record({ after: { ...counted, outcome } })
    return shownElection(db, target, actor)
  },
  async strikeRound({ id, because }, { db, actor, target, record }) {
    const row = (await elections(db).row(id))!
    const last = await lastRound(db, id)
    if (!last || row.method === 'electronic' || !['decided', 'tie', 'runoff', 'nominating'].includes(row.status))
      throw new Refusal('notOpen')
    if (last.recorded_by !== actor.person) throw new Refusal('notYourCount')
    await elections(db).lead(id, 'strike', { because })
    await record({ before: { round: last.number, outcome: last.outcome }, after: { because } })
    return shownElection(db, target, actor)
  },
  async recordLot({ id, candidate }, { db, actor, target, record }) {
    const row = (await elections(db).row(id))!
    const last = await lastRound(db, id)
    if (row.status !== 'tie' || !last) throw new Refusal('noTie')
    const top = Math.max(...last.votes.map((one) => one.votes))
    if (!last.votes.some((one) => one.candidate === candidate && one.votes === top)) throw new Refusal('notInTheTie')
    await elections(db).lead(id, 'lot', { candidacy: candidate })
    await record({ after: { candidate } })
    return shownElection(db, target, actor)
  },
  async witness({ id }, { db, actor, target, record }) {
    const row = (await elections(db).row(id))!
    const last = await lastRound(db, id)
    const open =
      last &&
      last.witness_for === null &&
      (last.lot === null ? row.status === 'decided' && row.method !== 'electronic' : row.status === 'tie')
    if (!open) throw new Refusal('nothingToWitness')
    if ((last.lot_for ?? last.recorded_for) === actor.organisation) throw new Refusal('ownCount')
    await elections(db).lead(id, 'witness')
    await record({ after: { round: last.number, lot: last.lot } })
    return shownElection(db, target, actor)
  },
  async ballotStep({ id, step }, { db, actor, target, today, record, fact }) {
    const store = elections(db)
    const row = (await store.row(id))!
    if (row.method !== 'electronic') throw new Refusal('notElectronic')
    if (step === 'draw') {
      await requireReady(db, row, today)
      const rules = await store.rules(row.body)
      if (!rules.secret_ballot) throw new Refusal('secretNotAllowed')
      if ((await store.votingSeats(row.constituency, row.day)).length < 5) throw new Refusal('tooFewForSecret')
      await store.lead(id, 'draw')
      await record({ after: { step } })
      await fact({ kind: 'election.drawing', organisation: row.body, object: id, day: today })
      return shownElection(db, target, actor)
    }
    if (row.status !== (step === 'cast' ? 'drawing' : 'casting')) throw new Refusal('notOpen')
    const drawn = await store.papersDrawn(id)
    if (step === 'cast') {
      if (drawn < 5) throw new Refusal('tooFewDrawn', { drawn: String(drawn) })
      const seats = (await store.votingSeats(row.constituency, row.day)).length
      if (!enough((await store.rules(row.body)).quorum, drawn, seats)) throw new Refusal('noQuorum')
    }
    const outcome = await store.lead(id, step)
    const round = await lastRound(db, id)
    // Which seats took part, said once at the close; never who voted how, or when.
    await record({
      after:
        step === 'close'
          ? { step, outcome, seats: (await store.drawn(id, round!.number)).toSorted() }
          : { step, drawn },
    })
    return shownElection(db, target, actor)
  },
  async drawPaper({ id, seat, blinded }, { db, actor }) {
    const store = elections(db)
    const row = (await store.row(id))!
    if (row.status !== 'drawing' || (await store.modulus(id)) === null) throw new Refusal('notDrawing')
    const own = (await store.votingSeats(row.constituency, row.day)).some(
      (one) => one.seat === seat && one.organisation === actor.organisation,
    )
    if (!own || !holds(actor, ['chair', 'delegate', 'deputy'], [row.body])) throw new Refusal('notYourSeat')
    if ((await store.drawn(id, (await store.rounds(id)).length + 1)).includes(seat)) throw new Refusal('drawnAlready')
    return { signature: await store.draw(id, seat, blinded) }
  },
  async castPaper(paper, { db }) {
    try {
      await elections(db).cast(paper)
    } catch (error) {
      // One answer for whatever is wrong, so that nothing can be learnt from trying.
      if (['NA403', '23505', '23514'].includes((error as { code?: string }).code ?? ''))
        throw new Refusal('paperDoesNotCount')
      throw error
    }
    return {}
  },
}
