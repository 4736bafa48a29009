import { questionMessages } from '../../../src/support/questions/messages.ts'
import { pack } from '../answered.ts'
import { expect } from '../place.ts'
import type { At } from './interview.ts'
import { courses } from './learning.ts'
import type { Person, Walk } from './people.ts'

/** Advisor and expert say what they bring; the question is of the expert's area. */
export async function joinDirectory({ language }: Walk, advisor: Person, expert: Person): Promise<void> {
  const privacy = pack.components.find(({ id }) => id === 'privacy-protection')
  const about = { languages: [language], [`about-${language}`]: 'Twenty years in small places.' }
  await expert.open('/directory/me')
  await expert.send({ ...about, disciplines: [privacy?.domain ?? ''] }, { action: '/directory/me' })
  await advisor.open('/directory/me')
  await advisor.send({ ...about, sessions: 'yes' }, { action: '/directory/me' })
  await advisor.open('/directory')
}

/** A question from a lesson goes to the expert by itself, who answers; whoever asked reads it and closes with thanks. */
export async function askAnExpert(walk: Walk, learner: Person, expert: Person): Promise<void> {
  const { mail } = walk.service
  const t = questionMessages[walk.language]
  const lesson = pack.bodies[courses.basic]
  await learner.open(`/learn/${courses.basic}/${lesson?.kind === 'course' ? lesson.lessons[0]?.id : ''}`)
  await learner.page.locator('main a[href*="/support/ask"]').first().click()
  await learner.look()
  await learner.send(
    { subject: 'Photos of a meeting', body: 'May we show faces on our page?' },
    { action: '/support/ask' },
  )
  const asked = await mail.letterTo(expert.email, /\/desk\/support\//)
  await expert.open(asked.links.find((one) => one.includes('/desk/support/')) ?? '')
  await expert.send({ body: 'Ask first, and keep a list of who agreed.' }, { action: '/reply' })
  const answered = await mail.letterTo(learner.email, /\/support\//)
  await learner.open(answered.links.find((one) => one.includes('/support/')) ?? '')
  const main = learner.page.locator('main')
  await expect(main).toContainText('keep a list of who agreed')
  await learner.send({}, { action: '/close' })
  await expect(main).toContainText(t.closedThanks)
  await expert.open('/desk/support')
  await expect(expert.page.locator('main')).toContainText(t.thanked)
}

/** The lead books a talk with the advisor; both get it for their calendars, and the advisor writes down what was agreed. */
export async function bookSession(walk: Walk, lead: Person, advisor: Person, home: At): Promise<void> {
  const { mail } = walk.service
  await lead.open(`${home('support', 'sessions', 'book')}?item=coaching-privacy-check`)
  await lead.page.getByRole('link', { name: advisor.name }).click()
  await lead.look()
  await lead.page.locator('[name="slot"]').first().check()
  await lead.send({ topic: 'Our first privacy check', place: 'Video call' }, { action: '/sessions/book' })
  const letters = [
    await mail.letterTo(advisor.email, /\/desk\/sessions\//),
    await mail.letterTo(lead.email, /\/support\/sessions\//),
  ]
  for (const { calendar } of letters) {
    expect(calendar).toContain('METHOD:REQUEST')
    expect(calendar).toMatch(/^DTSTART/m)
    expect(calendar).toContain('Our first privacy check')
  }
  await advisor.open(letters[0]?.links.find((one) => one.includes('/desk/sessions/')) ?? '')
  await advisor.send({ notes: 'Begin with the sign-up sheet.' }, { action: '/notes' })
  await lead.open(home('support'))
  await lead.open(home('support', 'sessions'))
}
