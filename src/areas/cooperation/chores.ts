// What becomes due by itself in cooperation: duties from agreements, reminders, the end of seats.
import type { Chores } from '#kit/chores/chores.ts'
import { afterSignature, deriveDuties } from './chores/derive.ts'
import { afterResignation, keepRecord, makeKey, tellElectorate } from './chores/elections.ts'
import { remind } from './chores/remind.ts'
import { tidyReaders } from './chores/seats.ts'
import { watchTerms } from './chores/terms.ts'

export const chores: Chores = {
  evidence: {
    'meeting.held': ['meet'],
    'figure.delivered': ['deliver'],
    'figure.confirmed': ['confirm'],
    'election.announced': ['reelect'],
    'term.settled': ['reelect', 'resend'],
  },
  onFact: {
    'agreement.signed': afterSignature,
    'agreement.inForce': (fact, scene) => deriveDuties(scene, fact.object),
    'election.drawing': makeKey,
    'election.accepted': keepRecord,
    'election.announced': tellElectorate,
    'chair.resigned': afterResignation,
  },
  daily: {
    deriveDuties: (scene) => deriveDuties(scene),
    tidyReaders,
    watchTerms: (scene) => watchTerms(scene),
    remind,
  },
}
