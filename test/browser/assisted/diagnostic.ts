import { expect } from '../place.ts'
import { shortForm } from '../self-check-words.ts'
import { send } from './forms.ts'
import type { At } from './interview.ts'
import type { Person, Walk } from './people.ts'
import { acceptInvitation } from './program.ts'

/** The lead opens the round with the short form and invites someone by mail, who joins the community. */
export async function openRound(walk: Walk, lead: Person, contributor: Person, at: At): Promise<void> {
  await lead.open(at('diagnostic'))
  await lead.send({ form: 'short' }, { action: '/diagnostic/open' })
  const { email } = contributor
  await lead.send({ email, role: 'Clerk', language: walk.language }, { action: '/diagnostic/invite-by-mail' })
  await acceptInvitation(walk, contributor)
}

/**
 * Answers every question of the short form, one after the other, and submits.
 *
 * @param brief whether the questions between the first and the last, which are built alike, are sent without opening their pages
 */
export async function answerAll(person: Person, at: At, usual: number, brief = true): Promise<void> {
  const { page } = person
  await person.open(at('diagnostic'))
  await person.open(at('diagnostic', 'answer'))
  const told = page.locator('form[action$="/own/told"]')
  if ((await told.count()) > 0) await person.send({}, { action: '/own/told' })
  await person.open(at('diagnostic', 'answer', shortForm[0] ?? ''))
  for (const [index, component] of shortForm.entries()) {
    const level = (shift: number) => String(Math.max(0, Math.min(4, usual + ((index + shift) % 3) - 1)))
    const typed = {
      'given.practice': level(0),
      'given.knowledge': level(1),
      wanted: String(Math.min(4, usual + 2)),
      importance: '2',
    }
    const isLast = index === shortForm.length - 1
    if (brief && index > 0 && !isLast) {
      const next = await person.post(at('diagnostic', 'answer', component), { ...typed, version: '0', go: 'next' })
      expect(next).toContain(`/answer/${shortForm[index + 1]}`)
      continue
    }
    if (brief && isLast) await person.open(at('diagnostic', 'answer', component))
    await expect(page).toHaveURL(new RegExp(`/answer/${component}$`))
    // Every question page is built alike: the first one was looked at.
    await send(page, typed, { button: 'next' })
  }
  await person.open(at('diagnostic', 'answer'))
  await person.send({}, { action: '/own/submit' })
}

/** Everyone has answered: the lead locks the baseline. Where more people are usual, the advisor says why these do. */
export async function lockBaseline(lead: Person, advisor: Person, at: At): Promise<void> {
  await advisor.open(at('diagnostic', 'lock'))
  if ((await advisor.page.locator('form[action$="/diagnostic/override"]').count()) > 0) {
    await advisor.send({ reason: 'Only two people work on this here.' }, { action: '/diagnostic/override' })
  }
  await lead.open(at('diagnostic', 'lock'))
  await lead.send({}, { action: '/diagnostic/lock' })
}
