import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closestWord, slipsBetween } from './corrections.ts'

const known = ['privacy', 'private', 'primary', 'piracy'].map((word, index) => ({ word, entries: 10 - index }))

test('a letter left out, added, changed or swapped is one slip', () => {
  expect(slipsBetween('privacy', 'privcy')).toBe(1)
  expect(slipsBetween('privacy', 'privvacy')).toBe(1)
  expect(slipsBetween('privacy', 'privecy')).toBe(1)
  expect(slipsBetween('privacy', 'pirvacy')).toBe(1)
})

test('slips count the same both ways, and none means the same word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a))
      expect(slipsBetween(a, b) === 0).toBe(a === b)
      expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

test('the word with the fewest slips is taken, of those the most frequent', () => {
  expect(closestWord('privcy', known)?.word).toBe('privacy')
  expect(closestWord('inventroris', [{ word: 'inventories', entries: 1 }])?.word).toBe('inventories')
  expect(
    closestWord('cat', [
      { word: 'hat', entries: 1 },
      { word: 'bat', entries: 5 },
    ])?.word,
  ).toBe('bat')
})

test('a word that is too far from all of them stays as it is', () => {
  expect(closestWord('inventory', known)).toBeUndefined()
  expect(closestWord('dats', [{ word: 'cost', entries: 9 }])).toBeUndefined()
})
