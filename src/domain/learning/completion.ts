import type { ItemBody } from '../../content/schema.ts'

/** What a person has done of an item so far. */
export type StudyProgress = {
  /** Ids of lessons marked done. */
  lessonsDone: ReadonlySet<string>
  /** Templates that were saved at least once, as a draft or with the community's files. */
  templatesSaved: ReadonlySet<string>
  /** Templates kept with the files of a community. */
  templatesKept: ReadonlySet<string>
  /** Purposes of the checks that were sent. */
  checksSent: ReadonlySet<'pre' | 'post'>
  /** The person said by themselves that they are done. */
  marked: boolean
}

/** One thing that still stands between a person and being done. */
export type Remaining =
  | { kind: 'lesson'; lesson: string }
  | { kind: 'exercise'; lesson: string; template: string }
  | { kind: 'post-check' }
  | { kind: 'mark' }
  | { kind: 'keep-or-mark' }
  | { kind: 'package' }

/**
 * The one rule for being done with an item (docs/method.md, "When an item is done"). A course: every lesson is marked done, the template
 * of each exercise was saved, and the check at the end was sent, whatever its result. A guideline, a coaching session, a link and a
 * file: the person says so. A template: it is kept with a community's files, or the person says so. A package says so itself.
 *
 * @param item its id, since a template is found by it among those that were kept
 * @param body nothing when the item is not written yet: the person says so, as for what they read elsewhere
 * @returns what is missing, in the order in which it comes; empty when the item is done
 */
export function whatRemains(item: string, body: ItemBody | undefined, progress: StudyProgress): Remaining[] {
  if (body?.kind === 'course') {
    const remaining: Remaining[] = body.lessons.flatMap((lesson): Remaining[] => {
      const { exercise } = lesson
      return [
        ...(exercise && !progress.templatesSaved.has(exercise.template)
          ? [{ kind: 'exercise' as const, lesson: lesson.id, template: exercise.template }]
          : []),
        ...(progress.lessonsDone.has(lesson.id) ? [] : [{ kind: 'lesson' as const, lesson: lesson.id }]),
      ]
    })
    return progress.checksSent.has('post') ? remaining : [...remaining, { kind: 'post-check' }]
  }
  if (progress.marked) return []
  if (body?.kind === 'package') return [{ kind: 'package' }]
  if (body?.kind === 'template') return progress.templatesKept.has(item) ? [] : [{ kind: 'keep-or-mark' }]
  return [{ kind: 'mark' }]
}

/** Whether a person may say by themselves that an item is done: a course and a package have rules of their own. */
export function mayMark(body: ItemBody | undefined): boolean {
  return body?.kind !== 'course' && body?.kind !== 'package'
}

/**
 * Minutes of a course that are still ahead.
 *
 * @returns the sum over lessons that are not marked done; 0 for what is no course
 */
export function minutesLeft(body: ItemBody | undefined, lessonsDone: ReadonlySet<string>): number {
  if (body?.kind !== 'course') return 0
  return body.lessons.reduce((sum, lesson) => sum + (lessonsDone.has(lesson.id) ? 0 : lesson.minutes), 0)
}

/**
 * Where a learner goes on.
 *
 * @param lastLesson the lesson they last had open, if any
 * @returns the lesson last open when it is not done yet, else the first that is not done; nothing when all are
 */
export function lessonToContinue(
  body: ItemBody | undefined,
  progress: Pick<StudyProgress, 'lessonsDone'>,
  lastLesson: string | undefined,
): string | undefined {
  if (body?.kind !== 'course') return undefined
  const open = body.lessons.filter((lesson) => !progress.lessonsDone.has(lesson.id))
  return (open.find((lesson) => lesson.id === lastLesson) ?? open[0])?.id
}
