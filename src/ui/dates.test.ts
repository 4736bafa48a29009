import { expect, test } from 'vitest'
import { dayIn, isAround, longDate } from './dates.ts'

const evening = new Date('2030-01-16T02:30:00Z')

test('an evening in Canada is still the same day there', () => {
  expect(dayIn(evening, 'America/Toronto')).toBe('2030-01-15')
  expect(dayIn(evening, 'America/Vancouver')).toBe('2030-01-15')
  expect(dayIn(evening, 'UTC')).toBe('2030-01-16')
})

test('a day is written out in the language, the first of a month as French does', () => {
  expect(longDate('2030-01-15', 'en')).toBe('January 15, 2030')
  expect(longDate('2030-01-15', 'fr')).toBe('15 janvier 2030')
  expect(longDate('2030-02-01', 'fr')).toBe('1er février 2030')
})

test.each([
  ['2030-01-14', true],
  ['2030-01-15', true],
  ['2030-01-16', true],
  ['2030-01-17', false],
  ['2030-1-15', false],
  ['tomorrow', false],
  ['', false],
])('%j is around 2030-01-15: %s', (day, around) => {
  expect(isAround(day, '2030-01-15')).toBe(around)
})
