import type { MemberRole } from '../../domain/access.ts'
import { onDevice, paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Layout } from '../../ui/layout.tsx'
import { roleWords } from '../../ui/words/roles.ts'
import { stageWords } from '../../ui/words/stages.ts'
import type { Frame } from '../access/room.ts'
import { invitationMessages } from '../communities/invitation-messages.ts'
import { communityMessages } from '../communities/messages.ts'
import type { JourneyLine } from '../communities/overview-store.ts'
import type { OwnCommunity } from '../own/own-store.ts'
import { startMessages } from './messages.ts'
import type { StartPart } from './start-part.ts'

/** Where a signed-in person starts: what waits for them, their communities, their desk. */
export function StartPage(props: {
  frame: Frame
  name: string
  timeZone: string
  communities: OwnCommunity[]
  journeys: JourneyLine[]
  invitations: { id: string; communityName: string; role: MemberRole; expiresAt: Date }[]
  /** What other rooms show here. */
  parts: NonNullable<Awaited<ReturnType<StartPart>>>[]
}) {
  const { frame, communities, journeys, invitations } = props
  const { language, person } = frame
  const t = startMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const works = person.desk || person.program
  return (
    <Layout {...frame} section="start" title={t.title}>
      <h1>{t.hello(props.name)}</h1>

      {invitations.length > 0 && (
        <>
          <h2>{t.invitations}</h2>
          <ul class="rows">
            {invitations.map((invitation) => (
              <li>
                <a href={paths.invitation(language, invitation.id)}>
                  {t.invitation(invitation.communityName, invitationMessages[language].asRole[invitation.role])}
                </a>
                <p class="meta">{t.until(day(invitation.expiresAt))}</p>
              </li>
            ))}
          </ul>
        </>
      )}

      {props.parts.map((part) => (
        <>
          <h2>{part.title}</h2>
          <ul class="rows">
            {part.lines.map((line) => (
              <li>
                <a href={line.href} lang={line.language === language ? undefined : line.language}>
                  {line.label}
                </a>
                <p class="meta">{line.meta}</p>
              </li>
            ))}
          </ul>
        </>
      ))}

      {person.desk && (
        <>
          <h2>
            <a href={paths.desk(language)}>{t.desk}</a>
          </h2>
          <p>{t.deskText}</p>
        </>
      )}
      {person.program && (
        <>
          <h2>
            <a href={paths.program(language)}>{t.program}</a>
          </h2>
          <p>{t.programText}</p>
        </>
      )}

      {communities.length > 0 && <h2>{t.communities}</h2>}
      {communities.map((community) => {
        const own = journeys.filter(({ communityId }) => communityId === community.communityId)
        return (
          <section class="own-community">
            <h3>
              <a href={paths.community(language, community.communityId)}>{community.name}</a>
            </h3>
            <p class="meta">
              {community.roles.map((role) => roleWords[language][role]).join(', ')}
              {community.invented && ` (${communityMessages[language].invented})`}
            </p>
            {own.length === 0 && (
              <p>
                {t.noJourney}{' '}
                {community.roles.includes('lead') && (
                  <a href={paths.newJourney(language, community.communityId)}>{t.startJourney}</a>
                )}
              </p>
            )}
            {own.map((journey) => (
              <div class="own-journey">
                <p>
                  <a href={paths.journey(language, journey.id)}>{stageWords[language][journey.stage]}</a>
                  {t.states[journey.state] && <span class="quiet"> ({t.states[journey.state]})</span>}
                  {' · '}
                  <a
                    href={paths.journey(language, journey.id, 'actions')}
                    aria-label={`${t.actions}, ${community.name ?? ''}`}
                  >
                    {t.actions}
                  </a>
                </p>
                {journey.state === 'active' && <p class="quiet">{t.next[journey.stage]}</p>}
              </div>
            ))}
          </section>
        )
      })}

      {communities.length === 0 && !works && (
        <>
          <h2>{t.emptyTitle}</h2>
          <p>{t.emptyText}</p>
          <ul class="rows">
            <li>
              <a href={paths.request(language)}>{t.ask}</a>
              <p>{t.askText}</p>
            </li>
            <li>
              <a href={paths.newCommunity(language)}>{t.alone}</a>
              <p>{t.aloneText}</p>
            </li>
            <li>
              <a href={paths.selfCheck(language, onDevice)}>{t.selfCheck}</a>
              <p>{t.selfCheckText}</p>
            </li>
          </ul>
        </>
      )}
      <p class="actions">
        {communities.length > 0 && <a href={paths.newCommunity(language)}>{t.another}</a>}
        <a href={paths.study(language)}>{t.learning}</a>
        <a href={paths.account(language)}>{t.account}</a>
      </p>
    </Layout>
  )
}
