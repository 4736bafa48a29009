import { Hono } from 'hono'
import { type StaffRole, staffRoles } from '../domain/access.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { programMessages } from './messages.ts'
import { PeoplePage, RolesPage } from './people-page.tsx'
import { findPerson, listPeople, otherAdministrators, setRoles } from './staff-store.ts'
import { recordProgramEvent } from './store.ts'

const pageSize = 50

/** Who has which role in the program. */
export function peopleRoutes({ db, now, asset, guard }: RoomDependencies) {
  return new Hono<ActorEnvironment>()
    .get('/program/people', guard.program('program.people'), async (c) => {
      const find = (c.req.query('find') ?? '').trim().slice(0, 100)
      const staffOnly = c.req.query('staff') === 'yes'
      const after = c.req.query('after')
      const people = await asPerson(db, c.var.actor, (tx) =>
        listPeople(tx, { find, staffOnly, after, limit: pageSize + 1 }),
      )
      const shown = people.slice(0, pageSize)
      const next = people.length > pageSize ? shown.at(-1)?.email : undefined
      const page = { frame: frameOf(c, asset), standing: c.var.standing, people: shown, find, staffOnly, next }
      return c.html(documentOf(<PeoplePage {...page} />))
    })
    .get('/program/people/:id', guard.program('program.people'), async (c) => {
      const person = await asPerson(db, c.var.actor, (tx) => findPerson(tx, c.req.param('id')))
      if (person === undefined) throw new NotFoundError()
      const own = person.id === c.var.actor.personId
      const page = { frame: frameOf(c, asset), standing: c.var.standing, person, roles: person.roles, own }
      return c.html(documentOf(<RolesPage {...page} />))
    })
    .post('/program/people/:id', guard.program('program.people'), async (c) => {
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const wanted = new Set([form.roles ?? []].flat())
      const roles: StaffRole[] = staffRoles.filter((role) => wanted.has(role))
      const outcome = await asPerson(db, actor, async (tx) => {
        const person = await findPerson(tx, c.req.param('id'))
        if (person === undefined) throw new NotFoundError()
        const removed = person.roles.includes('administrator') && !roles.includes('administrator')
        if (removed && (await otherAdministrators(tx, person.id)) === 0) return person
        await setRoles(tx, { personId: person.id, roles, at: now(), by: actor.personId })
        await recordProgramEvent(tx, {
          act: 'roles.changed',
          at: now(),
          personId: actor.personId,
          detail: { person: person.id, before: person.roles, after: roles },
        })
        return undefined
      })
      if (outcome === undefined) {
        return c.redirect(`${paths.program(language, 'people')}?find=${encodeURIComponent(textIn(form, 'find'))}`, 303)
      }
      const t = programMessages[language]
      const own = outcome.id === actor.personId
      const page = { frame: frameOf(c, asset), standing: c.var.standing, person: outcome, roles, own }
      return c.html(documentOf(<RolesPage {...page} error={t.lastAdministrator} />), 409)
    })
}
