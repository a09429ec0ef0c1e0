// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { actors } from './contract.ts'
import { contactHandlers } from './server/contacts.ts'
import { listHandlers } from './server/lists.ts'
import { organisationHandlers } from './server/organisations.ts'
import { peopleHandlers } from './server/people.ts'
import { positionHandlers } from './server/positions.ts'
import { structureHandlers } from './server/structure.ts'

export const handlers: Handlers<typeof actors> = {
  ...organisationHandlers,
  ...peopleHandlers,
  ...structureHandlers,
  ...contactHandlers,
  ...positionHandlers,
  ...listHandlers,
}
