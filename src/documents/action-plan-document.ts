import type { ActionPlan, FirstStep, PlanPriority } from '../domain/action-plan-types.ts'
import type { Language } from '../platform/languages.ts'
import { formatHours, formatLevel, formatNumber, formatWanted } from '../ui/charts/numbers.ts'
import { annexBlocks } from './action-plan-annex.ts'
import { pathwayBlocks } from './action-plan-pathways.ts'
import { type ActionPlanValues, documentHead } from './document-values.ts'
import { documentMessages } from './messages.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import { type Block, type DocumentModel, type Rich, type Run, strong } from './model.ts'
import { longDate, type PackWords, packWords } from './pack-words.ts'
import { domainTable, nowAndWanted, resultOf } from './report-card-document.ts'

/** How many of the largest gaps the plan repeats from the report card. */
const gapsNamed = 4

/** The draft action plan as a document (Method 5.4). It says throughout that people decide. */
export function actionPlanDocument(values: ActionPlanValues): DocumentModel {
  const { pack, card, plan, language, chosen } = values
  const t = actionPlanMessages[language]
  const words = packWords(pack, language, card.variant)
  const head = documentHead(values)
  return {
    kind: 'action-plan',
    title: t.title,
    status: documentMessages[language].draft,
    ...head,
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: head.community === undefined ? t.leadUnnamed : t.lead(head.community) },
      keyFigures(plan, language),
      {
        kind: 'callout',
        tone: 'note',
        title: t.statusTitle,
        lines: [t.statusText, ...(plan.noGap ? [] : [chosen === undefined ? t.notChosen : t.chosen(chosen)])],
      },
      ...priorityBlocks(values, words),
      ...resultBlocks(values, words),
      ...pathwayBlocks(values, words),
      ...firstThirtyDays(plan, language, words),
      ...actionBlocks(values, words),
      ...supportBlocks(plan, language, words),
      { kind: 'heading', level: 1, text: t.risksTitle },
      { kind: 'bullets', items: [...plan.risks.map((risk) => t.risks[risk]), t.dutyCheck[plan.dutyCheck]] },
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

function priorityBlocks({ card, plan, language }: ActionPlanValues, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  const d = documentMessages[language]
  const two = (value: number) => formatNumber(value, language, 2)
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: t.prioritiesTitle }]
  if (plan.findOut.length > 0) {
    const named = d.list(plan.findOut.map(words.component))
    blocks.push({ kind: 'callout', tone: 'finding', title: t.findOutTitle, lines: [t.findOutText(named)] })
  }
  if (plan.priorities.length === 0)
    return [...blocks, { kind: 'callout', tone: 'note', title: t.noGapTitle, lines: [t.noGapText] }]
  return [
    ...blocks,
    { kind: 'paragraph', text: t.prioritiesIntro },
    {
      kind: 'table',
      caption: t.prioritiesCaption,
      head: [t.priority, t.now, d.wanted, d.gap, t.weight, t.value, t.firm],
      rows: plan.priorities.map((priority) => {
        const first = resultOf(card, priority.component)?.facets[0]
        const now = first?.planScore ?? first?.score
        // The card may be the view for the community, with fewer decimals than the plan.
        const shown = card.priorities.find((entry) => entry.component === priority.component) ?? priority
        return [
          [strong(`${priority.rank}. ${words.component(priority.component)}`)],
          now === undefined ? d.none : formatLevel(now, language),
          formatWanted(priority.wanted, language),
          formatLevel(shown.gap, language),
          two(shown.weight),
          two(shown.value),
          priority.firm ? t.firmYes : t.firmNo(priority.timesInTop),
        ]
      }),
      widths: [3.4, 1.3, 1.1, 0.9, 0.9, 1.2, 1],
      figures: [1, 2, 3, 4, 5],
    },
    { kind: 'paragraph', tone: 'quiet', text: t.firmNote },
  ]
}

function resultBlocks(values: ActionPlanValues, words: PackWords): Block[] {
  const { card, language } = values
  const t = actionPlanMessages[language]
  const named = (ids: string[]): Rich[] =>
    ids.map((id) => [strong(words.component(id)), ` – ${nowAndWanted(resultOf(card, id), language, words)}`])
  return [
    { kind: 'heading', level: 1, text: t.resultsTitle },
    { kind: 'paragraph', text: t.resultsIntro },
    domainTable(values),
    ...(card.strengths.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t.strengths } satisfies Block,
          { kind: 'bullets', items: named(card.strengths) } satisfies Block,
        ]),
    ...(card.largestGaps.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t.largestGaps } satisfies Block,
          { kind: 'bullets', items: named(card.largestGaps.slice(0, gapsNamed)) } satisfies Block,
        ]),
  ]
}

function firstThirtyDays(plan: ActionPlan, language: Language, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  if (plan.firstThirtyDays.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: t.thirtyTitle },
    { kind: 'paragraph', text: t.thirtyIntro },
    { kind: 'numbered', items: plan.firstThirtyDays.map((step) => stepText(step, language, words)) },
  ]
}

function stepText(step: FirstStep, language: Language, words: PackWords): Rich {
  const { steps } = actionPlanMessages[language]
  switch (step.kind) {
    case 'name-a-lead':
    case 'review-date':
      return steps[step.kind]
    case 'find-out':
      return steps.findOut(words.component(step.component))
    case 'talk-about':
      return steps.talkAbout(words.component(step.component))
    case 'set-goal':
      return steps.setGoal(words.component(step.component))
    case 'start-item':
      return steps.startItem(words.item(step.item), step.week, step.pathway)
    case 'take-action': {
      const found = words.componentOf(step.component)?.steps.find((entry) => entry.to === step.to)
      const lead = documentMessages[language].colon(steps.takeAction(words.component(step.component)))
      return found === undefined ? steps.takeAction(words.component(step.component)) : [lead, words.run(found.action)]
    }
  }
}

function actionBlocks({ plan, pack, language }: ActionPlanValues, words: PackWords): Block[] {
  const t = actionPlanMessages[language]
  if (plan.priorities.length === 0) return []
  const facet = pack.facets[0]?.id ?? ''
  return [
    { kind: 'heading', level: 1, text: t.actionsTitle },
    { kind: 'paragraph', text: t.actionsIntro },
    ...plan.priorities.flatMap((priority): Block[] => [
      { kind: 'heading', level: 2, text: `${priority.rank}. ${words.component(priority.component)}` },
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
    return [{ kind: 'paragraph', text: priority.signs.length === 0 ? t.onlyKnowledge : t.noActions }]
  return [
    {
      kind: 'table',
      caption: t.actionsCaption(words.component(priority.component)),
      head: [t.toLevel, t.action, t.effort, t.lowCost],
      rows,
      widths: [1.6, 4, 1.4, 4],
      figures: [2],
    },
  ]
}

function signBlocks(priority: PlanPriority, facet: string, language: Language, words: PackWords): Block[] {
  const signs = [{ facet, levels: priority.signs }, ...priority.furtherSigns]
  const items = signs.flatMap((of) =>
    of.levels.map((level): Run[] => [words.descriptor(priority.component, of.facet, level)]),
  )
  if (items.length === 0) return []
  return [
    { kind: 'paragraph', text: [strong(actionPlanMessages[language].signs)] },
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
    const source = actionPlanMessages[language].duty(words.line(duty.source.title), longDate(duty.checkedOn, language))
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
