// Expected answers about taking figures over: everybody gets what is public, nobody what is only delivered. Written by hand.
import type { HttpMatrix } from '../shapes.ts'

const open = (indicator: string | undefined) => ({
  method: 'GET' as const,
  url: `/figures/open/json-stat?indicator=${indicator}`,
})

export const reuseHttp: HttpMatrix = {
  'figures.openSlice': [
    { on: 'an official figure', send: (w) => open(w.id.careIndicator), expect: { 200: 'rest' } },
    {
      on: 'a delivered one: not even for who delivered or checks it',
      send: (w) => open(w.id.indicator),
      expect: { 409: 'rest' },
    },
  ],
  'figures.openCatalogue': [
    { on: 'all', send: () => ({ method: 'GET', url: '/figures/open/catalogue.jsonld' }), expect: { 200: 'rest' } },
  ],
}
