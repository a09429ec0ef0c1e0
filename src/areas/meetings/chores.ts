// What follows from the calendar of a body: a stated need is treated in its next meeting.

import { oweTreatment } from '#areas/planning/store/owing.ts'
import type { Chores } from '#kit/chores/chores.ts'
import { objects } from '#kit/objects/objects.ts'
import { meetings } from './store/meetings.ts'

export const chores: Chores = {
  onFact: {
    async 'need.stated'(fact, scene) {
      const body = (await objects(scene.db).find(fact.object))?.body
      if (!body) return
      await oweTreatment(scene, fact.object, fact.day, await meetings(scene.db).nextWithOpenAgenda(body, fact.day))
    },
  },
}
