import type { Context } from 'hono'
import { Hono } from 'hono'
import { closingAfter, mayLock, usualDaysOpen } from '../../domain/participation.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { recordEvent } from '../record/index.ts'
import { readReason } from './forms.ts'
import { aboutOf, change, loadRound, mayUnlock } from './load.ts'
import { queueReminders, stopMail } from './mails.ts'
import { LockPage } from './manage-pages.tsx'
import { diagnosticMessages } from './messages.ts'
import { listRespondents } from './respondent-store.ts'
import { countVoices, type Round, setLocked, setOverride, setUnlocked } from './round-store.ts'

/** Locks the baseline with enough answers or a reason; opens it again with a reason. */
export function lockRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const address = (c: Context<JourneyEnvironment>, ...rest: string[]) =>
    paths.journey(c.var.language, c.var.place.journey.id, 'diagnostic', ...rest)

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/diagnostic/lock', guard('diagnostic.lock'), async (c) => c.html(await lockPage(deps, c)))

    .post('/journeys/:journey/diagnostic/lock', guard('diagnostic.lock'), async (c) => {
      const { actor, place } = c.var
      await readForm(c.req)
      const locked = await asPerson(db, actor, async (tx) => {
        const { round, pack } = await loadRound(deps, tx, place, { lock: true })
        if (round.lockedAt) return true
        if (place.journey.state !== 'active') throw new ConflictError()
        const { submitted, lock } = await standingOf(tx, round)
        if (!lock.ok) return false
        const at = now()
        const wording = Object.fromEntries(
          pack.components.map(({ id, rubricVersion }): [string, number] => [id, rubricVersion]),
        )
        await setLocked(tx, round.id, { wording, by: actor.personId, at })
        for (const { id } of await listRespondents(tx, round.id)) await stopMail(tx, id)
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.locked',
          at,
          detail: { respondents: submitted, release: round.release, lock: round.locks + 1 },
        })
        return true
      })
      return locked ? c.redirect(address(c), 303) : c.html(await lockPage(deps, c), 409)
    })

    .post('/journeys/:journey/diagnostic/override', guard('diagnostic.override'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const read = readReason(form, 'reason', diagnosticMessages[language].reasonError)
      if (!read.ok) {
        const given = { errors: read.errors, values: { reason: textIn(form, 'reason') } }
        return c.html(await lockPage(deps, c, given), 422)
      }
      await change(deps, c, async (tx, { round, now: at }) => {
        if (round.overrideReason === read.value) return
        await setOverride(tx, round.id, { reason: read.value, by: actor.personId, at })
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.overridden',
          at,
          detail: { least: round.least },
        })
      })
      return c.redirect(address(c, 'lock'), 303)
    })

    .post('/journeys/:journey/diagnostic/unlock', guard('diagnostic.override'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const read = readReason(form, 'reason', diagnosticMessages[language].reasonError)
      if (!read.ok) {
        const given = { errors: read.errors, values: { reason: textIn(form, 'reason') } }
        return c.html(await lockPage(deps, c, given), 422)
      }
      await asPerson(db, actor, async (tx) => {
        const loaded = await loadRound(deps, tx, place, { lock: true })
        const { round, timeZone } = loaded
        if (!round.lockedAt) return
        if (!mayUnlock(place)) throw new ConflictError()
        const at = now()
        const later = closingAfter(at, usualDaysOpen, timeZone)
        const closesAt = new Date(Math.max(round.closesAt.getTime(), later.getTime()))
        await setUnlocked(tx, round.id, { reason: read.value, closesAt })
        const about = aboutOf({ ...loaded, round: { ...round, closesAt } }, place)
        for (const { id, submittedAt, withdrawnAt } of await listRespondents(tx, round.id)) {
          if (!submittedAt && !withdrawnAt) await queueReminders(deps, tx, about, { respondentId: id, now: at })
        }
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.unlocked',
          at,
          detail: { lock: round.locks },
        })
      })
      return c.redirect(address(c), 303)
    })
}

async function standingOf(tx: Tx, round: Round) {
  const { invited, submitted } = await countVoices(tx, round.id)
  const overridden = round.overrideReason !== undefined
  const lock = mayLock({ lockedAt: round.lockedAt, least: round.least, overridden, submitted })
  return { submitted, open: invited - submitted, lock }
}

async function lockPage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: { errors?: FieldError[]; values?: { reason: string } } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, timeZone } = await loadRound(deps, tx, place)
    const { lockedAt, overrideReason, least } = round
    return { timeZone, lockedAt, overrideReason, least, ...(await standingOf(tx, round)) }
  })
  return documentOf(
    <LockPage
      frame={frameOf(c, deps.asset)}
      place={place}
      standing={standing}
      mayUnlock={mayUnlock(place)}
      {...view}
      {...given}
    />,
  )
}
