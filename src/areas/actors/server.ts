// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { actors } from './contract.ts'
import { correctionHandlers } from './server/corrections.ts'
import { guaranteeHandlers } from './server/guarantees.ts'
import { organisationHandlers } from './server/organisations.ts'
import { peopleHandlers } from './server/people.ts'
import { taskHandlers } from './server/tasks.ts'

export const handlers: Handlers<typeof actors> = {
  ...organisationHandlers,
  ...peopleHandlers,
  ...taskHandlers,
  ...correctionHandlers,
  ...guaranteeHandlers,
}
