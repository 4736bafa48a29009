import type { Child } from 'hono/jsx'
import { type ActName, may, type Standing } from '../../domain/access.ts'
import { isBefore, type Stage, stages } from '../../domain/stages.ts'
import { type JourneyPart, paths } from '../../paths.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import { Layout } from '../../ui/layout.tsx'
import { journeyMessages } from './messages.ts'

export type JourneyFrameProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
  /** The page of the journey that this is; left out, the overview. */
  part?: JourneyPart
  title: string
  scripts?: string[]
  wide?: boolean
  children: Child
}

/** Stages that have a page of their own, up to learning. */
const stagePages: readonly Stage[] = stages.slice(0, stages.indexOf('endline'))

/** Who sees a stage's page. */
function sees(stage: Stage, standing: Standing): boolean {
  return may(stage === 'request' ? 'agreement.see' : (`${stage}.see` as ActName), standing)
}

/** So many stages stand in the menu's line; from one more on, those that are over fold away below it. */
const mostInLine = 3

/** Every page of a journey: whose it is, its stages up to today, what stands beside them. */
export function JourneyFrame(props: JourneyFrameProps) {
  const { frame, place, standing, part, title } = props
  const { language } = frame
  const { journey } = place
  const t = journeyMessages[language]
  const seen = stagePages.filter((stage) => !isBefore(journey.stage, stage) && sees(stage, standing))
  const [inLine, folded] = seen.length > mostInLine ? [seen.slice(-1), seen.slice(0, -1)] : [seen, []]
  const entry = (to: JourneyPart | undefined, label: string) => (
    <li>
      <a href={paths.journey(language, journey.id, to)} aria-current={to === part ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
  return (
    <Layout
      {...frame}
      title={`${title} · ${place.communityName}`}
      {...(props.wide ? { wide: true } : {})}
      {...(props.scripts ? { scripts: props.scripts } : {})}
    >
      <header class="journey-head">
        <p class="community">
          {place.communityName}
          {place.invented && <span class="quiet"> ({t.invented})</span>}
        </p>
        <nav class="journey-nav" aria-label={t.journeyMenu}>
          <ul>
            {entry(undefined, t.overview)}
            {inLine.map((stage) => entry(stage as JourneyPart, t.stages[stage]))}
            {entry('actions', t.actions)}
            {entry('documents', t.documents)}
            {may('support.see', standing) && !isBefore(journey.stage, 'learning') && (
              <li>
                <a href={paths.support(language, place.communityId)}>{t.support}</a>
              </li>
            )}
            {may('message.read', standing) && entry('messages', t.messages)}
            {may('journey.record', standing) && entry('record', t.record)}
          </ul>
          {folded.length > 0 && (
            <details class="earlier" open={folded.some((stage) => stage === part)}>
              <summary>{t.earlierStages}</summary>
              <ul>{folded.map((stage) => entry(stage as JourneyPart, t.stages[stage]))}</ul>
            </details>
          )}
        </nav>
      </header>
      <h1>{title}</h1>
      {props.children}
    </Layout>
  )
}
