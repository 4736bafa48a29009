import { isDeepStrictEqual } from 'node:util'
import type { Component, Pack } from '../../content/schema.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { answerState, type ComponentAnswer, isBlank, isDone } from '../../self-check/questions/index.ts'
import { type Entered, type Kept, listAnswers, readAnswer, saveAnswer } from './answer-store.ts'
import { askedOf } from './load.ts'
import { markAnswered, type Respondent } from './respondent-store.ts'
import type { Round } from './round-store.ts'

/** Who saves: the respondent, or an advisor who enters it for them. */
export type Hand = { entered: Entered; enteredBy?: string | undefined; at: Date }

/** Whether an answer is complete. */
export function isComplete(round: Round, answer: ComponentAnswer | undefined): boolean {
  return isDone(answerState(answer, round.facets, round.needsReason))
}

/**
 * Saves one component. The same form sent twice is saved once; another's change in between is never overwritten.
 *
 * @returns the other version, where there is one
 */
export async function save(
  tx: Tx,
  given: {
    round: Round
    respondent: Respondent
    component: Component
    answer: ComponentAnswer
    staysWithUs: boolean
    version: number
  } & Hand,
): Promise<{ ok: true } | { ok: false; other: Kept }> {
  const { round, respondent, component, answer, staysWithUs } = given
  const saved = await saveAnswer(tx, {
    respondentId: respondent.id,
    roundId: round.id,
    communityId: round.communityId,
    component: component.id,
    answer,
    staysWithUs,
    version: given.version,
    entered: given.entered,
    enteredBy: given.enteredBy,
    at: given.at,
  })
  if (!saved) {
    const other = await readAnswer(tx, respondent.id, component.id)
    const same = isDeepStrictEqual(plain(other.answer), plain(answer)) && other.staysWithUs === staysWithUs
    return same ? { ok: true } : { ok: false, other }
  }
  await markAnswered(tx, respondent.id, component.id, isComplete(round, answer))
  return { ok: true }
}

/** As JSON keeps it: without what is left out. */
const plain = (answer: ComponentAnswer): unknown => JSON.parse(JSON.stringify(answer))

/**
 * Fills in what someone answered before, where they have not answered here yet. What was said to another wording is left out.
 *
 * @returns how many components were filled in
 */
export async function fillIn(
  tx: Tx,
  given: {
    pack: Pack
    round: Round
    respondent: Respondent
    answers: Readonly<Record<string, ComponentAnswer>>
    /** The release that was answered. */
    release: string
    at: Date
  },
): Promise<number> {
  const { pack, round, respondent, answers } = given
  const kept = await listAnswers(tx, respondent.id)
  let filled = 0
  for (const component of askedOf(pack, round, respondent)) {
    const before = answers[component.id]
    if (before === undefined || isBlank(before) || kept.has(component.id)) continue
    const version =
      before.rubricVersion === undefined && given.release === round.release
        ? component.rubricVersion
        : before.rubricVersion
    if (version !== component.rubricVersion) continue
    const marks = Object.entries(before.given).filter(([facet]) => round.facets.includes(facet))
    const answer = { ...before, given: Object.fromEntries(marks), rubricVersion: component.rubricVersion }
    const outcome = await save(tx, {
      round,
      respondent,
      component,
      answer,
      // What someone noted for themselves stays with them until they say otherwise.
      staysWithUs: Boolean(answer.note?.trim()),
      version: 0,
      entered: 'self',
      at: given.at,
    })
    if (outcome.ok) filled += 1
  }
  return filled
}
