// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from './contract.ts'
import { agreementHandlers } from './server/agreements.ts'
import { bodyHandlers } from './server/bodies.ts'
import { publicationHandlers } from './server/publications.ts'
import { releaseHandlers } from './server/releases.ts'
import { ruleHandlers } from './server/rules.ts'
import { sendHandlers } from './server/send.ts'

export const handlers: Handlers<typeof cooperation> = {
  ...bodyHandlers,
  ...sendHandlers,
  ...agreementHandlers,
  ...releaseHandlers,
  ...publicationHandlers,
  ...ruleHandlers,
}
