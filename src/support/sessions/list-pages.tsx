import type { Standing } from '../../domain/access.ts'
import { may } from '../../domain/access.ts'
import { momentIn } from '../../journey/interview/index.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { locales } from '../../platform/languages.ts'
import { DeskPage } from '../desk-frame.tsx'
import { SessionList } from './list.tsx'
import { sessionMessages } from './messages.ts'
import type { FeedbackTotals, Session, SessionLine } from './store.ts'

/** The sessions of a community. */
export function SessionsPage(props: {
  frame: Frame
  place: Place
  standing: Standing
  timeZone: string
  sessions: readonly SessionLine[]
}) {
  const { frame, place, standing } = props
  const { language } = frame
  const t = sessionMessages[language]
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={t.title}>
      {may('session.book', standing) && (
        <p>
          <a href={paths.support(language, place.communityId, 'sessions', 'book')}>{t.bookTitle}</a>
        </p>
      )}
      <SessionList frame={frame} timeZone={props.timeZone} sessions={props.sessions} />
    </CommunityFrame>
  )
}

/** The sessions that someone holds, and averages of what was said of them. */
export function DeskSessionsPage(props: {
  frame: Frame
  standing: Standing
  timeZone: string
  sessions: readonly (Session & { communityName: string })[]
  totals: FeedbackTotals | undefined
}) {
  const { frame, totals } = props
  const { language } = frame
  const t = sessionMessages[language]
  const number = new Intl.NumberFormat(locales[language], { minimumFractionDigits: 1 })
  return (
    <DeskPage frame={frame} standing={props.standing} page="sessions" title={t.deskTitle}>
      <p class="lead">{props.sessions.length === 0 ? t.deskNone : t.deskLead}</p>
      <p>
        <a href={paths.desk(language, 'slots')}>{t.slotsLink}</a>
      </p>
      <ul class="rows">
        {props.sessions.map((one) => (
          <li>
            <a
              href={paths.desk(language, 'sessions', one.id)}
              lang={one.language === language ? undefined : one.language}
            >
              {one.topic}
            </a>
            <p class="meta">
              {[t.states[one.state], momentIn(one.startsAt, language, props.timeZone), one.communityName].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <h2>{t.totals}</h2>
      {totals === undefined ? (
        <p>{t.totalsNone}</p>
      ) : (
        <>
          <p>{t.totalsOf(totals.people)}</p>
          <dl class="facts">
            {(['useful', 'clear', 'nextStep'] as const).map((name) => (
              <>
                <dt>{t[name]}</dt>
                <dd>{number.format(totals[name])}</dd>
              </>
            ))}
          </dl>
        </>
      )}
    </DeskPage>
  )
}
