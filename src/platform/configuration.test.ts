import { expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { StartError } from './start-error.ts'

test('with nothing set the service listens on 3000 and keeps its data beside the program', () => {
  expect(readConfiguration({ PORT: '' }, '/srv/waymark')).toEqual({
    port: 3000,
    dataFolder: '/srv/waymark/data',
    trustProxy: false,
    logRequests: false,
  })
})

test('a setting that cannot be used is named, with what is allowed, in both languages', () => {
  const reading = () => readConfiguration({ PORT: 'abc', DATABASE_URL: 'mysql://x' }, '/')
  expect(reading).toThrow(StartError)
  expect(reading).toThrow(/^PORT cannot be used; it must be a whole number from 0 to 65535\.\nDATABASE_URL cannot/)
  try {
    reading()
  } catch (error) {
    expect((error as StartError).inFrench).toMatch(/^PORT est inutilisable; il faut un nombre entier/)
  }
})
