import { formatHours, formatNumber, formatPercent } from '../ui/charts/numbers.ts'
import { gapClosedChart } from '../ui/charts/plan-charts.ts'
import { resultWords } from '../ui/words/results.ts'
import type { ActionPlanValues } from './document-values.ts'
import { actionPlanMessages } from './messages-action-plan.ts'
import type { Block } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** Values are integers in 10^-6 (Method 4.7). */
const millionth = 1e-6

/** The numbers behind the plan, so that anyone can work it out again. */
export function annexBlocks(values: ActionPlanValues, words: PackWords): Block[] {
  const { plan, pack, language } = values
  if (plan.noGap) return []
  const t = actionPlanMessages[language]
  const { basis, pathways } = plan
  const two = (value: number) => formatNumber(value, language, 2)
  const share = (value: number) => formatPercent(value, language)
  const rows = plan.priorities.flatMap(({ component, weight }) => {
    const weights = plan.weights[component]
    if (weight === undefined || weights === undefined) return []
    return [[words.component(component), two(weight), two(weights.A), two(weights.B)]]
  })
  const crossed = { A: plan.twoByTwo.AunderB, B: plan.twoByTwo.BunderA }
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
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: t.weightsCaption,
            head: [resultWords[language].component, t.weightOrder, t.weightOf('A'), t.weightOf('B')],
            rows,
            widths: [4, 2, 1.6, 1.6],
            figures: [1, 2, 3],
          } satisfies Block,
        ]),
    ...cells,
    {
      kind: 'bullets',
      items: [
        t.formula,
        t.limits(formatHours(basis.hours, language), basis.weeks, basis.maxItems),
        ...(['A', 'B'] as const).flatMap((id) => {
          const { value, nodes, proven } = pathways[id]
          // A plan that withholds figures tells no value (Method 4.4).
          if (value === undefined) return []
          const values = [two(value * millionth), two(crossed[id] * millionth)] as const
          return [t.searched(id, ...values, formatNumber(nodes, language, 0), proven)]
        }),
        plan.delta === undefined ? t.noDiversity : t.diversity(share(plan.delta), share(plan.ratio)),
      ],
    },
  ]
}
