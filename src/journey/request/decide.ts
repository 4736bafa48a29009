import { changeRequest } from '../../domain/requests.ts'
import { insertCommunity, inviteMember, listMembers, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Language, languages } from '../../platform/languages.ts'
import { readSettings } from '../../program/index.ts'
import { getJourney, insertJourney, recordEvent, setAlone } from '../record/index.ts'
import { assignAdvisor, findAdvisorPerson } from './assignment-store.ts'
import { mailAccepted, mailAdvisor, mailAskedBack, mailDeclined } from './mails.ts'
import { insertMessage, lockRequest, newRequestToken, type ServiceRequest, setRequestState } from './store.ts'

export type Decided =
  | { kind: 'done' }
  /** This very answer was given already, by a button pressed twice. */
  | { kind: 'same' }
  | { kind: 'conflict' }
  | { kind: 'refused'; reason: 'advisor' | 'invitation' | 'journey' }

type Asked = { id: string; version: number; by: string; at: Date }

/** Undoes the transaction of a decision that could not be finished. */
export class RefusedDecision extends Error {
  override readonly name = 'RefusedDecision'
  readonly reason: 'advisor' | 'invitation' | 'journey'
  constructor(reason: 'advisor' | 'invitation' | 'journey') {
    super(reason)
    this.reason = reason
  }
}

type Act = Parameters<typeof changeRequest>[1]

/** Takes the request's lock, and goes on only from what the manager saw. */
async function deciding(
  tx: Tx,
  asked: Asked,
  act: Act,
  decide: (request: ServiceRequest, state: ServiceRequest['state']) => Promise<void>,
): Promise<Decided> {
  const request = await lockRequest(tx, asked.id)
  const state = changeRequest(request.state, act)
  if (request.version !== asked.version) {
    const after = changeRequest('received', act)
    return request.version === asked.version + 1 && request.state === after ? { kind: 'same' } : { kind: 'conflict' }
  }
  if (state === undefined) return { kind: 'conflict' }
  await decide(request, state)
  return { kind: 'done' }
}

/**
 * Accepts a request: a community and its journey begin, and the contact is invited as lead; a journey that ran alone gets its
 * advisor and goes on where it stands.
 *
 * @throws RefusedDecision when it cannot be done; nothing is kept then
 */
export function accept(
  tx: Tx,
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now' | 'release'>,
  asked: Asked & { advisorId: string },
): Promise<Decided> {
  return deciding(tx, asked, 'accept', async (request, state) => {
    const { at, by } = asked
    const advisor = await findAdvisorPerson(tx, asked.advisorId)
    if (advisor === undefined) throw new RefusedDecision('advisor')
    // Nobody advises the community they belong to: its answers would be open to one of its own people (Method 4.4).
    const members = request.communityId ? await listMembers(tx, request.communityId) : []
    if (members.some(({ personId }) => personId === advisor.personId)) throw new RefusedDecision('advisor')
    const place = request.handedOver ? await joined(tx, request) : await founded(tx, deps, request, asked)
    await assignAdvisor(tx, { communityId: place.communityId, personId: advisor.personId, at, by })
    const event = { communityId: place.communityId, journeyId: place.journeyId, personId: by, at }
    await recordEvent(tx, { ...event, act: 'request.accepted' })
    await recordEvent(tx, { ...event, act: 'journey.advisor-joined', detail: { name: advisor.name } })
    await setRequestState(tx, request.id, {
      state,
      decided: { at, by },
      advisorId: advisor.personId,
      journey: { id: place.journeyId, communityId: place.communityId },
    })
    const told = { ...request, version: request.version + 1 }
    const join = request.handedOver ? { advisor: advisor.name, journeyId: place.journeyId } : undefined
    await mailAccepted(tx, deps, told, join)
    await mailAdvisor(tx, deps, { advisor, community: request.communityName, ...place })
  })
}

/** A journey that ran alone: it has an advisor from now on. */
async function joined(tx: Tx, request: ServiceRequest) {
  const journey = await getJourney(tx, request.journeyId ?? '')
  if (!journey.alone || (journey.state !== 'active' && journey.state !== 'paused')) throw new RefusedDecision('journey')
  await setAlone(tx, journey.id, false)
  return { communityId: journey.communityId, journeyId: journey.id }
}

/** A community that is new here, with its journey. */
async function founded(
  tx: Tx,
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'release'>,
  request: ServiceRequest,
  { at, by }: Asked,
) {
  const { language, profile } = request
  const communityId = await insertCommunity(tx, { name: request.communityName, language, profile, at })
  const { weeks } = (await readSettings(tx)).settings
  const begun = { release: deps.release, language, alone: false, weeks, at, by }
  const journeyId = await insertJourney(tx, { communityId, ...begun })
  const event = { communityId, journeyId, personId: by, at }
  await recordEvent(tx, { ...event, act: 'journey.started' })
  const invited = await inviteMember(tx, deps, {
    communityId,
    email: request.email,
    role: 'lead',
    title: request.contactRole,
    language,
    by,
    at,
  })
  if (!invited.ok) throw new RefusedDecision('invitation')
  return { communityId, journeyId }
}

/** Asks the person who asked; they answer under a link, without an account. */
export function askBack(
  tx: Tx,
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>,
  asked: Asked & { body: string; language: Language },
): Promise<Decided> {
  return deciding(tx, asked, 'ask-back', async (request, state) => {
    const { body, language, by, at } = asked
    const token = newRequestToken()
    await insertMessage(tx, { requestId: request.id, fromProgram: true, personId: by, language, body, at })
    await setRequestState(tx, request.id, { state, token })
    await mailAskedBack(tx, deps, { ...request, version: request.version + 1 }, { token, body })
  })
}

/** Declines in kind words, in both languages. */
export function decline(
  tx: Tx,
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>,
  asked: Asked & { bodies: Record<Language, string> },
): Promise<Decided> {
  return deciding(tx, asked, 'decline', async (request, state) => {
    const { bodies, by, at } = asked
    for (const language of languages) {
      const body = bodies[language]
      await insertMessage(tx, { requestId: request.id, fromProgram: true, personId: by, language, body, at })
    }
    await setRequestState(tx, request.id, { state, decided: { at, by } })
    await mailDeclined(tx, deps, { ...request, version: request.version + 1 }, bodies[request.language])
  })
}
