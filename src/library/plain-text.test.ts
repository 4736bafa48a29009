import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenText, folded } from './plain-text.ts'

test('words compare without accents, capitals and signs', () => {
  expect(folded('Données ouvertes\u00a0: l’Œuvre')).toBe('donnees ouvertes l oeuvre')
})

test('even signs keep every place in a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '’', '\u00a0', '«', '…', '—', ' ') }), (text) => {
      expect(evenText(text)).toHaveLength(text.length)
    }),
  )
  expect(evenText('l’eau «\u00a0vive\u00a0»…')).toBe(`l'eau " vive ".`)
})
