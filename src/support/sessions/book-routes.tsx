import { type Context, Hono } from 'hono'
import { freeSlots } from '../../domain/slots.ts'
import { listBusy, listSingleSlots, listWeeklyHours, lockCalendar } from '../../journey/interview/index.ts'
import { getCommunityOf, listJourneys, recordEvent } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import {
  asPerson,
  asService,
  frameOf,
  listMembers,
  type PlaceEnvironment,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/languages.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { readSettings } from '../../program/index.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { type KnownHelper, listHelpers, listParties } from '../desk-store.ts'
import { idIn, listIn, longest, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { newKey } from '../questions/thread-acts.ts'
import { minutesFor } from './agenda.ts'
import { BookPage, ChooseHostPage, type TypedSession } from './book-pages.tsx'
import { tellOfSession } from './mails.ts'
import { sessionMessages } from './messages.ts'
import {
  changeSession,
  findSession,
  getSession,
  insertSession,
  listPeople,
  lockSession,
  type Session,
} from './store.ts'

const day = 86_400_000
/** How far ahead a session can be booked, and the notice its host gets. */
const ahead = 42 * day
const notice = 12 * 3_600_000

type Outcome = { kind: 'done'; id: string } | { kind: 'taken' | 'stale' }

/** Booking a session with an advisor or expert, and moving it. */
export function bookRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps

  /** Someone who takes sessions. */
  const findHost = async (communityId: string, hostId: string): Promise<KnownHelper> => {
    const hosts = await asService(db, (tx) => listHelpers(tx, communityId))
    const host = hosts.find((one) => one.personId === hostId && one.takesSessions)
    if (host === undefined) throw new NotFoundError()
    return host
  }

  /** A host's free times; the time of the session that is moved counts as free. */
  const slotsOf = async (tx: Tx, hostId: string, timeZone: string, minutes: number, moved?: Session) => {
    const [from, until] = [new Date(now().getTime() + notice), new Date(now().getTime() + ahead)]
    const { closedDays } = (await readSettings(tx)).settings
    return freeSlots({
      weekly: await listWeeklyHours(tx, hostId),
      singles: await listSingleSlots(tx, hostId, from),
      busy: (await listBusy(tx, hostId, from, until)).filter(({ booking }) => !moved || booking !== moved.id),
      timeZone,
      minutes,
      from,
      until,
    }).filter((slot) => slot.getTime() !== moved?.startsAt.getTime() && !closedDays.includes(dayIn(slot, timeZone)))
  }

  /** Under other data terms a talk with someone from outside is the leads' and stewards' to book. */
  const mayBookWith = async (c: Context<PlaceEnvironment>, host: KnownHelper): Promise<boolean> => {
    const { place, standing, actor } = c.var
    if (host.assigned || standing.community.some((role) => role === 'lead' || role === 'steward')) return true
    return asPerson(db, actor, async (tx) => (await getCommunityOf(tx, place.communityId)).data_terms === 'standard')
  }

  const page = async (
    c: Context<PlaceEnvironment>,
    given: {
      host: KnownHelper
      id: string
      item: string | undefined
      moved?: Session
      typed?: TypedSession
      errors?: FieldError[]
      notice?: string
    },
    status: 200 | 409 | 422,
  ) => {
    const { actor, place, standing } = c.var
    const { host, moved } = given
    const pack = await packOf(deps)
    const minutes = moved?.minutes ?? minutesFor(pack, given.item)
    const hostZone = await zoneOf(host.personId)
    const view = await asPerson(db, actor, async (tx) => ({
      slots: await slotsOf(tx, host.personId, hostZone, minutes, moved),
      members: await listMembers(tx, place.communityId),
      zones: { reader: actor.timeZone, community: (await getCommunityOf(tx, place.communityId)).time_zone },
    }))
    const own = view.members.some(({ personId }) => personId === actor.personId) ? [actor.personId] : []
    const usual = { slot: '', topic: '', place: moved?.place ?? '', language: c.var.language, people: own }
    const props = { frame: frameOf(c, asset), place, standing, pack, moved, minutes, item: given.item, ...view }
    const typed = given.typed ?? usual
    const rest = { id: given.id, host, typed, errors: given.errors ?? [], notice: given.notice }
    return c.html(documentOf(<BookPage {...props} {...rest} />), status)
  }

  /** On whose clock the weekly hours stand. */
  const zoneOf = async (hostId: string) => {
    const [host] = await asService(db, (tx) => listParties(tx, [hostId]))
    return host?.timeZone ?? deps.timeZone
  }

  /** Runs a booking. That its host is in no other talk then, the database makes sure of. */
  const booking = async (run: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await run()
    } catch (error) {
      if (error instanceof Error && (error as { code?: string }).code === '23P01') return { kind: 'taken' }
      throw error
    }
  }

  const record = (tx: Tx, c: Context<PlaceEnvironment>, session: Session, act: string, at: Date) =>
    recordEvent(tx, {
      communityId: session.communityId,
      ...(session.journeyId === undefined ? {} : { journeyId: session.journeyId }),
      personId: c.var.actor.personId,
      act,
      at,
      detail: { session: session.id },
    })

  const readMoment = (form: PostedForm): Date | undefined => {
    const slot = new Date(textIn(form, 'slot'))
    return Number.isNaN(slot.getTime()) ? undefined : slot
  }

  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/support/sessions/book', guard.community('session.book'), async (c) => {
      const { place, standing, language } = c.var
      const pack = await packOf(deps)
      const item = pack.items.find(({ id }) => id === c.req.query('item'))?.id
      const asked = c.req.query('host')
      if (asked !== undefined && uuid.test(asked)) {
        const host = await findHost(place.communityId, asked)
        const notice = (await mayBookWith(c, host)) ? {} : { notice: sessionMessages[language].outsideTerms }
        return page(c, { host, id: newKey(), item, ...notice }, 200)
      }
      const all = await asService(db, (tx) => listHelpers(tx, place.communityId))
      const hosts = all.filter((one) => one.takesSessions).sort((a, b) => Number(b.assigned) - Number(a.assigned))
      const props = { frame: frameOf(c, asset), place, standing, pack, item, hosts }
      return c.html(documentOf(<ChooseHostPage {...props} />))
    })
    .post('/communities/:community/support/sessions/book', guard.community('session.book'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const t = sessionMessages[language]
      const form = await readForm(c.req)
      const pack = await packOf(deps)
      const item = pack.items.find(({ id }) => id === textIn(form, 'item'))?.id
      const asked = idIn(form, 'host')
      if (asked === undefined) return c.redirect(paths.support(language, communityId, 'sessions', 'book'), 303)
      const host = await findHost(communityId, asked)
      const id = idIn(form, 'id') ?? newKey()
      const spoken = textIn(form, 'language')
      const members = await asPerson(db, actor, (tx) => listMembers(tx, communityId))
      const typed: TypedSession = {
        slot: textIn(form, 'slot'),
        topic: written(form, 'topic').replace(/\s+/g, ' '),
        place: written(form, 'place').replace(/\s+/g, ' '),
        language: isLanguage(spoken) ? spoken : language,
        people: listIn(form, 'people').filter((one) => members.some(({ personId }) => personId === one)),
      }
      const startsAt = readMoment(form)
      const errors: FieldError[] = []
      if (startsAt === undefined) errors.push({ field: 'slot', message: t.chooseSlot })
      if (typed.topic === '') errors.push({ field: 'topic', message: t.needTopic })
      if (typed.topic.length > longest.line) errors.push({ field: 'topic', message: t.tooLong })
      if (typed.place.length > longest.line) errors.push({ field: 'place', message: t.tooLong })
      if (typed.people.length === 0) errors.push({ field: 'people', message: t.needPeople })
      if (!(await mayBookWith(c, host))) errors.push({ field: 'slot', message: t.outsideTerms })
      if (errors.length > 0 || startsAt === undefined) return page(c, { host, id, item, typed, errors }, 422)
      const minutes = minutesFor(pack, item)
      const zone = await zoneOf(host.personId)
      const at = now()
      const outcome = await booking(() =>
        asPerson(db, actor, async (tx): Promise<Outcome> => {
          const before = await findSession(tx, id)
          if (before) return before.communityId === communityId ? { kind: 'done', id } : { kind: 'stale' }
          await lockCalendar(tx, host.personId)
          const free = await slotsOf(tx, host.personId, zone, minutes)
          if (!free.some((slot) => slot.getTime() === startsAt.getTime())) return { kind: 'taken' }
          const [running] = await listJourneys(tx, communityId)
          const { topic, place: where, people } = typed
          const spokenIn = isLanguage(typed.language) ? typed.language : language
          const about = { id, communityId, journeyId: running?.id, hostId: host.personId, item, topic, minutes }
          const rest = { language: spokenIn, startsAt, place: where, people, by: actor.personId, at }
          await insertSession(tx, { ...about, ...rest })
          await record(tx, c, await getSession(tx, id), 'support.session-booked', at)
          await tell(tx, id, 'booked')
          return { kind: 'done', id }
        }),
      )
      if (outcome.kind === 'taken')
        return page(c, { host, id, item, typed: { ...typed, slot: '' }, notice: t.taken }, 409)
      if (outcome.kind === 'stale') throw new NotFoundError()
      return c.redirect(`${paths.support(language, communityId, 'sessions', id)}?booked`, 303)
    })
    .get('/communities/:community/support/sessions/:session/move', guard.community('session.book'), async (c) => {
      const session = await loadBooked(c)
      const host = await findHost(c.var.place.communityId, session.hostId ?? '')
      return page(c, { host, id: session.id, item: session.item, moved: session }, 200)
    })
    .post('/communities/:community/support/sessions/:session/move', guard.community('session.book'), async (c) => {
      const { actor, place, language } = c.var
      const t = sessionMessages[language]
      const form = await readForm(c.req)
      const session = await loadBooked(c)
      const host = await findHost(place.communityId, session.hostId ?? '')
      const startsAt = readMoment(form)
      const where = written(form, 'place').replace(/\s+/g, ' ')
      const errors: FieldError[] = []
      if (startsAt === undefined) errors.push({ field: 'slot', message: t.chooseSlot })
      if (where.length > longest.line) errors.push({ field: 'place', message: t.tooLong })
      const again = { host, id: session.id, item: session.item, moved: session }
      if (errors.length > 0 || startsAt === undefined) return page(c, { ...again, errors }, 422)
      const zone = await zoneOf(host.personId)
      const outcome = await booking(() =>
        asPerson(db, actor, async (tx): Promise<Outcome> => {
          const locked = await lockSession(tx, session.id)
          if (locked.state !== 'booked' || String(locked.sequence) !== textIn(form, 'sequence'))
            return { kind: 'stale' }
          await lockCalendar(tx, host.personId)
          const free = await slotsOf(tx, host.personId, zone, locked.minutes, locked)
          if (!free.some((slot) => slot.getTime() === startsAt.getTime())) return { kind: 'taken' }
          await changeSession(tx, locked.id, { startsAt, place: where })
          await record(tx, c, locked, 'support.session-moved', now())
          await tell(tx, locked.id, 'changed')
          return { kind: 'done', id: locked.id }
        }),
      )
      if (outcome.kind === 'taken') return page(c, { ...again, notice: t.taken }, 409)
      if (outcome.kind === 'stale') return page(c, { ...again, moved: await loadBooked(c), notice: t.changed }, 409)
      return c.redirect(paths.support(language, place.communityId, 'sessions', session.id), 303)
    })

  async function loadBooked(c: Context<PlaceEnvironment>): Promise<Session> {
    const id = c.req.param('session') ?? ''
    if (!uuid.test(id)) throw new NotFoundError()
    const session = await asPerson(db, c.var.actor, (tx) => getSession(tx, id))
    if (session.communityId !== c.var.place.communityId || session.state !== 'booked') throw new NotFoundError()
    return session
  }

  /** Members and advisors may read whom they write to: those who take part, and staff. */
  async function tell(tx: Tx, id: string, kind: 'booked' | 'changed'): Promise<void> {
    const session = await getSession(tx, id)
    const { name, time_zone: timeZone } = await getCommunityOf(tx, session.communityId)
    const people = await listPeople(tx, id)
    await tellOfSession(deps, tx, { kind, session, people, community: { name, timeZone } })
  }
}
