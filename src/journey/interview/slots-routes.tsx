import { type Context, Hono } from 'hono'
import { freeSlots, minuteOf } from '../../domain/slots.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../../people/index.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { readMoment } from './forms.ts'
import { interviewMinutes } from './load.ts'
import { interviewMessages } from './messages.ts'
import { SlotsPage, type SlotsPageProps } from './slots-page.tsx'
import {
  deleteSingleSlot,
  deleteWeeklyHours,
  listBookingsOf,
  listBusy,
  listSingleSlots,
  listWeeklyHours,
  saveSingleSlot,
  saveWeeklyHours,
} from './slots-store.ts'

const weeksShown = 28 * 86_400_000
const nothingTyped = { weekday: '1', from: '', until: '', day: '', time: '' }

/** Where an advisor opens the times that communities can book. */
export function slotsRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  const page = async (
    c: Context<ActorEnvironment>,
    given: { typed?: SlotsPageProps['typed']; errors?: FieldError[] },
    status: 200 | 422,
  ) => {
    const { actor, standing } = c.var
    const { personId, timeZone } = actor
    const from = now()
    const until = new Date(from.getTime() + weeksShown)
    const view = await asPerson(db, actor, async (tx) => {
      const weekly = await listWeeklyHours(tx, personId)
      const singles = await listSingleSlots(tx, personId, from)
      const busy = await listBusy(tx, personId, from, until)
      return {
        weekly,
        upcoming: freeSlots({ weekly, singles, busy, timeZone, minutes: interviewMinutes, from, until }),
        takenOut: singles.filter(({ free }) => !free).map(({ startsAt }) => startsAt),
        booked: await listBookingsOf(tx, personId, from),
      }
    })
    const typed = given.typed ?? nothingTyped
    const props = {
      frame: frameOf(c, asset),
      standing,
      now: from,
      timeZone,
      ...view,
      typed,
      errors: given.errors ?? [],
    }
    return c.html(documentOf(<SlotsPage {...props} />), status)
  }

  return new Hono<ActorEnvironment>()
    .get('/desk/slots', guard.program('desk.slots'), (c) => page(c, {}, 200))
    .post('/desk/slots', guard.program('desk.slots'), async (c) => {
      const { actor, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const [act, value] = [textIn(form, 'act'), textIn(form, 'value')]
      const typed = {
        weekday: textIn(form, 'weekday'),
        from: textIn(form, 'from'),
        until: textIn(form, 'until'),
        day: textIn(form, 'day'),
        time: textIn(form, 'time'),
      }
      const errors: FieldError[] = []
      await asPerson(db, actor, async (tx) => {
        const { personId } = actor
        const moment = new Date(value)
        const isMoment = !Number.isNaN(moment.getTime())
        if (act === 'add-weekly') {
          const [fromMinute, untilMinute] = [minuteOf(typed.from), minuteOf(typed.until)]
          if (fromMinute === undefined) errors.push({ field: 'from', message: t.wrongTime })
          if (untilMinute === undefined) errors.push({ field: 'until', message: t.wrongTime })
          if (fromMinute === undefined || untilMinute === undefined) return
          if (untilMinute < fromMinute + interviewMinutes) {
            errors.push({ field: 'until', message: t.untilAfter })
            return
          }
          const weekday = Math.min(7, Math.max(1, Number.parseInt(typed.weekday, 10) || 1))
          await saveWeeklyHours(tx, personId, { weekday, fromMinute, untilMinute })
        } else if (act === 'add-single') {
          const read = readMoment(typed, actor.timeZone, '', t)
          if (!read.ok) errors.push(...read.errors)
          else if (read.value <= now()) errors.push({ field: 'day', message: t.pastTime })
          else await saveSingleSlot(tx, personId, { startsAt: read.value, free: true })
        } else if (act === 'remove-weekly' && /^[0-9a-f-]{36}$/.test(value)) {
          await deleteWeeklyHours(tx, personId, value)
        } else if (act === 'take-out' && isMoment) {
          await saveSingleSlot(tx, personId, { startsAt: moment, free: false })
        } else if (act === 'give-back' && isMoment) {
          await deleteSingleSlot(tx, personId, moment)
        }
      })
      if (errors.length > 0) return page(c, { typed, errors }, 422)
      return c.redirect(paths.desk(language, 'slots'), 303)
    })
}
