// Expected answers about needs, decisions and measures. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import type { World } from '../world.ts'
import { doors, home, lapsed, outside, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
/** A change of something, based on its revision. */
const change = (
  method: 'PUT' | 'POST' | 'DELETE',
  w: World,
  name: string,
  url: string,
  body: unknown = {},
): Request => ({ method, url, revision: w.revision[name]!, ...(method === 'DELETE' ? {} : { body }) })

const doers = 'admin head planner staff'
const inBody = `${home} ${sent}`
const hidden = `unmandated ${outside}`
const authorOnly = { ...doors, 200: 'planner', 404: 'rest' } as const
const leads = { 401: 'visitor', 200: 'chair office', 403: 'rest' } as const
const need = (w: World) => ({
  title: 'Bedarf anders',
  targetGroup: 'Ältere Menschen',
  area: w.id.area,
  benefit: 'Angehörige werden entlastet.',
  evidence: [JSON.parse(w.id.evidence!) as object],
})
const decision = { title: 'Ergebnis der Prüfung', result: 'agreed', text: 'Man verabredet sich.' }
const measure = (w: World) => ({
  title: 'Maßnahme anders',
  what: 'Plätze schaffen',
  lead: w.id.association,
  accountablePublic: w.id.county,
  accountableFree: w.id.association,
  until: '2027-12-31',
})

export const planningHttp: HttpMatrix = {
  'planning.listNeeds': [{ on: 'all that one may see', send: () => get('/needs'), expect: { ...doors, 200: 'rest' } }],
  'planning.getNeed': [
    {
      on: 'stated by the county',
      send: (w) => get(`/needs/${w.id.need}`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    { on: 'a draft', send: (w) => get(`/needs/${w.id.needDraft}`), expect: authorOnly },
  ],
  'planning.editionsOfNeed': [
    {
      on: 'stated by the county',
      send: (w) => get(`/needs/${w.id.need}/editions`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
  ],
  'planning.draftNeed': [
    {
      on: 'for the body',
      send: (w) => post('/needs', { body: w.id.body, title: 'Neuer Bedarf' }),
      expect: {
        401: 'visitor',
        200: `${doers} chair office delegate deputy member`,
        409: 'stranger elsewhere',
        403: 'rest',
      },
    },
  ],
  'planning.changeNeed': [
    {
      on: 'stated by the county',
      send: (w) => change('PUT', w, 'need', `/needs/${w.id.need}`, need(w)),
      expect: {
        ...doors,
        200: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: hidden,
      },
    },
    {
      on: 'a draft',
      send: (w) => change('PUT', w, 'needDraft', `/needs/${w.id.needDraft}`, need(w)),
      expect: authorOnly,
    },
  ],
  'planning.stateNeed': [
    {
      on: 'a draft',
      send: (w) => change('POST', w, 'needDraft', `/needs/${w.id.needDraft}/statement`),
      expect: authorOnly,
    },
    {
      on: 'stated already',
      send: (w) => change('POST', w, 'need', `/needs/${w.id.need}/statement`),
      expect: {
        ...doors,
        409: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: hidden,
      },
    },
  ],
  'planning.withdrawNeed': [
    {
      on: 'stated by the county, not dealt with',
      send: (w) =>
        change('POST', w, 'needFree', `/needs/${w.id.needFree}/withdrawal`, { because: 'Es ist nicht mehr nötig.' }),
      expect: {
        ...doors,
        200: doers,
        403: `checker counsellor ${sent} ${lapsed}`,
        404: hidden,
      },
    },
    {
      on: 'dealt with',
      send: (w) => change('POST', w, 'need', `/needs/${w.id.need}/withdrawal`, { because: 'Es ist nicht mehr nötig.' }),
      expect: {
        ...doors,
        409: doers,
        403: `checker counsellor ${sent} ${lapsed}`,
        404: hidden,
      },
    },
  ],
  'planning.listDecisions': [
    { on: 'all that one may see', send: () => get('/decisions'), expect: { ...doors, 200: 'rest' } },
  ],
  'planning.getDecision': [
    {
      on: 'released by both',
      send: (w) => get(`/decisions/${w.id.decision}`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    {
      on: 'not yet released',
      send: (w) => get(`/decisions/${w.id.decisionOpen}`),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
  ],
  'planning.recordDecision': [
    { on: 'of the body', send: (w) => post('/decisions', { body: w.id.body, ...decision }), expect: leads },
  ],
  'planning.changeDecision': [
    {
      on: 'not yet released',
      send: (w) => change('PUT', w, 'decisionOpen', `/decisions/${w.id.decisionOpen}`, decision),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
    {
      on: 'released by both',
      send: (w) => change('PUT', w, 'decision', `/decisions/${w.id.decision}`, decision),
      expect: { ...doors, 409: 'chair office', 403: `${home} delegate deputy guest ${lapsed}`, 404: hidden },
    },
  ],
  'planning.giveReason': [
    {
      on: 'addressed to the county',
      send: (w) =>
        post(`/decisions/${w.id.decisionFresh}/answer`, { reason: 'Dafür fehlen die Mittel in diesem Jahr.' }),
      expect: { ...doors, 200: doers, 409: `checker counsellor ${sent}`, 404: hidden },
    },
  ],
  'planning.proposal': [
    {
      on: 'released by both',
      send: (w) => get(`/decisions/${w.id.decision}/vorlage.docx`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    {
      on: 'not yet released',
      send: (w) => get(`/decisions/${w.id.decisionOpen}/vorlage.docx`),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
  ],
  'planning.proposalPdf': [
    {
      on: 'released by both',
      send: (w) => get(`/decisions/${w.id.decision}/vorlage.pdf`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    {
      on: 'not yet released',
      send: (w) => get(`/decisions/${w.id.decisionOpen}/vorlage.pdf`),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
  ],
  'planning.listMeasures': [
    { on: 'all that one may see', send: () => get('/measures'), expect: { ...doors, 200: 'rest' } },
  ],
  'planning.getMeasure': [
    {
      on: 'agreed, the association leads it',
      send: (w) => get(`/measures/${w.id.measure}`),
      expect: { ...doors, 200: `${inBody} member`, 404: 'rest' },
    },
    { on: 'a draft', send: (w) => get(`/measures/${w.id.measureDraft}`), expect: authorOnly },
  ],
  'planning.draftMeasure': [
    {
      on: 'on a decision addressed to the county',
      send: (w) => post('/measures', { decision: w.id.decisionFresh, ...measure(w) }),
      expect: { 401: 'visitor', 200: doers, 409: 'chair office delegate deputy', 404: outside, 403: 'rest' },
    },
    {
      on: 'on a decision not yet released',
      send: (w) => post('/measures', { decision: w.id.decisionOpen, ...measure(w) }),
      expect: { 401: 'visitor', 409: 'chair office', 404: `${doers} delegate deputy ${outside}`, 403: 'rest' },
    },
  ],
  'planning.changeMeasure': [
    {
      on: 'agreed',
      send: (w) => change('PUT', w, 'measure', `/measures/${w.id.measure}`, measure(w)),
      expect: {
        ...doors,
        200: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest member ${lapsed}`,
        404: 'rest',
      },
    },
    {
      on: 'a draft',
      send: (w) => change('PUT', w, 'measureDraft', `/measures/${w.id.measureDraft}`, measure(w)),
      expect: authorOnly,
    },
  ],
  'planning.agreeMeasure': [
    {
      on: 'a draft',
      send: (w) => change('POST', w, 'measureDraft', `/measures/${w.id.measureDraft}/agreement`),
      expect: authorOnly,
    },
    {
      on: 'agreed already',
      send: (w) => change('POST', w, 'measure', `/measures/${w.id.measure}/agreement`),
      expect: {
        ...doors,
        409: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest member ${lapsed}`,
        404: 'rest',
      },
    },
  ],
}
