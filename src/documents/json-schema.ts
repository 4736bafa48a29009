import { z } from 'zod'

/*
 * The published shape of the JSON outputs. `docs/schemas/*.schema.json` is made from here by
 * `scripts/generate-json-schemas.mjs`; a test keeps the files in step and validates real output with them.
 * Objects are open: a later release may add a field without a new `schemaVersion`.
 */

const Id = z.string().describe('Id in the pack')
const Level = z.number().describe('In levels of the pack’s scale, full precision')
const Share = z.number().min(0).max(1)
const Count = z.int().min(0)

const Plain = z.union([z.number(), z.string(), z.boolean(), z.null()])
const Trace = z
  .looseObject({
    rule: z.string().describe('Section and name of the rule in the method guide'),
    from: z
      .record(z.string(), z.union([Plain, z.array(z.union([z.number(), z.string(), z.null()]))]))
      .describe('The numbers the figure came from'),
    value: z.union([z.number(), z.string(), z.null()]),
  })
  .meta({ id: 'trace' })

const Traces = z.record(z.string(), Trace)
const Terms = z.looseObject({ importance: Share, leverage: Share, duty: Share, need: Share })
const Band = z.enum(['alike', 'some-spread', 'different'])
const Form = z.enum(['short', 'full'])
const Release = z.string().describe('Hash of the release that was answered')

const FacetResult = z.looseObject({
  facet: Id,
  status: z
    .enum(['scored', 'unknown', 'unanswered', 'out-of-scope', 'withheld'])
    .describe('“withheld”: figures of two people, in a view for the community'),
  n: Count,
  nNA: Count,
  nDK: Count,
  counts: z.array(Count).describe('Answers by level; empty where few people answered'),
  score: Level.optional(),
  agreed: Level.optional(),
  planScore: Level.optional(),
  level: z.int().min(0).optional(),
  dkRate: Share.optional(),
  lowerBound: Level.optional(),
  showLowerBound: z.boolean(),
  doNotKnow: z.boolean(),
  oneVoice: z.boolean(),
  agreement: z
    .looseObject({
      mean: Level,
      ad: z.number().min(0),
      variance: z.number().min(0),
      rwg: Share,
      rwgBelowZero: z.boolean(),
      min: Level,
      max: Level,
      band: Band,
      split: z.boolean(),
    })
    .optional(),
  band: Band.optional(),
  wanted: Level.optional(),
  gap: Level.min(0).optional(),
  trace: Traces,
})

const ComponentResult = z.looseObject({
  component: Id,
  domain: Id,
  rubricVersion: z.int().min(1).optional(),
  asked: z.boolean(),
  scope: z.enum(['in', 'out']),
  checkScope: z.boolean(),
  facets: z.array(FacetResult),
  composite: Level.optional(),
  importance: z.number().min(0).max(3).optional(),
  importanceGiven: Count.optional(),
  gapStatus: z.enum(['gap', 'goal-met', 'goal-not-set', 'find-out', 'out-of-scope', 'not-asked']),
  gap: Level.min(0).optional(),
  unrealistic: z.boolean(),
  terms: Terms,
  weight: Share,
  priority: z.number().min(0).optional(),
  trace: Traces,
})

const DomainResult = z.looseObject({
  domain: Id,
  facets: z.array(
    z.looseObject({
      facet: Id,
      score: Level.optional(),
      published: z.boolean(),
      scored: Count,
      inScope: Count,
      needed: Count,
      wanted: Level.optional(),
      withheld: z.literal(true).optional(),
      agreement: z.looseObject({}).optional(),
      trace: Trace,
    }),
  ),
  composite: Level.optional(),
  gap: Level.optional(),
  lowest: Id.optional(),
  trace: Traces,
})

const OfCell = { component: Id, facet: Id }
const Finding = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('different-views'), ...OfCell, split: z.boolean() }),
  z.looseObject({ kind: z.literal('do-not-know'), ...OfCell }),
  z.looseObject({ kind: z.literal('unrealistic'), ...OfCell }),
  z.looseObject({ kind: z.literal('check-scope'), component: Id }),
  z.looseObject({ kind: z.literal('one-voice'), components: z.array(Id) }),
  z.looseObject({ kind: z.literal('goal-not-set'), components: z.array(Id) }),
  z.looseObject({ kind: z.literal('goal-met'), components: z.array(Id) }),
])

const PriorityFigures = {
  weight: Share,
  gap: Level,
  value: z.number().min(0).describe('weight × gap'),
}
const priorityFields = {
  component: Id,
  firm: z.boolean(),
  timesInTop: z.int().min(0).max(8),
  trace: Trace.optional(),
}

