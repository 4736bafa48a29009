import type { ActionPlan, Pathway, PlanRisk } from './action-plan-types.ts'
import type { EnginePack } from './engine-pack.ts'
import type { ReportCard } from './report-card-types.ts'

/** Share of the answers from which "don't know" is a risk for the whole plan. */
const manyDontKnow = 0.25

type Context = { pack: EnginePack; card: ReportCard; plan: Omit<ActionPlan, 'risks' | 'firstThirtyDays'> }

/** What could make the plan wrong or hard to follow, each worked out from the answers; in the order in which to read them. */
export function planRisks({ pack, card, plan }: Context): PlanRisk[] {
  const { A, B } = plan.pathways
  const pathways = [A, B]
  const asked = card.components.filter((result) => result.asked && result.scope === 'in')
  const found = (kind: string) => card.findings.some((finding) => finding.kind === kind)
  const oneVoice = card.findings.find((finding) => finding.kind === 'one-voice')?.components.length ?? 0
  const wholeGap = A.cells.reduce((sum, cell) => sum + Math.max(0, cell.wanted - cell.now), 0)
  const fallShort = pathways.every(
    (pathway) => (pathway.gapClosed ?? 0) * 2 < wholeGap && limitOf(pathway) !== undefined,
  )
  const levels = pack.facets[0]?.levels ?? []
  const draft = new Set(pack.components.filter(({ review }) => review === 'draft-for-review').map(({ id }) => id))
  const holds: Record<PlanRisk, boolean> = {
    'single-voice': card.respondents === 1 || oneVoice * 2 > asked.length,
    'many-dont-know': card.totals.dk > 0 && card.totals.dk >= manyDontKnow * (card.totals.level + card.totals.dk),
    'different-views': found('different-views'),
    'not-firm': plan.priorities.some((priority) => !priority.firm),
    unproven: pathways.some((pathway) => !pathway.proven),
    'little-time': fallShort && pathways.some((pathway) => limitOf(pathway) === 'hours'),
    'few-items': fallShort && pathways.some((pathway) => limitOf(pathway) === 'items'),
    'large-jump': found('unrealistic'),
    'one-person-depends': plan.priorities.some(({ level }) => levels[level ?? -1]?.restsOnOnePerson === true),
    'lifts-are-assumptions': pathways.some((pathway) => pathway.items.length > 0),
    'wording-not-tested': pack.calibration.provisional,
    'draft-for-review': asked.some((result) => draft.has(result.component)),
    'duty-not-checked': plan.dutyCheck !== 'checked',
  }
  return (Object.keys(holds) as PlanRisk[]).filter((risk) => holds[risk])
}

/** What keeps a pathway from closing more: the number of items where a further one would still fit in the hours, else the hours. */
function limitOf({ leftOut }: Pathway): 'hours' | 'items' | undefined {
  if (leftOut.some(({ why }) => why === 'item-limit')) return 'items'
  return leftOut.some(({ why }) => why === 'no-room') ? 'hours' : undefined
}
