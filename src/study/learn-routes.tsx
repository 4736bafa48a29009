import { Hono } from 'hono'
import { lessonToContinue, minutesLeft } from '../domain/learning/completion.ts'
import { listMyAssignments } from '../journey/learning/index.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { documentOf } from '../ui/layout.tsx'
import { listEnrolments, listLessonsDone } from './enrolment-store.ts'
import { listEvents } from './event-store.ts'
import { type AssignedLine, type LearnLine, LearnPage } from './learn-page.tsx'
import { bodyOf, readItem } from './load.ts'
import { statementOf } from './statements.ts'

/** Statements of one answer; the next ones are named in it. */
const statementsAtOnce = 500

/** All that one studies, and its events as data. */
export function learnRoutes(deps: RoomDependencies) {
  const { db, guard, asset } = deps
  return new Hono<ActorEnvironment>()
    .get('/learn', guard.program('study.own'), async (c) => {
      const { actor } = c.var
      const { personId } = actor
      const { enrolments, assignments, latest, latestDone } = await asPerson(db, actor, async (tx) => {
        const own = await listEnrolments(tx, personId)
        // Only where to go on needs to know which lessons are done; the others need their number.
        const latest = own.find(({ doneAt }) => doneAt === undefined)
        return {
          enrolments: own,
          assignments: await listMyAssignments(tx, personId),
          latest: latest?.item,
          latestDone: latest ? await listLessonsDone(tx, { personId, item: latest.item }) : new Set<string>(),
        }
      })
      const lines: LearnLine[] = []
      for (const { lessonsDone, ...enrolment } of enrolments) {
        const read = await readItem(deps, enrolment.release, enrolment.item)
        if (read === undefined) continue
        const isLatest = enrolment.item === latest
        lines.push({
          item: read.item,
          body: read.body,
          enrolment,
          lessonsDone,
          minutesLeft: isLatest ? minutesLeft(read.body, latestDone) : 0,
          lesson: isLatest ? lessonToContinue(read.body, { lessonsDone: latestDone }, enrolment.lastLesson) : undefined,
        })
      }
      const assigned: AssignedLine[] = []
      for (const one of assignments) {
        const own = enrolments.find(({ item }) => item === one.item)
        if (one.state === 'done') continue
        const read = await readItem(deps, one.release, one.item)
        if (read) {
          assigned.push({
            item: read.item,
            journeyId: one.journeyId,
            communityName: one.communityName,
            due: one.dueOn,
            started: own !== undefined,
          })
        }
      }
      return c.html(
        documentOf(<LearnPage frame={frameOf(c, asset)} timeZone={actor.timeZone} lines={lines} assigned={assigned} />),
      )
    })
    .get('/learn/events.json', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const asked = Number(c.req.query('after') ?? '0')
      const after = Number.isSafeInteger(asked) && asked >= 0 ? asked : 0
      const events = await asPerson(db, actor, (tx) =>
        listEvents(tx, actor.personId, { after, limit: statementsAtOnce + 1 }),
      )
      const shown = events.slice(0, statementsAtOnce)
      const content = await deps.findContent(deps.release)
      const titleOf = (id: string) => content?.pack.items.find((item) => item.id === id)?.title
      const lessonTitleOf = (id: string, lesson: string) => {
        const body = content && bodyOf(content.pack, id)
        return body?.kind === 'course' ? body.lessons.find((one) => one.id === lesson)?.title : undefined
      }
      c.header('Content-Disposition', 'attachment; filename="learning-events.json"')
      return c.json({
        statements: shown.map((event) =>
          statementOf(event, { origin: deps.origin, personId: actor.personId, titleOf, lessonTitleOf }),
        ),
        ...(events.length > shown.length
          ? { more: `${paths.study(language, 'events.json')}?after=${shown.at(-1)?.place}` }
          : {}),
      })
    })
}
