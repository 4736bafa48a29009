import type { Pathway } from '../domain/action-plan-types.ts'
import type { PlanComparison } from '../domain/plan-comparison.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import type { AgendaItem, Decision } from '../domain/validation-agenda.ts'
import { formatHours, formatLevel } from '../ui/charts/numbers.ts'
import { longDate } from '../ui/dates.ts'
import { agendaSentence, agendaWords } from '../ui/words/agenda.ts'
import { listOf } from '../ui/words/list-of.ts'
import { pathwayWords } from '../ui/words/pathways.ts'
import { documentHead, type ReportCardValues } from './document-values.ts'
import { withheldBlocks } from './findings.ts'
import { validationRecordMessages } from './messages-validation-record.ts'
import { type Block, type DocumentModel, type Rich, type Run, strong } from './model.ts'
import { type PackWords, packWords } from './pack-words.ts'

/** Words of a person, in the language they wrote them in. */
export type Written = { text: string; language: string }

/** What was decided about an item of the agenda; `by` is a name with a role, in the document's language. */
export type RecordedDecision = {
  item: AgendaItem
  decision: Decision
  wording?: Written
  reason?: Written
  by: string
  /** Decisions that this one took the place of, oldest first. */
  earlier: { decision: Decision; by: string; reason?: Written }[]
}

export type ValidationRecordValues = Omit<ReportCardValues, 'card'> & {
  /** `communityView` of the card with the agreed levels. */
  card: ReportCard
  /** The same without them. */
  measured: ReportCard
  /** Day on which the answers were locked, `YYYY-MM-DD`. */
  dataCut: string
  version: number
  setting: { date: string; place: string; spoken: string; present: string[] }
  decided: RecordedDecision[]
  levels: { component: string; facet: string; agreed: number; reason?: Written }[]
  wanted: { component: string; agreed: number; reason?: Written }[]
  ranking: { order: string[]; reason?: Written }
  choice: { base: 'A' | 'B'; edited: boolean; pathway: Pathway; reason?: Written; by: string }
  comparison: PlanComparison
  consent: { uses: { name: string; granted: boolean }[]; body: string; reference: string } | undefined
  open: Written | undefined
}

/** The record of a validation interview (Method 5.4): what was agreed, changed, chosen, and left open, by whom and why. */
export function validationRecordDocument(values: ValidationRecordValues): DocumentModel {
  const { pack, card, language, version } = values
  const t = validationRecordMessages[language]
  const words = packWords(pack, language, card.variant)
  const head = documentHead(values)
  return {
    kind: 'validation-record',
    title: t.title,
    ...head,
    facts: [...head.facts, t.version(version), t.dataCut(longDate(values.dataCut, language))],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t.lead(head.community ?? '') },
      ...settingBlocks(values),
      ...findingBlocks(values),
      ...levelBlocks(values, words),
      ...rankingBlocks(values, words),
      ...disagreementBlocks(values),
      ...choiceBlocks(values, words),
      ...changeBlocks(values, words),
      ...consentBlocks(values),
      ...withheldBlocks(card, language),
      {
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 1, text: t.signOff },
          { kind: 'paragraph', text: t.signIntro },
          { kind: 'signatures', labels: t.signLabels },
        ],
      },
      { kind: 'heading', level: 1, text: t.method },
      { kind: 'paragraph', tone: 'quiet', text: t.methodText },
    ],
  }
}

/** What someone wrote keeps the language it was written in. */
export function writtenRun({ text, language: written }: Written, language: string): Run {
  return written === language ? text : { text, language: written }
}

function settingBlocks({ setting, language }: ValidationRecordValues): Block[] {
  const t = validationRecordMessages[language]
  const or = (text: string) => (text === '' ? t.notSet : text)
  return [
    { kind: 'heading', level: 1, text: t.setting },
    {
      kind: 'table',
      caption: t.setting,
      head: [t.what, t.noted],
      rows: [
        [t.date, setting.date === '' ? t.notSet : longDate(setting.date, language)],
        [t.place, or(setting.place)],
        [t.spoken, or(setting.spoken)],
        [t.present, setting.present.length === 0 ? t.notSet : { lines: setting.present }],
      ],
      widths: [1, 3],
    },
  ]
}

