import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { asPerson, asService, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/languages.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { documentOf } from '../../ui/layout.tsx'
import { getCommunityOf } from '../record/index.ts'
import { findBoard } from './board-store.ts'
import { learningCalendar } from './calendar.ts'
import { CalendarPage } from './calendar-page.tsx'
import { calendarMadeAt, findCalendarOwner, makeCalendarToken, revokeCalendarToken } from './calendar-store.ts'
import { type C, handling } from './handling.tsx'
import { loadLearning } from './load.ts'
import { learningMessages } from './messages.ts'

const type = 'text/calendar; charset=utf-8'

/** The pathway in calendars: an address that is its own key, and a file for once. */
export function calendarRoutes(deps: RoomDependencies) {
  const { db, guard, now, origin } = deps
  const h = handling(deps)

  const page = async (c: C, given: { address?: string; notice?: string | undefined } = {}) => {
    const { journey } = c.var.place
    const madeAt = await asPerson(db, c.var.actor, (tx) => calendarMadeAt(tx, journey.id, c.var.actor.personId))
    return c.html(documentOf(<CalendarPage {...h.parts(c)} madeAt={madeAt} notice={undefined} {...given} />))
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/learning/calendar', guard('learning.see'), (c) =>
      h.withBoard(c, () => page(c, { notice: learningMessages[c.var.language].notices[c.req.query('done') ?? ''] })),
    )
    .post('/journeys/:journey/learning/calendar', guard('learning.see'), async (c) => {
      const { journey, communityId } = c.var.place
      const { personId } = c.var.actor
      const token = await asPerson(db, c.var.actor, async (tx) =>
        (await findBoard(tx, journey.id))
          ? makeCalendarToken(tx, { journeyId: journey.id, communityId, personId, at: now() })
          : undefined,
      )
      if (token === undefined) return c.redirect(h.at(c), 303)
      const address = `${origin}${h.at(c, 'calendar', `${token}.ics`)}`
      return page(c, { address, notice: learningMessages[c.var.language].notices.calendar })
    })
    .post('/journeys/:journey/learning/calendar/revoke', guard('learning.see'), async (c) => {
      const { journey } = c.var.place
      await asPerson(db, c.var.actor, (tx) => revokeCalendarToken(tx, journey.id, c.var.actor.personId))
      return c.redirect(`${h.at(c, 'calendar')}?done=revoked`, 303)
    })
    .get('/journeys/:journey/learning/calendar.ics', guard('learning.see'), async (c) => {
      const learning = await h.load(c)
      if (typeof learning === 'string') return c.redirect(h.at(c), 303)
      const { personId } = c.var.actor
      const { communityName } = c.var.place
      const file = learningCalendar(learning, { personId, communityName, language: c.var.language, origin })
      return c.body(file, 200, {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="learning-${c.var.language}.ics"`,
      })
    })
}

/** The feed is open: a calendar program has no session, and the address is the key. What it shows is what its owner may see today. */
export function calendarFeedRoutes(deps: RoomDependencies) {
  const { db, origin } = deps
  return new Hono<AppEnvironment>().get(
    '/journeys/:journey/learning/calendar/:feed',
    async (c: Context<AppEnvironment>) => {
      const [, token] = /^([\w-]{20,60})\.ics$/.exec(c.req.param('feed') ?? '') ?? []
      const journeyId = c.req.param('journey') ?? ''
      if (token === undefined || !uuid.test(journeyId)) throw new NotFoundError()
      const owner = await asService(db, (tx) => findCalendarOwner(tx, journeyId, token))
      if (owner === undefined) throw new NotFoundError()
      const learning = await loadLearning(deps, { ...owner, timeZone: deps.timeZone }, journeyId)
      if (typeof learning === 'string') throw new NotFoundError()
      const { name } = await asPerson(db, owner, (tx) => getCommunityOf(tx, learning.journey.communityId))
      const { language: said } = c.var
      const language = isLanguage(said) ? said : 'en'
      const file = learningCalendar(learning, { ...owner, communityName: name, language, origin })
      const tag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`
      const headers = { ETag: tag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
      if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, headers)
      return c.body(file, 200, { ...headers, 'Content-Type': type })
    },
  )
}
