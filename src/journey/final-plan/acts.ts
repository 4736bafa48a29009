import { finalPlanDocument, type SignOff } from '../../documents/final-plan-document.ts'
import { isBefore } from '../../domain/stages.ts'
import type { Actor, RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError } from '../../platform/errors.ts'
import { type Language, languages } from '../../platform/languages.ts'
import type { Upload } from '../../platform/uploads/upload.ts'
import { longDate } from '../../ui/dates.ts'
import {
  findLatestDocument,
  insertFile,
  type Journey,
  lockJourney,
  pauseJourney,
  publishDocument,
  recordEvent,
  resumeJourney,
} from '../record/index.ts'
import type { Asked, Decided } from './forms.ts'
import type { FinalPlan } from './load.ts'
import { tellOfPlan } from './mails.ts'
import { finalPlanRoomMessages } from './messages.ts'
import { decideSignOff, insertSignOff, listSignOffs, type SignOffRow } from './store.ts'

type Deps = Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>

/** Takes the journey's lock. @throws ConflictError where the journey has not come this far, or does not run */
export async function lockForPlan(tx: Tx, journeyId: string, options: { paused?: boolean } = {}): Promise<Journey> {
  const journey = await lockJourney(tx, journeyId)
  const runs = journey.state === 'active' || (options.paused === true && journey.state === 'paused')
  if (!runs || isBefore(journey.stage, 'final-plan')) throw new ConflictError()
  return journey
}

/** The plan that is before the body now. The caller holds the journey's lock. */
export async function findOpen(tx: Tx, journeyId: string): Promise<SignOffRow | undefined> {
  return (await listSignOffs(tx, journeyId)).find(({ decision }) => decision === undefined)
}

function noteOf(deps: Deps, journey: Journey, actor: Actor) {
  return (tx: Tx, act: string, detail: Record<string, unknown>) =>
    recordEvent(tx, {
      communityId: journey.communityId,
      journeyId: journey.id,
      personId: actor.personId,
      act,
      at: deps.now(),
      detail,
    })
}

/** Puts the plan before the approval body, as it was read, and stops the clock where that was asked. */
export async function askForSignOff(deps: Deps, tx: Tx, actor: Actor, plan: FinalPlan, asked: Asked): Promise<void> {
  const journey = await lockForPlan(tx, plan.v.journey.id)
  if (plan.data === undefined || (await findOpen(tx, journey.id))) return
  const expectedOn = asked.expectedOn === '' ? undefined : asked.expectedOn
  await insertSignOff(tx, journey, {
    plan: plan.data,
    body: asked.body,
    expectedOn,
    paused: asked.pause,
    by: actor.personId,
    at: deps.now(),
  })
  if (asked.pause) {
    const reason = finalPlanRoomMessages[journey.language].pauseReason(asked.body)
    await pauseJourney(tx, journey, { reason, expectedOn, at: deps.now() })
  }
  const note = noteOf(deps, journey, actor)
  await note(tx, 'final-plan.sign-off-asked', { body: asked.body, expected: asked.expectedOn, paused: asked.pause })
  await tellOfPlan(deps, tx, {
    journey,
    key: `asked:${deps.now().getTime()}`,
    to: 'those-who-prepare',
    write: (t, language) => ({
      subject: t.askedSubject(plan.v.community.name),
      paragraphs: [t.askedText(asked.body), ...(expectedOn ? [t.askedExpected(longDate(expectedOn, language))] : [])],
    }),
  })
}

/** The plan comes back before a decision; the journey goes on. Twice is the same as once. */
export async function takeBack(deps: Deps, tx: Tx, actor: Actor, journeyId: string, of: string): Promise<void> {
  const journey = await lockForPlan(tx, journeyId, { paused: true })
  const open = await findOpen(tx, journeyId)
  if (open?.id !== of) return
  await decideSignOff(tx, open.id, { decision: 'taken-back', by: actor.personId, at: deps.now() })
  await goOn(deps, tx, journey, open)
  await noteOf(deps, journey, actor)(tx, 'final-plan.taken-back', { body: open.body })
}

/** What the body decided: the signed plan is frozen and published, a returned one can be changed again. Twice is the same as once. */
export async function recordDecision(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  given: { plan: FinalPlan; of: string; decided: Decided; upload: Upload | undefined },
): Promise<void> {
  const { plan, of, decided, upload } = given
  const journey = await lockForPlan(tx, plan.v.journey.id, { paused: true })
  const open = await findOpen(tx, journey.id)
  if (open?.id !== of || decided.decision === undefined) return
  const note = noteOf(deps, journey, actor)
  const { community } = plan.v
  const by = { by: actor.personId, at: deps.now() }
  const fileId =
    upload &&
    (await insertFile(tx, {
      upload,
      communityId: journey.communityId,
      journeyId: journey.id,
      purpose: 'community',
      ...by,
    }))
  const common = {
    decidedOn: decided.decidedOn,
    reference: decided.reference,
    comments: decided.comments,
    fileId,
    ...by,
  }
  await goOn(deps, tx, journey, open)
  if (decided.decision === 'returned') {
    await decideSignOff(tx, open.id, { decision: 'returned', ...common })
    await note(tx, 'final-plan.returned', { body: open.body, on: decided.decidedOn })
    await tellOfPlan(deps, tx, {
      journey,
      key: `returned:${open.id}`,
      to: 'those-who-prepare',
      write: (t) => ({ subject: t.returnedSubject(community.name), paragraphs: [t.returnedText] }),
    })
    return
  }
  const signOff: SignOff = {
    body: open.body,
    kind: community.approvalBody,
    decidedOn: decided.decidedOn,
    reference: decided.reference,
    recordedBy: actor.name,
  }
  const version = ((await findLatestDocument(tx, journey.id, 'final-plan'))?.version ?? 0) + 1
  const model = (language: Language) =>
    finalPlanDocument({ pack: plan.v.pack, language, data: open.plan, version, signOff })
  await publishDocument(tx, journey, {
    kind: 'final-plan',
    models: Object.fromEntries(languages.map((language) => [language, model(language)])) as Parameters<
      typeof publishDocument
    >[2]['models'],
    data: { schemaVersion: 1, ...open.plan, signOff },
    ...by,
    ...(open.plan.revision ? { reason: open.plan.revision.text } : {}),
  })
  await decideSignOff(tx, open.id, { decision: 'signed', documentVersion: version, ...common })
  await note(tx, 'final-plan.signed', { body: open.body, on: decided.decidedOn, reference: decided.reference, version })
  await tellOfPlan(deps, tx, {
    journey,
    key: `signed:${version}`,
    to: 'everyone',
    write: (t, language) => ({
      subject: t.mailSubject(community.name),
      paragraphs: [t.mailText(open.body, longDate(decided.decidedOn, language))],
    }),
  })
}

/** The clock runs again where it was stopped for this. */
async function goOn(deps: Deps, tx: Tx, journey: Journey, open: SignOffRow): Promise<void> {
  if (open.paused && journey.state === 'paused') await resumeJourney(tx, journey, { at: deps.now() })
}
