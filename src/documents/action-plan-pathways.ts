import type { ActionPlan, LeftOut, Pathway } from '../domain/action-plan-types.ts'
import type { Language } from '../platform/languages.ts'
import { formatGain, formatHours, formatNumber } from '../ui/charts/numbers.ts'
import { gapClosedChart, pathwayWeeksChart } from '../ui/charts/plan-charts.ts'
import { listOf } from '../ui/words/list-of.ts'
import { projectedTable, twoByTwoTable } from '../ui/words/pathway-tables.ts'
import { pathwayWords, reasonInWords } from '../ui/words/pathways.ts'
import { resultWords } from '../ui/words/results.ts'
import type { ActionPlanValues } from './document-values.ts'
import { changedPathwayBlocks, saidBy } from './draft-plan-parts.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import { type Block, type Cell, strong } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** How many items of a reason are named before the rest is counted. */
const namedLeftOut = 3

/** The two pathways side by side, then each with its items, its weeks and what it is expected to change. */
export function pathwayBlocks(values: ActionPlanValues, words: PackWords): Block[] {
  const { plan, language } = values
  const p = pathwayWords[language]
  if (plan.noGap) return []
  return [
    { kind: 'heading', level: 1, text: p.title },
    {
      kind: 'paragraph',
      text: `${p.lead(formatHours(plan.basis.hours, language), plan.basis.weeks)} ${p.atMost(plan.basis.maxItems)}`,
    },
    compareTable(values, words),
    { kind: 'paragraph', text: overlapText(values) },
    twoByTwo(values),
    { kind: 'paragraph', tone: 'quiet', text: p.compareNote },
    ...projectedBlocks(values),
    ...pathwaySection(values, 'A', words),
    ...pathwaySection(values, 'B', words),
  ]
}

/** A pathway's short name, with a mark when people chose it. */
export function pathwayLabel({ language, chosen }: ActionPlanValues, id: 'A' | 'B'): string {
  const t = actionPlanMessages[language]
  const label = t.pathwayLabel(id, pathwayWords[language].names[id])
  return chosen === id ? t.chosenMark(label) : label
}

function overlapText({ plan, language }: ActionPlanValues): string {
  const p = pathwayWords[language]
  if (plan.shareMost) return p.shareMost
  return plan.overlapHours === 0 ? p.noOverlap : p.overlap(formatHours(plan.overlapHours, language))
}

function compareTable(values: ActionPlanValues, words: PackWords): Block {
  const { plan, language } = values
  const t = actionPlanMessages[language]
  const p = pathwayWords[language]
  const { A, B } = plan.pathways
  const row = (label: string, cell: (pathway: Pathway) => Cell): Cell[] => [[strong(label)], cell(A), cell(B)]
  const items = (pathway: Pathway): Cell =>
    pathway.items.length === 0
      ? t.nothing
      : {
          lines: pathway.items.map(
            (item, index) => `${index + 1}. ${t.itemHours(words.item(item.item), formatHours(item.hours, language))}`,
          ),
        }
  return {
    kind: 'table',
    caption: t.compareCaption,
    head: [t.compareHead, pathwayLabel(values, 'A'), pathwayLabel(values, 'B')],
    rows: [
      row(t.compareGoal, (pathway) => [saidBy(values.changes, `goal:${pathway.id}`, language) ?? p.goals[pathway.id]]),
      row(p.items, items),
      row(p.hours, (pathway) => formatHours(pathway.hours, language)),
      row(p.weeks, (pathway) => formatNumber(Math.max(0, ...pathway.items.map((item) => item.lastWeek)), language, 0)),
      row(t.compareClosed, (pathway) => closedText(pathway, language)),
      row(t.compareWorksOn, (pathway) => listOf(worksOn(pathway, words), language) || t.nothing),
      row(t.compareNotOn, (pathway) => untouched(pathway, plan, words, language) || t.nothing),
      row(p.leftOut, (pathway) => t.leftOutCount(pathway.considered - pathway.items.length, pathway.considered)),
    ],
    widths: [1.3, 4, 4],
  }
}

function worksOn(pathway: Pathway, words: PackWords): string[] {
  const gaining = pathway.items.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'closes' || reason.kind === 'works-on' ? [reason.component] : [])),
  )
  return [...new Set(gaining)].map(words.component)
}

