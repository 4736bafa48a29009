import { startAlone } from './steps/alone.ts'
import { consent, deleteCommunity, makeToken, takeBackConsent, talk, withdraw } from './steps/aside.ts'
import {
  addEvidence,
  answerAll,
  inviteContributor,
  inviteSteward,
  keepOpen,
  lockBaseline,
  openDiagnostic,
  submit,
} from './steps/diagnostic.ts'
import { bookInterview, confirmSummary, freezeSummary, holdInterview, offerSlots } from './steps/interview.ts'
import { answerQuestion, askExpert, commentOnPlan, editPlan, makePlan, publishPlan } from './steps/plan.ts'
import {
  describeHelpers,
  giveRoles,
  openCommunity,
  recordIncident,
  runRetention,
  saveSettings,
} from './steps/program.ts'
import { publishCard, reviewCard } from './steps/report-card.ts'
import { acceptAgreement, acceptRequest, askBack, declineRequest, moveOn, requestService } from './steps/request.ts'
import { agreeLevel, decideFindings, setValidation } from './steps/validation.ts'
import { bridge, lac, library, meadow, pine } from './story-learning.ts'
import { assessed, begun, drafted, validated } from './stretches.ts'
import { texts } from './texts.ts'
import type { Thread } from './thread.ts'
import type { World } from './world.ts'

/** Every thread of the demonstration. */
export function threads(world: World): Thread[] {
  return [
    program(world),
    library(world),
    lake(world),
    river(world),
    quarry(world),
    metis(world),
    mill(world),
    valley(world),
    county(world),
    north(world),
    erables(world),
    city(world),
    harbour(world),
    coast(world),
    pine(world),
    lac(world),
    bridge(world),
    meadow(world),
    ferry(world),
    prairie(world),
    glen(world),
  ]
}

/** The program's own people set it up, and look after it. */
async function* program(world: World): Thread {
  yield 98
  await giveRoles(world)
  await saveSettings(world)
  await describeHelpers(world)
  for (const id of ['advisor-1', 'advisor-2', 'advisor-3', 'expert-1', 'expert-2'])
    await offerSlots(world, world.as(id))
  yield 33
  await recordIncident(world)
  yield 1
  await runRetention(world)
}

/** A request that waits for an answer. */
async function* lake(world: World): Thread {
  yield 2
  await requestService(world, 'lake')
}

/** A request that the program asked something back about. */
async function* river(world: World): Thread {
  yield 6
  await requestService(world, 'river')
  yield 4
  await askBack(world, 'river', texts.en.askBack)
}

/** A request for something that the service does not do. */
async function* quarry(world: World): Thread {
  yield 30
  await requestService(world, 'quarry')
  yield 28
  await declineRequest(world, 'quarry')
}

/** Accepted; the agreement is still open. */
async function* metis(world: World): Thread {
  yield 6
  await requestService(world, 'metis')
  yield 5
  await acceptRequest(world, 'metis')
}

/** The interview is booked. */
async function* mill(world: World): Thread {
  yield 9
  await requestService(world, 'mill')
  yield 7
  const journey = await acceptRequest(world, 'mill')
  await acceptAgreement(world, journey)
  await moveOn(journey)
  await consent(journey)
  yield 2
  await bookInterview(journey, world.date(2))
  await talk(journey)
}

/** The summary of the interview is with the lead. */
async function* valley(world: World): Thread {
  yield* begun(world, 'valley', 9)
}

/** Answers come in slowly: late. */
async function* county(world: World): Thread {
  const journey = yield* begun(world, 'county', 36)
  yield 25
  await freezeSummary(journey)
  await moveOn(journey)
  await openDiagnostic(journey, 'full')
  await inviteContributor(world, journey, { id: 'county-gis', role: 'GIS' })
  await inviteContributor(world, journey, { id: 'county-roads', role: 'Roads' })
  yield 18
  await answerAll(world, journey, { id: 'county-gis', usual: 3, share: 0.6 })
  yield 16
  await keepOpen(world, journey, 21)
  yield 10
  await answerAll(world, journey, { id: 'county-lead', usual: 2, share: 0.3 })
}

