import { expect, test } from 'vitest'
import { chooseVersion } from './choose-version.ts'
import { bookmarkOf, isDone, keptData, launchData, shareOf } from './run-time.ts'
import type { PackageVersion } from './store.ts'

const unit = { launchData: '', mastery: null }
const learner = { id: 'x1', name: 'Zoé' }

test('the first opening finds nobody’s data; the next one finds what was left', () => {
  const first = launchData({ standard: '1.2', unit: { launchData: 'go', mastery: 80 }, learner, kept: undefined })
  expect(first).toMatchObject({
    'cmi.core.student_name': 'Zoé',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.total_time': '0000:00:00',
    'cmi.launch_data': 'go',
    'cmi.student_data.mastery_score': '80',
  })
  const data = { 'cmi.core.lesson_location': 'p3', 'cmi.core.exit': 'suspend', 'cmi.core.lesson_status': 'incomplete' }
  const next = launchData({ standard: '1.2', unit, learner, kept: { data, seconds: 3723, done: false } })
  expect(next).toMatchObject({
    'cmi.core.lesson_location': 'p3',
    'cmi.core.entry': 'resume',
    'cmi.core.lesson_status': 'incomplete',
    'cmi.core.total_time': '0001:02:03',
  })
  expect(next).not.toHaveProperty('cmi.core.exit')
})

test('SCORM 2004 has its own names for the same', () => {
  const kept = { data: { 'cmi.location': 'p3', 'cmi.exit': 'normal' }, seconds: 60, done: true }
  expect(launchData({ standard: '2004', unit: { launchData: '', mastery: 0.8 }, learner, kept })).toEqual({
    'cmi.location': 'p3',
    'cmi.learner_id': 'x1',
    'cmi.learner_name': 'Zoé',
    'cmi.entry': '',
    'cmi.total_time': 'PT60S',
    'cmi.scaled_passing_score': '0.8',
  })
})

test('what the service says itself, and what is not of the standard, is not kept', () => {
  const data = {
    'cmi.suspend_data': 'a\0b\ud800',
    'cmi.core.student_name': 'Else',
    'cmi.exit': '',
    other: 'x',
    'cmi.objectives': {},
  }
  expect(keptData(data)).toEqual({ 'cmi.suspend_data': 'ab\ufffd' })
  expect(bookmarkOf({ 'cmi.location': 'p3' })).toBe('p3')
})

test('a score is a share of what can be had', () => {
  expect(shareOf({ raw: 40 })).toBe(0.4)
  expect(shareOf({ raw: 3, min: 1, max: 5 })).toBe(0.5)
  expect(shareOf({ scaled: -0.5, raw: 9 })).toBe(-0.5)
  expect(shareOf({ raw: 900 })).toBe(1)
  expect(shareOf({ raw: 4, min: 4, max: 4 })).toBeUndefined()
  expect(shareOf({})).toBeUndefined()
})

test('completed or passed is done', () => {
  expect(isDone({ completion: 'completed', success: 'failed' })).toBe(true)
  expect(isDone({ completion: 'incomplete', success: 'passed' })).toBe(true)
  expect(isDone({ completion: 'incomplete', success: 'unknown' })).toBe(false)
})

test('whoever has begun a version goes on with it until they are done', () => {
  const version = (id: string) => ({ id, units: [{ id: 'a' }, { id: 'b' }] }) as PackageVersion
  const versions = [version('new'), version('old')]
  const attempt = (versionId: string, unit: string, done: boolean) => ({
    versionId,
    unit,
    doneAt: done ? new Date(0) : undefined,
  })
  const chosen = (...attempts: ReturnType<typeof attempt>[]) => {
    const found = chooseVersion(versions, attempts)
    return `${found?.version.id} ${found?.news ?? ''}`.trim()
  }
  expect(chooseVersion([], [])).toBeUndefined()
  expect(chosen()).toBe('new')
  expect(chosen(attempt('old', 'a', true))).toBe('old older')
  expect(chosen(attempt('old', 'a', true), attempt('old', 'b', true))).toBe('new new')
  expect(chosen(attempt('old', 'a', false), attempt('new', 'a', false))).toBe('new')
})
