import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

test('what is written can be read back, whatever the cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', ' ', '\t', '\n', '=', '1') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (records) => {
      const cells = readCsv(writeCsv(['one', 'two', 'three'], records))
      expect(cells?.header).toEqual(['one', 'two', 'three'])
      expect(cells?.records).toEqual(records)
    }),
  )
})

test('rows are numbered as a spreadsheet shows them, line breaks inside cells and blank lines included', () => {
  const cells = readCsv('component,note,,\r\na,"two\nlines",,\r\n\r\nb,y\r\n')
  expect(cells).toEqual({
    header: ['component', 'note'],
    records: [['a', 'two\nlines'], [''], ['b', 'y']],
    lines: [2, 3, 4],
  })
})

test('semicolons, tabs and a byte order mark are read too', () => {
  expect(readCsv('\uFEFFa;b\n1;2,5\n')).toMatchObject({ header: ['a', 'b'], records: [['1', '2,5']] })
  expect(readCsv('a\tb\n1\t2\n')).toMatchObject({ header: ['a', 'b'], records: [['1', '2']] })
})

test('quotes that are not closed make no table', () => {
  expect(readCsv('a,b\n"1,2\n')).toBeUndefined()
})
