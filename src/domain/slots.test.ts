import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOf, freeSlots, minuteOf, momentOf, wallTime, weekdayOf } from './slots.ts'

const toronto = 'America/Toronto'
const base = {
  weekly: [{ weekday: 1, fromMinute: 9 * 60, untilMinute: 12 * 60 }],
  singles: [],
  busy: [],
  timeZone: toronto,
  minutes: 75,
}
const iso = (slots: Date[]) => slots.map((slot) => slot.toISOString())

test('weekly hours stay at the same time of day across a clock change', () => {
  // In 2030 the clocks go forward in Ontario on Sunday, 10 March.
  const slots = freeSlots({ ...base, from: new Date('2030-03-03T12:00:00Z'), until: new Date('2030-03-12T00:00:00Z') })
  expect(iso(slots)).toEqual([
    '2030-03-04T14:00:00.000Z',
    '2030-03-04T15:15:00.000Z',
    '2030-03-11T13:00:00.000Z',
    '2030-03-11T14:15:00.000Z',
  ])
})

test('a time that the clocks skip is not offered, and one they show twice is offered once', () => {
  const sundays = [{ weekday: 7, fromMinute: 90, untilMinute: 180 }]
  const spring = { from: new Date('2030-03-10T00:00:00Z'), until: new Date('2030-03-11T00:00:00Z') }
  const autumn = { from: new Date('2030-11-03T00:00:00Z'), until: new Date('2030-11-04T00:00:00Z') }
  expect(iso(freeSlots({ ...base, weekly: sundays, minutes: 45, ...spring }))).toEqual(['2030-03-10T06:30:00.000Z'])
  expect(iso(freeSlots({ ...base, weekly: sundays, minutes: 45, ...autumn }))).toEqual([
    '2030-11-03T05:30:00.000Z',
    '2030-11-03T07:15:00.000Z',
  ])
  expect(momentOf({ day: '2030-03-10', minute: 150 }, toronto)).toBeUndefined()
})

test('what is booked takes every time it overlaps', () => {
  const busy = [{ startsAt: new Date('2030-03-04T14:30:00Z'), minutes: 30 }]
  const slots = freeSlots({
    ...base,
    busy,
    from: new Date('2030-03-04T00:00:00Z'),
    until: new Date('2030-03-05T00:00:00Z'),
  })
  expect(iso(slots)).toEqual(['2030-03-04T15:15:00.000Z'])
})

test('single times are added and taken out', () => {
  const singles = [
    { startsAt: new Date('2030-03-04T14:00:00Z'), free: false },
    { startsAt: new Date('2030-03-06T20:00:00Z'), free: true },
  ]
  const slots = freeSlots({
    ...base,
    singles,
    from: new Date('2030-03-04T00:00:00Z'),
    until: new Date('2030-03-08T00:00:00Z'),
  })
  expect(iso(slots)).toEqual(['2030-03-04T15:15:00.000Z', '2030-03-06T20:00:00.000Z'])
})

test('nothing before the start of the search or from its end on is offered', () => {
  const slots = freeSlots({ ...base, from: new Date('2030-03-04T14:01:00Z'), until: new Date('2030-03-04T15:15:00Z') })
  expect(slots).toEqual([])
})

test('every moment comes back from what the clocks show, except in the hour they show twice', () => {
  const zones = ['America/Toronto', 'America/St_Johns', 'America/Regina', 'America/Vancouver', 'Europe/London', 'UTC']
  const minutes = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2036, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (at, zone) => {
      const moment = new Date(at * 60_000)
      const back = momentOf(wallTime(moment, zone), zone)
      const apart = moment.getTime() - (back?.getTime() ?? Number.NaN)
      expect([0, 3_600_000]).toContain(apart)
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('a clock time is read from a form and written back', () => {
  expect(minuteOf('9:30')).toBe(570)
  expect(minuteOf('24:00')).toBeUndefined()
  expect(clockOf(570)).toBe('09:30')
  expect(weekdayOf('2030-03-10')).toBe(7)
})
