import { expect, test } from 'vitest'
import type { ItemBody } from '../../content/schema.ts'
import { lessonToContinue, mayMark, minutesLeft, type StudyProgress, whatRemains } from './completion.ts'

const text = { en: 'Text', fr: 'Texte' }
const course: ItemBody = {
  kind: 'course',
  lessons: [
    { id: 'first', title: text, minutes: 10, text },
    { id: 'second', title: text, minutes: 20, text, exercise: { template: 'the-form', task: text } },
  ],
  checks: { a: [], b: [] },
  furtherReading: [],
  facilitator: text,
  figures: {},
}
const nothing: StudyProgress = {
  lessonsDone: new Set(),
  templatesSaved: new Set(),
  templatesKept: new Set(),
  checksSent: new Set(),
  marked: false,
}
const all: StudyProgress = {
  ...nothing,
  lessonsDone: new Set(['first', 'second']),
  templatesSaved: new Set(['the-form']),
  checksSent: new Set(['post']),
}

test('a course is done when lessons, exercises and the check at the end are, whatever the result', () => {
  expect(whatRemains('c', course, all)).toEqual([])
  expect(whatRemains('c', course, nothing).map(({ kind }) => kind)).toEqual([
    'lesson',
    'exercise',
    'lesson',
    'post-check',
  ])
})

test('each part of a course is needed by itself', () => {
  expect(whatRemains('c', course, { ...all, lessonsDone: new Set(['second']) })).toEqual([
    { kind: 'lesson', lesson: 'first' },
  ])
  expect(whatRemains('c', course, { ...all, templatesSaved: new Set() })).toEqual([
    { kind: 'exercise', lesson: 'second', template: 'the-form' },
  ])
  expect(whatRemains('c', course, { ...all, checksSent: new Set(['pre']) })).toEqual([{ kind: 'post-check' }])
})

test('a course cannot be marked done, and neither can a package', () => {
  expect(whatRemains('c', course, { ...nothing, marked: true })).toHaveLength(4)
  expect(mayMark(course)).toBe(false)
  expect(mayMark({ kind: 'package', package: 'p' })).toBe(false)
  expect(mayMark(undefined)).toBe(true)
})

test('a template is done when it is kept with a community’s files, or when the person says so', () => {
  const template: ItemBody = { kind: 'template', intro: text, formats: ['word'], sections: [] }
  expect(whatRemains('the-form', template, { ...nothing, templatesSaved: new Set(['the-form']) })).toEqual([
    { kind: 'keep-or-mark' },
  ])
  expect(whatRemains('the-form', template, { ...nothing, templatesKept: new Set(['the-form']) })).toEqual([])
  expect(whatRemains('the-form', template, { ...nothing, marked: true })).toEqual([])
})

test('what is not written yet is done when the person says so', () => {
  expect(whatRemains('x', undefined, nothing)).toEqual([{ kind: 'mark' }])
  expect(whatRemains('x', undefined, { ...nothing, marked: true })).toEqual([])
  expect(whatRemains('x', { kind: 'package', package: 'p' }, nothing)).toEqual([{ kind: 'package' }])
})

test('minutes left are those of the lessons that are not done', () => {
  expect(minutesLeft(course, new Set())).toBe(30)
  expect(minutesLeft(course, new Set(['first']))).toBe(20)
  expect(minutesLeft(undefined, new Set())).toBe(0)
})

test('a learner goes on in the lesson last open, or in the first that is not done', () => {
  expect(lessonToContinue(course, nothing, 'second')).toBe('second')
  expect(lessonToContinue(course, { lessonsDone: new Set(['second']) }, 'second')).toBe('first')
  expect(lessonToContinue(course, nothing, 'gone')).toBe('first')
  expect(lessonToContinue(course, all, 'first')).toBeUndefined()
})
