export { reportCardMessages } from './messages.ts'
export { ReportCardBody } from './report-card-page.tsx'
