// What becomes due by itself in cooperation: duties from agreements, reminders, the end of seats.
import type { Chores } from '#kit/chores/chores.ts'
import { afterSignature, deriveDuties } from './chores/derive.ts'
import { renewGroup, tendGroups } from './chores/groups.ts'
import { remind } from './chores/remind.ts'
import { archive, dissolveBody, moveSeats, tendDelegates, tidyReaders } from './chores/seats.ts'

export const chores: Chores = {
  evidence: {
    'meeting.held': ['meet'],
    'figure.delivered': ['deliver'],
    'figure.confirmed': ['confirm'],
    'group.reported': ['groupReport', 'groupHandover'],
    'groupMandate.released': ['groupEnd'],
    'groupMandate.concluded': ['groupEnd'],
    'group.closed': ['groupEnd'],
    'delegate.named': ['nameDelegate'],
  },
  onFact: {
    'agreement.signed': afterSignature,
    'agreement.inForce': (fact, scene) => deriveDuties(scene, fact.object),
    'groupMandate.released': renewGroup,
    'organisation.merged': moveSeats,
    'dissolution.released': dissolveBody,
    'seat.filled': (_, scene) => tendDelegates(scene),
  },
  daily: {
    deriveDuties: (scene) => deriveDuties(scene),
    tendGroups,
    tendDelegates,
    archive,
    tidyReaders,
    remind,
  },
}