function findingBlocks({ pack, decided, language }: ValidationRecordValues): Block[] {
  const t = validationRecordMessages[language]
  const words = agendaWords[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.findings }
  if (decided.length === 0) return [heading, { kind: 'paragraph', text: t.findingsIntro(0) }]
  return [
    heading,
    { kind: 'paragraph', text: t.findingsIntro(decided.length) },
    {
      kind: 'table',
      caption: t.findingsCaption,
      head: [t.finding, t.decision, t.byAndWhy],
      rows: decided.map(({ item, decision, wording, reason, by, earlier }) => [
        agendaSentence(item, pack, language),
        [strong(words.decisions[decision])],
        {
          lines: [
            by,
            ...(reason ? [[writtenRun(reason, language)]] : []),
            ...(wording ? [[`${t.inTheirWords}${colon[language]}`, writtenRun(wording, language)]] : []),
            ...earlier.map((one): Rich => t.earlier(words.decisions[one.decision], one.by)),
          ],
        },
      ]),
      widths: [3, 1.2, 3],
    },
  ]
}

const colon = { en: ': ', fr: '\u00a0: ' }

function levelBlocks(values: ValidationRecordValues, words: PackWords): Block[] {
  const { measured, levels, wanted, language, pack } = values
  const t = validationRecordMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.levels }
  if (levels.length + wanted.length === 0) return [heading, { kind: 'paragraph', text: t.noLevels }]
  const facetIn = (component: string, facet: string) =>
    measured.components.find((one) => one.component === component)?.facets.find((one) => one.facet === facet)
  const figure = (value: number | undefined) => (value === undefined ? t.notAmong : formatLevel(value, language))
  const why = (reason: Written | undefined): Rich => (reason ? [writtenRun(reason, language)] : t.notAmong)
  const first = pack.facets[0]?.id ?? ''
  return [
    heading,
    { kind: 'paragraph', text: t.levelsIntro },
    {
      kind: 'table',
      caption: t.levelsCaption,
      head: [t.component, t.facet, t.answers, t.agreed, t.why],
      rows: [
        ...levels.map(({ component, facet, agreed, reason }) => [
          words.component(component),
          words.facet(facet),
          figure(facetIn(component, facet)?.score),
          `${formatLevel(agreed, language)} · ${words.levelName(facet, agreed)}`,
          why(reason),
        ]),
        ...wanted.map(({ component, agreed, reason }) => [
          words.component(component),
          t.wanted,
          figure(facetIn(component, first)?.wanted),
          formatLevel(agreed, language),
          why(reason),
        ]),
      ],
      widths: [2.4, 1.6, 1, 1.6, 3],
    },
  ]
}

function rankingBlocks({ ranking, language }: ValidationRecordValues, words: PackWords): Block[] {
  const t = validationRecordMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.ranking }
  if (ranking.order.length === 0) return [heading, { kind: 'paragraph', text: t.noRanking }]
  return [
    heading,
    { kind: 'paragraph', text: t.rankingIntro },
    { kind: 'numbered', items: ranking.order.map((id) => words.component(id)) },
    ...reasonBlocks(ranking.reason, language),
  ]
}

function reasonBlocks(reason: Written | undefined, language: 'en' | 'fr'): Block[] {
  if (reason === undefined) return []
  const t = validationRecordMessages[language]
  return [{ kind: 'paragraph', text: [strong(t.reasons), colon[language], writtenRun(reason, language)] }]
}

