// Who answers today, for whoever follows the address on a paper or in a file.
import type { Handlers } from '#kit/http/scene.ts'
import type { asking as contract } from '../contract/whom-to-ask.ts'
import { whomToAsk } from '../store/whom-to-ask.ts'

export const askHandlers: Handlers<typeof contract> = {
  async whomToAsk({ id }, { db }) {
    return whomToAsk(db, id)
  },
}
