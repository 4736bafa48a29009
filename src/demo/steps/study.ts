import type { CourseBody, Question } from '../../content/schema.ts'
import { answerField } from '../../domain/course-check.ts'
import { paths } from '../../paths.ts'
import type { Browser, Typed } from '../browser.ts'
import { texts } from '../texts-learning.ts'
import type { World } from '../world.ts'
import type { StoryJourney } from './journey.ts'

async function courseOf(world: World, item: string): Promise<CourseBody> {
  const body = (await world.pack()).bodies[item]
  if (body?.kind !== 'course') throw new Error(`${item} is no course`)
  return body
}

/** Someone begins an item. */
export async function startItem(browser: Browser, item: string): Promise<void> {
  await browser.send(paths.study(browser.language, item), {})
}

/** Reads what is no course, and says that it is done. */
export async function readThrough(browser: Browser, item: string): Promise<void> {
  await startItem(browser, item)
  await browser.send(paths.study(browser.language, item), {}, '/done')
}

/** Reads lessons of a course to their end. @param from number of the first one, from 0; @param until number of the first that is not read */
export async function readLessons(world: World, browser: Browser, item: string, from: number, until?: number) {
  const { lessons } = await courseOf(world, item)
  for (const lesson of lessons.slice(from, until)) {
    world.pass(lesson.minutes)
    await browser.send(paths.study(browser.language, item, lesson.id), {}, '/done')
  }
}

/** Opens a lesson and stops there. */
export async function openLesson(world: World, browser: Browser, item: string, number: number): Promise<void> {
  const lesson = (await courseOf(world, item)).lessons[number]
  await browser.open(paths.study(browser.language, item, lesson?.id ?? ''))
}

/** Writes a note of one's own beside a lesson. */
export async function writeNote(world: World, browser: Browser, item: string, number: number): Promise<void> {
  const lesson = (await courseOf(world, item)).lessons[number]
  await browser.send(
    paths.study(browser.language, item, lesson?.id ?? ''),
    { note: texts[browser.language].note },
    '/notes',
  )
}

/** Takes a check of a course. @param wrong how many questions go wrong: the last ones */
export async function takeCheck(world: World, browser: Browser, item: string, purpose: 'pre' | 'post', wrong: number) {
  const { checks } = await courseOf(world, item)
  const page = await browser.open(paths.study(browser.language, item, 'check', purpose))
  const shown = [checks.a, checks.b].find((questions) =>
    page.forms.some(
      ({ names }) => questions[0] && [...names].some((name) => name.startsWith(answerField(questions[0]?.id ?? ''))),
    ),
  )
  if (shown === undefined) throw new Error(`No questions in ${page.path}`)
  const typed: Typed = {}
  for (const [place, question] of shown.entries()) {
    Object.assign(typed, place < shown.length - wrong ? rightAnswer(question) : wrongAnswer(question))
  }
  await browser.send(page, typed)
}

function rightAnswer(question: Question): Typed {
  const name = answerField(question.id)
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { [name]: question.options.filter(({ right }) => right).map(({ id }) => id) }
    case 'order':
      return Object.fromEntries(question.steps.map(({ id }, at) => [answerField(question.id, id), String(at + 1)]))
    case 'match':
      return Object.fromEntries(question.pairs.map(({ id }) => [answerField(question.id, id), id]))
    case 'number':
      return { [name]: String(question.answer) }
  }
}

/** What people choose who do not know yet. */
function wrongAnswer(question: Question): Typed {
  const name = answerField(question.id)
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { [name]: question.options.find(({ right }) => !right)?.id ?? '' }
    case 'order':
      return Object.fromEntries(
        question.steps.map(({ id }, at) => [answerField(question.id, id), String(question.steps.length - at)]),
      )
    case 'match':
      return Object.fromEntries(
        question.pairs.map(({ id }, at) => {
          const next = question.pairs[(at + 1) % question.pairs.length]
          return [answerField(question.id, id), next?.id ?? id]
        }),
      )
    case 'number':
      return { [name]: String(question.answer + question.tolerance + 10) }
  }
}

/** Fills in the privacy check form for a project of one's own community. @param keep also with the community's files */
export async function fillTemplate(world: World, browser: Browser, keep?: StoryJourney): Promise<void> {
  const t = texts[browser.language].privacyCheck
  const typed: Typed = {
    'project.project-name': t.project,
    'project.owner': t.owner,
    'project.starts-on': world.date(30),
    'project.purpose': t.purpose,
    'project.with-less': 'with-less',
    'information-list.0.what': t.phone,
    'information-list.0.about-whom': t.families,
    'information-list.0.why': t.why,
    'information-list.0.source': 'person',
    'information-list.0.sensitive': 'no',
    'information-list.0.kept-until': t.until,
    'information.notice': t.notice,
    'access.seen-by': t.seenBy,
    'access.stored-where': t.storedWhere,
    'access.contract': 'no-firm',
    'access.nations': 'not-concerned',
    'risk-list.0.risk': t.risk,
    'risk-list.0.likelihood': 'possible',
    'risk-list.0.harm': 'medium',
    'risk-list.0.score': '4',
    'risk-list.0.measure': t.measure,
    'risk-list.0.who-and-when': t.owner,
    'risks.full-assessment': 'not-needed',
    'decision.decision': 'go-if',
    'decision.reasons': t.reasons,
    'decision.decided-by': t.decidedBy,
    'decision.reread-on': world.date(200),
  }
  const page = paths.study(browser.language, 'template-privacy-check')
  const kept = keep === undefined ? {} : { name: t.fileName }
  await browser.send(page, { ...typed, ...kept }, '/form', keep === undefined ? 'save' : 'keep')
}

/** The learner shows the results of a course to their community. */
export async function shareResults(browser: Browser, item: string): Promise<void> {
  await browser.send(paths.study(browser.language, item), {}, '/share')
}
