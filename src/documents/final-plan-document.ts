import type { Pack } from '../content/schema.ts'
import type { ActionPlan, Pathway } from '../domain/action-plan-types.ts'
import type { PlanComparison } from '../domain/plan-comparison.ts'
import { daysOfWeek } from '../domain/plan-dates.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import type { AgendaItem } from '../domain/validation-agenda.ts'
import type { Language } from '../platform/languages.ts'
import { formatHours, formatNumber } from '../ui/charts/numbers.ts'
import { pathwayWeeksChart } from '../ui/charts/plan-charts.ts'
import { longDate } from '../ui/dates.ts'
import { agendaSentence } from '../ui/words/agenda.ts'
import { listOf } from '../ui/words/list-of.ts'
import { pathwayWords } from '../ui/words/pathways.ts'
import { documentHead, type ReportCardValues } from './document-values.ts'
import { priorityTable, signBlocks, stepBlocks } from './final-plan-priorities.ts'
import { withheldBlocks } from './findings.ts'
import { finalPlanMessages } from './messages-final-plan.ts'
import { type Block, type DocumentModel, type Rich, strong } from './model.ts'
import { type PackWords, packWords } from './pack-words.ts'
import { domainTable } from './report-card-document.ts'
import { pathwayTable, type Written, writtenRun } from './validation-record-document.ts'

/** An action as the plan shows it. */
export type PlanAction = { title: Written; owner: string; due: string; hours?: number }

/** What a final plan holds, in no language of its own: kept as it was put before the approval body. */
export type FinalPlanData = {
  community: string
  /** Day of the plan, `YYYY-MM-DD`. */
  date: string
  dataCut: string
  recordVersion: number
  /** Views for the community (Method 4.4), with the agreed levels. */
  card: ReportCard
  plan: ActionPlan
  choice: { base: 'A' | 'B'; edited: boolean; pathway: Pathway; reason?: Written }
  start: string
  review: string
  /** Component -> day by which its target is to be reached. */
  dates: Record<string, string>
  message?: Written
  resources?: Written
  actions: PlanAction[]
  disputed: { item: AgendaItem; by: Record<Language, string>; reason?: Written }[]
  open?: Written
  terms: string
  /** Names of the uses the community said yes to. */
  uses: Record<Language, string[]>
  comparison: PlanComparison
  revision?: Written
}

export type SignOff = {
  body: string
  /** `council`, `chief-and-council`, `board` or `administration`: how its decision is called. */
  kind: string
  decidedOn: string
  reference: string
  recordedBy: string
}

export type FinalPlanValues = {
  pack: Pack
  language: Language
  data: FinalPlanData
  version: number
  /** Left out while the plan is before the approval body. */
  signOff?: SignOff
}

/** The final action plan (Method 5.4), as the community's approval body signs it. */
export function finalPlanDocument(values: FinalPlanValues): DocumentModel {
  const { pack, language, data, version, signOff } = values
  const t = finalPlanMessages[language]
  const words = packWords(pack, language, data.card.variant)
  const card: ReportCardValues = { pack, card: data.card, language, community: data.community, date: data.date }
  const head = documentHead(card)
  return {
    kind: 'final-plan',
    title: t.title,
    status: signOff ? t.status : t.forSignOff,
    ...head,
    facts: [
      ...head.facts,
      t.version(version),
      t.dataCut(longDate(data.dataCut, language)),
      t.recordVersion(data.recordVersion),
    ],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t.lead(data.community) },
      ...approvalBlocks(values),
      ...writtenSection(t.revision, data.revision, language),
      ...writtenSection(t.message, data.message, language),
      { kind: 'heading', level: 1, text: t.where },
      { kind: 'paragraph', text: t.whereIntro },
      domainTable(card),
      ...withheldBlocks(data.card, language),
      ...priorityTable(values, words),
      ...pathwaySection(values, words),
      ...whoBlocks(values),
      ...stepBlocks(values, words),
      ...resourceBlocks(values, words),
      ...signBlocks(values, words),
      { kind: 'heading', level: 1, text: t.review },
      { kind: 'paragraph', text: t.reviewOn(longDate(data.review, language)) },
      ...openBlocks(values),
      ...dataBlocks(values),
      ...comparisonBlocks(values, words),
      ...annexBlocks(values, words),
      ...(signOff
        ? []
        : [
            {
              kind: 'together',
              blocks: [
                { kind: 'heading', level: 1, text: t.signOff },
                { kind: 'paragraph', text: t.signIntro },
                { kind: 'signatures', labels: t.signLabels },
              ],
            } satisfies Block,
          ]),
      { kind: 'heading', level: 1, text: t.method },
      { kind: 'paragraph', tone: 'quiet', text: t.methodText },
    ],
  }
}

