import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

function cellsOf(text: string) {
  const reading = readCsv(text)
  if (!reading.ok) throw new Error(`row ${reading.row} is not read`)
  return reading.cells
}

test('what is written can be read back, whatever the cells hold', () => {
  const characters = ['a', 'é', '"', "'", ',', ';', ' ', '\t', '\r', '\n', '=', '+', '-', '@', '1', '.'] as const
  const cell = fc.string({ unit: fc.constantFrom(...characters) })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (records) => {
      const cells = cellsOf(writeCsv(['one', 'two', 'three'], records))
      expect(cells.header).toEqual(['one', 'two', 'three'])
      expect(cells.records).toEqual(records)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ["'=already", "''=already"],
  ["''@twice", "'''@twice"],
  ["'quoted' words", "'quoted' words"],
  ['-3', '-3'],
  ['+2.5', '+2.5'],
  ['a=b', 'a=b'],
])('no cell becomes a formula in a spreadsheet: %j is written as %s, and comes back', (cell, written) => {
  const text = writeCsv(['note', 'x'], [[cell, 'x']])
  expect(text).toBe(`\uFEFFnote,x\r\n${written},x\r\n`)
  expect(cellsOf(text).records).toEqual([[cell, 'x']])
})

test('rows are numbered as a spreadsheet shows them, line breaks inside cells and blank lines included', () => {
  expect(cellsOf('component,note,,\r\na,"two\nlines",,\r\n\r\nb,y\r\n')).toEqual({
    header: ['component', 'note'],
    records: [['a', 'two\nlines'], [''], ['b', 'y']],
    lines: [2, 3, 4],
  })
})

test('semicolons, tabs and a byte order mark are read too', () => {
  expect(cellsOf('\uFEFFa;b\n1;2,5\n')).toMatchObject({ header: ['a', 'b'], records: [['1', '2,5']] })
  expect(cellsOf('a\tb\n1\t2\n')).toMatchObject({ header: ['a', 'b'], records: [['1', '2']] })
})

test('a quote that is not closed, or stands where it cannot, names its row', () => {
  expect(readCsv('a,b\n1,2\n"3,4\n')).toEqual({ ok: false, row: 3 })
  expect(readCsv('a,b\n1,"two" three\n')).toEqual({ ok: false, row: 2 })
  expect(readCsv('a,"b\n')).toEqual({ ok: false, row: 1 })
})
