import type { Language } from '../../platform/languages.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import type { Participant } from './store.ts'

/** Everyone present, as one voice. */
export const together = 'together'

/** A participant with what they do: "Ada (advisor)". */
export function participantName({ name, roles }: Participant, language: Language): string {
  const t = validationMessages[language]
  return t.person(name, roles.map((role) => t.roles[role] ?? role).join(', '))
}

/** Whose view a decision is, in words; someone who has gone without a trace is "someone who has left". */
export function sayer(v: Pick<Validation, 'participants' | 'names'>, by: string, language: Language): string {
  const t = validationMessages[language]
  if (by === together) return t.together
  const participant = v.participants.find(({ personId }) => personId === by)
  return participant ? participantName(participant, language) : (v.names.get(by) ?? t.somebody)
}
