import type { ActionPlan, FirstStep, PlanPriority } from '../domain/action-plan-types.ts'
import type { Language } from '../platform/languages.ts'
import { formatHours, formatLevel, formatNumber } from '../ui/charts/numbers.ts'
import { longDate } from '../ui/dates.ts'
import { firstStepWords, stepInWords } from '../ui/words/first-steps.ts'
import { listOf } from '../ui/words/list-of.ts'
import { priorityWords } from '../ui/words/priorities.ts'
import { resultWords } from '../ui/words/results.ts'
import { risksInWords, riskWords } from '../ui/words/risks.ts'
import { annexBlocks } from './action-plan-annex.ts'
import { pathwayBlocks } from './action-plan-pathways.ts'
import { type ActionPlanValues, documentHead } from './document-values.ts'
import { editedFindingBlocks, needsBlocks, priorityWordBlocks, saidBy, whoDoesWhatBlocks } from './draft-plan-parts.ts'
import { findOutBlocks, withheldBlocks } from './findings.ts'
import { documentMessages } from './messages.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import { draftPlanWords } from './messages-draft-plan.ts'
import { type Block, type DocumentModel, type Rich, type Run, strong } from './model.ts'
import { type PackWords, packWords } from './pack-words.ts'
import { domainTable, gapHead, nameAndLevels, resultOf, stepHeads, steps } from './report-card-document.ts'

/** How many of the largest gaps the plan repeats from the report card. */
const gapsNamed = 4

/** The draft action plan as a document (Method 5.4). It says throughout that people decide. */
export function actionPlanDocument(values: ActionPlanValues): DocumentModel {
  const { pack, card, plan, language, chosen, changes } = values
  const t = actionPlanMessages[language]
  const words = packWords(pack, language, card.variant)
  const head = documentHead(values)
  const lead = head.community === undefined ? t.leadUnnamed : t.lead(head.community)
  const { risks, caution } = risksInWords(plan, card, pack, language)
  return {
    kind: 'action-plan',
    title: t.title,
    status: documentMessages[language].draft,
    ...head,
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: [saidBy(changes, 'message', language) ?? lead] },
      keyFigures(plan, language),
      ...withheldBlocks(card, language),
      {
        kind: 'callout',
        tone: 'note',
        title: t.statusTitle,
        lines: [
          changes === undefined ? t.statusText : draftPlanWords[language].statusText,
          ...(plan.noGap ? [] : [chosen === undefined ? t.notChosen : t.chosen(chosen)]),
        ],
      },
      ...needsBlocks(changes, language),
      ...priorityBlocks(values, words),
      ...resultBlocks(values, words),
      ...pathwayBlocks(values, words),
      ...firstThirtyDays(values, words),
      ...actionBlocks(values, words),
      ...whoDoesWhatBlocks(changes, language, words),
      ...supportBlocks(plan, language, words),
      { kind: 'heading', level: 1, text: riskWords[language].title },
      {
        kind: 'bullets',
        items: [...risks, [words.run(caution)]],
      },
      ...questionBlocks(values, words),
      {
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 1, text: t.signTitle },
          { kind: 'paragraph', text: t.signIntro },
          { kind: 'signatures', labels: t.signLabels },
        ],
      },
      ...annexBlocks(values, words),
    ],
  }
}

function keyFigures({ priorities, basis }: ActionPlan, language: Language): Block {
  const t = actionPlanMessages[language]
  return {
    kind: 'keyFigures',
    figures: [
      { value: formatNumber(priorities.length, language, 0), label: t.keyPriorities(priorities.length) },
      { value: '2', label: t.keyPathways },
      { value: formatHours(basis.hours, language), label: t.keyHours },
      { value: formatNumber(basis.weeks, language, 0), label: t.keyWeeks(basis.weeks) },
    ],
  }
}

function priorityBlocks({ card, plan, pack, language, changes }: ActionPlanValues, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  const d = resultWords[language]
  const p = priorityWords[language]
  const or = (value: number | undefined, write: (known: number) => string) =>
    value === undefined ? d.none : write(value)
  const two = (value: number) => formatNumber(value, language, 2)
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: p.title },
    ...findOutBlocks(card, pack, language, plan.findOut.length),
  ]
  if (plan.priorities.length === 0)
    return [...blocks, { kind: 'callout', tone: 'note', title: p.noGapTitle, lines: [p.noGap] }]
  return [
    ...blocks,
    { kind: 'paragraph', text: t.prioritiesIntro },
    {
      kind: 'table',
      caption: t.prioritiesCaption,
      head: [t.priority, ...stepHeads(pack, language, words), gapHead(pack, language), p.weight, p.value, t.firm],
      rows: plan.priorities.map((priority) => {
        // The card may be the view for the community, with fewer decimals than the plan.
        const shown = card.priorities.find((entry) => entry.component === priority.component) ?? priority
        return [
          [strong(`${priority.rank}. ${words.component(priority.component)}`)],
          ...steps(resultOf(card, priority.component), language),
          or(shown.gap, (known) => formatLevel(known, language)),
          or(shown.weight, two),
          or(shown.value, two),
          priority.firm ? t.firmYes : t.firmNo(priority.timesInTop),
        ]
      }),
      widths: [3, ...pack.facets.map(() => 1.5), 1.1, 0.9, 1.2, 0.9],
      figures: Array.from({ length: pack.facets.length + 3 }, (_, index) => index + 1),
    },
    ...priorityWordBlocks(
      changes,
      plan.priorities.map(({ component }) => component),
      language,
      words,
    ),
    { kind: 'paragraph', tone: 'quiet', text: `${d.firmNote} ${t.firmElse}` },
    { kind: 'paragraph', tone: 'quiet', text: p.dutyCheck[plan.dutyCheck] },
  ]
}

