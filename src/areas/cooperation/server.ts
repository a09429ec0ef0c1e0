// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from './contract.ts'
import { agreementHandlers } from './server/agreements.ts'
import { bodyHandlers } from './server/bodies.ts'
import { termHandlers } from './server/chair-terms.ts'
import { comparisonHandlers } from './server/comparisons.ts'
import { completenessHandlers } from './server/completeness.ts'
import { countingHandlers } from './server/counting.ts'
import { editionHandlers } from './server/editions.ts'
import { electionHandlers } from './server/elections.ts'
import { foundingHandlers } from './server/foundings.ts'
import { groupHandlers } from './server/groups.ts'
import { involvementHandlers } from './server/involvement.ts'
import { networkHandlers } from './server/network.ts'
import { obligationHandlers } from './server/obligations.ts'
import { offerHandlers } from './server/offers.ts'
import { publicHandlers } from './server/public.ts'
import { publicationHandlers } from './server/publications.ts'
import { purposeHandlers } from './server/purposes.ts'
import { releaseHandlers } from './server/releases.ts'
import { reviewHandlers } from './server/reviews.ts'
import { ruleHandlers } from './server/rules.ts'
import { seamHandlers } from './server/seams.ts'
import { seatHandlers } from './server/seats.ts'
import { sendHandlers } from './server/send.ts'
import { sessionHandlers } from './server/sessions.ts'
import { standingHandlers } from './server/standing.ts'
import { terminationHandlers } from './server/terminations.ts'
import { toldHandlers } from './server/told.ts'
import { askHandlers } from './server/whom-to-ask.ts'

export const handlers: Handlers<typeof cooperation> = {
  ...bodyHandlers,
  ...foundingHandlers,
  ...sendHandlers,
  ...sessionHandlers,
  ...agreementHandlers,
  ...releaseHandlers,
  ...editionHandlers,
  ...terminationHandlers,
  ...reviewHandlers,
  ...obligationHandlers,
  ...standingHandlers,
  ...toldHandlers,
  ...askHandlers,
  ...seamHandlers,
  ...comparisonHandlers,
  ...networkHandlers,
  ...completenessHandlers,
  ...purposeHandlers,
  ...involvementHandlers,
  ...publicHandlers,
  ...groupHandlers,
  ...seatHandlers,
  ...offerHandlers,
  ...publicationHandlers,
  ...ruleHandlers,
  ...electionHandlers,
  ...countingHandlers,
  ...termHandlers,
}
