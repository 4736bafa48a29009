export type { Chart } from './chart.ts'
export { gapClosedChart, pathwayWeeksChart } from './plan-charts.ts'
export { changeChart, componentProfileChart, domainProfileChart } from './report-charts.ts'
