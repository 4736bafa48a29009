import type { Standard, Unit } from './manifest.ts'

/** Run-time data of the standard, flat: `cmi.core.lesson_location` -> its text. */
export type RunTimeData = Record<string, string>

/** What a unit says of the learner's state each time it saves. */
export type UnitRecord = {
  completion: 'unknown' | 'not attempted' | 'incomplete' | 'completed'
  success: 'unknown' | 'passed' | 'failed'
  score?:
    | { raw?: number | undefined; min?: number | undefined; max?: number | undefined; scaled?: number | undefined }
    | undefined
  /** In all openings together. */
  seconds: number
  data: RunTimeData
}

/** Said anew at each opening by the service, or counted anew by the unit. */
const saidAnew = [
  'cmi.core.student_id',
  'cmi.core.student_name',
  'cmi.core.entry',
  'cmi.core.credit',
  'cmi.core.lesson_mode',
  'cmi.core.total_time',
  'cmi.core.session_time',
  'cmi.launch_data',
  'cmi.student_data.mastery_score',
  'cmi.learner_id',
  'cmi.learner_name',
  'cmi.entry',
  'cmi.credit',
  'cmi.mode',
  'cmi.total_time',
  'cmi.session_time',
  'cmi.scaled_passing_score',
]

/** With halves of a character replaced, as `toWellFormed` does it, which Safari 16.4 has not. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** What is kept of the data for the next opening: texts that say something, under names of the standard. */
export function keptData(data: Record<string, unknown>): RunTimeData {
  const kept: RunTimeData = {}
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'string' || value === '' || saidAnew.includes(name) || !/^cmi\.[\w.]{1,200}$/.test(name))
      continue
    // The database takes no null characters and no halves of a character.
    kept[name] = wellFormed(value.replaceAll('\0', ''))
  }
  return kept
}

/**
 * The data a unit finds when it opens: what it left, and who learns in which circumstances. A unit that was left before its end, or that
 * asked to be resumed, is resumed.
 *
 * @param learner a made-up id that is the same for this person and package every time, and the name to greet them by
 * @param kept what an earlier opening left; nothing at the first
 */
export function launchData(given: {
  standard: Standard
  unit: Pick<Unit, 'launchData' | 'mastery'>
  learner: { id: string; name: string }
  kept: { data: RunTimeData; seconds: number; done: boolean } | undefined
}): RunTimeData {
  const { standard, unit, learner, kept } = given
  const { data = {}, seconds = 0 } = kept ?? {}
  const exit = data['cmi.core.exit'] ?? data['cmi.exit']
  const entry = kept === undefined ? 'ab-initio' : exit === 'suspend' || !kept.done ? 'resume' : ''
  const own = Object.fromEntries(Object.entries(data).filter(([name]) => !/^cmi\.(core\.)?exit$/.test(name)))
  if (standard === '1.2') {
    return {
      ...own,
      'cmi.core.student_id': learner.id,
      'cmi.core.student_name': learner.name,
      'cmi.core.credit': 'credit',
      'cmi.core.lesson_status': own['cmi.core.lesson_status'] ?? 'not attempted',
      'cmi.core.entry': entry,
      'cmi.core.total_time': clockTime(seconds),
      ...(unit.launchData === '' ? {} : { 'cmi.launch_data': unit.launchData }),
      ...(unit.mastery === null ? {} : { 'cmi.student_data.mastery_score': String(unit.mastery) }),
    }
  }
  return {
    ...own,
    'cmi.learner_id': learner.id,
    'cmi.learner_name': learner.name,
    'cmi.entry': entry,
    'cmi.total_time': `PT${seconds}S`,
    ...(unit.launchData === '' ? {} : { 'cmi.launch_data': unit.launchData }),
    ...(unit.mastery === null ? {} : { 'cmi.scaled_passing_score': String(unit.mastery) }),
  }
}

/** SCORM 1.2's way of writing a length of time: `0012:34:56`. */
function clockTime(seconds: number): string {
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0')
  return `${part(Math.min(seconds / 3600, 9999), 4)}:${part((seconds % 3600) / 60, 2)}:${part(seconds % 60, 2)}`
}

/** The score as a share of what can be had, -1 to 1; nothing without one. A score without a maximum counts out of 100. */
export function shareOf(score: UnitRecord['score']): number | undefined {
  if (score?.scaled !== undefined) return between(score.scaled)
  if (score?.raw === undefined) return undefined
  const { raw, min = 0, max = 100 } = score
  return max > min ? between((raw - min) / (max - min)) : undefined
}

const between = (share: number) => Math.min(1, Math.max(-1, share))

/** Completed or passed: the one rule for being done with a unit. */
export function isDone(record: Pick<UnitRecord, 'completion' | 'success'>): boolean {
  return record.completion === 'completed' || record.success === 'passed'
}

/** Where the learner stands in the unit, as the unit itself writes it. */
export function bookmarkOf(data: RunTimeData): string {
  const given = data['cmi.core.lesson_location'] ?? data['cmi.location'] ?? ''
  return wellFormed(given.slice(0, 1000))
}
