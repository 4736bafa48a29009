import type { Standing } from '../../domain/access.ts'
import type { CaseLine, NextStep } from '../../domain/caseload.ts'
import { type Stage, stageRule } from '../../domain/stages.ts'
import { journeyMessages } from '../../journey/record/index.ts'
import { type JourneyPart, paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea } from '../../ui/fields.tsx'
import { DeskFrame } from '../frame.tsx'
import { caseloadMessages } from './messages.ts'
import type { AdvisorNote, CaseloadEntry } from './store.ts'

export type ShownCase = CaseloadEntry & { line: CaseLine }

type Common = { frame: Frame; standing: Standing; timeZone: string; now: Date }

/** The page where the act itself is done: one click from the line. */
function partOf(step: NextStep, stage: Stage): JourneyPart | undefined {
  if (step === 'move-on' || step === 'none') return undefined
  if (step === 'follow-actions') return 'actions'
  return stage === 'learning' || stage === 'endline' || stage === 'closed' ? undefined : stage
}

/** An advisor's communities: what needs doing today, what waits for others, what rests. */
export function CaseloadPage(props: Common & { cases: ShownCase[] }) {
  const { frame, standing, cases } = props
  const t = caseloadMessages[frame.language]
  const rests = ({ case: one }: ShownCase) => one.state !== 'active' || one.stage === 'closed'
  const resting = cases.filter((one) => rests(one) && !one.line.today)
  const today = cases.filter(({ line }) => line.today)
  const waiting = cases.filter((one) => !resting.includes(one) && !today.includes(one))
  return (
    <DeskFrame frame={frame} standing={standing} page="caseload" title={t.title} wide>
      {cases.length === 0 ? (
        <p class="note">{t.none}</p>
      ) : (
        <>
          <h2>{t.today}</h2>
          {today.length === 0 ? <p>{t.todayNone}</p> : <Cases {...props} caption={t.today} cases={today} />}
          {waiting.length > 0 && (
            <>
              <h2>{t.waiting}</h2>
              <Cases {...props} caption={t.waiting} cases={waiting} />
            </>
          )}
          {resting.length > 0 && (
            <>
              <h2>{t.resting}</h2>
              <Cases {...props} caption={t.resting} cases={resting} />
            </>
          )}
        </>
      )}
    </DeskFrame>
  )
}

function Cases(props: Common & { caption: string; cases: ShownCase[] }) {
  const { language } = props.frame
  const t = caseloadMessages[language]
  return (
    <section class="scroll" tabindex={0} aria-label={props.caption}>
      <table class="caseload">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {[t.community, t.next, t.stage, t.line, t.contact, t.notes].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.cases.map((one) => (
            <Row {...props} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ frame, one, timeZone, now }: Common & { one: ShownCase }) {
  const { language } = frame
  const t = caseloadMessages[language]
  const { line, journeyId } = one
  const date = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const diagnostic = line.step === 'answer-diagnostic' ? one.case.diagnostic : undefined
  return (
    <tr>
      <th scope="row">
        <a href={paths.journey(language, journeyId)}>{one.community}</a>
        {one.invented && <span class="quiet"> ({t.invented})</span>}
        {one.case.unread > 0 && (
          <>
            <br />
            <a href={paths.journey(language, journeyId, 'messages')}>{t.unread(one.case.unread)}</a>
          </>
        )}
      </th>
      <td>
        <a href={paths.journey(language, journeyId, partOf(line.step, one.case.stage))}>{t.steps[line.step]}</a>
        {diagnostic && <span class="quiet"> · {t.answered(diagnostic.submitted, diagnostic.invited)}</span>}
        {t.actors[line.who] !== '' && (
          <span class="quiet">
            <br />
            {t.actors[line.who]}
            {line.dueAt && ` · ${t.by(date(line.dueAt))}`}
          </span>
        )}
      </td>
      <td>
        {journeyMessages[language].stages[one.case.stage]}
        <br />
        <span class="quiet">{t.days(line.daysInStage)}</span>
      </td>
      <td>{timeLineWords(one, language)}</td>
      <td>
        {one.case.lastContactAt
          ? t.daysAgo(Math.max(0, Math.floor((now.getTime() - one.case.lastContactAt.getTime()) / 86_400_000)))
          : t.noContact}
      </td>
      <td>
        <a href={paths.desk(language, 'notes', one.communityId)}>
          {t.openNote}
          <span class="visually-hidden"> {one.community}</span>
        </a>
      </td>
    </tr>
  )
}

function timeLineWords({ case: one, line }: ShownCase, language: Language) {
  const t = caseloadMessages[language]
  if (one.state === 'paused') return t.paused
  if (one.state === 'withdrawn') return t.withdrawn
  if (line.timeLine.week === 0) return t.notStarted
  // The weeks are those up to the final plan.
  if (stageRule(one.stage).byWeek === undefined) return '–'
  return (
    <>
      {t.week(line.timeLine.week, one.weeks)}
      {line.timeLine.late && <strong> · {t.late}</strong>}
    </>
  )
}

/** The advisors' own notes on a community. */
export function NotePage(
  props: Omit<Common, 'timeZone' | 'now'> & {
    community: string
    body: string
    version: number
    theirs: AdvisorNote | undefined
    saved: boolean
  },
) {
  const { frame, standing, community, theirs } = props
  const { language } = frame
  const t = caseloadMessages[language]
  return (
    <DeskFrame frame={frame} standing={standing} title={t.noteTitle(community)}>
      {props.saved && (
        <p class="note" role="status">
          {t.saved}
        </p>
      )}
      {theirs && (
        <p class="note amber" role="alert">
          {t.conflict}
        </p>
      )}
      <p>{t.noteLead}</p>
      <form method="post">
        <input type="hidden" name="version" value={String(props.version)} />
        <TextArea name="body" label={t.note} value={props.body} rows={14} maxlength={50_000} />
        <p class="actions">
          <button type="submit">{t.save}</button>
          <a href={paths.desk(language)}>{t.caseload}</a>
        </p>
      </form>
      {theirs && (
        <>
          <h2>{t.theirs}</h2>
          <p class="lines">{theirs.body}</p>
        </>
      )}
    </DeskFrame>
  )
}
