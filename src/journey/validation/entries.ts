import { z } from 'zod'
import { decisions } from '../../domain/validation-agenda.ts'

/** Words in the language they were written in. */
const Written = z.string().trim().max(4000)
const Language = z.string().regex(/^[a-z]{2,3}$/)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Someone by id, or `together`: a view that everyone present shares. */
const By = z.string().max(60)

/** When and how the interview is held, and who is there. */
export const SettingSchema = z.object({
  date: Day.or(z.literal('')),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .or(z.literal('')),
  minutes: z.int().min(5).max(480),
  place: z.string().trim().max(300),
  spoken: z.string().trim().max(100),
  people: z.array(z.string()).max(100),
  others: z.string().trim().max(500),
})

export const FindingSchema = z.object({
  decision: z.enum(decisions),
  /** The finding in their own words, where it was amended. */
  wording: Written,
  reason: Written,
  by: By,
  language: Language,
})

/** Agreed and wanted levels of the components of one domain. */
export const LevelsSchema = z.object({
  components: z.record(
    z.string(),
    z.object({
      /** Facet -> level; a facet left out keeps what the answers say. */
      agreed: z.record(z.string(), z.int().min(0)),
      /** Of the first facet; left out, the median of what people want. */
      wanted: z.int().min(0).optional(),
      reason: Written,
    }),
  ),
  by: By,
  language: Language,
})

/** The most important components, first one first. */
export const RankingSchema = z.object({ order: z.array(z.string()).max(5), reason: Written, language: Language })

export const ChoiceSchema = z.object({
  base: z.enum(['A', 'B']),
  edited: z.boolean(),
  /** Of an edited pathway. */
  items: z.array(z.string()).max(200),
  reason: Written,
  by: By,
  language: Language,
})

export const ConsentSchema = z.object({
  uses: z.record(z.string(), z.boolean()),
  /** The governing body that decided, and its reference, where one did. */
  body: z.string().trim().max(300),
  reference: z.string().trim().max(300),
})

export const OpenSchema = z.object({ text: Written, language: Language })

/** What an agenda held when something was last decided. */
export const AgendaSchema = z.object({ ids: z.array(z.string()) })

export type Setting = z.infer<typeof SettingSchema>
export type FindingDecision = z.infer<typeof FindingSchema>
export type Levels = z.infer<typeof LevelsSchema>
export type Ranking = z.infer<typeof RankingSchema>
export type PathwayChoice = z.infer<typeof ChoiceSchema>
export type ConsentChoices = z.infer<typeof ConsentSchema>
export type OpenPoints = z.infer<typeof OpenSchema>

/** One version of a block, as it was saved. */
export type Entry<Value = unknown> = {
  id: number
  block: string
  version: number
  value: Value
  personId: string | undefined
  personName: string | undefined
  at: Date
}

/** Everything that was decided: the newest version of each block, and all versions, oldest first. */
export type Decided = {
  setting: Entry<Setting> | undefined
  ranking: Entry<Ranking> | undefined
  choice: Entry<PathwayChoice> | undefined
  consent: Entry<ConsentChoices> | undefined
  open: Entry<OpenPoints> | undefined
  /** Domain -> its levels. */
  levels: Map<string, Entry<Levels>>
  /** Item of the agenda -> what was decided. */
  findings: Map<string, Entry<FindingDecision>>
  history: Map<string, Entry[]>
  /** The newest entry's id, 0 when there is none. */
  lastEntry: number
}

/** Puts entries, oldest first, into their places. */
export function decidedOf(entries: readonly Entry[]): Decided {
  const history = Map.groupBy(entries, ({ block }) => block) as Map<string, Entry[]>
  const last = <Value>(block: string) => history.get(block)?.at(-1) as Entry<Value> | undefined
  const under = <Value>(prefix: string) =>
    new Map(
      [...history.keys()]
        .filter((block) => block.startsWith(prefix))
        .flatMap((block) => {
          const entry = last<Value>(block)
          return entry ? [[block.slice(prefix.length), entry] as const] : []
        }),
    )
  return {
    setting: last('setting'),
    ranking: last('ranking'),
    choice: last('choice'),
    consent: last('consent'),
    open: last('open'),
    levels: under('levels:'),
    findings: under('finding:'),
    history,
    lastEntry: Math.max(0, ...entries.filter(({ block }) => block !== 'agenda').map(({ id }) => id)),
  }
}

/** Levels agreed so far, as the engine reads them (Method 4.2, 4.5). */
export function agreedIn(decided: Pick<Decided, 'levels'>): {
  agreed: Record<string, Record<string, number>>
  agreedWanted: Record<string, number>
} {
  const all = [...decided.levels.values()].flatMap(({ value }) => Object.entries(value.components))
  return {
    agreed: Object.fromEntries(
      all.flatMap(([component, { agreed }]) =>
        Object.keys(agreed).length === 0 ? [] : [[component, agreed] as const],
      ),
    ),
    agreedWanted: Object.fromEntries(
      all.flatMap(([component, { wanted }]) => (wanted === undefined ? [] : [[component, wanted] as const])),
    ),
  }
}
