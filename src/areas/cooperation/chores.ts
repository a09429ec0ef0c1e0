// What becomes due by itself in cooperation: duties from agreements, reminders, the end of seats.
import type { Chores } from '#kit/chores/chores.ts'
import { afterSignature, deriveDuties } from './chores/derive.ts'
import { breakDeadlocks, keyEvidence, oweKeys, publish } from './chores/keys.ts'
import { remind } from './chores/remind.ts'
import { tidyReaders } from './chores/seats.ts'

export const chores: Chores = {
  evidence: {
    'meeting.held': ['meet'],
    'figure.delivered': ['deliver'],
    'figure.confirmed': ['confirm'],
    ...keyEvidence,
  },
  onFact: {
    'agreement.signed': afterSignature,
    'agreement.inForce': (fact, scene) => deriveDuties(scene, fact.object),
    ...oweKeys,
    'publication.released': publish,
  },
  daily: { deriveDuties: (scene) => deriveDuties(scene), tidyReaders, breakDeadlocks, remind },
}
