import { addFile, consent, talk } from './steps/aside.ts'
import {
  answerAll,
  inviteContributor,
  inviteSteward,
  lockBaseline,
  openDiagnostic,
  submit,
  type Voice,
} from './steps/diagnostic.ts'
import { askCouncil } from './steps/final-plan.ts'
import { bookInterview, confirmSummary, holdInterview, namePeople, shareSummary } from './steps/interview.ts'
import type { StoryJourney } from './steps/journey.ts'
import { answerQuestion, askExpert, commentOnPlan, editPlan, makePlan, publishPlan, sharePlan } from './steps/plan.ts'
import { publishCard, reviewCard } from './steps/report-card.ts'
import { acceptAgreement, acceptRequest, moveOn, requestService } from './steps/request.ts'
import { chooseTogether, decideFindings, record, setValidation } from './steps/validation.ts'
import { texts } from './texts.ts'
import type { World } from './world.ts'

/** From the request to an interview that was held: `asked` days before today, everything else follows in a week. */
export async function* begun(world: World, id: string, asked: number): AsyncGenerator<number, StoryJourney, void> {
  yield asked
  await requestService(world, id)
  yield asked - 1
  const journey = await acceptRequest(world, id)
  await acceptAgreement(world, journey)
  await moveOn(journey)
  await consent(journey)
  await addFile(journey)
  const at = await bookInterview(journey, world.date(2 - asked))
  await namePeople(journey)
  await talk(journey)
  yield world.daysAgo(at) - 1
  await holdInterview(world, journey)
  await shareSummary(journey)
  return journey
}

/** The lead confirms the summary and everyone who is asked answers; then the baseline is locked. */
export async function* assessed(
  world: World,
  journey: StoryJourney,
  form: 'short' | 'full',
  voices: readonly (Voice & { role?: string })[],
): AsyncGenerator<number, void, void> {
  const start = world.daysAgo(world.now())
  yield start - 1
  await confirmSummary(world, journey)
  await moveOn(journey)
  await openDiagnostic(journey, form)
  for (const { id, role } of voices) {
    if (role === 'steward') await inviteSteward(world, journey, id)
    else if (role !== undefined) await inviteContributor(world, journey, { id, role })
  }
  yield start - 3
  for (const voice of voices) {
    await answerAll(world, journey, voice)
    await submit(world, journey, voice.id)
  }
  yield start - 5
  await lockBaseline(journey)
  await moveOn(journey)
}

/** Report card and draft plan, published. `expert`: is asked, and answers once the community agreed. */
export async function* drafted(
  world: World,
  journey: StoryJourney,
  expert?: string,
): AsyncGenerator<number, void, void> {
  const start = world.daysAgo(world.now())
  yield start - 1
  await reviewCard(journey)
  await publishCard(journey)
  await moveOn(journey)
  await makePlan(journey)
  await editPlan(world, journey)
  yield start - 3
  await publishPlan(journey)
  await commentOnPlan(journey)
  if (expert !== undefined) {
    await askExpert(world, journey, expert, texts[journey.language].question)
    await sharePlan(journey)
    await answerQuestion(world, expert, texts[world.as(expert).language].answer)
  }
  await moveOn(journey)
}

/** Validation interview on record, and the plan before its approval body. */
export async function* validated(
  world: World,
  journey: StoryJourney,
  meetsIn: number,
): AsyncGenerator<number, void, void> {
  const start = world.daysAgo(world.now())
  await setValidation(world, journey)
  yield start - 3
  await decideFindings(journey)
  await chooseTogether(journey, 'A')
  await record(journey)
  await moveOn(journey)
  yield start - 4
  await askCouncil(world, journey, meetsIn)
}