function approvalBlocks({ signOff, language }: FinalPlanValues): Block[] {
  if (signOff === undefined) return []
  const t = finalPlanMessages[language]
  const reference =
    signOff.reference === '' ? [] : [`${t.resolutionOf[signOff.kind] ?? t.resolutionOf.council}: ${signOff.reference}`]
  return [
    {
      kind: 'callout',
      tone: 'note',
      title: t.signed,
      lines: [
        t.signedBy(signOff.body, longDate(signOff.decidedOn, language)),
        ...reference.map((line) => (language === 'fr' ? line.replace(': ', '\u00a0: ') : line)),
        t.recordedBy(signOff.recordedBy),
      ],
    },
  ]
}

function writtenSection(title: string, written: Written | undefined, language: Language): Block[] {
  if (written === undefined || written.text === '') return []
  return [
    { kind: 'heading', level: 1, text: title },
    ...written.text
      .split(/\n{2,}/)
      .map((text): Block => ({ kind: 'paragraph', text: [writtenRun({ ...written, text }, language)] })),
  ]
}

function pathwaySection(values: FinalPlanValues, words: PackWords): Block[] {
  const { pack, data, language } = values
  const { base, edited, pathway, reason } = data.choice
  const t = finalPlanMessages[language]
  const name = pathwayWords[language].names[base]
  const heading: Block[] = [
    { kind: 'heading', level: 1, text: t.pathway },
    { kind: 'paragraph', text: edited ? t.chosenEdited(base, name) : t.chosen(base, name) },
    ...(reason
      ? [{ kind: 'paragraph', text: [strong(`${t.reasons}. `), writtenRun(reason, language)] } satisfies Block]
      : []),
  ]
  if (pathway.items.length === 0) return [...heading, { kind: 'paragraph', text: t.noItems }]
  const day = (text: string) => longDate(text, language)
  const weeks = Math.max(...pathway.weeks.map(({ week }) => week))
  return [
    ...heading,
    {
      kind: 'paragraph',
      text: t.totals(
        formatHours(pathway.hours, language),
        weeks,
        day(data.start),
        day(daysOfWeek(data.start, weeks).last),
      ),
    },
    {
      kind: 'table',
      caption: t.weeksCaption,
      head: [t.week, t.dates, t.whatWeDo, t.hours],
      rows: pathway.weeks.map(({ week, parts, hours }) => {
        const { first, last } = daysOfWeek(data.start, week)
        return [
          formatNumber(week, language, 0),
          t.range(day(first), day(last)),
          { lines: parts.map((part) => t.itemHours(words.item(part.item), formatHours(part.hours, language))) },
          formatHours(hours, language),
        ]
      }),
      widths: [1, 3, 5, 1],
      figures: [3],
    },
    {
      kind: 'figure',
      chart: pathwayWeeksChart(pathway, pack, { language, id: 'weeks-chosen' }),
      caption: t.weeksCaption,
    },
  ]
}

function whoBlocks({ data, language }: FinalPlanValues): Block[] {
  const t = finalPlanMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.who }
  if (data.actions.length === 0) return [heading, { kind: 'paragraph', text: t.noActions }]
  return [
    heading,
    {
      kind: 'table',
      caption: t.whoCaption,
      head: [t.action, t.owner, t.due, t.effort],
      rows: data.actions.map(({ title, owner, due, hours }) => [
        [writtenRun(title, language)],
        owner === '' ? t.noOwner : owner,
        due === '' ? t.noDate : longDate(due, language),
        hours === undefined ? '–' : formatHours(hours, language),
      ]),
      widths: [4, 2, 2, 1.2],
    },
  ]
}

