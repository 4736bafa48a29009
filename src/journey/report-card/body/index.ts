export { reportCardMessages } from './messages.ts'
export { ReportCardBody } from './report-card-page.tsx'
export { standing } from './words.ts'
