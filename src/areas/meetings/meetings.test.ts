// Meetings: planned by chairs and office, an agenda that can be undone, notes that two write without losing words, results once.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import { argeHouse, recommendation, stateNeed } from '#areas/planning/testing.ts'
import type { Meeting } from './contract.ts'

const plan = {
  day: '2026-12-03',
  starts: '14:00',
  ends: '16:30',
  place: 'Landratsamt',
  online: 'https://video.example/arge',
  purpose: '',
}

test('chairs and office plan; numbers follow each other; day and place are checked; a delegate only reads', async (t) => {
  const { erika, severin, gabriele, body } = await argeHouse(t, { figures: false })
  const first = ok<Meeting>(await erika.post('/meetings', { body, ...plan }))
  const second = ok<Meeting>(await severin.post('/meetings', { body, ...plan, day: '2027-03-28' }))
  assert.deepEqual(
    [first.number, second.number, first.object.owner?.id, second.object.owner?.id],
    [1, 2, erika.organisation, erika.organisation],
  )
  assert.equal((await gabriele.post('/meetings', { body, ...plan })).status, 403)
  assert.equal((await gabriele.put(`/meetings/${first.object.id}`, first.object.revision, plan)).status, 403)
  const wrong = await erika.post('/meetings', { body, ...plan, place: '', online: '', ends: '13:00' })
  assert.match(String(wrong.body.message), /Bitte sagen Sie, wo/)
  assert.equal((await erika.post('/meetings', { body, ...plan, ends: '13:00' })).status, 400)
  const moved = ok<Meeting>(
    await erika.put(`/meetings/${first.object.id}`, first.object.revision, { ...plan, day: '2026-12-10' }),
  )
  assert.equal(moved.day, '2026-12-10')
  assert.equal((await erika.act(`/meetings/${first.object.id}/holding`, moved.object.revision)).body.code, 'notYet')
  const off = ok<Meeting>(
    await severin.act(`/meetings/${first.object.id}/cancellation`, moved.object.revision, {
      reason: 'Zu viele sind krank.',
    }),
  )
  assert.equal(off.status, 'cancelled')
  assert.equal((await erika.put(`/meetings/${first.object.id}`, off.object.revision, plan)).body.code, 'over')
  assert.equal(ok<{ meetings: unknown[] }>(await gabriele.get(`/meetings?body=${body}`)).meetings.length, 2)
})

test('a need comes on the agenda once, is moved, taken off and put back, and the trail follows', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele, body } = arge
  const need = await stateNeed(arge)
  const draft = ok<{ object: { id: string } }>(
    await erika.post('/needs', { body, title: 'Entwurf der Geschäftsstelle' }),
  )
  const meeting = ok<Meeting>(await erika.post('/meetings', { body, ...plan }))
  const id = meeting.object.id
  const put = (more: object) => severin.post(`/meetings/${id}/items`, more)
  const one = ok<Meeting>(await put({ concerning: need.object.id }))
  assert.equal((await put({ concerning: need.object.id })).body.code, 'alreadyOnAgenda')
  assert.equal((await erika.post(`/meetings/${id}/items`, { concerning: draft.object.id })).body.code, 'otherBody')
  assert.equal((await put({})).status, 400)
  const two = ok<Meeting>(await put({ title: 'Verschiedenes', level: 'operative', public: false }))
  assert.ok(two.object.revision > one.object.revision, 'whoever had the page open is told')
  const [a, b] = two.items
  const turned = ok<Meeting>(await erika.put(`/meetings/${id}/agenda`, two.object.revision, { items: [b!.id, a!.id] }))
  assert.deepEqual(
    turned.items.map((item) => item.title),
    ['Verschiedenes', need.object.title],
  )
  assert.equal(
    (await erika.put(`/meetings/${id}/agenda`, turned.object.revision, { items: [b!.id] })).body.code,
    'otherItems',
  )
  const discussed = async () =>
    ok<{ after: { link: string }[] }>(await gabriele.get(`/trail/${need.object.id}/around`)).after.map(
      (one) => one.link,
    )
  assert.deepEqual(await discussed(), ['discussedIn'])
  const revision = ok<Meeting>(await erika.get(`/meetings/${id}`)).object.revision
  const less = ok<Meeting>(await erika.delete(`/meetings/${id}/items/${a!.id}`, revision))
  assert.deepEqual([less.items.length, less.removed.length, await discussed()], [1, 1, []])
  const back = ok<Meeting>(await erika.act(`/meetings/${id}/items/${a!.id}/restoration`, less.object.revision))
  assert.deepEqual([back.items.length, await discussed()], [2, ['discussedIn']])
})

