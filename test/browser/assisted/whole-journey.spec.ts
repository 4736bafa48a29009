import { test } from '../place.ts'
import { answerAll, lockBaseline, openRound } from './diagnostic.ts'
import { agree, agreeOnSummary, bookInterview, findJourney, holdInterview, moveOn } from './interview.ts'
import { somebody, type Walk } from './people.ts'
import { downloadFinalPlan, publishCard, publishDraft, signOff, validate } from './plan.ts'
import { acceptInvitation, acceptRequest, askForService, becomeAdministrator, joinStaff } from './program.ts'
import { startService } from './service.ts'

test('a community walks from its request to the signed final plan', async ({ browser, language, scripts }) => {
  test.setTimeout(240_000)
  const service = await startService()
  const walk: Walk = { browser, service, language, scripts }
  const { step } = test
  try {
    const [administrator, manager] = [await somebody(walk, 'Alma Roy'), await somebody(walk, 'Max Hill')]
    const [advisor, lead] = [await somebody(walk, 'Ann Petrov'), await somebody(walk, 'Joan Reid')]
    const contributor = await somebody(walk, 'Omar Haddad')
    await step('the first link makes the administrator', () => becomeAdministrator(walk, administrator))
    await step('a manager joins', () => joinStaff(walk, administrator, manager, 'manager'))
    await step('an advisor joins', () => joinStaff(walk, administrator, advisor, 'advisor'))
    await step('the community asks', () => askForService(walk, lead))
    await step('the manager accepts', () => acceptRequest(manager, advisor))
    await step('the lead comes in', () => acceptInvitation(walk, lead))
    const at = await findJourney(lead)
    await step('agreement', () => agree(walk, lead, at))
    await step('on to the interview', () => moveOn(lead, at))
    await step('booking', () => bookInterview(walk, advisor, lead, at))
    await step('the talk', () => holdInterview(walk, advisor, at))
    await step('the summary', () => agreeOnSummary(advisor, lead, at))
    await step('on to the diagnostic', () => moveOn(lead, at))
    await step('the round opens', () => openRound(walk, lead, contributor, at))
    await step('the lead answers', () => answerAll(lead, at, 1))
    await step('the contributor answers', () => answerAll(contributor, at, 2))
    await step('the baseline is locked', () => lockBaseline(lead, advisor, at))
    await step('on to the report card', () => moveOn(lead, at))
    await step('report card', () => publishCard(advisor, lead, at))
    await step('on to the draft plan', () => moveOn(advisor, at))
    await step('draft plan', () => publishDraft(advisor, lead, at))
    await step('on to the validation', () => moveOn(lead, at))
    await step('validation', () => validate(advisor, lead, at))
    await step('on to the final plan', () => moveOn(lead, at))
    await step('sign-off', () => signOff(lead, at))
    await step('the final plan as a file', () => downloadFinalPlan(lead, at))
  } finally {
    await service.stop()
  }
})
