import { nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { may, type Standing } from '../../domain/access.ts'
import type { Match } from '../../domain/support-routing.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { type Language, languageNames, languages } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField } from '../../ui/fields.tsx'
import { Layout } from '../../ui/layout.tsx'
import type { KnownHelper } from '../desk-store.ts'
import { Notice, OneButton } from '../parts.tsx'
import { SessionList } from '../sessions/list.tsx'
import type { SessionLine } from '../sessions/store.ts'
import { questionMessages } from './messages.ts'
import type { QuestionLine } from './store.ts'

type Common = { frame: Frame; timeZone: string }

/** Questions, each with where it stands and who has it. */
export function QuestionList(props: Common & { questions: readonly QuestionLine[]; showCommunity?: boolean }) {
  const { language } = props.frame
  const t = questionMessages[language]
  const date = (at: Date) => longDate(dayIn(at, props.timeZone), language)
  return (
    <ul class="rows">
      {props.questions.map((one) => (
        <li>
          <a
            href={paths.support(language, one.communityId, one.id)}
            lang={one.language === language ? undefined : one.language}
          >
            {one.subject}
          </a>
          <p class="meta">
            {[
              t.states[one.state],
              ...(props.showCommunity ? [one.communityName] : []),
              t.askedOn(date(one.askedAt)),
              ...(one.answererName !== undefined ? [t.answeredBy(one.answererName)] : []),
              ...(one.private ? [t.isPrivate] : []),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

export type Awaiting = {
  id: string
  subject: string | undefined
  discipline: string | undefined
  askedAt: Date
  to: string
}

/** A community's support: what waits for a yes, questions, sessions, and the ways to more. */
export function SupportPage(
  props: Common & {
    place: Place
    standing: Standing
    pack: Pack
    awaiting: readonly Awaiting[]
    questions: readonly QuestionLine[]
    sessions: readonly SessionLine[]
    notice?: string | undefined
  },
) {
  const { frame, place, standing, pack, timeZone } = props
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, ...rest)
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={t.title}>
      <Notice text={props.notice} />
      <p class="lead">{t.lead}</p>
      <ul>
        {may('support.ask', standing) && (
          <li>
            <a href={at('ask')}>{t.ask}</a>
          </li>
        )}
        {may('session.book', standing) && (
          <li>
            <a href={at('sessions', 'book')}>{t.book}</a>
          </li>
        )}
        {may('support.match', standing) && (
          <li>
            <a href={at('match')}>{t.match}</a>
          </li>
        )}
        <li>
          <a href={paths.directory(language)}>{t.directory}</a>
        </li>
      </ul>
      {props.awaiting.length > 0 && (
        <>
          <h2>{t.awaiting}</h2>
          <p>{t.awaitingLead}</p>
          <ul class="rows">
            {props.awaiting.map((one) => (
              <li>
                <p>
                  <strong>{one.subject ?? t.privateQuestion}</strong>
                </p>
                <p class="meta">
                  {one.discipline !== undefined && `${nameOf(pack.domains, one.discipline, language)} · `}
                  {t.askedOn(longDate(dayIn(one.askedAt, timeZone), language))}
                </p>
                <p>{t.wouldGoTo(one.to)}</p>
                <p class="actions">
                  <OneButton action={at(one.id, 'share')} label={t.agree} fields={{ decide: 'agree' }} />
                  <OneButton
                    action={at(one.id, 'share')}
                    label={t.keepInside}
                    fields={{ decide: 'inside' }}
                    kind="second"
                  />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t.questions}</h2>
      {props.questions.length === 0 && <p>{t.noQuestions}</p>}
      <QuestionList frame={frame} timeZone={timeZone} questions={props.questions} />
      <SessionList frame={frame} timeZone={timeZone} sessions={props.sessions} />
    </CommunityFrame>
  )
}

/** What one person asked and booked, in all their communities. */
export function OwnSupportPage(
  props: Common & { questions: readonly QuestionLine[]; sessions: readonly SessionLine[]; isMember: boolean },
) {
  const { frame, timeZone } = props
  const { language } = frame
  const t = questionMessages[language]
  return (
    <Layout {...frame} section="start" title={t.ownTitle}>
      <h1>{t.ownTitle}</h1>
      <p class="lead">{props.isMember ? t.ownLead : t.noCommunity}</p>
      <ul>
        <li>
          {props.isMember ? (
            <a href={paths.ownSupport(language, 'ask')}>{t.ask}</a>
          ) : (
            <a href={paths.newCommunity(language)}>{t.setUp}</a>
          )}
        </li>
        <li>
          <a href={paths.directory(language)}>{t.directory}</a>
        </li>
      </ul>
      <h2>{t.questions}</h2>
      {props.questions.length === 0 && <p>{t.noQuestions}</p>}
      <QuestionList frame={frame} timeZone={timeZone} questions={props.questions} showCommunity />
      <SessionList frame={frame} timeZone={timeZone} sessions={props.sessions} />
    </Layout>
  )
}

/** Why someone stands where they stand in a list. */
export function Reasons({ match, language }: { match: Match; language: Language }) {
  const t = questionMessages[language]
  const said = [
    ...match.reasons.map((reason) => t.reasons[reason]),
    ...match.against.map((reason) => t.against[reason]),
  ]
  return (
    <span class="meta">
      {said.join('; ')} · {t.open(match.helper.openQuestions)}
    </span>
  )
}

/** Who would get a question of this community, the best first, with the reasons. */
export function MatchPage(props: {
  frame: Frame
  place: Place
  standing: Standing
  pack: Pack
  matches: readonly Match<KnownHelper>[]
  wanted: { discipline: string; language: string; item: string | undefined }
}) {
  const { frame, place, standing, pack, wanted } = props
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, ...rest)
  const item = wanted.item === undefined ? '' : `&item=${encodeURIComponent(wanted.item)}`
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={t.matchTitle}>
      <p class="lead">{t.matchLead}</p>
      <form method="get" action={at('match')}>
        <SelectField
          name="discipline"
          label={t.discipline}
          value={wanted.discipline}
          empty={t.anyDiscipline}
          options={pack.domains.map(({ id, name }) => ({ value: id, label: say(name, language).text }))}
        />
        <SelectField
          name="language"
          label={t.language}
          value={wanted.language}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
        <button type="submit" class="second">
          {t.matchFilter}
        </button>
      </form>
      {props.matches.length === 0 && <p>{t.noHelpers}</p>}
      <ol class="rows">
        {props.matches.map((match) => (
          <li>
            <a href={paths.directory(language, match.helper.personId)}>{match.helper.name}</a>
            <p>
              <Reasons match={match} language={language} />
            </p>
            {match.helper.takesSessions && may('session.book', standing) && (
              <p>
                <a href={`${at('sessions', 'book')}?host=${match.helper.personId}${item}`}>
                  {t.bookWith(match.helper.name)}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </CommunityFrame>
  )
}
