import { makeToken } from './steps/aside.ts'
import {
  addOwnToBoard,
  addToBoard,
  closePathway,
  follow,
  give,
  itemOn,
  markWhole,
  moveLater,
  planAgain,
  readBoard,
  recordPrior,
  setAside,
  spend,
} from './steps/board.ts'
import { hideCertificate, revokeCertificate } from './steps/credentials.ts'
import { completeAction, signOff } from './steps/final-plan.ts'
import type { StoryJourney } from './steps/journey.ts'
import { playPackage, publishLibrary, uploadRefresher } from './steps/library.ts'
import { addAction } from './steps/plan.ts'
import { holdCommunity, openCommunity } from './steps/program.ts'
import { moveOn } from './steps/request.ts'
import { enterStage } from './steps/stage.ts'
import {
  fillTemplate,
  openLesson,
  readLessons,
  readThrough,
  shareResults,
  startItem,
  takeCheck,
  writeNote,
} from './steps/study.ts'
import {
  agreeToPublish,
  answer,
  ask,
  bookSession,
  closeWithThanks,
  holdSession,
  publishAnswer,
  reply,
} from './steps/support.ts'
import { assessed, begun, drafted, validated } from './stretches.ts'
import { texts as planTexts } from './texts.ts'
import { texts } from './texts-learning.ts'
import { texts as supportTexts } from './texts-support.ts'
import type { Thread } from './thread.ts'
import type { World } from './world.ts'

const course = 'privacy-first-steps'
const template = 'template-privacy-check'
const coaching = 'coaching-privacy-check'
const guide = 'guide-privacy-checks'
const privacyItems = [course, guide, template, coaching]

/** The program's own library: a package made elsewhere, a link, an item hidden; two people try the package. */
export async function* library(world: World): Thread {
  yield 31
  const refresher = await uploadRefresher(world)
  await publishLibrary(world, refresher)
  yield 6
  await playPackage(world.as('pine-fire'), refresher.en)
  await playPackage(world.as('valley-admin'), refresher.fr, 100)
}

/**
 * The signed plan becomes a board: the privacy items are on it, and everyone has something.
 *
 * @param given.people the one who looks after privacy first, the lead last
 * @param given.coachingWeek when the coaching begins, and what it builds on before it
 */
async function openBoard(
  world: World,
  journey: StoryJourney,
  given: { people: readonly [string, ...string[]]; coachingWeek: number },
) {
  const { people, coachingWeek } = given
  await addToBoard(journey, course, 2)
  await addToBoard(journey, coaching, coachingWeek)
  await addOwnToBoard(journey, texts[journey.language].own, '3', 6)
  const items = await readBoard(journey)
  const others = items.filter(({ item }) => item !== undefined && !privacyItems.includes(item))
  const leads = others[0]
  for (const [number, item] of items.entries()) {
    if (item.item === course) await give(world, journey, item, ...people)
    else if (item === leads) await give(world, journey, item, people.at(-1) ?? people[0])
    else if (privacyItems.includes(item.item ?? '')) await give(world, journey, item, people[0])
    else await give(world, journey, item, people[number % people.length] ?? people[0])
  }
  return { items, others }
}

/** A course from the first check to the last, with its exercise kept with the community's files: it gives a certificate. */
async function* finishCourse(
  world: World,
  id: string,
  given: { days: readonly [number, number, number]; keep?: StoryJourney; wrongAtFirst: number },
): AsyncGenerator<number, void, void> {
  const browser = world.as(id)
  const [first, second, last] = given.days
  yield first
  await startItem(browser, course)
  await takeCheck(world, browser, course, 'pre', given.wrongAtFirst)
  await readLessons(world, browser, course, 0, 2)
  await writeNote(world, browser, course, 1)
  yield second
  await readLessons(world, browser, course, 2)
  yield last
  if (given.keep) await readThrough(browser, guide)
  await fillTemplate(world, browser, given.keep)
  await takeCheck(world, browser, course, 'post', 1)
}

