import { expect, test } from 'vitest'
import { addDays, daysOfWeek, isDay } from './plan-dates.ts'

test('weeks of a pathway count from its first day, over a clock change and a leap day too', () => {
  expect(daysOfWeek('2028-02-22', 1)).toEqual({ first: '2028-02-22', last: '2028-02-28' })
  expect(daysOfWeek('2028-02-22', 2)).toEqual({ first: '2028-02-29', last: '2028-03-06' })
  expect(addDays('2026-10-30', 7)).toBe('2026-11-06')
})

test('only a day of the calendar is a day', () => {
  expect(isDay('2026-02-28')).toBe(true)
  for (const text of ['2026-02-30', '2026-2-3', 'soon', '', '2026-13-01']) expect(isDay(text)).toBe(false)
})
