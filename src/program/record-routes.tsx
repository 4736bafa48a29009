import { Hono } from 'hono'
import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, type Frame, frameOf, type RoomDependencies } from '../people/index.ts'
import { writeCsv } from '../platform/csv.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { documentOf } from '../ui/layout.tsx'
import { Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { programMessages } from './messages.ts'
import { listProgramEvents, type ProgramEvent } from './store.ts'

const pageSize = 100
const exportMost = 100_000

/** What the program's own people changed: page and export. */
export function recordRoutes({ db, asset, guard, timeZone }: RoomDependencies) {
  return new Hono<ActorEnvironment>()
    .get('/program/record', guard.program('program.record'), async (c) => {
      const before = /^\d{1,18}$/.test(c.req.query('before') ?? '') ? c.req.query('before') : undefined
      const events = await asPerson(db, c.var.actor, (tx) => listProgramEvents(tx, before, pageSize + 1))
      const shown = events.slice(0, pageSize)
      const next = events.length > pageSize ? shown.at(-1)?.id : undefined
      const page = { frame: frameOf(c, asset), standing: c.var.standing, events: shown, next, timeZone }
      return c.html(documentOf(<RecordPage {...page} />))
    })
    .get('/program/record.csv', guard.program('program.record'), async (c) => {
      const t = programMessages[c.var.language]
      const events = await asPerson(db, c.var.actor, (tx) => listProgramEvents(tx, undefined, exportMost))
      const rows = events.map(({ at, person, act, detail }) => [
        at.toISOString(),
        person ?? '',
        act,
        JSON.stringify(detail),
      ])
      c.header('Content-Disposition', 'attachment; filename="program-record.csv"')
      return c.body(writeCsv([t.when, t.who, t.what, 'detail'], rows), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
      })
    })
}

function RecordPage(props: {
  frame: Frame
  standing: Standing
  events: ProgramEvent[]
  next: string | undefined
  timeZone: string
}) {
  const { frame, standing, events, next, timeZone } = props
  const { language } = frame
  const t = programMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="record" title={t.record}>
      <p>{t.recordText}</p>
      <p>
        <a href={`${paths.program(language, 'record')}.csv`}>{t.download}</a>
      </p>
      <Table
        caption={t.record}
        hideCaption
        head={[t.when, t.who, t.what]}
        rows={events.map((event) => [
          longDate(dayIn(event.at, timeZone), language),
          event.person ?? t.theService,
          t.acts[event.act] ?? event.act,
        ])}
      />
      {next !== undefined && (
        <p>
          <a href={`${paths.program(language, 'record')}?before=${next}`}>{t.next}</a>
        </p>
      )}
    </ProgramFrame>
  )
}
