// Expected answers about figures, files, undo and data protection. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import { doors, home, lapsed, outside, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const everybody = { 200: 'rest' } as const
const signedIn = { ...doors, 200: 'rest' } as const
const planners = `planner ${outside}`
const indicator = {
  title: 'Plätze anders',
  definition: 'Zugelassene Plätze am 31. Dezember.',
  unit: 'Plätze',
  source: 'Erhebung der Landkreise',
}
const file = { headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'Probe.txt' } }
/** Values that the county delivered: its own people, and the organisation that checks for the body. */
const seesDelivery = `${home} member`

export const figuresHttp: HttpMatrix = {
  'figures.areas': [{ on: 'the counties', send: () => get('/figures/areas?level=county'), expect: everybody }],
  'figures.indicators': [{ on: 'all', send: () => get('/figures/indicators'), expect: everybody }],
  'figures.indicator': [
    { on: 'one that the counties hold', send: (w) => get(`/figures/indicators/${w.id.indicator}`), expect: everybody },
  ],
  'figures.makeIndicator': [
    {
      on: 'a new one',
      send: () => post('/figures/indicators', { ...indicator, code: 'PROBE-NEU' }),
      expect: { 401: 'visitor', 200: `admin head ${planners}`, 403: 'rest' },
    },
  ],
  'figures.changeIndicator': [
    {
      on: 'one of the county',
      send: (w) => ({
        method: 'PUT',
        url: `/figures/indicators/${w.id.indicator}`,
        revision: w.revision.indicator!,
        body: indicator,
      }),
      expect: { 401: 'visitor', 200: 'admin head planner', 403: 'rest' },
    },
  ],
  'figures.map': [
    { on: 'an official figure', send: (w) => get(`/figures/map?indicator=${w.id.careIndicator}`), expect: everybody },
    {
      on: 'a delivered one: without the right there is no period',
      send: (w) => get(`/figures/map?indicator=${w.id.indicator}`),
      expect: { 200: seesDelivery, 409: 'rest' },
    },
  ],
  'figures.series': [
    {
      on: 'an official figure',
      send: (w) => get(`/figures/series?indicator=${w.id.careIndicator}&areas=09184`),
      expect: everybody,
    },
  ],
  'figures.mapFile': [
    {
      on: 'an official figure',
      send: (w) => get(`/figures/map.csv?indicator=${w.id.careIndicator}`),
      expect: everybody,
    },
    {
      on: 'a delivered one',
      send: (w) => get(`/figures/map.csv?indicator=${w.id.indicator}`),
      expect: { 200: seesDelivery, 409: 'rest' },
    },
  ],
  'figures.seriesFile': [
    {
      on: 'an official figure',
      send: (w) => get(`/figures/series.csv?indicator=${w.id.careIndicator}&areas=09184`),
      expect: everybody,
    },
  ],
  'figures.boundaries': [
    {
      on: 'the counties, which nobody has set up here',
      send: () => get('/figures/boundaries/counties'),
      expect: { 409: 'rest' },
    },
  ],
  'figures.tables': [{ on: 'all', send: () => get('/figures/tables'), expect: everybody }],
  'figures.table': [{ on: 'an official one', send: (w) => get(`/figures/tables/${w.id.table}`), expect: everybody }],
  'figures.readFile': [
    {
      on: 'no file',
      send: () => ({
        method: 'POST',
        url: '/figures/imports',
        body: Buffer.alloc(0),
        headers: { 'content-type': 'application/octet-stream' },
      }),
      expect: { 401: 'visitor', 409: planners, 403: 'rest' },
    },
  ],
  'figures.preview': [
    {
      on: 'that of the planner',
      send: (w) => get(`/figures/imports/${w.id.preview}`),
      expect: { 401: 'visitor', 200: 'planner', 404: outside, 403: 'rest' },
    },
  ],
  'figures.commit': [
    {
      on: 'that of the planner, read in before',
      send: (w) => post(`/figures/imports/${w.id.preview}/commit`),
      expect: { 401: 'visitor', 409: 'planner', 404: outside, 403: 'rest' },
    },
  ],
  'figures.discard': [
    {
      on: 'that of the planner',
      send: (w) => ({ method: 'DELETE', url: `/figures/imports/${w.id.preview}` }),
      expect: { 401: 'visitor', 200: planners, 403: 'rest' },
    },
  ],
  'figures.owed': [{ on: 'one’s own', send: () => get('/figures/deliveries'), expect: signedIn }],
  'figures.overview': [
    { on: 'the body', send: (w) => get(`/figures/deliveries/overview?body=${w.id.body}`), expect: signedIn },
  ],
  'figures.delivery': [
    {
      on: 'of the county',
      send: (w) => get(`/figures/deliveries/${w.id.delivery}`),
      expect: { ...doors, 200: seesDelivery, 404: 'rest' },
    },
  ],
  'figures.deliver': [
    {
      on: 'about the county',
      send: (w) =>
        post('/figures/deliveries', {
          kind: 'figure',
          indicator: w.id.indicator,
          area: '09184',
          from: '2024-01-01',
          until: '2025-01-01',
          value: 5,
        }),
      // Whoever answers for no area of its own may deliver about any: a provider about its houses.
      expect: { 401: 'visitor', 200: `head planner checker staff ${outside}`, 403: 'rest' },
    },
  ],
  'figures.correct': [
    {
      on: 'of the county',
      send: (w) => ({
        method: 'PUT',
        url: `/figures/deliveries/${w.id.delivery}`,
        revision: w.revision.delivery!,
        body: { kind: 'figure', value: 97 },
      }),
      expect: { ...doors, 200: 'head planner checker staff', 403: `admin counsellor member ${lapsed}`, 404: 'rest' },
    },
  ],
  'figures.answer': [
    {
      on: 'of the county',
      send: (w) => post(`/figures/deliveries/${w.id.delivery}/answer`, { verdict: 'used', text: 'Vielen Dank' }),
      expect: { ...doors, 200: 'member', 409: home, 404: 'rest' },
    },
  ],

  'files.list': [
    {
      on: 'something of the county in the body',
      send: (w) => get(`/objects/${w.id.inBody}/files`),
      expect: { ...doors, 200: `${home} ${sent}`, 404: 'rest' },
    },
  ],
  'files.add': [
    {
      on: 'something of the county in the body',
      send: (w) => ({ method: 'POST', url: `/objects/${w.id.inBody}/files`, body: Buffer.from('Probe'), ...file }),
      expect: {
        ...doors,
        200: 'admin head planner staff chair office',
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: 'rest',
      },
    },
  ],
  'files.download': [
    {
      on: 'something of the county in the body',
      send: (w) => get(`/files/${w.id.file}`),
      expect: { 200: `${home} ${sent}`, 404: 'rest' },
    },
  ],
  'files.remove': [
    {
      on: 'something of the county in the body',
      send: (w) => ({ method: 'DELETE', url: `/files/${w.id.file}`, revision: w.revision.file! }),
      expect: { ...doors, 200: 'admin head planner staff', 403: `checker counsellor ${sent} ${lapsed}`, 404: 'rest' },
    },
  ],
  'files.restore': [
    {
      on: 'what is not removed: no effect',
      send: (w) => ({ method: 'POST', url: `/files/${w.id.file}/restoration`, revision: w.revision.file!, body: {} }),
      expect: {
        ...doors,
        200: 'admin head planner staff chair office',
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: 'rest',
      },
    },
  ],

  'objects.remove': [
    {
      on: 'a draft',
      send: (w) => ({ method: 'DELETE', url: `/objects/${w.id.needDraft}`, revision: w.revision.needDraft! }),
      expect: { ...doors, 200: 'planner', 404: 'rest' },
    },
    {
      on: 'something internal of a kind that stays',
      send: (w) => ({ method: 'DELETE', url: `/objects/${w.id.internal}`, revision: w.revision.internal! }),
      expect: { ...doors, 409: home, 404: 'rest' },
    },
  ],
  'objects.restore': [
    {
      on: 'what was taken away',
      send: (w) => ({ method: 'POST', url: `/objects/${w.id.gone}/restoration`, revision: w.revision.gone!, body: {} }),
      expect: { ...doors, 200: home, 404: 'rest' },
    },
    {
      on: 'what is there',
      send: (w) => ({
        method: 'POST',
        url: `/objects/${w.id.internal}/restoration`,
        revision: w.revision.internal!,
        body: {},
      }),
      expect: { ...doors, 409: home, 404: 'rest' },
    },
  ],

  'privacy.record': [
    {
      on: 'of the own organisation',
      send: () => get('/privacy/record'),
      expect: { 401: 'visitor', 403: `unmandated ${lapsed}`, 200: 'rest' },
    },
  ],
  'privacy.recordDocument': [
    {
      on: 'of the own organisation',
      send: () => get('/privacy/record/document'),
      expect: { 401: 'visitor', 403: `unmandated ${lapsed}`, 200: 'rest' },
    },
  ],
  'privacy.assessment': [
    {
      on: 'of the own organisation',
      send: () => get('/privacy/assessment'),
      expect: { 401: 'visitor', 403: `unmandated ${lapsed}`, 200: 'rest' },
    },
  ],
  'privacy.assessmentDocument': [
    {
      on: 'of the own organisation',
      send: () => get('/privacy/assessment/document'),
      expect: { 401: 'visitor', 403: `unmandated ${lapsed}`, 200: 'rest' },
    },
  ],
  'privacy.erasePerson': [
    {
      on: 'somebody of the county who acts for nobody any more',
      send: (w) => ({
        method: 'POST',
        url: `/persons/${w.id.endedPerson}/erasure`,
        revision: w.revision.endedPerson!,
        body: { because: 'notNeeded' },
      }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'admin', 403: 'rest' },
    },
  ],
}
