// What becomes due by itself in cooperation: duties from agreements, reminders, the end of seats.
import type { Chores } from '#kit/chores/chores.ts'
import { afterSignature, deriveDuties } from './chores/derive.ts'
import { remind } from './chores/remind.ts'
import { afterSeamAgreed, oweReviews } from './chores/seams.ts'
import { tidyReaders } from './chores/seats.ts'

export const chores: Chores = {
  evidence: {
    'meeting.held': ['meet'],
    'figure.delivered': ['deliver'],
    'figure.confirmed': ['confirm'],
    'seam.reviewed': ['reviewSeam'],
  },
  onFact: {
    'agreement.signed': afterSignature,
    'agreement.inForce': (fact, scene) => deriveDuties(scene, fact.object),
    'seam.agreed': afterSeamAgreed,
  },
  daily: { deriveDuties: (scene) => deriveDuties(scene), tidyReaders, oweReviews, remind },
}
