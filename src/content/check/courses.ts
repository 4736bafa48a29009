import { markdownText } from '../markdown.ts'
import type { CourseBody, Item, Question } from '../schema.ts'
import type { Path, SourceFile } from '../yaml.ts'
import { words } from './reading.ts'
import type { Reporter } from './reporter.ts'

/** How a learner's time is counted. */
export const learningTime = {
  /** Words that a person reads in a minute. */
  wordsAMinute: 200,
  /** Minutes for one question of a check; a learner meets both forms. */
  minutesAQuestion: 2,
  /** Share by which the parts may differ from the hours of `item.yaml` before a person should look. */
  difference: 0.2,
} as const

type Place = { source: SourceFile; item: Item; report: Reporter }

/**
 * What the schema of `course.yaml` cannot see.
 *
 * @param templates ids of the items that are templates with a body, those that could not be read included
 */
export function checkCourse(body: CourseBody, templates: ReadonlySet<string>, place: Place): void {
  const { source, report } = place
  const ids = body.lessons.map(({ id }) => id)
  report.repeated(source, ids, (i) => ['lessons', i, 'id'])
  body.lessons.forEach(({ exercise }, i) => {
    if (exercise) report.reference(source, ['lessons', i, 'exercise', 'template'], exercise.template, templates)
  })
  checkForms(body, place)
  checkCourseTime(body, place)
}

const forms = ['a', 'b'] as const

function checkForms({ checks }: CourseBody, { source, item, report }: Place): void {
  const { t } = report
  const placed = forms.flatMap((form) =>
    checks[form].map((question, i) => ({ question, form, at: ['checks', form, i] as const })),
  )
  const everyId = placed.map(({ question }) => question.id)
  report.repeated(source, everyId, (i) => [...(placed[i]?.at ?? []), 'id'])
  placed.forEach(({ question, at }, i) => {
    checkQuestion(question, at, { source, item, report })
    for (const language of ['en', 'fr'] as const) {
      const asked = whatIsAsked(question, language)
      if (placed.slice(0, i).some((other) => whatIsAsked(other.question, language) === asked)) {
        report.error(source, [...at, 'prompt', language], t.sameQuestion, t.differentQuestions)
      }
    }
  })
  if (checks.a.length !== checks.b.length) {
    const counts = `${checks.a.length}, ${checks.b.length}`
    report.error(source, ['checks', 'b'], t.formsOfDifferentLength(counts), t.asManyInBoth)
  }
  checks.b.forEach((question, i) => {
    const twin = checks.a[i]
    if (twin && twin.kind !== question.kind) {
      report.error(source, ['checks', 'b', i, 'kind'], t.otherKind(question.kind, twin.id), twin.kind)
    }
    if (twin && twin.objective !== question.objective) {
      report.error(source, ['checks', 'b', i, 'objective'], t.otherObjective(twin.id), String(twin.objective))
    }
  })
  item.objectives.forEach((_, index) => {
    if (!checks.a.some(({ objective }) => objective === index)) {
      report.note(source, ['checks', 'a'], t.objectiveNotTested(index))
    }
  })
}

/** "Put these in order" may be said twice; with the same lines below it is the same question. */
function whatIsAsked(question: Question, language: 'en' | 'fr'): string {
  const prompt = plainWords(question.prompt[language])
  if (question.kind === 'order') {
    return [prompt, ...question.steps.map(({ text }) => plainWords(text[language])).sort()].join('|')
  }
  if (question.kind !== 'match') return prompt
  return [prompt, ...question.pairs.map(({ left }) => plainWords(left[language])).sort()].join('|')
}

function checkQuestion(question: Question, at: Path, { source, item, report }: Place): void {
  const { t } = report
  if (question.objective >= item.objectives.length) {
    const last = t.range(0, item.objectives.length - 1)
    report.error(source, [...at, 'objective'], t.noSuchObjective(question.objective), last)
  }
  if (question.kind === 'number') return
  const [key, parts] = partsOf(question)
  report.repeated(
    source,
    parts.map(({ id }) => id),
    (i) => [...at, key, i, 'id'],
  )
  parts.forEach(({ texts }, i) => {
    for (const text of texts) {
      if (parts.slice(0, i).some((other) => other.texts.includes(text))) {
        report.error(source, [...at, key, i], t.sameOption, t.apartInQuestion)
      }
    }
  })
  if (question.kind !== 'single' && question.kind !== 'multiple') return
  const right = question.options.filter((option) => option.right).length
  if (question.kind === 'single' && right !== 1) report.error(source, [...at, 'options'], t.rightOptions(right), '1')
  if (question.kind === 'multiple' && right === 0) {
    report.error(source, [...at, 'options'], t.rightOptions(right), t.atLeast('1'))
  }
}

/** What a question shows, with the texts by which a reader tells its parts apart. */
function partsOf(question: Exclude<Question, { kind: 'number' }>): [string, { id: string; texts: string[] }[]] {
  const inBoth = (text: { en: string; fr: string }) => [`en ${plainWords(text.en)}`, `fr ${plainWords(text.fr)}`]
  switch (question.kind) {
    case 'order':
      return ['steps', question.steps.map(({ id, text }) => ({ id, texts: inBoth(text) }))]
    case 'match':
      return [
        'pairs',
        question.pairs.map(({ id, left, right }) => ({
          id,
          texts: [...inBoth(left).map((text) => `left ${text}`), ...inBoth(right).map((text) => `right ${text}`)],
        })),
      ]
    default:
      return ['options', question.options.map(({ id, text }) => ({ id, texts: inBoth(text) }))]
  }
}

/** A text without what does not tell it from another one: capitals, spaces, its last point. Signs inside do: "< 3" is not "> 3". */
function plainWords(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s.?!]+$/u, '')
}

function checkCourseTime({ lessons, checks }: CourseBody, { source, item, report }: Place): void {
  lessons.forEach((lesson, i) => {
    const longest = Math.max(...Object.values(lesson.text).map((text) => words(markdownText(text)).length))
    const reading = Math.ceil(longest / learningTime.wordsAMinute)
    if (reading > lesson.minutes) {
      report.note(
        source,
        ['lessons', i, 'minutes'],
        report.t.readingTakesLonger(reading),
        report.t.atLeast(String(reading)),
      )
    }
  })
  const questions = checks.a.length + checks.b.length
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, questions * learningTime.minutesAQuestion)
  compareTime(minutes, ['lessons'], { source, item, report })
}

/** A note when the minutes of an item's parts differ from its hours by more than `learningTime.difference`. */
export function compareTime(minutes: number, at: Path, { source, item, report }: Place): void {
  const planned = item.hours * 60
  if (Math.abs(minutes - planned) > learningTime.difference * planned) {
    report.note(source, at, report.t.otherTime(minutes, planned), report.t.withinShare(learningTime.difference * 100))
  }
}
