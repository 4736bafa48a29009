import { formatHours, formatNumber } from '../ui/charts/numbers.ts'
import { gapClosedChart } from '../ui/charts/plan-charts.ts'
import type { ActionPlanValues } from './document-values.ts'
import { documentMessages } from './messages.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import type { Block } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** The numbers behind the plan, so that anyone can work it out again. */
export function annexBlocks(values: ActionPlanValues, words: PackWords): Block[] {
  const { plan, pack, language } = values
  if (plan.noGap) return []
  const t = actionPlanMessages[language]
  const { basis, pathways } = plan
  const two = (value: number) => formatNumber(value, language, 2)
  const share = (value: number) =>
    new Intl.NumberFormat(`${language}-CA`, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  const rows = plan.priorities.map(({ component, weight }) => {
    const weights = plan.weights[component]
    const shown = weights === undefined ? [0, 0] : [weights.A, weights.B]
    return [words.component(component), two(weight), ...shown.map(two)]
  })
  const cells = (['A', 'B'] as const).flatMap((id): Block[] => {
    const { table } = gapClosedChart(plan, id, pack, { language, id: `annex-${id}` })
    if (table.rows.length === 0) return []
    const columns = table.head.length - 1
    return [
      {
        kind: 'table',
        ...table,
        caption: t.cellsCaption(id),
        widths: [3, ...Array.from({ length: columns }, () => 1.5)],
        figures: Array.from({ length: columns }, (_, index) => index + 1),
      },
    ]
  })
  return [
    { kind: 'heading', level: 1, text: t.annexTitle },
    { kind: 'paragraph', text: t.annexIntro },
    {
      kind: 'table',
      caption: t.weightsCaption,
      head: [documentMessages[language].component, t.weightOrder, t.weightOf('A'), t.weightOf('B')],
      rows,
      widths: [4, 2, 1.6, 1.6],
      figures: [1, 2, 3],
    },
    ...cells,
    {
      kind: 'bullets',
      items: [
        t.formula,
        t.limits(formatHours(basis.hours, language), basis.weeks, basis.maxItems),
        ...(['A', 'B'] as const).map((id) => {
          const { value, nodes, proven } = pathways[id]
          return t.searched(id, two(value * 1e-6), formatNumber(nodes, language, 0), proven)
        }),
        plan.delta === undefined ? t.noDiversity : t.diversity(share(plan.delta), share(plan.ratio)),
      ],
    },
  ]
}
