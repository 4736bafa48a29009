import { createHash } from 'node:crypto'
import type { Pack } from '../../content/schema.ts'
import type { PlanRequest } from '../../domain/action-plan.ts'
import type { ActionPlan, PlanBasis } from '../../domain/action-plan-types.ts'
import type { Profile } from '../../domain/answers.ts'
import { communityPlan } from '../../domain/community-plan.ts'
import { planBasis } from '../../domain/plan-basis.ts'
import { editedPlan, editedRequest } from '../../domain/plan-edits.ts'
import type { EditEntry, EditedPlan } from '../../domain/plan-edits-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { asPerson, type RoomDependencies } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { interviewTextsOf } from '../interview/index.ts'
import { getCommunityOf, getJourney, type Journey } from '../record/index.ts'
import { loadResults } from '../report-card/index.ts'
import { findKeptDraft, type KeptDraft } from './draft-store.ts'

export type LoadDependencies = Pick<RoomDependencies, 'db' | 'findContent' | 'solve'>

/** What a draft plan is worked out from. */
export type PlanSources = {
  journey: Journey
  pack: Pack
  /** With every figure: never shown to a member. */
  card: ReportCard
  /** As the community may see it (Method 4.4). */
  shown: ReportCard
  /** From the profile. */
  basis: PlanBasis
  needs: { text: string; language: string }[]
}

/**
 * The locked baseline, as the engine reads it.
 *
 * @returns nothing while the baseline is not locked
 */
export async function loadSources(
  deps: Pick<LoadDependencies, 'db' | 'findContent'>,
  actor: { personId: string },
  journeyId: string,
): Promise<PlanSources | undefined> {
  const results = await loadResults(deps, actor, journeyId)
  if (results === undefined) return undefined
  const { pack, whole: card, shown } = results
  const { journey, profile, needs } = await asPerson(deps.db, actor, async (tx) => {
    const journey = await getJourney(tx, journeyId)
    const community = await getCommunityOf(tx, journey.communityId)
    const { needs } = await interviewTextsOf(tx, journeyId)
    return { journey, profile: (community.profile ?? {}) as Profile, needs }
  })
  const answeredComponents = card.components.filter(({ asked }) => asked).map(({ component }) => component)
  const basis: PlanBasis = {
    ...planBasis(pack, profile, { answeredComponents }),
    form: card.form,
    variant: card.variant,
  }
  return { journey, pack, card, shown, basis, needs: needs.map(({ text, language }) => ({ text, language })) }
}

/** A draft plan as it is today, with what people changed. */
export type Draft = {
  sources: PlanSources
  kept: KeptDraft
  edited: EditedPlan
  /** The results changed since the plan was last worked out. */
  renewed: boolean
}

/**
 * The draft plan of a journey. When the results changed since it was worked out, it is worked out again here and now, with what
 * people changed laid over it; nothing is stored by looking.
 *
 * @returns nothing while none was worked out
 */
export async function findDraft(
  deps: LoadDependencies,
  actor: { personId: string },
  journeyId: string,
): Promise<Draft | undefined> {
  const kept = await asPerson(deps.db, actor, (tx) => findKeptDraft(tx, journeyId))
  if (kept === undefined) return undefined
  const sources = await loadSources(deps, actor, journeyId)
  return sources && { sources, kept, ...(await draftOf(deps, sources, kept, kept.edits)) }
}

/** The same draft under another list of changes, and whether the engine had to be asked anew. */
export async function draftOf(
  { solve }: Pick<LoadDependencies, 'solve'>,
  { pack, card, basis }: PlanSources,
  kept: Pick<KeptDraft, 'requestHash' | 'solution'>,
  edits: readonly EditEntry[],
): Promise<{ edited: EditedPlan; renewed: boolean }> {
  const input = { pack, card, basis, edits }
  const request = editedRequest(input)
  const same = hashOf(request) === kept.requestHash
  return { edited: editedPlan(input, same ? kept.solution : await solve(request)), renewed: !same }
}

/** Equal requests have equal hashes. */
export function hashOf(request: PlanRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64')
}

/** What a reader may see of a plan: an advisor everything, a member what the report card shows them (Method 4.4). */
export function shownTo(
  reader: 'advisor' | 'community',
  { pack, card, shown }: Pick<PlanSources, 'pack' | 'card' | 'shown'>,
  plan: ActionPlan,
): { card: ReportCard; plan: ActionPlan } {
  if (reader === 'advisor') return { card, plan }
  return { card: shown, plan: communityPlan(pack, plan, shown) }
}

/** The suggested steps of a plan as the community may see them, in words: what becomes its first actions. */
export function stepsOf(
  sources: Pick<PlanSources, 'pack' | 'card' | 'shown'>,
  plan: ActionPlan,
  language: Language,
  lowCost: (text: string) => string,
) {
  const { pack } = sources
  const { plan: shown } = shownTo('community', sources, plan)
  return shown.priorities.flatMap((priority) =>
    priority.actions.flatMap(({ component, to, hours }) => {
      const step = pack.components.find(({ id }) => id === component)?.steps.find((one) => one.to === to)
      if (step === undefined) return []
      const title = step.action[language] ?? step.action.en
      const cheap = step.lowCost[language] ?? step.lowCost.en
      return [{ key: `${component}:${to}`, component, title, description: lowCost(cheap), hours }]
    }),
  )
}
