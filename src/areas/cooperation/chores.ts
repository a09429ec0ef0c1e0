// What becomes due by itself in cooperation: duties from agreements, reminders, the end of seats.
import type { Chores } from '#kit/chores/chores.ts'
import { afterChange, afterMeeting, afterSignature, deriveDuties } from './chores/derive.ts'
import { remind, tellCreditor, tellInvited } from './chores/remind.ts'
import { afterSeamAgreed, oweReviews } from './chores/seams.ts'
import { tidyReaders } from './chores/seats.ts'
import { afterTelling } from './chores/told.ts'

export const chores: Chores = {
  evidence: {
    'meeting.held': ['meet', 'before'],
    'meeting.invited': ['notice'],
    'figure.delivered': ['deliver'],
    'figure.confirmed': ['confirm'],
    'service.changeAnnounced': ['inform'],
    'contact.confirmed': ['contact'],
    // Where the deed leaves no other trace, the debtor says that it is done.
    'duty.stated': ['report', 'inform', 'contact', 'review'],
    'seam.reviewed': ['reviewSeam'],
  },
  onFact: {
    'agreement.signed': afterSignature,
    'agreement.inForce': (fact, scene) => deriveDuties(scene, { agreement: fact.object }),
    'meeting.planned': afterMeeting,
    'meeting.moved': afterMeeting,
    'meeting.cancelled': afterMeeting,
    'meeting.held': afterMeeting,
    'meeting.invited': async (fact, scene) => {
      await afterMeeting(fact, scene)
      await tellInvited(fact, scene)
    },
    'body.sessionsKept': afterMeeting,
    'service.changed': afterChange,
    'duty.stated': tellCreditor,
    'office.told': afterTelling,
    'seam.agreed': afterSeamAgreed,
  },
  daily: { deriveDuties: (scene) => deriveDuties(scene), tidyReaders, oweReviews, remind },
}
