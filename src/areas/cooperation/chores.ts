// What becomes due by itself in cooperation: duties from agreements, reminders, the end of seats.
import type { Chores } from '#kit/chores/chores.ts'
import { afterChange, afterMeeting, afterSignature, deriveDuties } from './chores/derive.ts'
import { afterChairEnded, afterResignation, keepRecord, makeKey, tellElectorate } from './chores/elections.ts'
import { finishBodies } from './chores/ends.ts'
import { eraseFoundings, forgetFoundings } from './chores/foundings.ts'
import { renewGroup, tendGroups } from './chores/groups.ts'
import { breakDeadlocks, keyEvidence, oweKeys, publish } from './chores/keys.ts'
import { tendOffers } from './chores/offers.ts'
import { remind, tellCreditor } from './chores/remind.ts'
import { afterReview } from './chores/reviews.ts'
import { afterSeamAgreed, moveSeams, oweReviews } from './chores/seams.ts'
import { archive, dissolveBody, moveSeats, tendDelegates, tidyReaders } from './chores/seats.ts'
import { askToSign, tendSignatures } from './chores/signatures.ts'
import { tendStandIns } from './chores/stand-ins.ts'
import { afterRenewal, afterTermination, tendEnds } from './chores/terminations.ts'
import { watchTerms } from './chores/terms.ts'
import { afterTelling } from './chores/told.ts'

export const chores: Chores = {
  evidence: {
    'meeting.held': ['meet', 'before'],
    'meeting.invited': ['notice'],
    'minutes.sent': ['minutes'],
    'figure.delivered': ['deliver'],
    'figure.confirmed': ['confirm'],
    'service.changeAnnounced': ['inform'],
    'contact.confirmed': ['contact'],
    // Where the deed leaves no other trace, the debtor says that it is done.
    'duty.stated': ['report', 'inform', 'contact', 'acceptSeat'],
    'agreement.reviewed': ['renew'],
    'seam.reviewed': ['reviewSeam'],
    'group.reported': ['groupReport', 'groupHandover'],
    'groupMandate.released': ['groupEnd'],
    'groupMandate.concluded': ['groupEnd'],
    'group.closed': ['groupEnd'],
    'delegate.named': ['nameDelegate'],
    'standIn.named': ['nameStandIn'],
    'agreement.partySigned': ['sign'],
    'agreement.renewed': ['renew'],
    'agreement.seatsSettled': ['settleSeats'],
    ...keyEvidence,
    'election.announced': ['reelect'],
    'term.settled': ['reelect', 'resend'],
  },
  onFact: {
    'agreement.offered': async (fact, scene) => {
      await tendSignatures(fact, scene)
      await askToSign(fact, scene)
    },
    'agreement.reminded': askToSign,
    'agreement.redrafted': tendSignatures,
    'agreement.signed': async (fact, scene) => {
      await tendSignatures(fact, scene)
      await afterSignature(fact, scene)
    },
    'agreement.inForce': async (fact, scene) => {
      await deriveDuties(scene, fact.organisation)
      await tendStandIns(scene)
      await afterRenewal(fact, scene)
    },
    'agreement.terminated': afterTermination,
    'agreementReview.released': afterReview,
    'agreement.terminationTakenBack': afterTermination,
    'rules.released': async (fact, scene) => {
      await deriveDuties(scene, fact.organisation)
      await tendStandIns(scene)
    },
    'meeting.planned': afterMeeting,
    'meeting.moved': afterMeeting,
    'meeting.cancelled': afterMeeting,
    'meeting.held': afterMeeting,
    'meeting.invited': afterMeeting,
    'body.sessionsKept': afterMeeting,
    'service.changed': afterChange,
    'duty.stated': async (fact, scene) => {
      await tendOffers(scene)
      await tellCreditor(fact, scene)
    },
    'office.told': async (fact, scene) => {
      await afterTelling(fact, scene)
      await tendOffers(scene)
    },
    'seat.offered': (_, scene) => tendOffers(scene),
    'seam.agreed': afterSeamAgreed,
    'groupMandate.released': renewGroup,
    'organisation.merged': async (fact, scene) => {
      await moveSeats(fact, scene)
      await moveSeams(scene)
    },
    'dissolution.released': dissolveBody,
    ...oweKeys,
    'publication.released': publish,
    'election.drawing': makeKey,
    'election.accepted': keepRecord,
    'election.announced': tellElectorate,
    'chair.resigned': afterResignation,
    'chair.ended': afterChairEnded,
    'seat.filled': (_, scene) => tendDelegates(scene),
  },
  daily: {
    tendEnds,
    deriveDuties: (scene) => deriveDuties(scene),
    tendGroups,
    tendDelegates,
    tendOffers,
    tendStandIns,
    archive,
    finishBodies,
    tidyReaders,
    forgetFoundings,
    moveSeams,
    oweReviews,
    breakDeadlocks,
    watchTerms: (scene) => watchTerms(scene),
    remind,
  },
  erase: eraseFoundings,
}
