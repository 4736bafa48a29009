import { type Context, Hono } from 'hono'
import type { CourseBody, Lesson } from '../content/schema.ts'
import { mayMark, whatRemains } from '../domain/learning/completion.ts'
import { completeForPerson } from '../journey/learning/index.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, listOwnCommunities, type RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { listChecks, listOwnShares } from './check-store.ts'
import {
  keepPlace,
  listLessonsDone,
  markItem,
  markLesson,
  setRelease,
  startEnrolment,
  unmarkLesson,
} from './enrolment-store.ts'
import { insertEvent } from './event-store.ts'
import { finishIfDone } from './finish.ts'
import { identifiersOf } from './identifiers.ts'
import { type ItemPageProps, StudyItemPage } from './item-page.tsx'
import type { ShareChoice } from './item-parts.tsx'
import { LessonPage, type LessonPageProps } from './lesson-page.tsx'
import { findNewerText, isCountable, loadStudied, readProgress, type Studied } from './load.ts'
import { studyMessages } from './messages.ts'
import { findNote } from './note-store.ts'
import { wholeText } from './notes-form.tsx'
import { readTemplatePage } from './template-handler.tsx'

type C = Context<ActorEnvironment>

/** Starts an item on the release it was found in, if it was not started; its first event says so. */
export async function ensureStarted(
  deps: RoomDependencies,
  tx: Tx,
  given: { personId: string; studied: Studied; at: Date },
): Promise<void> {
  const { personId, studied, at } = given
  const item = studied.item.id
  if (studied.enrolment !== undefined) return
  if (!(await startEnrolment(tx, { personId, item, release: studied.release, at }))) return
  await insertEvent(tx, {
    personId,
    verb: 'initialized',
    object: identifiersOf(deps.origin).item(item),
    objectKind: studied.body?.kind ?? 'item',
    at,
  })
}

/** The course and the lesson that an address names. @throws NotFoundError when the learner's text has no such lesson */
export function lessonOf(studied: Studied, id: string | undefined): { body: CourseBody; lesson: Lesson } {
  const { body } = studied
  const lesson = body?.kind === 'course' ? body.lessons.find((one) => one.id === id) : undefined
  if (body?.kind !== 'course' || lesson === undefined) throw new NotFoundError()
  return { body, lesson }
}

/** The page of an item; notes as they were typed, where they could not be saved. */
export async function itemPage(
  deps: RoomDependencies,
  c: C,
  studied: Studied,
  given: { notes?: ItemPageProps['notes']; notice?: string | undefined },
): Promise<string> {
  const { actor } = c.var
  const { personId } = actor
  const item = studied.item.id
  const { body } = studied
  const newer = await findNewerText(deps, studied)
  const own = await asPerson(deps.db, actor, async (tx) => {
    const note = await findNote(tx, { personId, item, lesson: wholeText })
    const shares = await listOwnShares(tx, { personId, item })
    const communities = (await listOwnCommunities(tx, personId)).filter(({ left }) => !left)
    return {
      countable: await isCountable(tx, personId, studied),
      checks: await listChecks(tx, { personId, item }),
      progress: await readProgress(tx, { personId, item, body, markedAt: studied.enrolment?.markedAt }),
      notes: { body: note?.body ?? '', version: note?.version ?? 0 },
      shares: communities.map(
        ({ communityId, name }): ShareChoice => ({
          communityId,
          name: name ?? '',
          shared: shares.some((share) => share.communityId === communityId),
        }),
      ),
    }
  })
  return documentOf(
    <StudyItemPage
      frame={frameOf(c, deps.asset)}
      timeZone={actor.timeZone}
      studied={studied}
      newer={newer}
      remaining={whatRemains(item, body, own.progress)}
      {...own}
      {...(given.notes ? { notes: given.notes } : {})}
      notice={given.notice}
    />,
  )
}

/** The page of a lesson; notes as they were typed, where they could not be saved. */
export async function lessonPage(
  deps: RoomDependencies,
  c: C,
  studied: Studied,
  lessonId: string,
  notes?: LessonPageProps['notes'],
): Promise<string> {
  const { personId } = c.var.actor
  const item = studied.item.id
  const { body, lesson } = lessonOf(studied, lessonId)
  const own = await asPerson(deps.db, c.var.actor, async (tx) => ({
    lessonsDone: await listLessonsDone(tx, { personId, item }),
    note: await findNote(tx, { personId, item, lesson: lessonId }),
  }))
  return documentOf(
    <LessonPage
      frame={frameOf(c, deps.asset)}
      studied={studied}
      body={body}
      lesson={lesson}
      lessonsDone={own.lessonsDone}
      notes={notes ?? { body: own.note?.body ?? '', version: own.note?.version ?? 0 }}
    />,
  )
}

