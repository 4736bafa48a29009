import { type AnswerState, answerState, isDone, type SelfCheckRecord } from '../../self-check/record.ts'

/** A component as the pages list it. */
export type Listed = { id: string; core: boolean; domain: string }

/** What is asked in a self-check, in order, with the state of each. */
export type Asked = Listed & { state: AnswerState }

/**
 * The components of the form, with any other that has an answer or is open now; while nothing says which form, the short one.
 *
 * @param facets ids of the pack's facets, in order
 */
export function askedOf(
  record: SelfCheckRecord | undefined,
  components: Listed[],
  facets: string[],
  given: { variant: string; current?: string },
): Asked[] {
  return components
    .map((component) => ({ ...component, state: answerState(record?.answers[component.id], facets, given.variant) }))
    .filter(({ id, core, state }) => record?.form === 'full' || core || id === given.current || state !== 'blank')
}

/** The first that is not done. */
export function firstOpen(asked: Asked[]): Asked | undefined {
  return asked.find(({ state }) => !isDone(state))
}

/** "3 of 14" in numbers. */
export function countDone(asked: Asked[]): { n: number; m: number } {
  return { n: asked.filter(({ state }) => isDone(state)).length, m: asked.length }
}
