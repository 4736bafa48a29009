import { expect, test } from 'vitest'
import { calendarFile } from './calendar.ts'

const appointment = {
  uid: 'a1@waymark',
  sequence: 2,
  stamp: new Date('2030-03-01T10:00:00Z'),
  start: new Date('2030-03-11T13:00:00Z'),
  minutes: 75,
  title: 'Needs interview',
  description: 'Eight blocks; first line, second.',
  place: 'Town hall',
  organizer: { name: 'Ada', address: 'ada@example.org' },
  attendees: [{ name: 'Lee', address: 'lee@example.org' }],
}

test('an invitation names its method, its sequence and who is invited', () => {
  const file = calendarFile('request', appointment).replaceAll('\r\n ', '')
  expect(file).toContain('METHOD:REQUEST')
  expect(file).toContain('UID:a1@waymark')
  expect(file).toContain('SEQUENCE:2')
  expect(file).toContain('DTSTAMP:20300301T100000Z')
  expect(file).toContain('DTSTART:20300311T130000Z')
  expect(file).toContain('DTEND:20300311T141500Z')
  expect(file).toMatch(/ATTENDEE;.*lee@example\.org/)
  expect(file).toMatch(/ORGANIZER;.*ada@example\.org/)
})

test('a cancellation says so to the calendar that has the invitation', () => {
  const file = calendarFile('cancel', { ...appointment, sequence: 3 })
  expect(file).toContain('METHOD:CANCEL')
  expect(file).toContain('STATUS:CANCELLED')
  expect(file).toContain('UID:a1@waymark')
})