/** One item and its lessons: start, read, done. */
export function itemRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const load = (c: C) => loadStudied(deps, c.var.actor.personId, c.req.param('item') ?? '')

  return new Hono<ActorEnvironment>()
    .get('/learn/:item', guard.program('study.own'), async (c) => {
      const studied = await load(c)
      if (studied.body?.kind === 'template') return c.html(await readTemplatePage(deps, c, studied, {}))
      const t = studyMessages[c.var.language]
      const notice =
        c.req.query('moved-on') !== undefined ? t.movedOn : c.req.query('saved') !== undefined ? t.saved : undefined
      return c.html(await itemPage(deps, c, studied, { notice }))
    })
    .post('/learn/:item', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const studied = await load(c)
      await asPerson(db, actor, (tx) => ensureStarted(deps, tx, { personId: actor.personId, studied, at: now() }))
      return c.redirect(paths.study(language, studied.item.id), 303)
    })
    .post('/learn/:item/done', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const studied = await load(c)
      if (!mayMark(studied.body)) throw new NotFoundError()
      const at = now()
      const { item, body } = studied
      await asPerson(db, actor, async (tx) => {
        await ensureStarted(deps, tx, { personId, studied, at })
        await markItem(tx, { personId, item: item.id, at })
        await finishIfDone(deps, tx, { person: actor, item, body, language, at })
      })
      return c.redirect(paths.study(language, item.id), 303)
    })
    .post('/learn/:item/count', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const studied = await load(c)
      const item = studied.item.id
      if (studied.enrolment?.doneAt !== undefined) {
        const given = { personId: actor.personId, item, at: now() }
        await asPerson(db, actor, (tx) => completeForPerson(deps, tx, given))
      }
      return c.redirect(paths.study(language, item), 303)
    })
    .post('/learn/:item/move-on', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const studied = await load(c)
      const item = studied.item.id
      const newer = await findNewerText(deps, studied)
      // The offer of another day, or sent twice: what is read is the newest already.
      if (newer === undefined || textIn(form, 'release') !== newer.release) {
        return c.redirect(paths.study(language, item), 303)
      }
      const lessons = newer.body.kind === 'course' ? newer.body.lessons.map(({ id }) => id) : []
      const at = now()
      await asPerson(db, actor, async (tx) => {
        await setRelease(tx, { personId: actor.personId, item, release: newer.release, lessons, at })
        await finishIfDone(deps, tx, { person: actor, item: studied.item, body: newer.body, language, at })
      })
      return c.redirect(`${paths.study(language, item)}?moved-on`, 303)
    })
    .get('/learn/:item/:lesson', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const studied = await load(c)
      const { lesson } = lessonOf(studied, c.req.param('lesson'))
      // An address that somebody sent: what was not started is started first.
      if (studied.enrolment === undefined) return c.redirect(paths.study(language, studied.item.id), 303)
      const html = await lessonPage(deps, c, studied, lesson.id)
      // A browser that only fetches ahead has not opened the lesson.
      if (!/prefetch|prerender/.test(c.req.header('sec-purpose') ?? '')) {
        const place = { personId: actor.personId, item: studied.item.id, lesson: lesson.id, at: now() }
        await asPerson(db, actor, (tx) => keepPlace(tx, place))
      }
      return c.html(html)
    })
    .post('/learn/:item/:lesson/done', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const form = await readForm(c.req)
      const studied = await load(c)
      const { body, lesson } = lessonOf(studied, c.req.param('lesson'))
      const { item } = studied
      const at = now()
      const mark = { personId, item: item.id, lesson: lesson.id, at }
      if (textIn(form, 'act') === 'undo') {
        await asPerson(db, actor, (tx) => unmarkLesson(tx, mark))
        return c.redirect(paths.study(language, item.id, lesson.id), 303)
      }
      await asPerson(db, actor, async (tx) => {
        await ensureStarted(deps, tx, { personId, studied, at })
        if (await markLesson(tx, mark)) {
          await insertEvent(tx, {
            personId,
            verb: 'completed',
            object: identifiersOf(deps.origin).lesson(item.id, lesson.id),
            objectKind: 'lesson',
            result: { completion: true },
            at,
          })
        }
        const next = body.lessons[body.lessons.indexOf(lesson) + 1]
        await keepPlace(tx, { ...mark, lesson: next?.id ?? lesson.id })
        await finishIfDone(deps, tx, { person: actor, item, body, language, at })
      })
      const next = body.lessons[body.lessons.indexOf(lesson) + 1]
      return c.redirect(paths.study(language, item.id, ...(next ? [next.id] : [])), 303)
    })
}
