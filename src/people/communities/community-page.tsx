import type { Pack } from '../../content/schema.ts'
import { may, type Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { languageNames } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Say } from '../../ui/parts.tsx'
import { roleWords } from '../../ui/words/roles.ts'
import { stageWords } from '../../ui/words/stages.ts'
import type { Place } from '../access/actor.ts'
import type { Frame } from '../access/room.ts'
import { CommunityFrame } from './community-frame.tsx'
import type { Community } from './community-store.ts'
import type { AssignedStaff, Member } from './members-store.ts'
import { communityMessages } from './messages.ts'
import type { JourneyLine } from './overview-store.ts'

export type CommunityPageProps = {
  frame: Frame
  place: Place
  standing: Standing
  timeZone: string
  pack: Pack
  community: Community
  members: Member[]
  assigned: AssignedStaff[]
  journeys: JourneyLine[]
}

/** What a community is, who stands behind it, and its journeys. */
export function CommunityPage(props: CommunityPageProps) {
  const { frame, place, standing, timeZone, pack, community, members, assigned, journeys } = props
  const { language } = frame
  const t = communityMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const names = (role: 'lead' | 'steward') =>
    members
      .filter(({ roles }) => roles.includes(role))
      .map(({ name }) => name)
      .join(', ') || t.nobody
  const leads = standing.community.includes('lead')
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} title={community.name}>
      {community.landAcknowledgement && <p class="land">{community.landAcknowledgement}</p>}

      <h2>{t.journeys}</h2>
      {journeys.length === 0 ? (
        <p>{t.noJourneys}</p>
      ) : (
        <ul class="rows">
          {journeys.map((journey) => (
            <li>
              <a href={paths.journey(language, journey.id)}>{stageWords[language][journey.stage]}</a>
              {t.states[journey.state] !== '' && <span class="quiet"> ({t.states[journey.state]})</span>}
              <p class="meta">{t.since(day(journey.startedAt))}</p>
            </li>
          ))}
        </ul>
      )}
      {leads &&
        !journeys.some(({ state, stage }) => state !== 'declined' && state !== 'withdrawn' && stage !== 'closed') && (
          <p class="actions">
            <a class="button" href={paths.newJourney(language, community.id)}>
              {t.startJourney}
            </a>
            <a href={paths.request(language)}>{t.askForService}</a>
          </p>
        )}

      <h2>{t.about}</h2>
      <dl class="facts">
        {community.ownName && (
          <>
            <dt>{t.ownNameLabel}</dt>
            <dd>{community.ownName}</dd>
          </>
        )}
        <Answered pack={pack} community={community} question="communityType" label={t.kind} language={language} />
        <Answered pack={pack} community={community} question="populationBand" label={t.people} language={language} />
        <dt>{t.language}</dt>
        <dd>{languageNames[community.language]}</dd>
        <dt>{t.approvalBody}</dt>
        <dd>{community.approvalBody ? t.approvalBodies[community.approvalBody] : t.notRecorded}</dd>
        <dt>{t.dataTermsLabel}</dt>
        <dd>{community.dataTerms ? t.dataTerms[community.dataTerms] : t.notRecorded}</dd>
        <dt>{t.leads}</dt>
        <dd>{names('lead')}</dd>
        <dt>{t.stewards}</dt>
        <dd>{names('steward')}</dd>
        {assigned.length > 0 && (
          <>
            <dt>{t.staff}</dt>
            {assigned.map(({ name, role }) => (
              <dd>
                {name} ({roleWords[language][role].toLowerCase()})
              </dd>
            ))}
          </>
        )}
      </dl>
      <p class="quiet">{t.belongs}</p>
      {may('community.leave', standing) && (
        <p>
          <a href={paths.community(language, community.id, 'leave')}>{t.leave}</a>
        </p>
      )}
    </CommunityFrame>
  )
}

/** What the community answered to one profile question, in the pack's words. */
function Answered(props: {
  pack: Pack
  community: Community
  question: string
  label: string
  language: Frame['language']
}) {
  const question = props.pack.profile.find(({ id }) => id === props.question)
  const picked = [props.community.profile[props.question] ?? []].flat()
  const options = question?.options.filter(({ id }) => picked.includes(id)) ?? []
  if (options.length === 0) return null
  return (
    <>
      <dt>{props.label}</dt>
      {options.map((option) => (
        <dd>
          <Say text={option.label} language={props.language} />
        </dd>
      ))}
    </>
  )
}
