// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from './contract.ts'
import { agreementHandlers } from './server/agreements.ts'
import { bodyHandlers } from './server/bodies.ts'
import { termHandlers } from './server/chair-terms.ts'
import { countingHandlers } from './server/counting.ts'
import { electionHandlers } from './server/elections.ts'
import { releaseHandlers } from './server/releases.ts'
import { sendHandlers } from './server/send.ts'

export const handlers: Handlers<typeof cooperation> = {
  ...bodyHandlers,
  ...sendHandlers,
  ...agreementHandlers,
  ...releaseHandlers,
  ...electionHandlers,
  ...countingHandlers,
  ...termHandlers,
}
