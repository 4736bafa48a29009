import { expect, test } from 'vitest'
import { safeReturn } from './paths.ts'

test.each(['/en/start', '/fr/journeys/1?done=saved#comments', '/en/search?q=a%20b'])(
  '%s is a page to go back to',
  (to) => {
    expect(safeReturn(to, '/en')).toBe(to)
  },
)

test.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/en/..//elsewhere.example',
  '/en/%2e%2e//elsewhere.example',
  '/./%2E//elsewhere.example',
  '/en/start\n',
  '/en/sign-in?to=/en',
])('%j is not', (to) => {
  expect(safeReturn(to, '/en')).toBe('/en')
})
