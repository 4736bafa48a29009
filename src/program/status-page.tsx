import { may, type Standing } from '../domain/access.ts'
import { stages, timeLine } from '../domain/stages.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { SelectField } from '../ui/fields.tsx'
import { Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { programMessages } from './messages.ts'
import type { JourneyStatus } from './status-store.ts'

const day = 86_400_000

export type StatusPageProps = {
  frame: Frame
  standing: Standing
  journeys: JourneyStatus[]
  advisors: { id: string; name: string }[]
  stageNames: Record<string, string>
  now: Date
}

/** Totals by stage, the load of each advisor, and every journey in one line. Status only. */
export function StatusPage({ frame, standing, journeys, advisors, stageNames, now }: StatusPageProps) {
  const { language } = frame
  const t = programMessages[language]
  const assigns = may('program.assign', standing)
  const lines = journeys.map((journey) => ({ journey, line: timeLine(journey, now) }))
  const of = (list: typeof lines) => [
    String(list.length),
    String(list.filter(({ journey }) => journey.state === 'paused').length),
    String(list.filter(({ journey, line }) => journey.state === 'active' && line.late).length),
  ]
  const open = lines.filter(({ journey }) => journey.state === 'active' || journey.state === 'paused')
  return (
    <ProgramFrame frame={frame} standing={standing} title={t.status} wide>
      <p>{t.totalsText}</p>
      {journeys.length === 0 ? (
        <p class="note">{t.noJourneys}</p>
      ) : (
        <>
          <h2>{t.totals}</h2>
          <Table
            caption={t.totals}
            hideCaption
            head={[t.stage, t.journeys, t.stateWords.paused, t.lateWord]}
            rows={stages
              .filter((stage) => open.some(({ journey }) => journey.stage === stage))
              .map((stage) => [
                stageNames[stage] ?? stage,
                ...of(open.filter(({ journey }) => journey.stage === stage)),
              ])}
          />
          <h2>{t.workload}</h2>
          <Table
            caption={t.workload}
            hideCaption
            head={[t.advisor, t.journeys, t.stateWords.paused, t.lateWord]}
            rows={advisors.map((advisor) => [
              advisor.name,
              ...of(open.filter(({ journey }) => journey.advisors.some(({ id }) => id === advisor.id))),
            ])}
          />
          <h2>{t.journeys}</h2>
          <Table
            caption={t.journeys}
            hideCaption
            head={[
              t.community,
              t.stage,
              t.daysInStage,
              t.timeLine,
              t.advisor,
              ...(assigns ? [<span class="visually-hidden">{t.reassign}</span>] : []),
            ]}
            rows={lines.map(({ journey, line }) => [
              <>
                <a href={paths.journey(language, journey.id)}>{journey.community}</a>
                {journey.invented && <span class="quiet"> ({t.invented})</span>}
                {journey.hold && <span class="quiet"> · {t.holdMark}</span>}
              </>,
              `${stageNames[journey.stage] ?? journey.stage}${journey.state === 'active' ? '' : ` · ${t.stateWords[journey.state]}`}`,
              String(Math.floor((now.getTime() - journey.stageSince.getTime()) / day)),
              journey.state !== 'active'
                ? t.stateWords[journey.state]
                : line.dueAt === undefined
                  ? line.week === 0
                    ? t.notStarted
                    : '–'
                  : line.late
                    ? t.lateWord
                    : t.onTime,
              journey.alone ? t.alone : journey.advisors.map(({ name }) => name).join(', ') || t.noAdvisor,
              ...(assigns
                ? [
                    <a href={paths.program(language, 'workload', journey.communityId)}>
                      {t.reassign}
                      <span class="visually-hidden"> {journey.community}</span>
                    </a>,
                  ]
                : []),
            ])}
          />
        </>
      )}
    </ProgramFrame>
  )
}

export function ReassignPage(props: {
  frame: Frame
  standing: Standing
  community: { id: string; name: string }
  advisors: { id: string; name: string }[]
  current: string | undefined
  error?: string
}) {
  const { frame, standing, community, advisors } = props
  const { language } = frame
  const t = programMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="workload" title={t.reassignTitle(community.name)}>
      <p>{t.reassignHint}</p>
      <form method="post">
        <SelectField
          name="advisor"
          label={t.advisor}
          value={props.current}
          error={props.error}
          empty="—"
          options={advisors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p class="actions">
          <button type="submit">{t.reassign}</button>
          <a href={paths.program(language)}>{t.cancel}</a>
        </p>
      </form>
    </ProgramFrame>
  )
}