function resultBlocks(values: ActionPlanValues, words: PackWords): Block[] {
  const { card, pack, language, changes } = values
  const t = actionPlanMessages[language]
  const named = (ids: string[]): Rich[] => ids.map((id) => nameAndLevels(card, id, language, words))
  return [
    { kind: 'heading', level: 1, text: t.resultsTitle },
    { kind: 'paragraph', text: t.resultsIntro },
    domainTable(values),
    ...(card.strengths.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: resultWords[language].strengths } satisfies Block,
          { kind: 'bullets', items: named(card.strengths) } satisfies Block,
        ]),
    ...(card.largestGaps.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: resultWords[language].largestGaps } satisfies Block,
          { kind: 'bullets', items: named(card.largestGaps.slice(0, gapsNamed)) } satisfies Block,
        ]),
    ...editedFindingBlocks(changes, card, pack, language),
  ]
}

function firstThirtyDays(values: ActionPlanValues, words: PackWords): Block[] {
  const { plan, language } = values
  if (plan.firstThirtyDays.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: firstStepWords[language].title },
    { kind: 'paragraph', text: actionPlanMessages[language].thirtyIntro },
    { kind: 'numbered', items: plan.firstThirtyDays.map((step) => stepText(step, values, words)) },
  ]
}

function stepText(step: FirstStep, values: ActionPlanValues, words: PackWords): Rich {
  const { lead, action } = stepInWords(step, values)
  return action === undefined ? lead : [documentMessages[values.language].colon(lead), words.run(action)]
}

function actionBlocks({ plan, card, pack, language }: ActionPlanValues, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  if (plan.priorities.length === 0) return []
  const facet = pack.facets[0]?.id ?? ''
  return [
    { kind: 'heading', level: 1, text: priorityWords[language].actions },
    { kind: 'paragraph', text: t.actionsIntro },
    ...plan.priorities.flatMap((priority): Block[] => [
      { kind: 'heading', level: 2, text: `${priority.rank}. ${words.component(priority.component)}` },
      ...(card.withheld?.includes(priority.component) ? [{ kind: 'paragraph', text: t.allSteps } satisfies Block] : []),
      ...actionTable(priority, facet, language, words),
      ...signBlocks(priority, facet, language, words),
      ...dutyBlocks(priority, pack.duties, language, words),
    ]),
  ]
}

function actionTable(priority: PlanPriority, facet: string, language: Language, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  const steps = words.componentOf(priority.component)?.steps ?? []
  const rows = priority.actions.flatMap((action) => {
    const step = steps.find((entry) => entry.to === action.to)
    if (step === undefined) return []
    const level = `${action.to} · ${words.levelName(facet, action.to)}`
    return [[level, [words.run(step.action)], formatHours(action.hours, language), [words.run(step.lowCost)]]]
  })
  if (rows.length === 0)
    return [
      { kind: 'paragraph', text: priority.signs.length === 0 ? onlyFacets(priority, language, words) : t.noActions },
    ]
  return [
    {
      kind: 'table',
      caption: t.actionsCaption(words.component(priority.component)),
      head: [t.toLevel, t.action, t.effort, priorityWords[language].lowCost],
      rows,
      widths: [1.6, 4, 1.4, 4],
      figures: [2],
    },
  ]
}

function onlyFacets({ furtherSigns }: PlanPriority, language: Language, words: PackWords): string {
  const facets = furtherSigns.map(({ facet }) => words.facetInSentence(facet))
  return priorityWords[language].onlyFacets(listOf(facets, language))
}

function signBlocks(priority: PlanPriority, facet: string, language: Language, words: PackWords): Block[] {
  const signs = [{ facet, levels: priority.signs }, ...priority.furtherSigns]
  const items = signs.flatMap((of) =>
    of.levels.map((level): Run[] => [words.descriptor(priority.component, of.facet, level)]),
  )
  if (items.length === 0) return []
  return [
    { kind: 'paragraph', text: [strong(priorityWords[language].signs)] },
    { kind: 'bullets', items },
  ]
}

function dutyBlocks(
  priority: PlanPriority,
  duties: ActionPlanValues['pack']['duties'],
  language: Language,
  words: PackWords,
): Block[] {
  return priority.duties.flatMap(({ id }): Block[] => {
    const duty = duties.find((entry) => entry.id === id)
    if (duty === undefined) return []
    const source = actionPlanMessages[language].dutySource(
      words.line(duty.source.title),
      longDate(duty.checkedOn, language),
    )
    return [{ kind: 'callout', tone: 'note', lines: [[words.run(duty.text)], source] }]
  })
}

function supportBlocks(plan: ActionPlan, language: Language, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  const planned = [...new Set([...plan.pathways.A.items, ...plan.pathways.B.items].map((item) => item.item))]
  const offline = planned.filter((id) => words.itemOf(id)?.offline)
  return [
    { kind: 'heading', level: 1, text: t.supportTitle },
    {
      kind: 'bullets',
      items: [...t.support, ...(planned.length === 0 ? [] : [t.offline(offline.length, planned.length)])],
    },
  ]
}

function questionBlocks({ card, language }: ActionPlanValues, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  const different = card.findings.flatMap((finding) => (finding.kind === 'different-views' ? [finding.component] : []))
  return [
    { kind: 'heading', level: 1, text: t.questionsTitle },
    {
      kind: 'numbered',
      items: [...t.questions, ...[...new Set(different)].map((id) => t.questionAbout(words.component(id)))],
    },
  ]
}
