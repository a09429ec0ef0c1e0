// All handlers of the area.
import type { Handlers } from '#kit/http/scene.ts'
import type { actors } from './contract.ts'
import { organisationHandlers } from './server/organisations.ts'
import { peopleHandlers } from './server/people.ts'
import { relationHandlers } from './server/relations.ts'

export const handlers: Handlers<typeof actors> = {
  ...organisationHandlers,
  ...peopleHandlers,
  ...relationHandlers,
}
