import { expect, test } from 'vitest'
import type { CourseBody, ItemBody } from '../../content/schema.ts'
import { bodyChanges } from './body-changes.ts'

const text = { en: 'Text', fr: 'Texte' }
const lesson = (id: string, words = 'Words') => ({ id, title: text, minutes: 10, text: { en: words, fr: words } })
const course = (lessons: CourseBody['lessons']): CourseBody => ({
  kind: 'course',
  lessons,
  checks: { a: [], b: [] },
  furtherReading: [],
  facilitator: text,
  figures: {},
})

test('the same text in another release offers nothing, whatever the order of its keys', () => {
  const before: ItemBody = { kind: 'guideline', text, templates: [], furtherReading: [], figures: {} }
  const after: ItemBody = {
    figures: {},
    furtherReading: [],
    templates: [],
    text: { fr: 'Texte', en: 'Text' },
    kind: 'guideline',
  }
  expect(bodyChanges(before, after)).toBeUndefined()
  expect(bodyChanges(before, undefined)).toBeUndefined()
})

test('new, gone, rewritten and unchanged lessons are told apart', () => {
  const before = course([lesson('a'), lesson('b'), lesson('c')])
  const after = course([lesson('c'), lesson('b', 'Other'), lesson('d')])
  expect(bodyChanges(before, after)).toEqual({
    added: ['d'],
    removed: ['a'],
    rewritten: ['b'],
    same: ['c'],
    check: false,
    other: false,
  })
})

test('a changed check, a changed figure and a first text are seen', () => {
  const before = course([lesson('a')])
  const question = {
    kind: 'number' as const,
    id: 'q',
    objective: 0,
    prompt: text,
    answer: 1,
    tolerance: 0,
    feedback: { right: text, wrong: text },
  }
  expect(bodyChanges(before, { ...before, checks: { a: [question], b: [question] } })).toMatchObject({
    check: true,
    other: false,
    same: ['a'],
  })
  expect(bodyChanges(before, { ...before, figures: { map: text } })).toMatchObject({ check: false, other: true })
  expect(bodyChanges(undefined, before)).toMatchObject({ added: ['a'] })
})