function disagreementBlocks({ pack, decided, open, language }: ValidationRecordValues): Block[] {
  const t = validationRecordMessages[language]
  const disputed = decided.filter(({ decision }) => decision === 'disputed')
  return [
    { kind: 'heading', level: 1, text: t.disagreements },
    disputed.length === 0
      ? { kind: 'paragraph', text: t.noDisagreements }
      : {
          kind: 'callout',
          tone: 'finding',
          title: t.disagreementsIntro,
          lines: disputed.map(
            ({ item, by, reason }): Rich => [
              strong(agendaSentence(item, pack, language)),
              ` ${by}`,
              ...(reason ? [colon[language], writtenRun(reason, language)] : []),
            ],
          ),
        },
    { kind: 'heading', level: 2, text: t.open },
    { kind: 'paragraph', text: open ? [writtenRun(open, language)] : t.nothingOpen },
  ]
}

function choiceBlocks({ choice, language, comparison }: ValidationRecordValues, words: PackWords): Block[] {
  const t = validationRecordMessages[language]
  const name = pathwayWords[language].names[choice.base]
  return [
    { kind: 'heading', level: 1, text: t.choice },
    { kind: 'paragraph', text: choice.edited ? t.chosenEdited(choice.base, name) : t.chosen(choice.base, name) },
    { kind: 'paragraph', text: choice.by },
    ...reasonBlocks(choice.reason, language),
    ...pathwayTable(choice.pathway, t.itemsCaption, language, words),
    ...itemChanges(comparison.pathways[choice.base], language, words),
  ]
}

/** A pathway as a table: item, hours, weeks. */
export function pathwayTable(
  { items }: Pick<Pathway, 'items'>,
  caption: string,
  language: 'en' | 'fr',
  words: PackWords,
): Block[] {
  const t = validationRecordMessages[language]
  if (items.length === 0) return []
  return [
    {
      kind: 'table',
      caption,
      head: [t.item, t.hours, t.weeks],
      rows: items.map(({ item, hours, firstWeek, lastWeek }) => [
        words.item(item),
        formatHours(hours, language),
        firstWeek === lastWeek ? `${firstWeek}` : `${firstWeek}–${lastWeek}`,
      ]),
      widths: [5, 1, 1],
      figures: [1],
    },
  ]
}

function itemChanges(
  { added, removed }: { added: string[]; removed: string[] },
  language: 'en' | 'fr',
  words: PackWords,
): Block[] {
  const t = validationRecordMessages[language]
  const line = (label: string, ids: string[]): Block[] =>
    ids.length === 0
      ? []
      : [{ kind: 'paragraph', text: [strong(label), colon[language], listOf(ids.map(words.item), language)] }]
  return [...line(t.added, added), ...line(t.removed, removed)]
}

function changeBlocks({ comparison, language }: ValidationRecordValues, words: PackWords): Block[] {
  const t = validationRecordMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.changes }
  if (comparison.same) return [heading, { kind: 'paragraph', text: t.noChanges }]
  const place = (rank: number | undefined) => (rank === undefined ? t.notAmong : String(rank))
  return [
    heading,
    {
      kind: 'table',
      caption: t.priorityChanges,
      head: [t.component, t.draftPlace, t.placeNow],
      rows: comparison.priorities.map(({ component, before, now }) => [
        words.component(component),
        place(before),
        place(now),
      ]),
      widths: [4, 1.2, 1.2],
      figures: [1, 2],
    },
  ]
}

function consentBlocks({ consent, language }: ValidationRecordValues): Block[] {
  const t = validationRecordMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.consent }
  if (consent === undefined) return [heading, { kind: 'paragraph', text: t.noConsent }]
  return [
    heading,
    { kind: 'paragraph', text: t.consentIntro },
    {
      kind: 'table',
      caption: t.consent,
      head: [t.use, t.decision],
      rows: consent.uses.map(({ name, granted }) => [name, granted ? t.yes : t.no]),
      widths: [5, 1],
    },
    ...(consent.body === ''
      ? []
      : [{ kind: 'paragraph', text: t.decidedBy(consent.body, consent.reference) } satisfies Block]),
  ]
}