/** Learning in full: a board that fell behind, a course done and one half read, questions, a session that was held. */
export async function* pine(world: World): Thread {
  const journey = yield* begun(world, 'pine', 75)
  yield* assessed(world, journey, 'short', [
    { id: 'pine-lead', usual: 2 },
    { id: 'pine-clerk', usual: 1, role: 'Clerk' },
    { id: 'pine-fire', usual: 1, role: 'Fire hall' },
  ])
  yield* drafted(world, journey)
  yield* validated(world, journey, 7)
  yield 45
  await signOff(world, journey)
  await moveOn(journey)
  const t = texts.en
  const said = supportTexts.en
  const { lead } = journey
  const [clerk, fire] = [world.as('pine-clerk'), world.as('pine-fire')]
  await addAction(world, journey, t.privacyAction, 25, 'privacy-protection')
  const { items, others } = await openBoard(world, journey, {
    people: ['pine-clerk', 'pine-fire', 'pine-lead'],
    coachingWeek: 4,
  })
  yield* finishCourse(world, 'pine-clerk', { days: [42, 36, 34], keep: journey, wrongAtFirst: 4 })
  await spend(clerk, itemOn(items, course), '2.5')
  await shareResults(clerk, course)
  const notice = await ask(clerk, journey, { ...said.notice, item: course, lesson: 'three-questions' })
  yield 33
  await answer(
    world,
    notice,
    said.notice.answer,
    new File([said.noticeFile], 'sample-notice.txt', { type: 'text/plain' }),
  )
  await startItem(fire, course)
  await readLessons(world, fire, course, 0, 2)
  await openLesson(world, fire, course, 2)
  yield 31
  await reply(notice, said.notice.more)
  yield 30
  await answer(world, notice, said.notice.answerMore)
  const session = await bookSession(world, journey, {
    ...said.session,
    booker: clerk,
    host: 'expert-1',
    from: world.date(-27),
    item: coaching,
  })
  const [first, second, third] = others
  if (first) {
    await spend(lead, first, '1.5')
    await follow(lead, first, 'done')
  }
  if (second) await moveLater(journey, second)
  if (third) await recordPrior(journey, third, t.prior)
  const last = others.at(-1)
  if (last && last !== third) await setAside(journey, last, t.aside)
  yield world.daysAgo(session.startsAt) - 1
  await holdSession(world, session, {
    ...said.session,
    component: 'privacy-protection',
    due: world.date(9),
    hours: '1.5',
  })
  await closeWithThanks(notice)
  await agreeToPublish(notice, said.published)
  yield 20
  await addAction(world, journey, planTexts.en.action, 12)
  await completeAction(journey, planTexts.en.actionDone, planTexts.en.actionEvidence)
  await publishAnswer(world, course, { en: supportTexts.en.published, fr: supportTexts.fr.published })
  await holdCommunity(world, journey)
  await openCommunity(world, journey)
  await makeToken(journey)
  yield* finishCourse(world, 'pine-lead', { days: [15, 14, 13], wrongAtFirst: 2 })
  await hideCertificate(lead)
  yield 9
  await ask(fire, journey, { ...said.radios, item: course, lesson: 'where-it-hides' })
  await ask(clerk, journey, { ...said.family, private: true })
  yield 3
  await bookSession(world, journey, {
    booker: lead,
    host: 'advisor-1',
    from: world.date(3),
    topic: said.session.next,
    place: said.session.place,
  })
}

/** Learning in French: a board that was planned again, a course done, a question that goes on, a session ahead. */
export async function* lac(world: World): Thread {
  const journey = yield* begun(world, 'lac', 70)
  yield* assessed(world, journey, 'short', [
    { id: 'lac-lead', usual: 1 },
    { id: 'lac-greffe', usual: 2, role: 'Greffe' },
    { id: 'lac-travaux', usual: 1, role: 'Travaux publics' },
  ])
  yield* drafted(world, journey)
  yield* validated(world, journey, 5)
  yield 42
  await signOff(world, journey)
  await moveOn(journey)
  const said = supportTexts.fr
  const clerk = world.as('lac-greffe')
  await addAction(world, journey, texts.fr.privacyAction, 28, 'privacy-protection')
  const { items } = await openBoard(world, journey, {
    people: ['lac-greffe', 'lac-travaux', 'lac-lead'],
    coachingWeek: 7,
  })
  yield* finishCourse(world, 'lac-greffe', { days: [37, 33, 29], keep: journey, wrongAtFirst: 3 })
  await spend(clerk, itemOn(items, course), '2')
  const inventory = await ask(world.as('lac-travaux'), journey, said.inventory)
  yield 26
  await answer(world, inventory, said.inventory.answer)
  yield 10
  await planAgain(journey)
  yield 5
  await reply(inventory, said.inventory.more)
  yield 4
  await bookSession(world, journey, {
    booker: clerk,
    host: 'expert-2',
    from: world.date(2),
    topic: said.session.topic,
    place: said.session.place,
    item: coaching,
  })
}

/** On the way to the second measurement: the lead closed the pathway before its end, and says why. */
export async function* bridge(world: World): Thread {
  const journey = yield* begun(world, 'bridge', 92)
  yield* assessed(world, journey, 'short', [
    { id: 'bridge-lead', usual: 1 },
    { id: 'bridge-clerk', usual: 2, role: 'Clerk' },
  ])
  yield* drafted(world, journey)
  yield* validated(world, journey, 5)
  yield 58
  await signOff(world, journey)
  await moveOn(journey)
  await addToBoard(journey, course, 2)
  const [first] = await readBoard(journey)
  if (first) await give(world, journey, first, 'bridge-lead')
  yield* finishCourse(world, 'bridge-clerk', { days: [40, 30, 22], wrongAtFirst: 3 })
  if (first) await spend(journey.lead, first, '4')
  yield 18
  await revokeCertificate(world, 'bridge-clerk', texts.en.revoked)
  yield 8
  await closePathway(journey, texts.en.close)
  await moveOn(journey)
}

/** The whole way, to its end: every item done, by the lead or by the community together. */
export async function* meadow(world: World): Thread {
  const journey = yield* begun(world, 'meadow', 96)
  yield* assessed(world, journey, 'short', [{ id: 'meadow-lead', usual: 1 }])
  yield* drafted(world, journey)
  yield* validated(world, journey, 5)
  yield 62
  await signOff(world, journey)
  await moveOn(journey)
  const items = await readBoard(journey)
  for (const [number, item] of items.entries()) {
    yield Math.max(16, 58 - number * 4)
    if (number % 3 === 2) await markWhole(journey, item)
    else {
      await give(world, journey, item, 'meadow-lead')
      await spend(journey.lead, item, '1.5')
      await follow(journey.lead, item, 'done')
    }
  }
  yield 15
  await moveOn(journey)
  yield 3
  await enterStage(world, journey, 'closed')
}
