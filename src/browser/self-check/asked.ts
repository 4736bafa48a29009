import { askedOf } from '../../self-check/record/asked.ts'
import { type AnswerState, answerState, isDone, type SelfCheckRecord } from '../../self-check/record/record.ts'

/** A component as the pages list it. */
export type Listed = { id: string; core: boolean; domain: string }

/** What is asked in a self-check, in order, with the state of each. */
export type Asked = Listed & { state: AnswerState }

/**
 * The components that are asked, each with its state.
 *
 * @param facets ids of the pack's facets, in order
 */
export function askedWithStates(
  record: SelfCheckRecord | undefined,
  components: Listed[],
  facets: string[],
  given: { needsReason: boolean; current?: string },
): Asked[] {
  const states = new Map(
    components.map(({ id }) => [id, answerState(record?.answers[id], facets, given.needsReason)] as const),
  )
  const state = (id: string) => states.get(id) ?? 'blank'
  const { current } = given
  const asked = { form: record?.form, hasAnswer: (id: string) => state(id) !== 'blank' }
  return askedOf(components, { ...asked, ...(current === undefined ? {} : { current }) }).map((component) => ({
    ...component,
    state: state(component.id),
  }))
}

/** The first that is not done. */
export function firstOpen(asked: Asked[]): Asked | undefined {
  return asked.find(({ state }) => !isDone(state))
}

/** "3 of 14" in numbers. */
export function countDone(asked: Asked[]): { n: number; m: number } {
  return { n: asked.filter(({ state }) => isDone(state)).length, m: asked.length }
}
