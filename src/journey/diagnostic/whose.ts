import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'

/** Whose answers a page holds: the reader's own, or those that an advisor enters for someone. */
export type Whose = { kind: 'own' } | { kind: 'entry'; respondentId: string }

/** The list of what someone is asked, or one component of it. */
export function answerAddress(language: Language, journeyId: string, whose: Whose, ...rest: string[]): string {
  if (whose.kind === 'own') return paths.journey(language, journeyId, 'diagnostic', 'answer', ...rest)
  const list = ['enter', whose.respondentId]
  return paths.journey(language, journeyId, 'diagnostic', ...list, ...(rest.length > 0 ? ['answer', ...rest] : []))
}

/** Where an act on a whole part is posted: `submit`, `reopen`. */
export function actAddress(language: Language, journeyId: string, whose: Whose, act: string): string {
  return whose.kind === 'own'
    ? paths.journey(language, journeyId, 'diagnostic', 'own', act)
    : paths.journey(language, journeyId, 'diagnostic', 'enter', whose.respondentId, act)
}
