// Expected rights on comparisons: official figures for everybody; what was delivered only for those who see the delivery. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import { home } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const everybody = { 200: 'rest' } as const
/** Values that the county delivered: its own people, and the organisation that checks for the body. */
const seesDelivery = `${home} member`
const area = '09184'

export const comparisonHttp: HttpMatrix = {
  'figures.comparison': [
    {
      on: 'an official figure',
      send: (w) => get(`/figures/comparison?indicator=${w.id.careIndicator}&area=${area}`),
      expect: everybody,
    },
    {
      on: 'a delivered one: without the right there is no period',
      send: (w) => get(`/figures/comparison?indicator=${w.id.indicator}&area=${area}`),
      expect: { 200: seesDelivery, 409: 'rest' },
    },
  ],
  'figures.comparisonFile': [
    {
      on: 'a delivered one',
      send: (w) => get(`/figures/comparison.csv?indicator=${w.id.indicator}&area=${area}`),
      expect: { 200: seesDelivery, 409: 'rest' },
    },
  ],
  'figures.alike': [
    { on: 'public figures alone', send: () => get(`/figures/comparison/alike?area=${area}`), expect: everybody },
    {
      on: 'a figure that counties deliver, whoever asks',
      send: (w) => get(`/figures/comparison/alike?area=${area}&traits=${w.id.indicator}:1`),
      expect: { 409: 'rest' },
    },
  ],
  'figures.course': [
    {
      on: 'an official figure',
      send: (w) => get(`/figures/comparison/course?indicator=${w.id.careIndicator}&area=${area}`),
      expect: everybody,
    },
  ],
}
