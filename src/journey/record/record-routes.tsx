import { type Context, Hono } from 'hono'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { Language } from '../../platform/languages.ts'
import { documentOf } from '../../ui/layout.tsx'
import { listAreas, listEvents } from './event-store.ts'
import { communityWords, whoIn } from './event-words.ts'
import { recordMessages } from './record-messages.ts'
import { RecordPage } from './record-page.tsx'
import type { JourneyEvent } from './store.ts'

/** Lines on one page, and the most that one table holds. */
const pageLines = 50
const tableLines = 20_000

/** The append-only record of a journey, as a page and as a table. */
export function recordRoutes({ db, asset, guard }: RoomDependencies) {
  return new Hono<JourneyEnvironment>().get('/journeys/:journey/record', guard('journey.record'), async (c) => {
    const { language, actor, place, standing } = c.var
    const { area, before } = asked(c)
    if (c.req.query('format') === 'csv') {
      const events = await asPerson(db, actor, (tx) => listEvents(tx, place.journey.id, { area, limit: tableLines }))
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="${recordMessages[language].fileName}.csv"`)
      return c.body(recordTable(events, language))
    }
    const found = await asPerson(db, actor, async (tx) => ({
      events: await listEvents(tx, place.journey.id, { area, before, limit: pageLines + 1 }),
      areas: await listAreas(tx, place.journey.id),
    }))
    const events = found.events.slice(0, pageLines)
    return c.html(
      documentOf(
        <RecordPage
          frame={frameOf(c, asset)}
          place={place}
          standing={standing}
          timeZone={actor.timeZone}
          events={events}
          areas={found.areas}
          area={area}
          paged={before !== undefined}
          older={found.events.length > pageLines ? events.at(-1)?.id : undefined}
        />,
      ),
    )
  })
}

/** The filter of an address; what cannot be one is passed over. */
function asked(c: Context<JourneyEnvironment>) {
  const { area, before } = c.req.query()
  return {
    area: area && /^[a-z-]{1,40}$/.test(area) ? area : undefined,
    before: before && /^\d{1,18}$/.test(before) ? before : undefined,
  }
}

/** The record as CSV: time in UTC, so that a table says the same everywhere. */
export function recordTable(events: readonly Omit<JourneyEvent, 'id'>[], language: Language): string {
  return writeCsv(
    ['at', 'who', 'act', 'what'],
    events.map((event) => [
      event.at.toISOString(),
      whoIn(event, language),
      event.act,
      communityWords(event.act, event.detail, language),
    ]),
  )
}
