import type { Pack } from '../content/schema.ts'
import type { ActionPlan } from '../domain/action-plan-types.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import { ActionPlanBody, actionPlanMessages, type Choice, PlanSettings } from '../journey/action-plan/index.ts'
import { ReportCardBody } from '../journey/report-card/index.ts'
import { onDevice, paths, type SelfCheckPlace } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { resultsMessages } from './results-messages.ts'
import { chooseButton, DeviceShell, Downloads, ResultLinks } from './results-parts.tsx'

type PageProps = { language: Language; asset: AssetUrl }
type KeptPlace = Extract<SelfCheckPlace, { kind: 'kept' }>

/** The report card on the visitor's device: the script draws it. */
export function DeviceReportCardPage({ language, asset, release }: PageProps & { release: string }) {
  const t = resultsMessages[language]
  return (
    <Layout
      language={language}
      path={paths.reportCard(language, onDevice)}
      title={t.reportCardTitle}
      section="self-check"
      asset={asset}
      scripts={['report-card.js']}
      wide
    >
      <ResultLinks language={language} place={onDevice} here="report-card" />
      <h1>{t.reportCardTitle}</h1>
      <DeviceShell language={language} release={release} kind="report-card" />
    </Layout>
  )
}

/** The plan on the visitor's device: the script draws it, a worker finds the pathways. */
export function DevicePlanPage({ language, asset, release }: PageProps & { release: string }) {
  const t = resultsMessages[language]
  return (
    <Layout
      language={language}
      path={paths.plan(language, onDevice)}
      title={t.planTitle}
      section="self-check"
      asset={asset}
      scripts={['plan.js']}
      wide
    >
      <ResultLinks language={language} place={onDevice} here="plan" />
      <h1>{t.planTitle}</h1>
      <p class="lead">{actionPlanMessages[language].draft}</p>
      <div data-worker={asset('pathway-worker.js')} id="worker" hidden />
      <DeviceShell language={language} release={release} kind="plan" />
    </Layout>
  )
}

/** Two saved self-checks side by side, on the device only. */
export function ComparePage({ language, asset, release }: PageProps & { release: string }) {
  const t = resultsMessages[language]
  return (
    <Layout
      language={language}
      path={paths.compare(language)}
      title={t.compareTitle}
      section="self-check"
      asset={asset}
      scripts={['compare.js']}
      wide
    >
      <ResultLinks language={language} place={onDevice} here="compare" />
      <h1>{t.compareTitle}</h1>
      <p class="lead">{t.noStatistics}</p>
      <DeviceShell language={language} release={release} kind="compare" />
    </Layout>
  )
}

type KeptCardProps = PageProps & { place: KeptPlace; pack: Pack; card: ReportCard }

/** The report card of a self-check kept on the server. */
export function KeptReportCardPage({ language, asset, place, pack, card }: KeptCardProps) {
  const t = resultsMessages[language]
  return (
    <Layout
      language={language}
      path={paths.reportCard(language, place)}
      title={t.reportCardTitle}
      section="self-check"
      asset={asset}
      wide
      hidden
    >
      <ResultLinks language={language} place={place} here="report-card" />
      <h1>{t.reportCardTitle}</h1>
      <ReportCardBody
        card={card}
        pack={pack}
        language={language}
        changeAt={(component) => paths.question(language, place, component)}
      />
      <Downloads language={language} place={place} only="report-card" />
    </Layout>
  )
}

type KeptPlanProps = KeptCardProps & { plan: ActionPlan; chosen?: Choice }

/** The plan of a self-check kept on the server; its settings are sent as forms. */
export function KeptPlanPage({ language, asset, place, pack, card, plan, chosen }: KeptPlanProps) {
  const t = resultsMessages[language]
  return (
    <Layout
      language={language}
      path={paths.plan(language, place)}
      title={t.planTitle}
      section="self-check"
      asset={asset}
      wide
      hidden
    >
      <ResultLinks language={language} place={place} here="plan" />
      <h1>{t.planTitle}</h1>
      <p class="lead">{actionPlanMessages[language].draft}</p>
      <PlanSettings
        card={card}
        pack={pack}
        basis={plan.basis}
        language={language}
        action={paths.plan(language, place)}
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
    </Layout>
  )
}