test('two write notes at once: the second gets both texts and loses nothing', async (t) => {
  const { erika, severin, gabriele, body } = await argeHouse(t, { figures: false })
  const meeting = ok<Meeting>(await erika.post('/meetings', { body, ...plan }))
  const id = meeting.object.id
  const { items, object } = ok<Meeting>(await erika.post(`/meetings/${id}/items`, { title: 'Tagespflege' }))
  const notes = `/meetings/${id}/items/${items[0]!.id}/notes`
  ok(await erika.put(notes, object.revision, { notes: 'Erika schreibt.' }))
  const late = await severin.put(notes, object.revision, { notes: 'Severin schreibt.' })
  assert.equal(late.status, 412)
  assert.equal((late.body.current as unknown as { items: { notes: string }[] }).items[0]?.notes, 'Erika schreibt.')
  assert.deepEqual(late.body.yours, { notes: 'Severin schreibt.' })
  ok(await severin.put(notes, Number(late.body.revision), { notes: 'Erika schreibt.\nSeverin schreibt.' }))
  assert.equal((await gabriele.put(notes, 9, { notes: 'x' })).status, 403)
})

test('results come only from a meeting that was held, one for each item, and attendance only for seats', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, body, organisation } = arge
  const need = await stateNeed(arge)
  const meeting = ok<Meeting>(await erika.post('/meetings', { body, ...plan, day: '2026-11-22' }))
  const id = meeting.object.id
  const listed = ok<Meeting>(await erika.post(`/meetings/${id}/items`, { concerning: need.object.id }))
  const result = `/meetings/${id}/items/${listed.items[0]!.id}/result`
  assert.equal((await erika.post(result, recommendation(arge, []))).body.code, 'notHeld')
  assert.equal(
    (await erika.put(`/meetings/${id}/attendance`, listed.object.revision, { attendance: [] })).body.code,
    'notHeld',
  )
  const held = ok<Meeting>(await severin.act(`/meetings/${id}/holding`, listed.object.revision))
  assert.equal((await erika.post(result, { ...recommendation(arge, []), result: 'resolved' })).body.code, 'noVotes')
  ok(await erika.post(result, recommendation(arge, [])))
  assert.equal((await erika.post(result, recommendation(arge, []))).body.code, 'hasResult')
  const after = ok<Meeting>(await erika.get(`/meetings/${id}`))
  assert.equal(held.attendance.length, 10, 'one line for each seat, also where one organisation has several')
  const caritas = organisation('Caritas im Landkreis München')
  const noted = ok<Meeting>(
    await erika.put(`/meetings/${id}/attendance`, after.object.revision, {
      attendance: [{ organisation: caritas, state: 'present' }],
    }),
  )
  assert.equal(noted.attendance.find((one) => one.organisation.id === caritas)?.state, 'present')
  assert.equal(
    (
      await erika.put(`/meetings/${id}/attendance`, noted.object.revision, {
        attendance: [{ organisation: body, state: 'present' }],
      })
    ).body.code,
    'noSeat',
  )
  assert.equal(
    (await erika.act(`/meetings/${id}/cancellation`, noted.object.revision, { reason: 'doch nicht' })).body.code,
    'over',
  )
})