function resourceBlocks({ data, language }: FinalPlanValues, words: PackWords): Block[] {
  const t = finalPlanMessages[language]
  const templates = data.choice.pathway.items.filter(({ item }) => words.itemOf(item)?.kind === 'template')
  return [
    { kind: 'heading', level: 1, text: t.resources },
    { kind: 'paragraph', text: t.resourcesIntro },
    ...(data.resources && data.resources.text !== ''
      ? [{ kind: 'paragraph', text: [writtenRun(data.resources, language)] } satisfies Block]
      : []),
    { kind: 'heading', level: 2, text: t.templates },
    templates.length === 0
      ? { kind: 'paragraph', text: t.noTemplates }
      : { kind: 'bullets', items: templates.map(({ item }) => words.item(item)) },
  ]
}

function openBlocks({ pack, data, language }: FinalPlanValues): Block[] {
  const t = finalPlanMessages[language]
  return [
    { kind: 'heading', level: 1, text: t.open },
    data.disputed.length === 0
      ? { kind: 'paragraph', text: t.noOpen }
      : {
          kind: 'callout',
          tone: 'finding',
          title: t.openIntro,
          lines: data.disputed.map(
            ({ item, by, reason }): Rich => [
              strong(agendaSentence(item, pack, language)),
              ` ${by[language]}`,
              ...(reason ? [language === 'fr' ? '\u00a0: ' : ': ', writtenRun(reason, language)] : []),
            ],
          ),
        },
    ...(data.open && data.open.text !== ''
      ? [{ kind: 'paragraph', text: [writtenRun(data.open, language)] } satisfies Block]
      : []),
  ]
}

function dataBlocks({ data, language }: FinalPlanValues): Block[] {
  const t = finalPlanMessages[language]
  const uses = data.uses[language]
  return [
    { kind: 'heading', level: 1, text: t.data },
    { kind: 'paragraph', text: [strong(t.ownership(data.community))] },
    { kind: 'paragraph', text: t.terms[data.terms] ?? t.terms.standard ?? '' },
    ...(uses.length === 0
      ? [{ kind: 'paragraph', text: t.noUses } satisfies Block]
      : [
          { kind: 'paragraph', text: [strong(t.agreedUses)] } satisfies Block,
          { kind: 'bullets', items: uses } satisfies Block,
        ]),
    { kind: 'paragraph', text: t.individual },
  ]
}

function comparisonBlocks({ data, language }: FinalPlanValues, words: PackWords): Block[] {
  const { comparison, choice } = data
  const t = finalPlanMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.comparison }
  const { added, removed, hours } = comparison.pathways[choice.base]
  if (comparison.same) return [heading, { kind: 'paragraph', text: t.same }]
  const line = (label: string, ids: string[]): Block[] =>
    ids.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: [strong(label), language === 'fr' ? '\u00a0: ' : ': ', listOf(ids.map(words.item), language)],
          },
        ]
  return [
    heading,
    { kind: 'paragraph', text: t.comparisonIntro },
    ...(comparison.priorities.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: t.placesCaption,
            head: [t.priority, t.inDraft, t.now],
            rows: comparison.priorities.map(({ component, before, now }) => [
              words.component(component),
              before === undefined ? '–' : String(before),
              now === undefined ? '–' : String(now),
            ]),
            widths: [4, 1.4, 1.4],
            figures: [1, 2],
          } satisfies Block,
        ]),
    ...line(t.added, added),
    ...line(t.removed, removed),
    ...(hours.before === hours.now
      ? []
      : [
          {
            kind: 'paragraph',
            text: t.hoursChanged(formatHours(hours.before, language), formatHours(hours.now, language)),
          } satisfies Block,
        ]),
  ]
}

function annexBlocks({ data, language }: FinalPlanValues, words: PackWords): Block[] {
  const t = finalPlanMessages[language]
  const other = data.choice.base === 'A' ? 'B' : 'A'
  const pathway = data.plan.pathways[other]
  if (pathway.items.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: t.annex },
    { kind: 'paragraph', text: t.annexIntro(other, pathwayWords[language].names[other]) },
    ...pathwayTable(pathway, t.annex, language, words),
  ]
}
