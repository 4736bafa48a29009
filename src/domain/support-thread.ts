/** Where a question stands. */
export const questionStates = ['open', 'answered', 'follow-up', 'closed'] as const

export type QuestionState = (typeof questionStates)[number]

/** What is done in a thread: whoever answers writes, the community writes, the community closes it. */
export type ThreadAct = 'answer' | 'ask' | 'close'

/**
 * The state after an act. Writing into a closed thread opens it again, which only the community does.
 *
 * @param answered whether it was ever answered
 * @returns nothing where the act is not possible
 */
export function stateAfter(state: QuestionState, act: ThreadAct, answered: boolean): QuestionState | undefined {
  if (act === 'close') return state === 'closed' ? undefined : 'closed'
  if (act === 'answer') return state === 'closed' ? undefined : 'answered'
  return answered ? 'follow-up' : 'open'
}

/** Waits for an answer. */
export function waits(state: QuestionState): boolean {
  return state === 'open' || state === 'follow-up'
}

/**
 * Who may agree that an answer is published, without any trace of who asked. What is private is for whoever asked alone. Where the
 * community's data is not under standard terms, it is for its leads and stewards, since the community decides together.
 */
export function mayPublish(
  question: { private: boolean; askedBy: string | undefined },
  person: { personId: string; leads: boolean },
  standardTerms: boolean,
): boolean {
  const asked = question.askedBy === person.personId
  if (question.private && !asked) return false
  return person.leads || (asked && standardTerms)
}
