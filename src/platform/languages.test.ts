import { expect, test } from 'vitest'
import { isLanguage, negotiateLanguage } from './languages.ts'

test.each([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-US,en;q=0.5', 'en'],
  ['de, fr;q=0.4, en;q=0.3', 'fr'],
  ['fr;q=0, en;q=0.1', 'en'],
  ['en, fr', 'en'],
  ['iu', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the header %j chooses %s', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language)
})

test('only a language whose words exist is a language', () => {
  expect(isLanguage('fr')).toBe(true)
  expect(isLanguage('xx')).toBe(false)
  expect(isLanguage(undefined)).toBe(false)
})
