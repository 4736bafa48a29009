import type { PlanPriority } from '../domain/action-plan-types.ts'
import { formatHours, formatWanted } from '../ui/charts/numbers.ts'
import { longDate } from '../ui/dates.ts'
import type { FinalPlanValues } from './final-plan-document.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import { finalPlanMessages } from './messages-final-plan.ts'
import { type Block, type Run, strong } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** Priorities with their level, target and date. */
export function priorityTable({ pack, data, language }: FinalPlanValues, words: PackWords): Block[] {
  const t = finalPlanMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.priorities }
  if (data.plan.priorities.length === 0) return [heading, { kind: 'paragraph', text: t.noPriorities }]
  const facet = pack.facets[0]?.id ?? ''
  const level = (value: number | undefined) =>
    value === undefined ? '–' : `${formatWanted(value, language)} · ${words.levelName(facet, Math.round(value))}`
  return [
    heading,
    {
      kind: 'table',
      caption: t.prioritiesCaption,
      head: [t.priority, t.today, t.target, t.byDate],
      rows: data.plan.priorities.map(({ rank, component, level: today, wanted }) => {
        const date = data.dates[component]
        return [
          [strong(`${rank}. ${words.component(component)}`)],
          level(today),
          level(wanted),
          date === undefined || date === '' ? t.noDate : longDate(date, language),
        ]
      }),
      widths: [4, 2, 2, 2],
    },
  ]
}

/** What can be done for each priority, and how to do it with little money. */
export function stepBlocks({ data, language }: FinalPlanValues, words: PackWords): Block[] {
  const t = finalPlanMessages[language]
  return data.plan.priorities.flatMap((priority): Block[] => {
    const steps = words.componentOf(priority.component)?.steps ?? []
    const rows = priority.actions.flatMap((action) => {
      const step = steps.find(({ to }) => to === action.to)
      return step ? [[[words.run(step.action)], formatHours(action.hours, language), [words.run(step.lowCost)]]] : []
    })
    if (rows.length === 0) return []
    return [
      {
        kind: 'table',
        caption: t.stepsCaption(words.component(priority.component)),
        head: [t.step, actionPlanMessages[language].effort, t.lowCost],
        rows,
        widths: [4, 1.3, 4],
        figures: [1],
      },
    ]
  })
}

/** The signs of each target: the descriptors of the levels up to it. */
export function signBlocks({ pack, data, language }: FinalPlanValues, words: PackWords): Block[] {
  const t = finalPlanMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.signs }
  const sections = data.plan.priorities.flatMap((priority) => signsOf(priority, pack.facets[0]?.id ?? '', words, t))
  if (sections.length === 0) return [heading, { kind: 'paragraph', text: t.noSigns }]
  return [heading, { kind: 'paragraph', text: t.signsIntro }, ...sections]
}

function signsOf(
  priority: PlanPriority,
  first: string,
  words: PackWords,
  t: (typeof finalPlanMessages)['en'],
): Block[] {
  const items = [{ facet: first, levels: priority.signs }, ...priority.furtherSigns].flatMap(({ facet, levels }) =>
    levels.map((level): Run[] => [words.descriptor(priority.component, facet, level)]),
  )
  if (items.length === 0) return []
  const title =
    priority.wanted === undefined
      ? words.component(priority.component)
      : t.signsOf(words.component(priority.component), words.levelName(first, Math.round(priority.wanted)))
  return [
    { kind: 'paragraph', text: [strong(title)] },
    { kind: 'bullets', items },
  ]
}
