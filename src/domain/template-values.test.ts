import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TemplateBody } from '../content/schema.ts'
import {
  templateCellName,
  templateChoices,
  templateFieldName,
  templateLimits,
  templateProblems,
  templateProgress,
  templateRows,
  templateText,
  templateValuesFromForm,
} from './template-values.ts'

const text = (words: string) => ({ en: words, fr: words })
const options = [
  { id: 'low', text: text('Low') },
  { id: 'high', text: text('High') },
]

const body: TemplateBody = {
  kind: 'template',
  intro: text('Fill it in.'),
  formats: ['word'],
  sections: [
    {
      id: 'first',
      title: text('First'),
      fields: [
        { id: 'name', kind: 'line', label: text('Name') },
        { id: 'why', kind: 'text', label: text('Why') },
        { id: 'people', kind: 'number', label: text('People') },
        { id: 'day', kind: 'date', label: text('Day') },
        { id: 'risk', kind: 'choice', label: text('Risk'), options },
        { id: 'signs', kind: 'choices', label: text('Signs'), options },
      ],
    },
    {
      id: 'second',
      title: text('Second'),
      fields: [
        {
          id: 'steps',
          kind: 'rows',
          label: text('Steps'),
          rows: 2,
          columns: [
            { id: 'what', kind: 'line', label: text('What') },
            { id: 'hours', kind: 'number', label: text('Hours') },
            { id: 'by', kind: 'date', label: text('By') },
            { id: 'risk', kind: 'choice', label: text('Risk'), options },
          ],
        },
      ],
    },
  ],
}

function read(fields: Record<string, string | string[]>) {
  return templateValuesFromForm(body, (name) => {
    const value = fields[name]
    return value === undefined ? [] : [value].flat()
  })
}

describe('a posted template', () => {
  test('is read field by field, without what was left empty', () => {
    const { values, problems } = read({
      'first.name': ' Cedar Flats ',
      'first.why': 'One\r\nTwo\u0007',
      'first.people': '1 200,5',
      'first.day': '2030-02-28',
      'first.risk': '',
      'first.signs': ['low', 'high', 'low'],
      'steps.0.what': '',
      'steps.1.what': 'Ask',
      'steps.1.hours': '2',
      'steps.7.by': '2030-03-01',
    })
    expect(problems).toEqual([])
    expect(values).toEqual({
      name: 'Cedar Flats',
      why: 'One\nTwo',
      people: '1 200,5',
      day: '2030-02-28',
      signs: ['low', 'high'],
      steps: [{ what: 'Ask', hours: '2' }, { by: '2030-03-01' }],
    })
  })

  test('may be empty: a template is filled in step by step', () => {
    expect(read({})).toEqual({ values: {}, problems: [] })
  })

  test('keeps what is wrong, and says which field it is', () => {
    const { values, problems } = read({
      'first.name': 'x'.repeat(templateLimits.line + 1),
      'first.why': 'x'.repeat(templateLimits.line + 1),
      'first.people': 'many',
      'first.day': '2030-02-30',
      'first.risk': 'none',
      'first.signs': ['low', 'loud'],
      'steps.0.hours': 'two',
      'steps.0.by': 'Friday',
      'steps.1.risk': 'none',
    })
    expect(problems).toEqual([
      { field: 'name', problem: 'too-long' },
      { field: 'people', problem: 'not-a-number' },
      { field: 'day', problem: 'not-a-date' },
      { field: 'risk', problem: 'unknown-choice' },
      { field: 'signs', problem: 'unknown-choice' },
      { field: 'steps', row: 0, column: 'hours', problem: 'not-a-number' },
      { field: 'steps', row: 0, column: 'by', problem: 'not-a-date' },
      { field: 'steps', row: 1, column: 'risk', problem: 'unknown-choice' },
    ])
    expect(values.people).toBe('many')
  })

  test('notices a table that grew too long, and reads no further', () => {
    const rows = Object.fromEntries(Array.from({ length: 400 }, (_, row) => [`steps.${row}.what`, 'x']))
    const { values, problems } = read(rows)
    expect(problems).toEqual([{ field: 'steps', problem: 'too-many-rows' }])
    expect(templateRows(values, 'steps')).toHaveLength(templateLimits.rows + 1)
  })

  test('reads back what a form shows of the same values', () => {
    const line = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => /^[\p{L}\p{N}]+$/u.test(value))
    const row = fc.record({ what: line, risk: fc.constantFrom('low', 'high') })
    fc.assert(
      fc.property(line, fc.array(row, { minLength: 1, maxLength: 5 }), (name, steps) => {
        const fields: Record<string, string> = { [templateFieldName('first', 'name')]: name }
        steps.forEach((cells, index) => {
          for (const [column, value] of Object.entries(cells)) fields[templateCellName('steps', index, column)] = value
        })
        expect(read(fields)).toEqual({ values: { name, steps }, problems: [] })
      }),
    )
  })
})

test('a value of another shape than its field is read as empty', () => {
  const values = { name: ['low'], signs: 'low', steps: 'text', risk: 'high' }
  expect(templateText(values, 'name')).toBe('')
  expect(templateRows(values, 'steps')).toEqual([])
  expect(templateChoices(values, 'signs')).toEqual(['low'])
  expect(templateChoices(values, 'risk')).toEqual(['high'])
  expect(templateProblems(body, values)).toEqual([])
})

test('progress counts the fields that hold something, a table as one', () => {
  expect(templateProgress(body, { name: 'A', steps: [{ what: 'x' }] })).toEqual({ filled: 2, fields: 7 })
})
