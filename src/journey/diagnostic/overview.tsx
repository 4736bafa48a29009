import type { Context } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { may } from '../../domain/access.ts'
import { closingAfter, doneOf } from '../../domain/participation.ts'
import { planBasis } from '../../domain/plan-basis.ts'
import { isBefore } from '../../domain/stages.ts'
import {
  asPerson,
  frameOf,
  getCommunity,
  type JourneyEnvironment,
  listMembers,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { readSettings } from '../../program/index.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { getJourney } from '../record/index.ts'
import type { MailInvitation, OpenValues } from './forms.ts'
import { givenTo, packOf } from './load.ts'
import { DiagnosticPage, type RoundView, type VoiceState } from './overview-page.tsx'
import { findOwn, listNames, listRespondents, type Respondent } from './respondent-store.ts'
import { findRound, type Round } from './round-store.ts'

/** Whether a round may be opened: the journey runs and has come to the diagnostic. */
export const mayOpen = (place: JourneyEnvironment['Variables']['place']) =>
  place.journey.state === 'active' && !isBefore(place.journey.stage, 'diagnostic')

/** What is proposed from the community's profile. */
export async function proposalOf(deps: RoomDependencies, tx: Tx, c: Context<JourneyEnvironment>) {
  const { place } = c.var
  const journey = await getJourney(tx, place.journey.id)
  const community = await getCommunity(tx, place.communityId)
  const pack = await packOf(deps, journey.release)
  const core = pack.components.filter((component) => component.core).map(({ id }) => id)
  const basis = planBasis(pack, community.profile, { answeredComponents: core })
  const { settings } = await readSettings(tx)
  const closes = closingAfter(deps.now(), settings.diagnosticDays, community.timeZone)
  const proposal: OpenValues = {
    form: basis.form,
    variant: basis.variant,
    closes: dayIn(closes, community.timeZone),
  }
  return { proposal, journey, community, pack }
}

/** The overview as the person who asks may see it, also after something in it could not be done. */
export async function diagnosticPage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: { errors?: FieldError[]; proposal?: OpenValues; invitation?: MailInvitation; saved?: boolean } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { proposal, pack, community } = await proposalOf(deps, tx, c)
    const round = await findRound(tx, place.journey.id, 'baseline')
    const common = { timeZone: community.timeZone, pack }
    if (round === undefined) return { ...common, ...(mayOpen(place) ? { proposal: given.proposal ?? proposal } : {}) }
    const answered = await packOf(deps, round.release)
    return { ...common, pack: answered, round: await roundView(tx, c, round, answered) }
  })
  const { errors, invitation, saved } = given
  return documentOf(
    <DiagnosticPage
      frame={frameOf(c, deps.asset)}
      place={place}
      standing={standing}
      now={deps.now()}
      {...view}
      {...(errors ? { errors } : {})}
      {...(invitation ? { invitation } : {})}
      {...(saved ? { saved } : {})}
    />,
  )
}

async function roundView(tx: Tx, c: Context<JourneyEnvironment>, round: Round, pack: Pack): Promise<RoundView> {
  const { actor, standing, place } = c.var
  const runs = may('diagnostic.invite', standing)
  const respondents = await listRespondents(tx, round.id)
  const names = runs ? await listNames(tx, round.id) : []
  const own = may('diagnostic.answer', standing) ? await findOwn(tx, round.id, actor) : undefined
  const heard = respondents.filter(({ withdrawnAt }) => !withdrawnAt)
  const voiced = new Set(heard.flatMap(({ ownDomains }) => ownDomains))
  const taken = new Set(
    names
      .filter(({ respondentId }) => heard.some(({ id }) => id === respondentId))
      .map(({ personId }) => personId ?? ''),
  )
  const members = runs ? await listMembers(tx, place.communityId) : []
  const domains = new Set(pack.components.filter(({ id }) => round.components.includes(id)).map(({ domain }) => domain))
  return {
    form: round.form,
    variant: round.variant,
    closesAt: round.closesAt,
    lockedAt: round.lockedAt,
    least: round.least,
    submitted: heard.filter(({ submittedAt }) => submittedAt).length,
    overrideReason: round.overrideReason,
    unlockReason: round.unlockReason,
    voices: respondents.map((respondent) => {
      const people = names.filter(({ respondentId }) => respondentId === respondent.id)
      const given = givenTo(round, respondent)
      return {
        id: respondent.id,
        // Who may know the name sees no code beside it: results by code stay unlinked to people (Method 4.4).
        who: people.map(({ name }) => name).join(', ') || respondent.code,
        role: respondent.role,
        kind: respondent.kind,
        done: doneOf(given, respondent.answered),
        of: given.length,
        state: stateOf(respondent),
      }
    }),
    domainsWithoutVoice: voiced.size === 0 ? [] : [...domains].filter((domain) => !voiced.has(domain)),
    own: own && {
      done: doneOf(givenTo(round, own), own.answered),
      of: givenTo(round, own).length,
      state: stateOf(own),
    },
    invitable: members.filter(({ personId }) => !taken.has(personId)).map(({ personId, name }) => ({ personId, name })),
  }
}

function stateOf(respondent: Respondent): VoiceState {
  if (respondent.withdrawnAt) return 'withdrawn'
  if (respondent.submittedAt) return 'handed-in'
  if (respondent.returnedAt) return 'returned'
  return respondent.answered.length > 0 ? 'answering' : 'invited'
}
