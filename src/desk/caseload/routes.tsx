import { Hono } from 'hono'
import { may } from '../../domain/access.ts'
import { caseLine, inCaseOrder } from '../../domain/caseload.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import { CaseloadPage, NotePage } from './pages.tsx'
import { findNote, isAdvisorOf, listCaseload, saveNote } from './store.ts'

/** The advisor's caseload, and their notes. */
export function caseloadRoutes({ db, now, asset, guard }: RoomDependencies) {
  return (
    new Hono<ActorEnvironment>()
      // Everyone with a desk starts here; an expert's desk is the questions put to them.
      .get('/desk', guard.program('desk.start'), async (c) => {
        const { actor, standing, language } = c.var
        if (!may('desk.caseload', standing)) return c.redirect(paths.desk(language, 'questions'), 303)
        const entries = await asPerson(db, actor, (tx) =>
          listCaseload(tx, actor.personId, dayIn(now(), actor.timeZone)),
        )
        const cases = inCaseOrder(entries.map((entry) => ({ ...entry, line: caseLine(entry.case, now()) })))
        const page = { frame: frameOf(c, asset), standing, timeZone: actor.timeZone, now: now(), cases }
        return c.html(documentOf(<CaseloadPage {...page} />))
      })
      .get('/desk/notes/:id', guard.program('desk.caseload'), async (c) => {
        const { actor, standing } = c.var
        const id = idOf(c.req.param('id'))
        const { community, note } = await asPerson(db, actor, async (tx) => ({
          community: await isAdvisorOf(tx, actor.personId, id),
          note: await findNote(tx, id),
        }))
        if (community === undefined) throw new NotFoundError()
        const page = { frame: frameOf(c, asset), standing, community, theirs: undefined }
        const saved = c.req.query('saved') !== undefined
        return c.html(documentOf(<NotePage {...page} body={note.body} version={note.version} saved={saved} />))
      })
      .post('/desk/notes/:id', guard.program('desk.caseload'), async (c) => {
        const { actor, standing, language } = c.var
        const id = idOf(c.req.param('id'))
        const form = await readForm(c.req)
        const body = textIn(form, 'body').slice(0, 50_000)
        const version = Number(textIn(form, 'version')) || 0
        const { community, theirs } = await asPerson(db, actor, async (tx) => {
          const name = await isAdvisorOf(tx, actor.personId, id)
          if (name === undefined) throw new NotFoundError()
          const saved = await saveNote(tx, { communityId: id, body, version, at: now(), by: actor.personId })
          return { community: name, theirs: saved ? undefined : await findNote(tx, id) }
        })
        if (theirs === undefined) return c.redirect(`${paths.desk(language, 'notes', id)}?saved`, 303)
        const page = { frame: frameOf(c, asset), standing, community, theirs, saved: false }
        return c.html(documentOf(<NotePage {...page} body={body} version={theirs.version} />), 409)
      })
  )
}

function idOf(id: string): string {
  if (!uuid.test(id)) throw new NotFoundError()
  return id
}
