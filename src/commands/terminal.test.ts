import { expect, test } from 'vitest'
import { terminalLanguage } from './terminal.ts'

test('the language is the one asked for, else the environment’s, else English', () => {
  expect(terminalLanguage(['--lang', 'fr'], { LANG: 'en_CA.UTF-8' })).toBe('fr')
  expect(terminalLanguage(['--lang=en'], { LANG: 'fr_CA.UTF-8' })).toBe('en')
  expect(terminalLanguage([], { LANG: 'fr_CA.UTF-8' })).toBe('fr')
  expect(terminalLanguage([], { LC_ALL: 'en_CA', LANG: 'fr_CA' })).toBe('en')
  expect(terminalLanguage(['--lang', 'de'], { LANG: 'de_DE' })).toBe('en')
  expect(terminalLanguage([], {})).toBe('en')
})
