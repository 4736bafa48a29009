export { reportCardMessages } from './messages.ts'
export { ReportCardBody } from './report-card-page.tsx'
export { componentName, domainName, facetName, levelName } from './words.ts'
