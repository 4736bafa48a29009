import { type Context, Hono } from 'hono'
import { freeSlots } from '../../domain/slots.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { readSettings } from '../../program/index.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { recordEvent, startClock } from '../record/index.ts'
import { BookPage, type BookPageProps, CancelPage, PeoplePage, type PeoplePageProps } from './booking-pages.tsx'
import {
  type Booking,
  changeBooking,
  findBooking,
  insertBooking,
  listParticipants,
  listPartners,
  type Partner,
  replaceParticipants,
} from './booking-store.ts'
import { listIn, readMoment, readPlace, readRoles, versionIn, writtenIn } from './forms.ts'
import { aboutOf, change, interviewMinutes, invitedOf, isOpen } from './load.ts'
import { tellOfBooking } from './mails.ts'
import { interviewMessages } from './messages.ts'
import { listBusy, listSingleSlots, listWeeklyHours, lockCalendar } from './slots-store.ts'
import { bumpPeople, markInterview, readInterview } from './store.ts'

const day = 86_400_000
/** How far ahead an interview can be booked, and the notice an advisor gets. */
const ahead = 42 * day
const notice = 2 * 3_600_000

type Outcome =
  | { kind: 'done' }
  | { kind: 'wrong'; errors: FieldError[] }
  /** The slot, or the booking itself, changed meanwhile. */
  | { kind: 'taken' | 'stale' }

