import { changeState, type Guard, mayGoBack, moveOn, type Stage, stageAfter, stages } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import {
  endPause,
  insertEndedPause,
  type Journey,
  lockJourney,
  pauseJourney,
  recordEvent,
  resumeJourney,
  setStage,
  setState,
  startClock,
} from '../record/index.ts'
import { journeyFacts } from './facts.ts'

/** Who asks for a change, when, and from which version of the journey. */
export type Asked = { journeyId: string; version: number; by: string; at: Date }

/**
 * What became of a change. `same`: this very change was made already, by a button pressed twice. `conflict`: someone else changed
 * the journey since.
 */
export type Changed =
  | { kind: 'done'; journey: Journey }
  | { kind: 'same' }
  | { kind: 'conflict' }
  | { kind: 'held'; guards: Guard[] }

type Decide = (journey: Journey) => Promise<Changed>

/** Takes the lock, then decides whether the change still starts from what the person saw. */
async function changing(tx: Tx, asked: Asked, isSame: (journey: Journey) => boolean, decide: Decide): Promise<Changed> {
  const journey = await lockJourney(tx, asked.journeyId)
  if (journey.version === asked.version) return decide(journey)
  return journey.version === asked.version + 1 && isSame(journey) ? { kind: 'same' } : { kind: 'conflict' }
}

function record(tx: Tx, asked: Asked, journey: Journey, act: string, detail: Record<string, unknown> = {}) {
  return recordEvent(tx, {
    communityId: journey.communityId,
    journeyId: journey.id,
    personId: asked.by,
    act,
    at: asked.at,
    detail,
  })
}

/** Moves on to the next stage if every guard is met. Weeks count from the interview: entering its stage starts the clock. */
export function moveJourney(tx: Tx, asked: Asked & { from: string }): Promise<Changed> {
  const from = stages.find((stage) => stage === asked.from)
  const isSame = (journey: Journey) => from !== undefined && journey.stage === stageAfter(from)
  return changing(tx, asked, isSame, async (journey) => {
    const move = moveOn(journey, await journeyFacts(tx, journey, asked.at))
    if (!move.ok) return move.reason === 'guards' ? { kind: 'held', guards: move.guards } : { kind: 'conflict' }
    await setStage(tx, journey, { stage: move.to, at: asked.at, by: asked.by })
    if (move.to === 'interview' && journey.clockFrom === undefined) await startClock(tx, journey.id, asked.at)
    await record(tx, asked, journey, 'journey.moved', { from: journey.stage, to: move.to })
    return { kind: 'done', journey: { ...journey, stage: move.to, version: journey.version + 1 } }
  })
}

/** Goes back, with a reason; published documents are not touched. */
export function takeBack(tx: Tx, asked: Asked & { to: Stage; reason: string }): Promise<Changed> {
  const { to, reason } = asked
  return changing(
    tx,
    asked,
    (journey) => journey.stage === to,
    async (journey) => {
      if (!mayGoBack(journey, to)) return { kind: 'conflict' }
      await setStage(tx, journey, { stage: to, at: asked.at, by: asked.by, back: true, reason })
      await record(tx, asked, journey, 'journey.went-back', { from: journey.stage, to, reason })
      return { kind: 'done', journey: { ...journey, stage: to } }
    },
  )
}

/** Stops the weeks. */
export function pause(tx: Tx, asked: Asked & { reason: string; expectedOn?: string | undefined }): Promise<Changed> {
  return changing(
    tx,
    asked,
    ({ state }) => state === 'paused',
    async (journey) => {
      if (changeState(journey, 'pause') === undefined) return { kind: 'conflict' }
      const { reason, expectedOn, at } = asked
      await pauseJourney(tx, journey, { reason, expectedOn, at })
      await record(tx, asked, journey, 'journey.paused', { reason, ...(expectedOn ? { expectedOn } : {}) })
      return { kind: 'done', journey }
    },
  )
}

/** Lets the weeks count again. */
export function resume(tx: Tx, asked: Asked): Promise<Changed> {
  return changing(
    tx,
    asked,
    ({ state }) => state === 'active',
    async (journey) => {
      if (changeState(journey, 'resume') === undefined) return { kind: 'conflict' }
      await resumeJourney(tx, journey, { at: asked.at })
      await record(tx, asked, journey, 'journey.resumed')
      return { kind: 'done', journey }
    },
  )
}

/** Ends the journey where it stands; it can be reopened. */
export function withdraw(tx: Tx, asked: Asked & { reason: string }): Promise<Changed> {
  return changing(
    tx,
    asked,
    ({ state }) => state === 'withdrawn',
    async (journey) => {
      const state = changeState(journey, 'withdraw')
      if (state === undefined) return { kind: 'conflict' }
      await endPause(tx, journey.id, asked.at)
      await setState(tx, journey, { state, at: asked.at })
      await record(tx, asked, journey, 'journey.withdrawn', {
        stage: journey.stage,
        ...(asked.reason === '' ? {} : { reason: asked.reason }),
      })
      return { kind: 'done', journey }
    },
  )
}

/** Takes up a withdrawn journey where it was left. The time in between does not count. */
export function reopen(tx: Tx, asked: Asked & { words: string }): Promise<Changed> {
  return changing(
    tx,
    asked,
    ({ state }) => state === 'active',
    async (journey) => {
      const state = changeState(journey, 'reopen')
      if (state === undefined) return { kind: 'conflict' }
      await setState(tx, journey, { state, at: asked.at })
      if (journey.endedAt) {
        await insertEndedPause(tx, journey, { from: journey.endedAt, until: asked.at, reason: asked.words })
      }
      await record(tx, asked, journey, 'journey.reopened', { stage: journey.stage })
      return { kind: 'done', journey }
    },
  )
}
