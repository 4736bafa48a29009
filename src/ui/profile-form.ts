import type { Pack, ProfileQuestion } from '../content/schema.ts'
import type { Profile } from '../domain/answers.ts'
import { readProfile } from '../domain/profile-answers.ts'
import { type PostedForm, textsIn } from '../platform/web/posted-form.ts'

/**
 * Reads the profile questions that a form asked; what was answered elsewhere stays.
 *
 * @returns nothing when an answer is none of the choices, which the form itself never sends
 */
export function readProfileForm(
  form: PostedForm,
  pack: Pack,
  asked: readonly ProfileQuestion[],
  before: Profile,
): Profile | undefined {
  const given = Object.fromEntries(asked.map((question) => [question.id, textsIn(form, question.id)]))
  const reading = readProfile(pack, given)
  if (!reading.ok) return undefined
  const others = Object.entries(before).filter(([id]) => !asked.some((question) => question.id === id))
  return { ...Object.fromEntries(others), ...reading.profile }
}
