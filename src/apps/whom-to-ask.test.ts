// Every file that leaves the house carries an address instead of a name, and the address leads to whoever answers on the day somebody looks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { indicatorNamed, readIn, registerFile } from '#areas/figures/testing.ts'
import { testHouse } from './testing.ts'
import { addOrganisation, addPerson, founders, ok } from './testing-people.ts'

type Asked = { organisation: { title: string } | null; name: string | null; email: string | null }

test('a person leaves: every export leads to whoever answers now, and none of them names a contact (D39)', async (t) => {
  const house = await testHouse(t)
  await house.url()
  const planner = await founders(house, { name: 'Landkreis Ebersberg', areaKey: '09175' })
  const vera = await addPerson(house, planner, { name: 'Vera Vorne', roles: ['planner'] })
  const dora = await addPerson(house, planner, { name: 'Dora Danach', roles: ['staff'] })
  const county = `/organisations/${planner.organisation}`
  const named = async (audience: string) => {
    const { revision } = ok<{ head: { revision: number } }>(await planner.get(county)).head
    const contact = {
      person: vera.person,
      deputy: dora.person,
      email: 'vera@lk.example',
      deputyEmail: 'dora@lk.example',
    }
    ok(await planner.put(`${county}/contact`, revision, { ...contact, audience }))
    ok(await vera.post(`${county}/contact/confirmation`, { stays: true }))
  }
  const ask = async (id: string, caller = house.visitor) => ok<Asked>(await caller.get(`/public/whom-to-ask/${id}`))
  await named('members')
  assert.equal((await ask(planner.organisation)).name, null, 'what is meant for members stays with them')
  await named('public')

  await readIn(planner, registerFile)
  const { id: indicator } = await indicatorNamed(planner, '12411-BEVSTD')
  const exports = [
    `/figures/map.csv?indicator=${indicator}`,
    `/figures/series.csv?indicator=${indicator}&areas=09175111`,
    '/organisation-register',
    `/trail/${indicator}/prov.json`,
    '/privacy/record/document',
    '/privacy/assessment/document',
  ]
  const address = new RegExp(`https?://[^ "/]+/rueckfragen/(${planner.organisation})`)
  for (const path of exports) {
    const { status, body } = await planner.get(path)
    assert.equal(status, 200, path)
    const text = textOf(body)
    const [, id] = address.exec(text) ?? []
    assert.ok(id, `${path} carries the address`)
    assert.doesNotMatch(text, /Vera Vorne|Dora Danach|lk\.example/, path)
    assert.deepEqual([(await ask(id)).name, (await ask(id)).email], ['Vera Vorne', 'vera@lk.example'])
  }

  type People = { people: { person: { id: string }; mandates: { id: string }[] }[] }
  const { people } = ok<People>(await planner.get(county))
  for (const { id } of people.find(({ person }) => person.id === vera.person)!.mandates)
    ok(await planner.post(`/mandates/${id}/end`, { because: 'Wechselt die Stelle' }))
  const now = await ask(planner.organisation)
  assert.deepEqual([now.name, now.email], ['Dora Danach', 'dora@lk.example'], 'the same address, the next day')
  assert.equal((await ask(planner.organisation, planner)).organisation?.title, 'Landkreis Ebersberg')
  await house.settle()
  assert.equal((await ask(planner.organisation)).name, 'Dora Danach')

  const other = await addOrganisation(planner, 'Stadt Neuberg')
  assert.deepEqual([(await ask(other)).name, (await ask('00000000-0000-7000-8000-000000000000')).name], [null, null])
})

/** A file as text; the document of a Word file, unpacked by hand. */
function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return JSON.stringify(body)
  if (body.subarray(0, 2).toString() !== 'PK') return body.toString()
  for (
    let at = body.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = body.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const length = body.readUInt16LE(at + 28)
    if (body.subarray(at + 46, at + 46 + length).toString() !== 'word/document.xml') continue
    const start = body.readUInt32LE(at + 42)
    const from = start + 30 + body.readUInt16LE(start + 26) + body.readUInt16LE(start + 28)
    return inflateRawSync(body.subarray(from, from + body.readUInt32LE(at + 20))).toString()
  }
  return ''
}
