import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppressSmallCells } from './suppression.ts'

test('the method’s own example: 12, 11 and 4 hide 4 and 11', () => {
  expect(suppressSmallCells({ a: 12, b: 11, c: 4 })).toEqual({
    cells: { a: 12, b: undefined, c: undefined },
    total: 27,
  })
})

test('cells that are all large enough are all shown', () => {
  expect(suppressSmallCells({ a: 12, b: 11 })).toEqual({ cells: { a: 12, b: 11 }, total: 23 })
})

test('a zero is a small cell', () => {
  expect(suppressSmallCells({ a: 30, b: 20, c: 0 }).cells).toEqual({ a: 30, b: undefined, c: undefined })
})

test('a table of few shows nothing, not even its total', () => {
  expect(suppressSmallCells({ a: 6, b: 4 })).toEqual({ cells: { a: undefined, b: undefined }, total: undefined })
})

test('small cells that hold enough together hide no other', () => {
  expect(suppressSmallCells({ a: 40, b: 6, c: 6 })).toEqual({ cells: { a: 40, b: undefined, c: undefined }, total: 52 })
})

test('whatever the table, nothing hidden can be worked out from what is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), (counts) => {
      const cells = Object.fromEntries(counts.map((count, index) => [`c${index}`, count]))
      const outcome = suppressSmallCells(cells)
      const hidden = Object.keys(cells).filter((name) => outcome.cells[name] === undefined)
      for (const name of Object.keys(cells)) {
        const shown = outcome.cells[name]
        expect(shown === undefined || shown === cells[name]).toBe(true)
        if ((cells[name] ?? 0) < 11) expect(shown).toBeUndefined()
      }
      if (outcome.total === undefined || hidden.length === 0) return
      expect(hidden.length).toBeGreaterThanOrEqual(2)
      expect(hidden.reduce((sum, name) => sum + (cells[name] ?? 0), 0)).toBeGreaterThanOrEqual(11)
    }),
  )
})
