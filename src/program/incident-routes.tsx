import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { Language } from '../platform/languages.ts'
import { type PostedForm, readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import type { FieldError } from '../ui/parts.tsx'
import { IncidentPage, IncidentsPage } from './incident-pages.tsx'
import { type Incident, insertIncident, listIncidents, updateIncident } from './incident-store.ts'
import { privacyMessages } from './privacy-messages.ts'
import { recordProgramEvent } from './store.ts'

/** The register of confidentiality incidents. */
export function incidentRoutes({ db, now, asset, guard }: RoomDependencies) {
  return new Hono<ActorEnvironment>()
    .get('/program/incidents', guard.program('program.privacy'), async (c) => {
      const incidents = await asPerson(db, c.var.actor, listIncidents)
      const page = { frame: frameOf(c, asset), standing: c.var.standing, incidents }
      return c.html(documentOf(<IncidentsPage {...page} />))
    })
    .get('/program/incidents/new', guard.program('program.privacy'), (c) => {
      const page = { frame: frameOf(c, asset), standing: c.var.standing, incident: {}, errors: [], isNew: true }
      return c.html(documentOf(<IncidentPage {...page} />))
    })
    .post('/program/incidents/new', guard.program('program.privacy'), async (c) => {
      const { actor, language } = c.var
      const { incident, errors } = readIncident(await readForm(c.req), randomUUID(), language)
      if (errors.length > 0) {
        const page = { frame: frameOf(c, asset), standing: c.var.standing, incident, errors, isNew: true }
        return c.html(documentOf(<IncidentPage {...page} />), 422)
      }
      await asPerson(db, actor, async (tx) => {
        await insertIncident(tx, incident, { at: now(), by: actor.personId })
        const detail = { incident: incident.id }
        await recordProgramEvent(tx, { act: 'incident.recorded', at: now(), personId: actor.personId, detail })
      })
      return c.redirect(paths.program(language, 'incidents'), 303)
    })
    .get('/program/incidents/:id', guard.program('program.privacy'), async (c) => {
      const incidents = await asPerson(db, c.var.actor, listIncidents)
      const incident = incidents.find(({ id }) => id === c.req.param('id'))
      if (incident === undefined) throw new NotFoundError()
      const page = { frame: frameOf(c, asset), standing: c.var.standing, incident, errors: [], isNew: false }
      return c.html(documentOf(<IncidentPage {...page} />))
    })
    .post('/program/incidents/:id', guard.program('program.privacy'), async (c) => {
      const { actor, language } = c.var
      const { incident, errors } = readIncident(await readForm(c.req), c.req.param('id'), language)
      const page = { frame: frameOf(c, asset), standing: c.var.standing, errors, isNew: false }
      if (errors.length > 0) return c.html(documentOf(<IncidentPage {...page} incident={incident} />), 422)
      const current = await asPerson(db, actor, async (tx) => {
        const found = (await listIncidents(tx)).find(({ id }) => id === incident.id)
        if (found === undefined) throw new NotFoundError()
        if (!(await updateIncident(tx, incident))) return found
        const detail = { incident: incident.id }
        await recordProgramEvent(tx, { act: 'incident.changed', at: now(), personId: actor.personId, detail })
        return undefined
      })
      if (current === undefined) return c.redirect(paths.program(language, 'incidents'), 303)
      const again = { ...incident, version: current.version }
      return c.html(documentOf(<IncidentPage {...page} incident={again} conflict />), 409)
    })
}

function readIncident(form: PostedForm, id: string, language: Language): { incident: Incident; errors: FieldError[] } {
  const t = privacyMessages[language]
  const text = (name: string) => textIn(form, name).trim().slice(0, 5000)
  const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  const closedOn = text('closedOn')
  const incident: Incident = {
    id,
    happenedOn: text('happenedOn'),
    noticedOn: text('noticedOn'),
    what: text('what'),
    whose: text('whose'),
    seriousHarm: text('seriousHarm') === 'yes',
    measures: text('measures'),
    told: text('told'),
    closedOn: closedOn === '' ? undefined : closedOn,
    version: Number(text('version')) || 1,
  }
  const errors: FieldError[] = []
  for (const field of ['happenedOn', 'noticedOn'] as const) {
    if (!isDay(incident[field])) errors.push({ field, message: t.badDate(t[field]) })
  }
  if (closedOn !== '' && !isDay(closedOn)) errors.push({ field: 'closedOn', message: t.badDate(t.closedOn) })
  if (errors.length === 0 && incident.noticedOn < incident.happenedOn)
    errors.push({ field: 'noticedOn', message: t.dateOrder })
  for (const field of ['what', 'whose', 'measures', 'told'] as const) {
    if (incident[field] === '') errors.push({ field, message: t.required(t[field]) })
  }
  if (!['yes', 'no'].includes(text('seriousHarm')))
    errors.push({ field: 'seriousHarm', message: t.required(t.seriousHarm) })
  return { incident, errors }
}
