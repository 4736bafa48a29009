import { expect, test } from 'vitest'
import { markdownParts, markdownText } from './markdown.ts'

const source = `## Four signs

A **worn** book, see the [guide](item:guide) and \`code\`.

![Four boxes](figure:signs "Four signs of wear")

| Minutes | What |
| --- | --- |
| 5 | Empty a table |

1. Look
2. Write
   - inside
`

test('a text is taken apart by what it shows, with lines', () => {
  const parts = markdownParts(source)
  expect(parts.headings).toEqual([{ line: 1, level: 2, text: 'Four signs' }])
  expect(parts.pictures).toEqual([
    { line: 5, address: 'figure:signs', alternative: 'Four boxes', caption: 'Four signs of wear' },
  ])
  expect(parts.links).toEqual([{ line: 3, address: 'item:guide' }])
  expect(parts.lists).toEqual([
    { line: 11, ordered: true, entries: 2 },
    { line: 13, ordered: false, entries: 1 },
  ])
  expect(parts.tables).toEqual([{ line: 7, columns: 2, rows: 2 }])
  expect(parts.html).toEqual([])
})

test('the words of a text come without marks and code, a line each, figures by their words', () => {
  expect(markdownText(source).split('\n')).toEqual([
    'Four signs',
    'A worn book, see the guide and .',
    ...['Four boxes', 'Four signs of wear'],
    ...['Minutes', 'What', '5', 'Empty a table', 'Look', 'Write', 'inside'],
  ])
})

test('raw HTML is found wherever it stands, an address in angle brackets is none', () => {
  const { html } = markdownParts('<div>\n\nA <b>word</b> <https://example.org>\n\n<!-- aside -->')
  expect(html.map(({ text }) => text)).toEqual(['<div>', '<b>', '</b>', '<!-- aside -->'])
})
