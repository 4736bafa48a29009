import type { Guide, Pack } from '../../content/schema.ts'
import type { PlanInput } from '../../domain/action-plan.ts'
import type { ActionPlan, Pathway } from '../../domain/action-plan-types.ts'
import { chosenPathway } from '../../domain/chosen-pathway.ts'
import { communityPlan } from '../../domain/community-plan.ts'
import { communityView } from '../../domain/community-view.ts'
import { comparePathways, comparePlans, type PlanComparison } from '../../domain/plan-comparison.ts'
import { planFor } from '../../domain/plan-edits.ts'
import { importanceFromRanking } from '../../domain/priorities.ts'
import { type ReportCardInput, reportCard } from '../../domain/report-card.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { type AgendaItem, validationAgenda } from '../../domain/validation-agenda.ts'
import { asPerson, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { findDraft } from '../action-plan/index.ts'
import { answerSetOf, findBaseline } from '../diagnostic/index.ts'
import { needsOf } from '../interview/index.ts'
import {
  findLatestDocument,
  getCommunityOf,
  getJourney,
  type Journey,
  type JourneyDocument,
  listNames,
} from '../record/index.ts'
import { ratingsOf } from '../report-card/index.ts'
import { agreedIn, type Decided, decidedOf } from './entries.ts'
import { isUpToDate, listEntries, listParticipants, type Participant } from './store.ts'

/** Everything that the pages of validation and the final plan show. Cards and plans are views for the community (Method 4.4). */
export type Validation = {
  journey: Journey
  pack: Pack
  guide: Guide
  community: { name: string; timeZone: string; terms: string; approvalBody: string }
  participants: Participant[]
  /** Names of people who decided something and are no participants any more. */
  names: ReadonlyMap<string, string>
  decided: Decided
  agenda: AgendaItem[]
  /** When the answers were locked. */
  lockedAt: Date
  /** As answered, and with the agreed levels. */
  measured: ReportCard
  card: ReportCard
  draft: ActionPlan
  /** Worked out again with levels, wanted levels and ranking; what people changed in the draft is kept. */
  plan: ActionPlan
  comparison: PlanComparison
  /** The pathway that was chosen, as it is to be followed. */
  chosen: Pathway | undefined
  record: (JourneyDocument & { upToDate: boolean }) | undefined
  /** Of the draft that everything here was worked out from. */
  draftVersion: number
}

/**
 * Reads what was decided, and works out what follows from it.
 *
 * @returns nothing while there is no locked baseline or no draft plan
 * @throws NotFoundError when the journey's release is not there
 */
export async function loadValidation(
  deps: Pick<RoomDependencies, 'db' | 'findContent' | 'solve'>,
  actor: { personId: string },
  journeyId: string,
): Promise<Validation | undefined> {
  const draft = await findDraft(deps, actor, journeyId)
  const read = draft && (await readDecided(deps, actor, journeyId))
  if (!draft || !read) return undefined
  const { pack, basis, shown: measured } = draft.sources
  const draftVersion = draft.kept.version
  const guide = pack.guides.find(({ id }) => id === 'validation')
  if (guide === undefined) throw new NotFoundError()
  const { baseline, decided, needs } = read
  // Individual answers are read for computing alone; they never leave this function.
  const answers = await asPerson(deps.db, actor, (tx) => answerSetOf(tx, baseline.id), { purpose: 'compute' })
  const results = await validated(
    { pack, release: baseline.release, answers: { ...answers, needs }, basis, edits: draft.kept.edits, decided },
    deps.solve,
  )
  const card = communityView(results.card, { pairAgreed: baseline.pairAgreed })
  const shownDraft = communityPlan(pack, draft.edited.plan, measured)
  const plan = communityPlan(pack, results.plan, card)
  const base = decided.choice?.value.base
  const chosen =
    base && results.chosen
      ? communityPlan(pack, { ...results.plan, pathways: { ...results.plan.pathways, [base]: results.chosen } }, card)
          .pathways[base]
      : undefined
  const between = comparePlans(shownDraft, plan)
  return {
    journey: read.journey,
    pack,
    guide,
    community: read.community,
    participants: read.participants,
    names: read.names,
    decided,
    lockedAt: baseline.lockedAt,
    agenda: validationAgenda({
      whole: draft.sources.card,
      shown: measured,
      ratings: read.ratings,
      priorities: shownDraft.priorities.map(({ component }) => component),
    }),
    measured,
    card,
    draft: shownDraft,
    draftVersion,
    plan,
    comparison:
      base && chosen ? withChosen(between, base, comparePathways(shownDraft.pathways[base], chosen)) : between,
    chosen,
    record: read.record && {
      ...read.record,
      upToDate: isUpToDate(read.record.data, { lastEntry: decided.lastEntry, draftVersion }),
    },
  }
}

/** What the database holds about it, as the person may see it. */
async function readDecided(deps: Pick<RoomDependencies, 'db'>, actor: { personId: string }, journeyId: string) {
  return asPerson(deps.db, actor, async (tx) => {
    const baseline = await findBaseline(tx, journeyId)
    if (baseline === undefined) return undefined
    const journey = await getJourney(tx, journeyId)
    const row = await getCommunityOf(tx, journey.communityId)
    const entries = await listEntries(tx, journeyId)
    const said = entries.flatMap(({ value }) => {
      const { by } = value as { by?: unknown }
      return typeof by === 'string' && /^[0-9a-f-]{36}$/.test(by) ? [by] : []
    })
    return {
      journey,
      baseline,
      decided: decidedOf(entries),
      community: {
        name: row.own_name ?? row.name,
        timeZone: row.time_zone,
        terms: row.data_terms ?? 'standard',
        approvalBody: row.approval_body ?? 'council',
      },
      participants: await listParticipants(tx, journey.communityId),
      names: await listNames(tx, said),
      needs: await needsOf(tx, journeyId),
      ratings: await ratingsOf(tx, journeyId),
      record: await findLatestDocument(tx, journeyId, 'validation-record'),
    }
  })
}

type Edits = Parameters<typeof planFor>[0]['edits']

/** The engine's part: card and plan with everything that was agreed. Every figure is whole; views come after. */
export async function validated(
  given: ReportCardInput & { pack: Pack; edits: Edits; decided: Pick<Decided, 'levels' | 'ranking' | 'choice'> },
  solve: RoomDependencies['solve'],
): Promise<{ card: ReportCard; plan: ActionPlan; chosen: Pathway | undefined }> {
  const { pack, release, answers, basis, edits, decided } = given
  const card = reportCard({ pack, release, answers: { ...answers, ...agreedIn(decided) }, basis })
  const ranking = decided.ranking?.value.order ?? []
  const ids = pack.components.map(({ id }) => id)
  const importance = ranking.length === 0 ? {} : { importanceOverride: importanceFromRanking(ranking, ids) }
  const now = await planFor({ pack, card, basis, edits, ...importance }, solve)
  const choice = decided.choice?.value
  const input: PlanInput = { pack, card, basis: now.basis, ...importance }
  const chosen = choice && (choice.edited ? chosenPathway(input, choice) : now.plan.pathways[choice.base])
  return { card, plan: now.plan, chosen }
}

function withChosen(
  comparison: PlanComparison,
  base: 'A' | 'B',
  changed: PlanComparison['pathways']['A'],
): PlanComparison {
  const same =
    comparison.same && changed.added.length + changed.removed.length === 0 && changed.hours.before === changed.hours.now
  return { ...comparison, pathways: { ...comparison.pathways, [base]: changed }, same }
}