/** `report-card.json` */
const ReportCardSchema = z
  .looseObject({
    schemaVersion: z.literal(1),
    release: Release,
    pack: Id,
    form: Form,
    variant: Id,
    respondents: Count,
    totals: z.looseObject({ level: Count, na: Count, dk: Count, blank: Count }),
    components: z.array(ComponentResult),
    domains: z.array(DomainResult),
    findings: z.array(Finding),
    strengths: z.array(Id).max(3),
    largestGaps: z.array(Id).max(6),
    priorities: z
      .array(z.looseObject({ ...priorityFields, ...z.object(PriorityFigures).partial().shape }))
      .describe('Figures are missing only where a view for the community withholds them'),
    top: Count,
    findOut: z.array(Id),
    view: z.enum(['full', 'community']),
    withheld: z
      .array(Id)
      .optional()
      .describe('Components with withheld figures of two people, in a view for the community'),
  })
  .meta({ title: 'Waymark report card', description: 'The result of a round, with the numbers behind every figure' })

const PathwayId = z.enum(['A', 'B'])
const Hours = z.number().min(0).describe('Hours, in quarter-hour steps')
const Value = z.int().min(0).describe('Value of a pathway in 10⁻⁶')

const Pathway = z.looseObject({
  id: PathwayId,
  items: z.array(
    z.looseObject({
      item: Id,
      hours: Hours,
      firstWeek: z.int().min(1),
      lastWeek: z.int().min(1),
      reasons: z.array(
        z.discriminatedUnion('kind', [
          z.looseObject({ kind: z.literal('closes'), ...OfCell, amount: Level }),
          z.looseObject({ kind: z.literal('needed-for'), item: Id }),
          z.looseObject({ kind: z.literal('keeps-apart') }),
        ]),
      ),
      marginal: Value,
    }),
  ),
  hours: Hours,
  weeks: z.array(
    z.looseObject({
      week: z.int().min(1),
      parts: z.array(z.looseObject({ item: Id, hours: Hours })),
      hours: Hours,
    }),
  ),
  cells: z.array(z.looseObject({ ...OfCell, now: Level, wanted: Level, closed: Level, after: Level })),
  value: Value,
  upperBound: Value,
  proven: z.boolean(),
  nodes: Count,
  considered: Count,
  leftOut: z.array(
    z.looseObject({
      item: Id,
      why: z.enum(['no-room', 'gap-closed', 'prerequisite', 'item-limit', 'same-content', 'overlap', 'lower-value']),
    }),
  ),
  gapClosed: Level,
  trace: Trace,
})

const FirstStep = z.looseObject({
  kind: z.enum(['find-out', 'talk-about', 'start-item', 'take-action', 'set-goal', 'name-a-lead', 'review-date']),
  component: Id.optional(),
  item: Id.optional(),
  week: z.int().min(1).optional(),
  pathway: PathwayId.optional(),
  to: z.int().min(1).optional(),
})

/** `action-plan.json` */
const ActionPlanSchema = z
  .looseObject({
    schemaVersion: z.literal(1),
    release: Release,
    pack: Id,
    basis: z.looseObject({
      form: Form,
      variant: Id,
      hours: Hours,
      weeks: z.int().min(1),
      maxItems: z.int().min(1),
      priorities: z.int().min(1),
      languages: z.array(z.string()),
      offlineOnly: z.boolean(),
      textOnly: z.boolean(),
      jurisdiction: z.string().optional(),
      communityTypes: z.array(z.string()),
    }),
    priorities: z.array(
      z.looseObject({
        ...priorityFields,
        ...PriorityFigures,
        rank: z.int().min(1),
        level: z.int().min(0).optional(),
        wanted: Level,
        actions: z.array(
          z.looseObject({ component: Id, from: z.int().min(0), to: z.int().min(1), hours: z.number().positive() }),
        ),
        signs: z.array(z.int().min(1)),
        furtherSigns: z.array(z.looseObject({ facet: Id, levels: z.array(z.int().min(1)) })),
        duties: z.array(z.looseObject({ id: Id, component: Id })),
        inPathways: z.array(PathwayId),
      }),
    ),
    findOut: z.array(Id),
    noGap: z.boolean(),
    pathways: z.looseObject({ A: Pathway, B: Pathway }),
    delta: Share.optional(),
    overlapHours: Hours,
    ratio: z.number().min(0),
    shareMost: z.boolean(),
    twoByTwo: z.looseObject({ AunderA: Value, AunderB: Value, BunderA: Value, BunderB: Value }),
    weights: z.record(Id, z.looseObject({ A: Share, B: Share, terms: Terms })),
    firstThirtyDays: z.array(FirstStep),
    risks: z.array(
      z.enum([
        'single-voice',
        'many-dont-know',
        'different-views',
        'not-firm',
        'unproven',
        'little-time',
        'few-items',
        'large-jump',
        'lifts-are-assumptions',
        'wording-not-tested',
        'duty-not-checked',
        'draft-for-review',
        'one-person-depends',
      ]),
    ),
    dutyCheck: z.enum(['checked', 'not-checked', 'unknown-jurisdiction']),
    trace: Traces,
  })
  .meta({ title: 'Waymark action plan', description: 'The automatic draft of a Capacity-building Action Plan' })

/** The published schemas by file name, as the text of their files. */
export function jsonSchemaFiles(): Record<string, string> {
  const write = (schema: z.ZodType) =>
    `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`
  return {
    'report-card.schema.json': write(ReportCardSchema),
    'action-plan.schema.json': write(ActionPlanSchema),
  }
}
