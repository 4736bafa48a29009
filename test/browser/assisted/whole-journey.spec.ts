import { test } from '../place.ts'
import { verifyCredential } from './credential.ts'
import { answerAll, lockBaseline, openRound } from './diagnostic.ts'
import { type At, agree, agreeOnSummary, bookInterview, findJourney, holdInterview, moveOn } from './interview.ts'
import { courses, planLearning, seeCompletion, takeCourse, weighLearning } from './learning.ts'
import { somebody, type Walk } from './people.ts'
import { downloadFinalPlan, publishCard, publishDraft, signOff, validate } from './plan.ts'
import { acceptInvitation, acceptRequest, becomeAdministrator, joinStaff, openRequest } from './program.ts'
import { startService } from './service.ts'
import { askAnExpert, bookSession, joinDirectory } from './support.ts'

test('a community walks from its request to the signed final plan, learns, and shows what it learned', async ({
  browser,
  language,
  scripts,
}) => {
  test.setTimeout(360_000)
  const service = await startService()
  const walk: Walk = { browser, service, language, scripts }
  const { step } = test
  try {
    const [administrator, manager] = [await somebody(walk, 'Alma Roy'), await somebody(walk, 'Max Hill')]
    const [advisor, lead] = [await somebody(walk, 'Ann Petrov'), await somebody(walk, 'Joan Reid')]
    const contributor = await somebody(walk, 'Omar Haddad')
    await step('the first link makes the administrator', () => becomeAdministrator(walk, administrator))
    const ask = await step('the community opens the form', () => openRequest(walk, lead))
    await step('a manager joins', () => joinStaff(walk, administrator, manager, 'manager'))
    await step('an advisor joins', () => joinStaff(walk, administrator, advisor, 'advisor'))
    await step('the community asks', ask)
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
    await step('on to learning', () => moveOn(lead, at))
    const boardItem = await step('the pathway', () => planLearning(walk, lead, [contributor], at))
    const { score, kept } = await step('the basic course', () => takeCourse(contributor, courses.basic))
    const home: At = (...parts) => [kept.slice(3, kept.indexOf('/templates')), ...parts].join('/')
    await step('the advanced course', () => takeCourse(contributor, courses.advanced))
    const done = { lead, learner: contributor, score, item: boardItem(courses.basic), home }
    await step('the lead sees who is done, and no score', () => seeCompletion(walk, done))
    if (scripts && !lead.brief) await step('its pages are light', () => weighLearning(walk, contributor, at))
    const expert = await somebody(walk, 'Ida Castel')
    await step('an expert joins', () => joinStaff(walk, administrator, expert, 'expert'))
    await step('the directory', () => joinDirectory(walk, advisor, expert))
    await step('a question is answered', () => askAnExpert(walk, contributor, expert))
    await step('a session is booked', () => bookSession(walk, lead, advisor, home))
    await step('a certificate is verified', () => verifyCredential(walk, contributor))
  } finally {
    await service.stop()
  }
})