/** The priorities without an item in a pathway. */
function untouched({ id }: Pathway, { priorities }: ActionPlan, words: PackWords, language: Language): string {
  const without = priorities.filter(({ inPathways }) => !inPathways.includes(id))
  return listOf(
    without.map(({ component }) => words.component(component)),
    language,
  )
}

function closedText({ gapClosed }: Pathway, language: Language): string {
  if (gapClosed === undefined) return resultWords[language].none
  return actionPlanMessages[language].closedLevels(formatGain(gapClosed, language))
}

/** The report card at the end of each pathway, domain by domain: a projection, never a result. */
function projectedBlocks({ plan, card, pack, language, projected }: ActionPlanValues): Block[] {
  const p = pathwayWords[language]
  const table = projectedTable({ plan, card, pack, language }, projected)
  if (table.rows.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: p.projected },
    { kind: 'paragraph', text: p.projectedLead },
    { kind: 'table', ...table, widths: [5, 1.4, 1.4, 1.4], figures: [1, 2, 3] },
  ]
}

function twoByTwo(values: ActionPlanValues): Block {
  const table = twoByTwoTable(values, [pathwayLabel(values, 'A'), pathwayLabel(values, 'B')])
  return { kind: 'table', ...table, widths: [3, 2, 2], figures: [1, 2] }
}

function pathwaySection(values: ActionPlanValues, id: 'A' | 'B', words: PackWords): Block[] {
  const { plan, pack, language, chosen } = values
  const t = actionPlanMessages[language]
  const p = pathwayWords[language]
  const pathway = plan.pathways[id]
  const title = p.heading(id, p.names[id])
  const heading: Block = { kind: 'heading', level: 2, text: chosen === id ? t.chosenMark(title) : title }
  if (pathway.items.length === 0) return [heading, { kind: 'paragraph', text: t.nothing }]
  return [
    heading,
    ...(changedPathwayBlocks(values.changes, id, pack, language) ?? [
      {
        kind: 'paragraph',
        text: pathway.proven ? p.bestOf(pathway.considered) : p.goodOf(pathway.considered),
      } satisfies Block,
    ]),
    {
      kind: 'table',
      caption: t.itemsCaption(id),
      head: [t.item, p.hours, p.weeks, p.why],
      rows: pathway.items.map((item) => [
        [strong(words.item(item.item))],
        formatHours(item.hours, language),
        t.weekRange(item.firstWeek, item.lastWeek),
        { lines: item.reasons.map((reason) => reasonInWords(reason, { pack, language })) },
      ]),
      widths: [3.4, 1, 1.3, 4.6],
      figures: [1],
    },
    {
      kind: 'figure',
      chart: pathwayWeeksChart(pathway, pack, { language, id: `weeks-${id.toLowerCase()}` }),
      caption: t.weeksCaption(id),
    },
    ...gapBlocks(values, id),
    ...leftOutBlocks(pathway.leftOut, language, words),
  ]
}

/** What the pathway is expected to change; left out where every figure of it is withheld. */
function gapBlocks({ plan, pack, language }: ActionPlanValues, id: 'A' | 'B'): Block[] {
  if (plan.pathways[id].cells.length === 0) return []
  const t = actionPlanMessages[language]
  return [
    {
      kind: 'figure',
      chart: gapClosedChart(plan, id, pack, { language, id: `gaps-${id.toLowerCase()}`, compact: true }),
      caption: t.gapsCaption(id),
    },
    { kind: 'paragraph', tone: 'quiet', text: t.gapsNote },
  ]
}

function leftOutBlocks(leftOut: readonly LeftOut[], language: Language, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  if (leftOut.length === 0) return []
  const groups = Map.groupBy(leftOut, (entry) => entry.why)
  return [
    { kind: 'paragraph', text: [strong(pathwayWords[language].leftOut)] },
    {
      kind: 'bullets',
      items: [...groups].map(([why, entries]) => {
        const more = entries.length - namedLeftOut
        const named = entries.slice(0, namedLeftOut).map((entry) => words.item(entry.item))
        const names = more > 0 ? named.join(', ') : listOf(named, language)
        const { leftOutReason, leftOutWhy } = pathwayWords[language]
        return t.leftOutGroup(leftOutReason(leftOutWhy[why]), more > 0 ? t.leftOutMore(names, more) : names)
      }),
    },
  ]
}
