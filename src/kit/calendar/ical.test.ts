import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type Appointment, icalendar } from './ical.ts'

const at = '2026-11-30T08:00:00.000Z'
const plain: Appointment = {
  uid: 'one@nahtstelle',
  sequence: 3,
  day: '2026-03-29',
  starts: '14:00',
  ends: '16:00',
  summary: '3. Sitzung',
  description: '',
  location: '',
  url: 'https://nahtstelle.example/sitzungen/1',
  status: 'CONFIRMED',
}
const written = (appointments: readonly Appointment[], method: 'PUBLISH' | 'REQUEST' = 'PUBLISH') =>
  icalendar(appointments, { name: 'Sitzungen', at, method })
const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
const days = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

test('what is written is read back to the sign: umlauts, quotes, line breaks, emoji', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((sign) => sign.replaceAll(/[\r\p{Cc}]/gu, '\n'))
  fc.assert(
    fc.property(text, text, text, days, (summary, description, location, day) => {
      const file = written([{ ...plain, summary, description, location, day }])
      const [event] = read(file)
      assert.equal(event!.getFirstPropertyValue('summary'), summary)
      assert.equal(event!.getFirstPropertyValue('description') ?? '', description)
      assert.equal(event!.getFirstPropertyValue('location') ?? '', location)
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 76, line)
    }),
    { numRuns: 200 },
  )
})

test('ten o’clock in Germany is ten o’clock, summer and winter, on every day from 2024 to 2035, also when the clocks change', () => {
  const utc = (day: string, starts: string) => {
    const [event] = read(written([{ ...plain, day, starts }]))
    return (event!.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().toISOString()
  }
  assert.equal(utc('2026-10-25', '10:00'), '2026-10-25T09:00:00.000Z')
  assert.equal(utc('2026-10-24', '10:00'), '2026-10-24T08:00:00.000Z')
  assert.equal(utc('2027-03-28', '10:00'), '2027-03-28T08:00:00.000Z')
  assert.equal(utc('2027-03-27', '10:00'), '2027-03-27T09:00:00.000Z')
  assert.equal(utc('2028-02-29', '10:00'), '2028-02-29T09:00:00.000Z')
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })
  const time = fc.integer({ min: 6 * 60, max: 22 * 60 }).map((minute) => {
    const two = (n: number) => String(n).padStart(2, '0')
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  })
  fc.assert(
    fc.property(days, time, (day, starts) => {
      assert.equal(clock.format(new Date(utc(day, starts))), `${day} ${starts}`)
    }),
    { numRuns: 200 },
  )
})

test('an invitation names who invites and the one who is invited, and nobody else; a subscription names nobody', () => {
  const circle = {
    organizer: { name: 'Geschäftsstelle, "BAG"', address: 'nahtstelle@example.org' },
    attendee: { name: 'Ä. Öttl', address: 'oettl@example.org' },
  }
  const request = icalendar([plain], { name: 'Sitzungen', at, method: 'REQUEST', circle })
  const [event] = read(request)
  assert.match(request, /METHOD:REQUEST/)
  assert.equal(event!.getFirstPropertyValue('organizer'), 'mailto:nahtstelle@example.org')
  assert.equal(event!.getFirstProperty('organizer')!.getFirstParameter('cn'), circle.organizer.name)
  assert.deepEqual(
    event!.getAllProperties('attendee').map((one) => one.getFirstValue()),
    ['mailto:oettl@example.org'],
  )
  assert.equal(event!.getFirstPropertyValue('sequence'), 3)
  const subscription = written([plain, { ...plain, uid: 'two@nahtstelle', status: 'CANCELLED' }])
  assert.doesNotMatch(subscription, /ORGANIZER|ATTENDEE/)
  assert.equal(read(subscription)[1]!.getFirstPropertyValue('transp'), 'TRANSPARENT')
  assert.match(written([]), /^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\r\n$/)
})