/** Nearly everyone answered; the baseline can be locked soon. */
async function* north(world: World): Thread {
  const journey = yield* begun(world, 'north', 18)
  yield world.daysAgo(world.now()) - 2
  await confirmSummary(world, journey)
  await moveOn(journey)
  await openDiagnostic(journey, 'short')
  await inviteSteward(world, journey, 'north-steward')
  yield 3
  await answerAll(world, journey, { id: 'north-lead', usual: 2 })
  await submit(world, journey, 'north-lead')
  await answerAll(world, journey, { id: 'north-steward', usual: 1, share: 0.9 })
  await takeBackConsent(journey)
}

/** The advisor has begun to read the answers: late. */
async function* erables(world: World): Thread {
  const journey = yield* begun(world, 'erables', 38)
  yield* assessed(world, journey, 'short', [
    { id: 'erables-lead', usual: 2 },
    { id: 'erables-greffe', usual: 1, role: 'Greffe' },
    { id: 'erables-loisirs', usual: 1, role: 'Loisirs' },
  ])
  yield 6
  await reviewCard(journey, { part: true })
  await openCommunity(world, journey)
}

/** A draft under discussion: comments, one question answered by an expert, one open. */
async function* city(world: World): Thread {
  const journey = yield* begun(world, 'city', 27)
  yield* assessed(world, journey, 'full', [
    { id: 'city-lead', usual: 3 },
    { id: 'city-open', usual: 3, role: 'Open data' },
    { id: 'city-privacy', usual: 2, role: 'Privacy' },
    { id: 'city-service', usual: 2, role: 'Service desk' },
    { id: 'city-works', usual: 1, role: 'Public works' },
  ])
  yield 9
  await reviewCard(journey)
  await publishCard(journey)
  await moveOn(journey)
  await makePlan(journey)
  await editPlan(world, journey)
  yield 6
  await askExpert(world, journey, 'expert-1', texts.en.question)
  await publishPlan(journey)
  yield 4
  await commentOnPlan(journey)
  await answerQuestion(world, 'expert-1', texts.en.answer)
  await askExpert(world, journey, 'expert-2', texts.en.questionOpen)
  await makeToken(journey)
  await openCommunity(world, journey)
}

/** Validation, with a finding that the community disputes. */
async function* harbour(world: World): Thread {
  const journey = yield* begun(world, 'harbour', 38)
  yield* assessed(world, journey, 'full', [
    { id: 'harbour-lead', usual: 3 },
    { id: 'harbour-data', usual: 2, role: 'Data' },
    { id: 'harbour-plan', usual: 1, role: 'Planning' },
    { id: 'harbour-water', usual: 1, role: 'Water' },
    { id: 'harbour-library', usual: 2, role: 'Library' },
  ])
  yield* drafted(world, journey)
  yield 5
  await setValidation(world, journey)
  yield 2
  await decideFindings(journey, { disputed: true, most: 5 })
  await agreeLevel(journey)
}

/** The plan waits for the council, and the clock with it. */
async function* coast(world: World): Thread {
  const journey = yield* begun(world, 'coast', 44)
  yield* assessed(world, journey, 'short', [
    { id: 'coast-lead', usual: 1 },
    { id: 'coast-steward', usual: 2, role: 'steward' },
  ])
  yield* drafted(world, journey, 'expert-2')
  yield* validated(world, journey, 30)
}

/** Began, and stepped back. */
async function* ferry(world: World): Thread {
  const journey = yield* begun(world, 'ferry', 50)
  yield 40
  await withdraw(journey)
}

/** Tried it alone, then had everything deleted. */
async function* glen(world: World): Thread {
  yield 45
  const journey = await startAlone(world, 'glen')
  yield 37
  await deleteCommunity(journey)
}

/** One person on her own time, without an advisor. */
async function* prairie(world: World): Thread {
  yield 20
  const journey = await startAlone(world, 'prairie')
  await acceptAgreement(world, journey)
  await moveOn(journey)
  await holdInterview(world, journey)
  yield 18
  await confirmSummary(world, journey)
  await moveOn(journey)
  await openDiagnostic(journey, 'short')
  yield 14
  await answerAll(world, journey, { id: 'prairie-lead', usual: 1 })
  await addEvidence(world, journey, 'prairie-lead')
  await submit(world, journey, 'prairie-lead')
  await lockBaseline(journey)
  await moveOn(journey)
  yield 12
  await reviewCard(journey)
  await publishCard(journey)
  await moveOn(journey)
  yield 5
  await makePlan(journey)
}
