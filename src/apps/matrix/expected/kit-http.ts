// Expected answers of the kit's endpoints: signing in, duties, journal, trail, search. Written by hand.
import { testPassword } from '../../testing-people.ts'
import type { HttpMatrix, Request } from '../shapes.ts'
import { doors, home, lapsed, outside, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const everybody = { 200: 'rest' } as const
const signedIn = { ...doors, 200: 'rest' } as const
const unknownToken = 'x'.repeat(40)

export const kitHttp: HttpMatrix = {
  'access.signIn': [
    {
      on: 'the right password',
      send: () => post('/session', { email: 'root@example.org', password: testPassword }),
      expect: everybody,
    },
    {
      on: 'a wrong password',
      send: () => post('/session', { email: 'root@example.org', password: 'falsch' }),
      expect: { 409: 'rest' },
    },
  ],
  'access.secondFactor': [
    {
      on: 'no session that waits for it',
      send: () => post('/session/second-factor', { code: '123456' }),
      expect: { 409: 'rest' },
    },
  ],
  'access.session': [
    {
      on: 'one’s own, or that the mandate has ended',
      send: () => get('/session'),
      expect: { 403: lapsed, 200: 'rest' },
    },
  ],
  'access.signOut': [{ on: 'one’s own', send: () => ({ method: 'DELETE', url: '/session' }), expect: everybody }],
  'access.lookAtInvitation': [
    { on: 'a link that counts', send: (w) => get(`/invitations/${w.id.invitation}`), expect: everybody },
    { on: 'an unknown link', send: () => get(`/invitations/${unknownToken}`), expect: { 404: 'rest' } },
  ],
  'access.redeem': [
    {
      on: 'a link that counts',
      send: (w) => post(`/invitations/${w.id.invitation}`, { password: testPassword }),
      expect: everybody,
    },
    {
      on: 'an unknown link',
      send: () => post(`/invitations/${unknownToken}`, { password: testPassword }),
      expect: { 409: 'rest' },
    },
  ],
  'access.requestReset': [
    { on: 'an account', send: () => post('/password-reset', { email: 'root@example.org' }), expect: everybody },
    { on: 'no account', send: () => post('/password-reset', { email: 'niemand@example.org' }), expect: everybody },
  ],
  'access.changePassword': [
    {
      on: 'with the old one',
      send: () => post('/account/password', { old: testPassword, password: 'ein ganz neues Passwort' }),
      expect: signedIn,
    },
    {
      on: 'without',
      send: () => post('/account/password', { old: 'falsch', password: 'ein ganz neues Passwort' }),
      expect: { ...doors, 409: 'rest' },
    },
  ],
  'access.beginTotp': [{ on: 'one’s own account', send: () => post('/account/totp'), expect: signedIn }],
  'access.confirmTotp': [
    {
      on: 'nothing begun',
      send: () => post('/account/totp/confirmation', { code: '123456' }),
      expect: { ...doors, 409: 'rest' },
    },
  ],
  'access.endTotp': [
    { on: 'with the password', send: () => post('/account/totp/end', { password: testPassword }), expect: signedIn },
    { on: 'without', send: () => post('/account/totp/end', { password: 'falsch' }), expect: { ...doors, 409: 'rest' } },
  ],
  'access.firstRun': [
    {
      on: 'an installation that is no longer empty',
      send: () =>
        post('/first-run', {
          token: unknownToken,
          organisation: 'Zweite',
          person: 'Zweite',
          email: 'zweite@example.org',
          password: testPassword,
        }),
      expect: { 409: 'rest' },
    },
  ],
  'access.mandates': [{ on: 'all that one may see', send: () => get('/mandates'), expect: signedIn }],
  'access.invite': [
    {
      on: 'somebody of the county who has not signed in yet',
      send: (w) => post(`/persons/${w.id.waiting}/invitation`, { email: 'wartet@example.org' }),
      expect: { 401: 'visitor', 200: 'admin', 403: 'rest' },
    },
    {
      on: 'somebody whom the association only sends into the body',
      send: (w) => post(`/persons/${w.id.waitingDelegate}/invitation`, { email: 'wartet.auch@example.org' }),
      expect: { 401: 'visitor', 200: 'chair office', 403: 'rest' },
    },
    {
      on: 'somebody of the county who is at home there and sent into the body as well',
      send: (w) => post(`/persons/${w.id.waitingBoth}/invitation`, { email: 'gekapert@example.org' }),
      expect: { 401: 'visitor', 200: 'admin', 403: 'rest' },
    },
  ],
  'access.heartbeat': [{ on: 'the time', send: () => get('/time'), expect: everybody }],

  'duties.worklist': [{ on: 'one’s own', send: () => get('/worklist'), expect: signedIn }],
  'duties.list': [{ on: 'of the body', send: (w) => get(`/duties?body=${w.id.body}`), expect: signedIn }],
  'duties.get': [
    {
      on: 'what the county owes to the body',
      send: (w) => get(`/duties/${w.id.duty}`),
      expect: { ...doors, 200: `${home} ${sent}`, 404: `unmandated ${outside}` },
    },
  ],
  'duties.waive': [
    {
      on: 'what the county owes to the body',
      send: (w) => post(`/duties/${w.id.duty}/waiver`, { because: 'Entfällt in diesem Jahr' }),
      expect: { ...doors, 200: 'chair office', 409: `${home} delegate deputy guest`, 404: `unmandated ${outside}` },
    },
  ],

  'journal.history': [{ on: 'something internal', send: (w) => get(`/history/${w.id.internal}`), expect: signedIn }],
  'journal.news': [{ on: 'since the last visit', send: () => get('/news'), expect: signedIn }],
  'journal.seen': [{ on: 'one’s own mark', send: () => post('/news/seen', { number: 1 }), expect: signedIn }],

  'trail.walk': [
    { on: 'a draft', send: (w) => get(`/trail/${w.id.draft}`), expect: { 200: 'planner', 404: 'rest' } },
    { on: 'something internal', send: (w) => get(`/trail/${w.id.internal}`), expect: { 200: home, 404: 'rest' } },
    {
      on: 'something for named readers',
      send: (w) => get(`/trail/${w.id.named}`),
      expect: { 200: `${home} stranger`, 404: 'rest' },
    },
    {
      on: 'something of the county in the body',
      send: (w) => get(`/trail/${w.id.inBody}`),
      expect: { 200: `${home} ${sent}`, 404: 'rest' },
    },
    {
      on: 'something of the association in the body',
      send: (w) => get(`/trail/${w.id.chaired}`),
      expect: { 200: `${sent} member`, 404: 'rest' },
    },
    {
      on: 'something for all who work here',
      send: (w) => get(`/trail/${w.id.members}`),
      expect: { 404: `visitor unmandated ${lapsed}`, 200: 'rest' },
    },
    { on: 'something public', send: (w) => get(`/trail/${w.id.public}`), expect: everybody },
    { on: 'something deleted', send: (w) => get(`/trail/${w.id.gone}`), expect: { 200: home, 404: 'rest' } },
    {
      on: 'what is internal to the association',
      send: (w) => get(`/trail/${w.id.ofAssociation}`),
      expect: { 200: 'member', 404: 'rest' },
    },
  ],
  'trail.around': [{ on: 'something internal', send: (w) => get(`/trail/${w.id.internal}/around`), expect: everybody }],
  'trail.prov': [
    {
      on: 'something internal',
      send: (w) => get(`/trail/${w.id.internal}/prov.json`),
      expect: { 200: home, 404: 'rest' },
    },
    { on: 'something public', send: (w) => get(`/trail/${w.id.public}/prov.json`), expect: everybody },
  ],

  'search.find': [{ on: 'a word', send: () => get('/search?q=Probe'), expect: signedIn }],
}
