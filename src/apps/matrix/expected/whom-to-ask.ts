// Expected rights on the living address of publications: everybody may ask, and learns what is meant for everybody. Written by hand.
import type { HttpMatrix } from '../shapes.ts'

export const askHttp: HttpMatrix = {
  'cooperation.whomToAsk': [
    {
      on: 'an organisation whose contact is meant for everybody',
      send: (w) => ({ method: 'GET', url: `/public/whom-to-ask/${w.id.association}` }),
      expect: { 200: 'rest' },
    },
    {
      on: 'a body',
      send: (w) => ({ method: 'GET', url: `/public/whom-to-ask/${w.id.body}` }),
      expect: { 200: 'rest' },
    },
  ],
}
