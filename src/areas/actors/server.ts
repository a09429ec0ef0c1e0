// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { actors } from './contract.ts'
import { contactHandlers } from './server/contacts.ts'
import { correctionHandlers } from './server/corrections.ts'
import { guaranteeHandlers } from './server/guarantees.ts'
import { listHandlers } from './server/lists.ts'
import { organisationHandlers } from './server/organisations.ts'
import { peopleHandlers } from './server/people.ts'
import { positionHandlers } from './server/positions.ts'
import { relationHandlers } from './server/relations.ts'
import { structureHandlers } from './server/structure.ts'
import { taskHandlers } from './server/tasks.ts'

export const handlers: Handlers<typeof actors> = {
  ...organisationHandlers,
  ...peopleHandlers,
  ...structureHandlers,
  ...contactHandlers,
  ...positionHandlers,
  ...listHandlers,
  ...taskHandlers,
  ...correctionHandlers,
  ...guaranteeHandlers,
  ...relationHandlers,
}
