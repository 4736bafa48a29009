import type { Child } from 'hono/jsx'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import { planLimits } from '../../domain/plan-basis.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { ActionPlanBody, actionPlanMessages, PlanSettings } from '../../journey/action-plan/body/index.ts'
import { ReportCardBody } from '../../journey/report-card/body/index.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { ErrorSummary } from '../../ui/parts.tsx'
import { selfCheckMessages } from '../questions/messages.ts'
import type { Scored } from '../record/releases.ts'
import { resultsMessages } from './messages.ts'
import { questionsAt, ResultNotes } from './notes.tsx'
import { chooseButton, DeviceShell, Downloads, ResultLinks } from './parts.tsx'

type PageProps = { language: Language; asset: AssetUrl }
type KeptPlace = Extract<SelfCheckPlace, { kind: 'kept' }>

type FrameProps = PageProps & {
  place: SelfCheckPlace
  here: 'report-card' | 'plan' | 'compare'
  lead?: string
  /** Island script of the page on a device. */
  script?: string
  /** Stands above everything else: what has to be corrected. */
  above?: Child
  children: Child
  hasErrors?: boolean
}

/** A page of results in either place: the ways to the other results, its title, then what it shows. */
function ResultsFrame(props: FrameProps) {
  const { language, asset, place, here, lead, script } = props
  const t = resultsMessages[language]
  const pages = {
    'report-card': { path: paths.reportCard(language, place), title: t.reportCardTitle },
    plan: { path: paths.plan(language, place), title: t.planTitle },
    compare: { path: paths.compare(language), title: t.compareTitle },
  }
  const { path, title } = pages[here]
  return (
    <Layout
      language={language}
      path={path}
      title={props.hasErrors ? `${selfCheckMessages[language].errorTitle}${title}` : title}
      section="self-check"
      asset={asset}
      {...(script === undefined ? { hidden: true } : { scripts: [script] })}
      wide
    >
      {props.above}
      <ResultLinks language={language} place={place} here={here} />
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {props.children}
    </Layout>
  )
}

type DeviceProps = PageProps & { release: string; components: string[] }

/** The report card on the visitor's device: the script draws it. */
export function DeviceReportCardPage({ language, asset, release, components }: DeviceProps) {
  return (
    <ResultsFrame language={language} asset={asset} place={onDevice} here="report-card" script="report-card.js">
      <DeviceShell language={language} release={release} kind="report-card" components={components} />
    </ResultsFrame>
  )
}

/** The plan on the visitor's device: the script draws it, a worker finds the pathways. */
export function DevicePlanPage({ language, asset, release, components }: DeviceProps) {
  const lead = actionPlanMessages[language].draft
  return (
    <ResultsFrame language={language} asset={asset} place={onDevice} here="plan" lead={lead} script="plan.js">
      <div data-worker={asset('pathway-worker.js')} id="worker" hidden />
      <DeviceShell language={language} release={release} kind="plan" components={components} />
    </ResultsFrame>
  )
}

/** Two saved self-checks side by side, on the device only. */
export function ComparePage({ language, asset, release }: Omit<DeviceProps, 'components'>) {
  const lead = resultsMessages[language].noStatistics
  return (
    <ResultsFrame language={language} asset={asset} place={onDevice} here="compare" lead={lead} script="compare.js">
      <DeviceShell language={language} release={release} kind="compare" />
    </ResultsFrame>
  )
}

type KeptCardProps = PageProps & { place: KeptPlace; scored: Scored; card: ReportCard; components: string[] }

/** The report card of a self-check kept on the server. */
export function KeptReportCardPage({ language, asset, place, scored, card, components }: KeptCardProps) {
  const questionAt = questionsAt(language, place, components)
  return (
    <ResultsFrame language={language} asset={asset} place={place} here="report-card">
      <ResultNotes scored={scored} language={language} questionAt={questionAt} />
      <ReportCardBody card={card} pack={scored.pack} language={language} changeAt={questionAt} />
      <Downloads language={language} place={place} only="report-card" />
    </ResultsFrame>
  )
}

type KeptPlanProps = KeptCardProps & {
  plan: ActionPlan
  /** Settings that were sent and cannot be used. */
  errors: { name: string; value: string }[]
}

/** The plan of a self-check kept on the server; its settings are sent as forms. */
export function KeptPlanPage(props: KeptPlanProps) {
  const { language, asset, place, scored, card, plan, errors, components } = props
  const { pack, record } = scored
  const { chosen } = record
  const messages = errors.map(({ name }) => ({ field: name, message: settingError(name, language) }))
  return (
    <ResultsFrame
      language={language}
      asset={asset}
      place={place}
      here="plan"
      lead={actionPlanMessages[language].draft}
      above={<ErrorSummary errors={messages} language={language} />}
      hasErrors={errors.length > 0}
    >
      <ResultNotes scored={scored} language={language} questionAt={questionsAt(language, place, components)} />
      <PlanSettings
        card={card}
        pack={pack}
        basis={plan.basis}
        language={language}
        action={paths.plan(language, place)}
        typed={Object.fromEntries(errors.map(({ name, value }) => [name, value]))}
      />
      <ActionPlanBody
        plan={plan}
        card={card}
        pack={pack}
        language={language}
        {...(chosen === undefined ? {} : { chosen })}
        choose={chooseButton(language, place, chosen)}
      />
      <Downloads language={language} place={place} only="action-plan" />
    </ResultsFrame>
  )
}

function settingError(name: string, language: Language): string {
  const s = selfCheckMessages[language]
  if (name === 'hours') return s.hoursError(planLimits.hours)
  return name === 'weeks' ? s.weeksError(planLimits.weeks) : s.badAnswer
}