/** Booking, changing and cancelling the interview, and who takes part. */
export function bookingRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  /** The advisor's free times; the time already booked counts as free for moving it by a little. */
  const slotsOf = async (tx: Tx, advisor: Partner | undefined, own: Booking | undefined): Promise<Date[]> => {
    if (advisor === undefined) return []
    const [from, until] = [new Date(now().getTime() + notice), new Date(now().getTime() + ahead)]
    const busy = await listBusy(tx, advisor.personId, from, until)
    const { closedDays } = (await readSettings(tx)).settings
    return freeSlots({
      weekly: await listWeeklyHours(tx, advisor.personId),
      singles: await listSingleSlots(tx, advisor.personId, from),
      busy: busy.filter(({ booking }) => booking === undefined || booking !== own?.id),
      timeZone: advisor.timeZone,
      minutes: interviewMinutes,
      from,
      until,
    }).filter(
      (slot) => slot.getTime() !== own?.startsAt.getTime() && !closedDays.includes(dayIn(slot, advisor.timeZone)),
    )
  }

  /** With whom the interview is: the advisor who books, else the community's. */
  const advisorFor = (partners: readonly Partner[], c: Context<JourneyEnvironment>): Partner | undefined =>
    partners.find(({ personId, roles }) => roles.includes('advisor') && personId === c.var.actor.personId) ??
    partners.find(({ roles }) => roles.includes('advisor'))

  const bookPage = async (
    c: Context<JourneyEnvironment>,
    given: Partial<Pick<BookPageProps, 'typed' | 'errors' | 'notice'>>,
    status: 200 | 409 | 422,
  ) => {
    const { actor, place, standing } = c.var
    const view = await asPerson(db, actor, async (tx) => {
      const booking = await findBooking(tx, place.journey.id)
      const advisor = place.journey.alone ? undefined : advisorFor(await listPartners(tx, place.communityId), c)
      const { communityZone } = await aboutOf(tx, place)
      return {
        booking: booking?.state === 'booked' ? booking : undefined,
        slots: await slotsOf(tx, advisor, booking),
        zones: { reader: actor.timeZone, community: communityZone },
        minutes: interviewMinutes,
      }
    })
    const typed = given.typed ?? { slot: '', day: '', time: '', place: view.booking?.place ?? '' }
    const props = { frame: frameOf(c, asset), place, standing, ...view, errors: [], ...given, typed }
    return c.html(documentOf(<BookPage {...props} />), status)
  }

  const peoplePage = async (
    c: Context<JourneyEnvironment>,
    given: Partial<Pick<PeoplePageProps, 'typed' | 'errors' | 'notice'>>,
    status: 200 | 409 | 422,
  ) => {
    const { actor, place, standing } = c.var
    const view = await asPerson(db, actor, async (tx) => ({
      members: (await listPartners(tx, place.communityId)).filter(({ roles }) =>
        roles.some((one) => one !== 'advisor'),
      ),
      participants: await listParticipants(tx, place.journey.id),
      version: (await readInterview(tx, place.journey.id)).peopleVersion,
    }))
    const props = { frame: frameOf(c, asset), place, standing, ...view, errors: [], ...given }
    return c.html(documentOf(<PeoplePage {...props} />), status)
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/interview/book', guard('interview.book'), (c) => bookPage(c, {}, 200))
    .post('/journeys/:journey/interview/book', guard('interview.book'), async (c) => {
      const { actor, place, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const typed = {
        slot: textIn(form, 'slot'),
        day: textIn(form, 'day'),
        time: textIn(form, 'time'),
        place: textIn(form, 'place'),
      }
      const where = readPlace(form, t)
      if (!where.ok) return bookPage(c, { typed, errors: where.errors }, 422)
      const { alone } = place.journey
      const outcome = await change(
        deps,
        c,
        async (tx, { journey, interview }): Promise<Outcome> => {
          const about = await aboutOf(tx, place)
          const partners = await listPartners(tx, journey.communityId)
          const advisor = alone ? undefined : advisorFor(partners, c)
          const current = await findBooking(tx, journey.id)
          if (current?.state === 'held') return { kind: 'stale' }
          if ((current?.id ?? '') !== textIn(form, 'booking')) return { kind: 'stale' }
          if (current && current.sequence !== versionIn(form, 'sequence')) return { kind: 'stale' }
          if (advisor) await lockCalendar(tx, advisor.personId)
          const free = await slotsOf(tx, advisor, current)
          const byAdvisor = advisor?.personId === actor.personId
          const entered = alone || (byAdvisor && (typed.day !== '' || typed.time !== ''))
          const chosen = entered
            ? readMoment(
                alone ? { day: typed.day, time: '12:00' } : typed,
                alone ? about.communityZone : actor.timeZone,
                '',
                t,
              )
            : pick(typed.slot, t)
          if (!chosen.ok) return { kind: 'wrong', errors: chosen.errors }
          const startsAt = chosen.value
          if (!alone && startsAt <= now())
            return { kind: 'wrong', errors: [{ field: entered ? 'day' : 'slot', message: t.pastTime }] }
          if (!entered && !free.some((slot) => slot.getTime() === startsAt.getTime())) return { kind: 'taken' }
          if (advisor && (await isBusy(tx, advisor.personId, startsAt, current))) return { kind: 'taken' }
          const held = alone && startsAt.getTime() <= now().getTime() + day / 2
          const detail = { at: startsAt.toISOString() }
          if (current) {
            await changeBooking(tx, current.id, {
              startsAt,
              place: where.value,
              advisorId: advisor?.personId,
              ...(held ? { state: 'held' } : {}),
            })
          } else {
            await insertBooking(tx, {
              journeyId: journey.id,
              communityId: journey.communityId,
              advisorId: advisor?.personId,
              startsAt,
              minutes: interviewMinutes,
              wholeDay: alone,
              place: where.value,
              state: held ? 'held' : 'booked',
              by: actor.personId,
              at: now(),
            })
          }
          const act = held ? 'interview.held' : current ? 'interview.rebooked' : 'interview.booked'
          await record(tx, c, act, detail)
          if (held) {
            if (interview.heldAt === undefined) await startClock(tx, journey.id, startsAt)
            await markInterview(tx, journey.id, { heldAt: startsAt })
            return { kind: 'done' }
          }
          const booking = await findBooking(tx, journey.id)
          if (booking) {
            const invited = invitedOf(partners, booking, await listParticipants(tx, journey.id))
            await tellOfBooking(deps, tx, about, { kind: current ? 'changed' : 'booked', booking, invited })
          }
          return { kind: 'done' }
        },
        isOpen,
      )
      if (outcome.kind === 'wrong') return bookPage(c, { typed, errors: outcome.errors }, 422)
      if (outcome.kind === 'taken') return bookPage(c, { typed: { ...typed, slot: '' }, notice: t.taken }, 409)
      if (outcome.kind === 'stale') return bookPage(c, { notice: t.stale }, 409)
      return c.redirect(paths.journey(language, place.journey.id, 'interview'), 303)
    })

    .get('/journeys/:journey/interview/cancel', guard('interview.book'), async (c) => {
      const { actor, place, standing } = c.var
      const view = await asPerson(db, actor, async (tx) => {
        const booking = await findBooking(tx, place.journey.id)
        if (booking?.state !== 'booked') throw new NotFoundError()
        const { communityZone } = await aboutOf(tx, place)
        return { booking, zones: { reader: actor.timeZone, community: communityZone } }
      })
      return c.html(documentOf(<CancelPage frame={frameOf(c, asset)} place={place} standing={standing} {...view} />))
    })
    .post('/journeys/:journey/interview/cancel', guard('interview.book'), async (c) => {
      const { place, language } = c.var
      const form = await readForm(c.req)
      await change(
        deps,
        c,
        async (tx, { journey }) => {
          const booking = await findBooking(tx, journey.id)
          // Cancelled already, by a second click or by someone else: nothing more to do.
          if (booking?.state !== 'booked' || booking.id !== textIn(form, 'booking')) return
          const reason = writtenIn(form, 'reason').slice(0, 300)
          await changeBooking(tx, booking.id, { state: 'cancelled', reason })
          await record(tx, c, 'interview.cancelled', { at: booking.startsAt.toISOString(), reason })
          const partners = await listPartners(tx, journey.communityId)
          await tellOfBooking(deps, tx, await aboutOf(tx, place), {
            kind: 'cancelled',
            booking: { ...booking, sequence: booking.sequence + 1 },
            invited: invitedOf(partners, booking, await listParticipants(tx, journey.id)),
            ...(reason ? { reason } : {}),
          })
        },
        isOpen,
      )
      return c.redirect(paths.journey(language, place.journey.id, 'interview'), 303)
    })

    .post('/journeys/:journey/interview/held', guard('interview.edit'), async (c) => {
      const { place, language } = c.var
      const form = await readForm(c.req)
      await change(
        deps,
        c,
        async (tx, { journey, interview }) => {
          const booking = await findBooking(tx, journey.id)
          if (booking?.state !== 'booked' || booking.id !== textIn(form, 'booking')) return
          const heldAt = new Date(Math.min(booking.startsAt.getTime(), now().getTime()))
          await changeBooking(tx, booking.id, { state: 'held' })
          if (interview.heldAt === undefined) await startClock(tx, journey.id, heldAt)
          await markInterview(tx, journey.id, { heldAt })
          await record(tx, c, 'interview.held', { at: heldAt.toISOString() })
        },
        isOpen,
      )
      return c.redirect(paths.journey(language, place.journey.id, 'interview'), 303)
    })

    .get('/journeys/:journey/interview/people', guard('interview.book'), (c) => peoplePage(c, {}, 200))
    .post('/journeys/:journey/interview/people', guard('interview.book'), async (c) => {
      const { place, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const typed = { members: listIn(form, 'member'), others: textIn(form, 'others') }
      const roles = readRoles(form, t)
      if (!roles.ok) return peoplePage(c, { typed, errors: roles.errors }, 422)
      const saved = await change(
        deps,
        c,
        async (tx, { journey, interview }) => {
          if (interview.peopleVersion !== versionIn(form)) return false
          const partners = await listPartners(tx, journey.communityId)
          const before = await listParticipants(tx, journey.id)
          const members = partners.filter(
            (one) => typed.members.includes(one.personId) && one.roles.some((role) => role !== 'advisor'),
          )
          const after: { personId?: string; role: string }[] = [
            ...members.map(({ personId, roles: own }) => ({
              personId,
              role: own.find((role) => role !== 'advisor') ?? 'contributor',
            })),
            ...roles.value.map((role) => ({ role })),
          ]
          await replaceParticipants(tx, journey, after)
          await bumpPeople(tx, journey.id)
          await record(tx, c, 'interview.people-named', { members: members.length, others: roles.value.length })
          await tellOfPeople(tx, c, { partners, before, after })
          return true
        },
        isOpen,
      )
      if (!saved) return peoplePage(c, { typed, notice: t.stale }, 409)
      return c.redirect(paths.journey(language, place.journey.id, 'interview'), 303)
    })

  function pick(slot: string, t: (typeof interviewMessages)['en']) {
    const startsAt = new Date(slot)
    return slot === '' || Number.isNaN(startsAt.getTime())
      ? { ok: false as const, errors: [{ field: 'slot', message: t.chooseSlot }] }
      : { ok: true as const, value: startsAt }
  }

  /** Whether the advisor is taken at a time, by another booking than this one. */
  async function isBusy(tx: Tx, advisorId: string, startsAt: Date, own: Booking | undefined): Promise<boolean> {
    const until = new Date(startsAt.getTime() + interviewMinutes * 60_000)
    const busy = await listBusy(tx, advisorId, startsAt, until)
    return busy.some(
      (one) =>
        (one.booking === undefined || one.booking !== own?.id) &&
        one.startsAt.getTime() + one.minutes * 60_000 > startsAt.getTime(),
    )
  }

  /** When who takes part changes after the booking, calendars learn of it: the new ones get it, those who left lose it. */
  async function tellOfPeople(
    tx: Tx,
    c: Context<JourneyEnvironment>,
    given: {
      partners: Partner[]
      before: { personId?: string | undefined }[]
      after: { personId?: string }[]
    },
  ): Promise<void> {
    const { place } = c.var
    const booking = await findBooking(tx, place.journey.id)
    if (booking?.state !== 'booked') return
    const [before, invited] = [given.before, given.after].map((list) => invitedOf(given.partners, booking, list))
    const ids = (list: Partner[] = []) => list.map(({ personId }) => personId).join()
    if (invited === undefined || ids(before) === ids(invited)) return
    await changeBooking(tx, booking.id, {})
    const next = { ...booking, sequence: booking.sequence + 1 }
    const about = await aboutOf(tx, place)
    const left = (before ?? []).filter((one) => !invited.includes(one))
    await tellOfBooking(deps, tx, about, { kind: 'changed', booking: next, invited })
    await tellOfBooking(deps, tx, about, { kind: 'cancelled', booking: next, invited: left, to: left })
  }

  async function record(tx: Tx, c: Context<JourneyEnvironment>, act: string, detail: Record<string, unknown>) {
    const { actor, place } = c.var
    await recordEvent(tx, {
      communityId: place.communityId,
      journeyId: place.journey.id,
      personId: actor.personId,
      act,
      at: now(),
      detail,
    })
  }
}
