import { readFile } from 'node:fs/promises'
import { expect } from '../place.ts'
import { pressAndWait } from './forms.ts'
import type { At } from './interview.ts'
import type { Person } from './people.ts'

/** The advisor comments a domain, says that all is read, and publishes. */
export async function publishCard(advisor: Person, lead: Person, at: At): Promise<void> {
  await advisor.open(at('report-card'))
  await advisor.open(at('report-card', 'review'))
  await advisor.open(at('report-card', 'review', 'data'))
  await advisor.send({ comment: 'The list is the first step.', 'data-inventory-practice': '1' })
  await advisor.open(at('report-card', 'preview'))
  await advisor.open(at('report-card', 'review'))
  await advisor.send({ read: 'yes' })
  await advisor.send({}, { action: '/report-card/publish' })
  await lead.open(at('report-card'))
}

/** The engine drafts the plan, the advisor gives it more time and publishes it. */
export async function publishDraft(advisor: Person, lead: Person, at: At): Promise<void> {
  await advisor.open(at('draft-plan'))
  await advisor.send({}, { action: '/draft-plan/make' })
  await advisor.send({ hours: '24', weeks: '16' }, { action: '/draft-plan/time' })
  await advisor.open(at('draft-plan'))
  await advisor.send({}, { action: '/draft-plan/publish' })
  await lead.open(at('draft-plan'))
  await lead.send({ 'comment-part': 'whole', comment: 'This fits.' }, { action: '/draft-plan/comments' })
}

/** The validation interview: findings one by one, levels, ranking, a pathway, consents; the lead publishes the record. */
export async function validate(advisor: Person, lead: Person, at: At): Promise<void> {
  await advisor.open(at('validation'))
  await advisor.open(at('validation', 'setting'))
  await advisor.send({ date: daysFromNow(1), time: '10:00', place: 'Town hall' })
  await decideFindings(advisor, at)
  await advisor.open(at('validation', 'levels', 'data'))
  await advisor.send({
    'level-data-inventory-practice': '1',
    'reason-data-inventory': 'Part of a list exists.',
    by: 'together',
  })
  await advisor.open(at('validation', 'ranking'))
  const ranked = advisor.page.locator('[name="place-1"] option')
  const [first = '', second = ''] = await ranked.evaluateAll((all) =>
    all.map((one) => (one as HTMLOptionElement).value).filter((value) => value !== ''),
  )
  const places = { 'place-1': second, 'place-2': first, 'place-3': '', 'place-4': '', 'place-5': '' }
  const save = advisor.page.locator('form:has([name="place-1"]) button:not([name])')
  for (const [name, value] of Object.entries(places)) await advisor.page.locator(`[name="${name}"]`).selectOption(value)
  expect(await pressAndWait(advisor.page, save)).toBe(303)
  await advisor.look()
  await advisor.open(at('validation', 'choice'))
  await advisor.send({ pathway: 'B', how: 'as-is', by: 'together', reason: 'It fits our evenings.' })
  await lead.open(at('validation', 'consent'))
  const uses = ['peer-group', 'funder-total', 'research', 'calibration', 'contact-after']
  await lead.send(Object.fromEntries(uses.map((use) => [`use-${use}`, use === 'research' ? 'no' : 'yes'])))
  await advisor.open(at('validation', 'open'))
  await advisor.send({ text: 'Who keeps the list in summer.' })
  await lead.open(at('validation'))
  await lead.send({}, { action: '/validation/record' })
}

/** The first finding is disputed, with its reason; the others are confirmed. */
async function decideFindings(advisor: Person, at: At): Promise<void> {
  await advisor.open(at('validation', 'findings'))
  const first = advisor.page.locator('main a[href*="/validation/findings/"]').first()
  await first.click()
  await advisor.look()
  await advisor.send(
    { decision: 'disputed', reason: 'The fire hall has such a list.', by: 'together' },
    { button: 'next' },
  )
  await advisor.open(at('validation', 'findings'))
  if ((await advisor.page.locator('form[action$="/confirm-rest"]').count()) > 0) {
    await advisor.send({}, { action: '/confirm-rest' })
  }
}

/** Dates, the question to the approval body, its decision. */
export async function signOff(lead: Person, at: At): Promise<void> {
  await lead.open(at('final-plan'))
  await lead.open(at('final-plan', 'dates'))
  await lead.send({})
  await lead.open(at('final-plan'))
  await lead.send({ body: 'Council', expected: daysFromNow(7) }, { action: '/final-plan/ask' })
  await lead.open(at('final-plan'))
  await lead.send(
    { decision: 'signed', decidedOn: daysFromNow(0), reference: 'Motion 2026-41' },
    { action: '/final-plan/decide' },
  )
}

/** The signed plan as a page, then as a PDF. */
export async function downloadFinalPlan(lead: Person, at: At): Promise<void> {
  await lead.open(at('documents'))
  await lead.open(at('final-plan'))
  await lead.page.locator('main a[href*="/documents/"]').first().click()
  await lead.look()
  const link = lead.page.locator('main a[href$=".pdf"]').first()
  const download = lead.page.waitForEvent('download')
  await link.click()
  const file = await readFile(await (await download).path())
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  expect(file.length).toBeGreaterThan(10_000)
}

/** A day, as a form takes it. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000 - 6 * 3_600_000).toISOString().slice(0, 10)
}
