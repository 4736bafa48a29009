import type { ItemReason, LeftOut, Pathway } from '../domain/action-plan-types.ts'
import type { Language } from '../platform/languages.ts'
import { formatHours, formatLevel, formatNumber } from '../ui/charts/numbers.ts'
import { gapClosedChart, pathwayWeeksChart } from '../ui/charts/plan-charts.ts'
import type { ActionPlanValues } from './document-values.ts'
import { documentMessages } from './messages.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import { type Block, type Cell, strong } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** How many items of a reason are named before the rest is counted. */
const namedLeftOut = 3

/** Values are integers in 10^-6 (Method 4.7). */
const millionth = 1e-6

/** The two pathways side by side, then each with its items, its weeks and what it is expected to change. */
export function pathwayBlocks(values: ActionPlanValues, words: PackWords): Block[] {
  const { plan, language } = values
  const t = actionPlanMessages[language]
  if (plan.noGap) return []
  return [
    { kind: 'heading', level: 1, text: t.pathwaysTitle },
    { kind: 'paragraph', text: t.pathwaysIntro },
    compareTable(values, words),
    { kind: 'paragraph', text: plan.shareMost ? t.shareMost : overlapText(values) },
    twoByTwo(values),
    { kind: 'paragraph', tone: 'quiet', text: t.twoByTwoNote },
    ...pathwaySection(values, 'A', words),
    ...pathwaySection(values, 'B', words),
  ]
}

/** A pathway's short name, with a mark when people chose it. */
export function pathwayLabel({ language, chosen }: ActionPlanValues, id: 'A' | 'B'): string {
  const t = actionPlanMessages[language]
  const label = t.pathwayLabel(id, t.pathwayName[id])
  return chosen === id ? t.chosenMark(label) : label
}

function overlapText({ plan, language }: ActionPlanValues): string {
  const t = actionPlanMessages[language]
  return plan.overlapHours === 0 ? t.noOverlap : t.overlap(formatHours(plan.overlapHours, language))
}

function compareTable(values: ActionPlanValues, words: PackWords): Block {
  const { plan, language } = values
  const t = actionPlanMessages[language]
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
      row(t.compareGoal, (pathway) => t.goal[pathway.id]),
      row(t.compareItems, items),
      row(t.compareHours, (pathway) => formatHours(pathway.hours, language)),
      row(t.compareWeeks, (pathway) =>
        formatNumber(Math.max(0, ...pathway.items.map((item) => item.lastWeek)), language, 0),
      ),
      row(t.compareClosed, (pathway) => t.closedLevels(formatLevel(pathway.gapClosed, language))),
      row(t.compareWorksOn, (pathway) => documentMessages[language].list(worksOn(pathway, words)) || t.nothing),
      row(t.compareLeftOut, (pathway) => t.leftOutCount(pathway.considered - pathway.items.length, pathway.considered)),
    ],
    widths: [1.3, 4, 4],
  }
}

function worksOn(pathway: Pathway, words: PackWords): string[] {
  const gaining = pathway.cells.filter((cell) => cell.closed > 0).map((cell) => cell.component)
  return [...new Set(gaining)].map(words.component)
}

function twoByTwo(values: ActionPlanValues): Block {
  const { plan, language } = values
  const t = actionPlanMessages[language]
  const show = (value: number) => formatNumber(value * millionth, language, 2)
  const { AunderA, AunderB, BunderA, BunderB } = plan.twoByTwo
  return {
    kind: 'table',
    caption: t.twoByTwoCaption,
    head: [t.twoByTwoHead, pathwayLabel(values, 'A'), pathwayLabel(values, 'B')],
    rows: [
      [t.twoByTwoA, show(AunderA), show(BunderA)],
      [t.twoByTwoB, show(AunderB), show(BunderB)],
    ],
    widths: [3, 2, 2],
    figures: [1, 2],
  }
}

function pathwaySection(values: ActionPlanValues, id: 'A' | 'B', words: PackWords): Block[] {
  const { plan, pack, language, chosen } = values
  const t = actionPlanMessages[language]
  const pathway = plan.pathways[id]
  const title = t.pathwayHeading(id, t.pathwayName[id])
  const heading: Block = { kind: 'heading', level: 2, text: chosen === id ? t.chosenMark(title) : title }
  if (pathway.items.length === 0) return [heading, { kind: 'paragraph', text: t.nothing }]
  return [
    heading,
    { kind: 'paragraph', text: t.bestOf(pathway.considered, pathway.proven) },
    {
      kind: 'table',
      caption: t.itemsCaption(id),
      head: [t.item, t.compareHours, t.itemWeeks, t.why],
      rows: pathway.items.map((item) => [
        [strong(words.item(item.item))],
        formatHours(item.hours, language),
        t.weekRange(item.firstWeek, item.lastWeek),
        { lines: item.reasons.map((reason) => reasonText(reason, language, words)) },
      ]),
      widths: [3.4, 1, 1.3, 4.6],
      figures: [1],
    },
    {
      kind: 'figure',
      chart: pathwayWeeksChart(pathway, pack, { language, id: `weeks-${id.toLowerCase()}` }),
      caption: t.weeksCaption(id),
    },
    {
      kind: 'figure',
      chart: gapClosedChart(plan, id, pack, { language, id: `gaps-${id.toLowerCase()}`, compact: true }),
      caption: t.gapsCaption(id),
    },
    { kind: 'paragraph', tone: 'quiet', text: t.gapsNote },
    ...leftOutBlocks(pathway.leftOut, language, words),
  ]
}

function reasonText(reason: ItemReason, language: Language, words: PackWords): string {
  const t = actionPlanMessages[language]
  if (reason.kind === 'keeps-apart') return t.keepsApart
  if (reason.kind === 'needed-for') return t.neededFor(words.item(reason.item))
  const amount = formatLevel(reason.amount, language)
  return t.closes(words.component(reason.component), words.facetInside(reason.facet), amount)
}

function leftOutBlocks(leftOut: readonly LeftOut[], language: Language, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  if (leftOut.length === 0) return []
  const groups = Map.groupBy(leftOut, (entry) => entry.why)
  return [
    { kind: 'paragraph', text: [strong(t.compareLeftOut)] },
    {
      kind: 'bullets',
      items: [...groups].map(([why, entries]) => {
        const names = documentMessages[language].list(
          entries.slice(0, namedLeftOut).map((entry) => words.item(entry.item)),
        )
        const more = entries.length - namedLeftOut
        return t.leftOutGroup(t.leftOutWhy[why], more > 0 ? t.leftOutMore(names, more) : names)
      }),
    },
  ]
}
