import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { memberRoles } from '../../domain/access.ts'
import { getCommunityOf } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import {
  type ActorEnvironment,
  asPerson,
  asService,
  frameOf,
  insertRead,
  namesOf,
  type PlaceEnvironment,
  type RoomDependencies,
} from '../../people/index.ts'
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { isAdvisorOf } from '../desk-store.ts'
import { idIn, longest, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { communityNames } from '../questions/store.ts'
import { newKey } from '../questions/thread-acts.ts'
import { outlineOf } from './agenda.ts'
import { DeskSessionsPage, SessionsPage } from './list-pages.tsx'
import { sessionMessages } from './messages.ts'
import { addSessionAction, cancelSession, holdSession, isDay, noteSession, readHours } from './session-acts.ts'
import { CancelSessionPage, SessionPage, type SessionPageProps, type TypedInSession } from './session-page.tsx'
import {
  findFeedback,
  getSession,
  listCommunitySessions,
  listHostedSessions,
  listPeople,
  readFeedbackTotals,
  type Session,
  saveFeedback,
} from './store.ts'

type Given = { typed?: TypedInSession; errors?: FieldError[]; notice?: string | undefined; conflict?: boolean }
type Side = SessionPageProps['side']
type Both = Context<ActorEnvironment>

/** A session's page, for the community and for whoever holds it: agenda, notes, actions, hours, feedback. */
export function sessionRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps

  const load = async (c: Both, side: 'community' | 'desk'): Promise<Session> => {
    const id = c.req.param('session') ?? ''
    if (!uuid.test(id)) throw new NotFoundError()
    const session = await asPerson(db, c.var.actor, (tx) => getSession(tx, id))
    const here =
      side === 'desk' ? session.hostId === c.var.actor.personId : session.communityId === c.req.param('community')
    if (!here) throw new NotFoundError()
    return session
  }

  const home = (c: Both, session: Session, side: 'community' | 'desk') =>
    side === 'desk'
      ? paths.desk(c.var.language, 'sessions', session.id)
      : paths.support(c.var.language, session.communityId, 'sessions', session.id)

  /** All that a page of the session shows. Names of who takes part are the service's to read: a host may be from outside. */
  const propsOf = async (c: Both, session: Session, given: Given): Promise<SessionPageProps> => {
    const { actor, standing } = c.var
    const place = (c.var as Partial<PlaceEnvironment['Variables']>).place
    const pack = await packOf(deps)
    const known = await asService(db, async (tx) => {
      const people = await listPeople(tx, session.id)
      const names = await namesOf(tx, [...people, session.hostId])
      const community = await getCommunityOf(tx, session.communityId)
      return { people, names, community }
    })
    const side: Side = place
      ? { kind: 'community', place, takesPart: known.people.includes(actor.personId) }
      : { kind: 'desk' }
    if (side.kind === 'desk') await logRead(c, session)
    const feedback = await asPerson(db, actor, (tx) => findFeedback(tx, session.id, actor.personId))
    return {
      frame: frameOf(c, asset),
      standing,
      pack,
      session,
      communityName: known.community.name,
      hostName: session.hostId && known.names.get(session.hostId),
      people: known.people.flatMap((one) => known.names.get(one) ?? []),
      zones: { reader: actor.timeZone, community: known.community.time_zone },
      outline: outlineOf(pack, session.item),
      side,
      now: now(),
      feedback,
      actionKey: newKey(),
      typed: given.typed ?? {},
      errors: given.errors ?? [],
      notice: given.notice,
      conflict: given.conflict ?? false,
    }
  }

  /** The community sees that whoever holds the session opened it. */
  async function logRead(c: Both, session: Session): Promise<void> {
    const { personId } = c.var.actor
    const advises = await asPerson(db, c.var.actor, (tx) => isAdvisorOf(tx, personId, session.communityId))
    const role = advises ? 'advisor' : 'expert'
    const read = { communityId: session.communityId, personId, role, act: 'session.hold', path: c.req.path, at: now() }
    await asService(db, (tx) => insertRead(tx, read))
  }

  const page = async (c: Both, session: Session, given: Given = {}) => {
    const status = given.conflict ? 409 : (given.errors ?? []).length > 0 ? 422 : 200
    return c.html(documentOf(<SessionPage {...(await propsOf(c, session, given))} />), status)
  }

  const show = (side: 'community' | 'desk') => async (c: Both) => {
    const t = sessionMessages[c.var.language]
    const said = { booked: t.booked, noted: t.notesSaved, added: t.actionAdded, thanks: t.feedbackSent }
    const notice = Object.entries(said).find(([name]) => c.req.query(name) !== undefined)?.[1]
    return page(c, await load(c, side), { notice })
  }

  const askToCancel = (side: 'community' | 'desk') => async (c: Both) => {
    const session = await load(c, side)
    if (session.state !== 'booked') return c.redirect(home(c, session, side), 303)
    return c.html(documentOf(<CancelSessionPage {...(await propsOf(c, session, {}))} />))
  }

  const cancel = (side: 'community' | 'desk') => async (c: Both) => {
    const session = await load(c, side)
    const reason = written(await readForm(c.req), 'reason').slice(0, 300)
    await cancelSession(deps, { session, by: byOf(c), reason })
    return c.redirect(home(c, session, side), 303)
  }

  const note = (side: 'community' | 'desk') => async (c: Both) => {
    const t = sessionMessages[c.var.language]
    const session = await load(c, side)
    const form = await readForm(c.req)
    const notes = written(form, 'notes')
    if (notes.length > longest.text) {
      return page(c, session, { typed: { notes }, errors: [{ field: 'notes', message: t.tooLong }] })
    }
    const version = Number.parseInt(textIn(form, 'version'), 10) || 0
    const saved = await noteSession(deps, { session, by: byOf(c), notes, version })
    if (!saved) return page(c, await load(c, side), { typed: { notes }, conflict: true })
    return c.redirect(`${home(c, session, side)}?noted`, 303)
  }

  const act = (side: 'community' | 'desk') => async (c: Both) => {
    const t = sessionMessages[c.var.language]
    const session = await load(c, side)
    const form = await readForm(c.req)
    const pack = await packOf(deps)
    const action = {
      title: written(form, 'title').replace(/\s+/g, ' '),
      due: textIn(form, 'due').trim(),
      component: pack.components.find(({ id }) => id === textIn(form, 'component'))?.id ?? '',
    }
    const errors: FieldError[] = []
    if (action.title === '') errors.push({ field: 'title', message: t.needAction })
    if (action.title.length > longest.line) errors.push({ field: 'title', message: t.tooLong })
    if (action.due !== '' && !isDay(action.due)) errors.push({ field: 'due', message: t.badDay })
    if (errors.length > 0) return page(c, session, { typed: { action }, errors })
    await addSessionAction(deps, {
      session,
      by: byOf(c),
      id: idIn(form, 'id') ?? newKey(),
      title: action.title,
      due: action.due || undefined,
      component: action.component || undefined,
    })
    return c.redirect(`${home(c, session, side)}?added`, 303)
  }

  const giveFeedback = async (c: Both) => {
    const { actor, language, standing } = c.var
    const t = sessionMessages[language]
    const session = await load(c, 'community')
    const form = await readForm(c.req)
    const isMember = standing.community.some((role) => memberRoles.some((one) => one === role))
    const tookPart = await asPerson(db, actor, (tx) => listPeople(tx, session.id))
    if (!isMember || !tookPart.includes(actor.personId) || session.state !== 'held') throw new NotAllowedError()
    const read = {
      useful: levelIn(form, 'useful'),
      clear: levelIn(form, 'clear'),
      nextStep: levelIn(form, 'nextStep'),
    }
    const missing = Object.entries(read).filter(([, level]) => level === undefined)
    if (read.useful === undefined || read.clear === undefined || read.nextStep === undefined) {
      return page(c, session, { errors: missing.map(([field]) => ({ field, message: t.feedbackMissing })) })
    }
    const feedback = { useful: read.useful, clear: read.clear, nextStep: read.nextStep }
    await asPerson(db, actor, (tx) =>
      saveFeedback(tx, { id: randomUUID(), session, personId: actor.personId, feedback, at: now() }),
    )
    return c.redirect(`${home(c, session, 'community')}?thanks`, 303)
  }

  const forCommunity = new Hono<PlaceEnvironment>()
    .get('/communities/:community/support/sessions', guard.community('session.see'), async (c) => {
      const { actor, place, standing } = c.var
      const sessions = await asPerson(db, actor, (tx) => listCommunitySessions(tx, place.communityId))
      const props = { frame: frameOf(c, asset), place, standing, timeZone: actor.timeZone, sessions }
      return c.html(documentOf(<SessionsPage {...props} />))
    })
    .get('/communities/:community/support/sessions/:session', guard.community('session.see'), show('community'))
    .get(
      '/communities/:community/support/sessions/:session/cancel',
      guard.community('session.book'),
      askToCancel('community'),
    )
    .post(
      '/communities/:community/support/sessions/:session/cancel',
      guard.community('session.book'),
      cancel('community'),
    )
    .post('/communities/:community/support/sessions/:session/notes', guard.community('session.book'), note('community'))
    .post(
      '/communities/:community/support/sessions/:session/actions',
      guard.community('session.book'),
      act('community'),
    )
    .post('/communities/:community/support/sessions/:session/feedback', guard.community('support.ask'), giveFeedback)

  const forHosts = new Hono<ActorEnvironment>()
    .get('/desk/sessions', guard.program('session.hold'), async (c) => {
      const { actor, standing } = c.var
      const view = await asPerson(db, actor, async (tx) => ({
        sessions: await listHostedSessions(tx, actor.personId),
        totals: await readFeedbackTotals(tx),
      }))
      const names = await asService(db, (tx) =>
        communityNames(
          tx,
          view.sessions.map(({ communityId }) => communityId),
        ),
      )
      const sessions = view.sessions.map((one) => ({ ...one, communityName: names.get(one.communityId) ?? '' }))
      const props = { frame: frameOf(c, asset), standing, timeZone: actor.timeZone, totals: view.totals, sessions }
      return c.html(documentOf(<DeskSessionsPage {...props} />))
    })
    .get('/desk/sessions/:session', guard.program('session.hold'), show('desk'))
    .get('/desk/sessions/:session/cancel', guard.program('session.hold'), askToCancel('desk'))
    .post('/desk/sessions/:session/cancel', guard.program('session.hold'), cancel('desk'))
    .post('/desk/sessions/:session/notes', guard.program('session.hold'), note('desk'))
    .post('/desk/sessions/:session/actions', guard.program('session.hold'), act('desk'))
    .post('/desk/sessions/:session/held', guard.program('session.hold'), async (c) => {
      const t = sessionMessages[c.var.language]
      const session = await load(c, 'desk')
      const typed = textIn(await readForm(c.req), 'hours')
      const hours = readHours(typed)
      const again = (message: string) =>
        page(c, session, { typed: { hours: typed }, errors: [{ field: 'hours', message }] })
      // Done before, by a second click.
      if (session.state !== 'booked') return c.redirect(home(c, session, 'desk'), 303)
      if (session.startsAt > now()) return again(t.tooEarly)
      if (hours === undefined) return again(t.badHours)
      await holdSession(deps, { session, by: byOf(c), hours })
      return c.redirect(home(c, session, 'desk'), 303)
    })

  return new Hono().route('/', forCommunity).route('/', forHosts)
}

const byOf = (c: Both) => ({ personId: c.var.actor.personId, language: c.var.language })

function levelIn(form: PostedForm, name: string): number | undefined {
  const level = Number(textIn(form, name))
  return [1, 2, 3, 4].includes(level) ? level : undefined
}
