import type { ItemBody, Lesson } from '../../content/schema.ts'

/** How the text of an item differs between two releases. */
export type BodyChanges = {
  /** Lessons that are new, by id; a course only, and so for the next three. */
  added: string[]
  removed: string[]
  /** Lessons whose text, title or exercise is another. */
  rewritten: string[]
  /** Lessons that are the same. */
  same: string[]
  /** Questions of the check differ. */
  check: boolean
  /** Something else differs: the text of a guideline, the fields of a template, a figure. */
  other: boolean
}

/**
 * Compares the text of an item in two releases.
 *
 * @returns nothing when there is no difference, so that a new release with the same text offers nothing
 */
export function bodyChanges(before: ItemBody | undefined, after: ItemBody | undefined): BodyChanges | undefined {
  if (after === undefined || isSame(before, after)) return undefined
  const lessonsBefore = before?.kind === 'course' ? before.lessons : []
  const lessonsAfter = after.kind === 'course' ? after.lessons : []
  const earlier = new Map(lessonsBefore.map((lesson) => [lesson.id, lesson]))
  const kept = lessonsAfter.filter((lesson) => earlier.has(lesson.id))
  const isRewritten = (lesson: Lesson) => !isSame(earlier.get(lesson.id), lesson)
  const checksOf = (body: ItemBody | undefined) => (body?.kind === 'course' ? body.checks : undefined)
  return {
    added: lessonsAfter.filter((lesson) => !earlier.has(lesson.id)).map(({ id }) => id),
    removed: lessonsBefore.filter(({ id }) => !lessonsAfter.some((lesson) => lesson.id === id)).map(({ id }) => id),
    rewritten: kept.filter(isRewritten).map(({ id }) => id),
    same: kept.filter((lesson) => !isRewritten(lesson)).map(({ id }) => id),
    check: !isSame(checksOf(before), checksOf(after)),
    other: !isSame(withoutCourseParts(before), withoutCourseParts(after)),
  }
}

function withoutCourseParts(body: ItemBody | undefined): unknown {
  if (body?.kind !== 'course') return body
  const { lessons: _lessons, checks: _checks, ...rest } = body
  return rest
}

/** The same values, whatever the order of keys: a release read from a file and one from the database are written differently. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const entries = Object.entries(one).filter(([, value]) => value !== undefined)
  const others = Object.entries(other).filter(([, value]) => value !== undefined)
  return (
    entries.length === others.length &&
    entries.every(([key, value]) => isSame(value, (other as Record<string, unknown>)[key]))
  )
}
