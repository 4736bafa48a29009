import { expect, test } from 'vitest'
import { readPack } from '../content/read.ts'
import { renderDocument } from './render.ts'
import { type TemplateDocumentValues, templateDocument } from './template-document.ts'
import { templateSheet } from './template-sheet.ts'
import { readZip } from './zip.ts'

const outcome = await readPack('content/sample')
if (!outcome.ok) throw new Error('the sample pack has problems')
const { pack } = outcome
const item = pack.items.find(({ id }) => id === 'template-shelf-list')
const body = pack.bodies['template-shelf-list']
if (item === undefined || body?.kind !== 'template') throw new Error('the sample pack has no template')

const blank: TemplateDocumentValues = {
  pack,
  title: item.title,
  licence: item.licence,
  body,
  language: 'en',
  date: '2030-01-18',
}

const filled: TemplateDocumentValues = {
  ...blank,
  community: 'Cedar Flats',
  values: {
    'shelf-name': '=HYPERLINK("https://example.org")',
    'checked-on': '2030-01-15',
    books: '1 200,5',
    room: 'damp',
    worn: [{ title: 'Birds & <b>bees</b>', copies: '2', by: '2030-02-03', next: 'ask' }, { title: 'Trains' }],
    signs: ['tear', 'damp'],
    remarks: 'Two books are wet.\n\nThe key hangs by the door.',
  },
}

const textOf = async (values: TemplateDocumentValues) =>
  new TextDecoder().decode(await renderDocument(templateDocument(values), 'txt'))

/** The parts of an office file, by name. */
const partsOf = (file: Uint8Array) =>
  new Map(readZip(Buffer.from(file)).map((entry) => [entry.name, entry.bytes.toString('utf8')]))

test('a blank template has a place to write for every field, in each language', async () => {
  const english = await textOf(blank)
  for (const words of [
    'To fill in',
    'Name of the shelf',
    'Number ___',
    'Year-month-day ___',
    '[ ] In a damp room',
    '[ ] Torn page',
  ]) {
    expect(english).toContain(words)
  }
  expect(english).toContain('Mark one.')
  expect(english).toContain('Mark all that apply.')
  expect(english).toContain('What next: Mend / Ask')
  const french = await textOf({ ...blank, language: 'fr' })
  expect(french).toContain('À remplir')
  expect(french).toContain('Cochez une case.')
  expect(french).toMatch(/La suite\s: Réparer \/ Demander/)
})

test('a blank table has the lines its author asked for, each with a number', () => {
  const tables = JSON.stringify(templateDocument(blank)).match(/"kind":"table".*?"widths"/)?.[0] ?? ''
  expect(tables.match(/\["\d+",/g)).toEqual(['["1",', '["2",', '["3",', '["4",'])
})

test('a filled-in template says what was written, in words, and what was not', async () => {
  const text = await textOf({ ...filled, values: { ...filled.values, books: '' } })
  for (const words of [
    'Cedar Flats',
    'Filled in',
    'January 15, 2030',
    '- In a damp room',
    'Title: Birds & <b>bees</b>',
    'Mended by: February 3, 2030',
    'What next: Ask',
    '- Torn page',
    'The key hangs by the door.',
    'Number of books\n\nNot filled in.',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toContain('[ ]')
})

test('a choice that the template no longer has is shown as it was typed in a table, and left out elsewhere', async () => {
  const text = await textOf({ ...filled, values: { room: 'cellar', worn: [{ title: 'A', next: 'sell' }] } })
  expect(text).toContain('What next: sell')
  expect(text).not.toContain('cellar')
})

test('the Word file holds every question and answer as text', async () => {
  const parts = partsOf(await renderDocument(templateDocument(filled), 'docx'))
  const document = parts.get('word/document.xml') ?? ''
  for (const words of ['Name of the shelf', 'Birds &amp; &lt;b&gt;bees&lt;/b&gt;', 'Trains', 'In a damp room']) {
    expect(document).toContain(words)
  }
  expect(parts.get('docProps/core.xml')).toContain('Shelf list')
  const empty = partsOf(await renderDocument(templateDocument({ ...blank, language: 'fr' }), 'docx'))
  expect(empty.get('word/document.xml')).toContain('Nom du rayon')
})

test('a PDF is made of a blank and of a filled-in template', async () => {
  for (const values of [blank, filled]) {
    const pdf = await renderDocument(templateDocument(values), 'pdf')
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  }
})

test('the spreadsheet has a form and a sheet for each table, in the language asked for', async () => {
  const english = partsOf(await templateSheet(filled))
  expect(english.get('xl/workbook.xml')).toMatch(/name="Form".*name="Books set aside"/s)
  const strings = english.get('xl/sharedStrings.xml') ?? ''
  for (const words of [
    'Name of the shelf',
    'What is asked',
    'What next (Mend / Ask)',
    'Torn page\nDamp',
    'See the sheet “Books set aside”',
  ]) {
    expect(strings).toContain(words)
  }
  const french = partsOf(await templateSheet({ ...blank, language: 'fr' }))
  expect(french.get('xl/workbook.xml')).toMatch(/name="Formulaire".*name="Livres mis de côté"/s)
  expect(french.get('xl/sharedStrings.xml')).toContain('La suite (Réparer / Demander)')
})

test('numbers are numbers, dates are dates, and what people typed is never a formula', async () => {
  const parts = partsOf(await templateSheet(filled))
  const form = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const table = parts.get('xl/worksheets/sheet2.xml') ?? ''
  expect(form).toContain('<v>1200.5</v>')
  // 15 January 2030 and 3 February 2030, in days since the turn of 1899 to 1900.
  expect(form).toContain('<v>47498</v>')
  expect(table).toContain('<v>47517</v>')
  expect(`${form}${table}`).not.toContain('<f>')
  expect(parts.get('xl/sharedStrings.xml')).toContain('=HYPERLINK(')
})

test('a table’s sheet has columns of a readable width, a head that stays, and empty lines to go on', async () => {
  const table = partsOf(await templateSheet(filled)).get('xl/worksheets/sheet2.xml') ?? ''
  expect(table).toMatch(/<col min="1" max="1" width="36"/)
  expect(table).toContain('ySplit="1"')
  expect(table.match(/<row /g)).toHaveLength(5)
})

test('the same values give the same spreadsheet', async () => {
  expect(await templateSheet(filled)).toEqual(await templateSheet(filled))
})

test('sheets keep within the names that spreadsheets allow', async () => {
  const long = {
    en: 'Who does what: by when / with [whom], and how much?',
    fr: 'Qui fait quoi, avec qui et d’ici quand, en tout',
  }
  const fields = ['one', 'two'].map((id) => ({
    id,
    kind: 'rows' as const,
    label: long,
    rows: 1,
    columns: [
      { id: 'a', kind: 'line' as const, label: { en: 'A', fr: 'A' } },
      { id: 'b', kind: 'number' as const, label: { en: 'B', fr: 'B' } },
    ],
  }))
  const section = { id: 'only', title: { en: 'Only', fr: 'Seul' }, fields }
  const workbook = partsOf(await templateSheet({ ...blank, body: { ...body, sections: [section] } })).get(
    'xl/workbook.xml',
  )
  const names = [...(workbook ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(names).toHaveLength(3)
  expect(new Set(names).size).toBe(3)
  for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
})
