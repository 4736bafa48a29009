import { expect } from '../place.ts'
import { pressAndWait } from './forms.ts'
import type { Person, Walk } from './people.ts'

/** Address of a journey's page, without the language. */
export type At = (...parts: string[]) => string

/** The journey that a community's lead comes to from their start page. */
export async function findJourney(lead: Person): Promise<At> {
  await lead.open('/start')
  const links = await lead.page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const id = links.map((href) => /\/journeys\/([0-9a-f-]{36})/.exec(href)?.[1]).find((one) => one !== undefined)
  if (id === undefined) throw new Error(`the start page leads to no journey: ${links.join(' ')}`)
  return (...parts) => ['/journeys', id, ...parts].join('/')
}

/** Everything that a stage asks for is there: the journey moves on from its overview. */
export async function moveOn(lead: Person, at: At): Promise<void> {
  await lead.open(at())
  await lead.send({}, { action: '/move' })
}

/** Language, data terms and who approves; then the agreement. */
export async function agree({ language }: Walk, lead: Person, at: At): Promise<void> {
  await lead.open(at('request'))
  await lead.send({ language, terms: 'standard', approval: 'council' })
  await lead.send({ accept: 'yes' }, { action: '/request/accept' })
}

/** The advisor opens a weekday's morning; the lead books the first free time in it. */
export async function bookInterview(walk: Walk, advisor: Person, lead: Person, at: At): Promise<void> {
  await advisor.open('/desk/slots')
  await advisor.send({ weekday: '2', from: '09:00', until: '12:00' })
  await lead.open(at('interview'))
  await lead.open(at('interview', 'book'))
  await lead.page.locator('[name="slot"]').first().check()
  await lead.send({ place: 'Video call' })
  await walk.service.mail.letterTo(advisor.email, /\/interview/)
}

/** The advisor notes that the talk took place, and writes down what was said. */
export async function holdInterview({ language }: Walk, advisor: Person, at: At): Promise<void> {
  await advisor.open(at('interview'))
  await advisor.send({}, { action: '/interview/held' })
  await advisor.open(at('interview', 'guide'))
  await advisor.send({ language, agreed: 'yes' })
  await advisor.open(at('interview', 'guide', 'needs'))
  await advisor.send({ note: 'No list of the data.', tags: ['data-inventory'] }, { action: '/guide/needs' })
  await advisor.open(at('interview', 'needs'))
  await advisor.send({
    place: 'Two thousand people, nine employees.',
    'need-1': 'Know which data exists and who keeps it.',
    'need-1-tags': ['data-inventory', 'decision-roles'],
    strengths: 'People know one another.',
    constraints: 'Two evenings a month.',
    hopes: 'A list that everyone uses.',
  })
}

/** The summary goes to the lead, who corrects a word and confirms it. */
export async function agreeOnSummary(advisor: Person, lead: Person, at: At): Promise<void> {
  await advisor.open(at('interview', 'summary'))
  await advisor.send({}, { action: '/interview/share' })
  await lead.open(at('interview', 'summary'))
  await lead.open(at('interview', 'correct'))
  await lead.send({ constraints: 'Three evenings a month.' })
  await lead.open(at('interview', 'summary'))
  const confirm = lead.page.locator('form[action$="/interview/confirm"] button')
  expect(await pressAndWait(lead.page, confirm)).toBe(303)
  await lead.look()
}
