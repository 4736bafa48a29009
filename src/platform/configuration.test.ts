import { expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { StartError } from './start-error.ts'

test('with nothing set the service listens on 3000 and keeps its data beside the program', () => {
  expect(readConfiguration({ PORT: '' }, '/srv/waymark')).toEqual({
    port: 3000,
    dataFolder: '/srv/waymark/data',
    trustProxy: false,
    logRequests: false,
    timeZone: 'America/Toronto',
    demo: false,
    mail: {},
  })
})

test('a time zone is one that exists', () => {
  expect(readConfiguration({ WAYMARK_TIME_ZONE: 'America/Vancouver' }, '/').timeZone).toBe('America/Vancouver')
  expect(() => readConfiguration({ WAYMARK_TIME_ZONE: 'Mars/Olympus' }, '/')).toThrow(
    /WAYMARK_TIME_ZONE cannot be used/,
  )
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

test('a login for serving goes with the address of the owner, and is refused alone', () => {
  const serving = 'postgresql://web@db/waymark'
  const both = { DATABASE_URL: 'postgresql://owner@db/waymark', WAYMARK_SERVER_DATABASE_URL: serving }
  expect(readConfiguration(both, '/')).toMatchObject({ serverDatabaseUrl: serving })
  expect(() => readConfiguration({ WAYMARK_SERVER_DATABASE_URL: serving }, '/')).toThrow(
    /^WAYMARK_SERVER_DATABASE_URL cannot be used; .* together with DATABASE_URL/,
  )
})

test('a directory of people is given whole or not at all, and has a name', () => {
  const directory = {
    WAYMARK_OIDC_ISSUER: 'https://login.example.org/realm',
    WAYMARK_OIDC_CLIENT_ID: 'waymark',
    WAYMARK_OIDC_CLIENT_SECRET: 'secret',
  }
  expect(readConfiguration(directory, '/').directory).toMatchObject({ clientId: 'waymark', name: 'login.example.org' })
  expect(readConfiguration({ ...directory, WAYMARK_OIDC_NAME: 'Town login' }, '/').directory?.name).toBe('Town login')
  expect(() => readConfiguration({ ...directory, WAYMARK_OIDC_CLIENT_SECRET: '' }, '/')).toThrow(
    /^WAYMARK_OIDC_CLIENT_SECRET cannot be used/,
  )
})

test('a secret that could be guessed is refused', () => {
  expect(() => readConfiguration({ WAYMARK_SECRET: 'short' }, '/')).toThrow(/at least 32 random characters/)
  expect(readConfiguration({ WAYMARK_SECRET: 'x'.repeat(32) }, '/').secret).toHaveLength(32)
})

test('a virus scanner is named by host and port', () => {
  expect(readConfiguration({ WAYMARK_CLAMD: '127.0.0.1:3310' }, '/')).toMatchObject({
    clamd: { host: '127.0.0.1', port: 3310 },
  })
  expect(() => readConfiguration({ WAYMARK_CLAMD: 'clamd' }, '/')).toThrow(/host and port of a clamd/)
})
