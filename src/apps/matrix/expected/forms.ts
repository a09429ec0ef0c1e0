// Expected rights on the Erhebungsbogen: who acts for an organisation prints what it owes; who may deliver hands it in. Written by hand.
import type { HttpMatrix } from '../shapes.ts'
import { doors, outside } from './groups.ts'

const deliverers = `head planner checker staff ${outside}`

export const formsHttp: HttpMatrix = {
  'figures.form': [
    {
      on: 'a time for which nobody owes anything',
      send: () => ({ method: 'GET', url: '/figures/deliveries/form.xlsx?from=1990-01-01&until=1991-01-01' }),
      expect: { ...doors, 409: 'rest' },
    },
  ],
  'figures.readForm': [
    {
      on: 'no file',
      send: () => ({
        method: 'POST',
        url: '/figures/deliveries/form',
        body: Buffer.alloc(0),
        headers: { 'content-type': 'application/octet-stream' },
      }),
      expect: { 401: 'visitor', 409: deliverers, 403: 'rest' },
    },
  ],
  'figures.deliverAll': [
    {
      on: 'what the county owes no more, or another owes',
      send: (w) => ({
        method: 'POST',
        url: '/figures/deliveries/all',
        body: { figures: [{ duty: w.id.duty, edition: 1, value: 5 }] },
      }),
      expect: { 401: 'visitor', 409: deliverers, 403: 'rest' },
    },
  ],
}
