import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { asPerson, type JourneyEnvironment, listMembers, type RoomDependencies } from '../../people/index.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { findBoard, listBoardRows } from './board-store.ts'
import { hoursIn, reasonIn, weekIn } from './forms.ts'
import { type C, handling } from './handling.tsx'
import { deleteOwnHours, listOwnHours } from './hours-store.ts'
import { ItemPage } from './item-page.tsx'
import { learningMessages } from './messages.ts'
import { bringBack, moveTo, setApart } from './plan-acts.ts'
import { addHours, giveTo, setOwn, setWhole, takeFrom } from './share-acts.ts'

/** One item of the board: when, who, how far, hours, and what needs a reason. */
export function itemRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const h = handling(deps)

  const idIn = (c: C) => {
    const id = c.req.param('item') ?? ''
    if (!uuid.test(id)) throw new NotFoundError()
    return id
  }
  const by = (c: C) => ({
    journeyId: c.var.place.journey.id,
    item: idIn(c),
    by: c.var.actor.personId,
    at: now(),
  })
  const itemPath = (c: C) => h.at(c, 'items', idIn(c))

  const page = (c: C, given: { errors?: FieldError[]; typed?: Record<string, string>; status?: 200 | 422 } = {}) =>
    h.withBoard(c, async (learning) => {
      const entry = learning.entries.find(({ id }) => id === idIn(c))
      if (entry === undefined) throw new NotFoundError()
      const own = await asPerson(db, c.var.actor, (tx) => listOwnHours(tx, c.var.actor.personId, entry.id))
      return c.html(
        documentOf(
          <ItemPage
            {...h.parts(c)}
            learning={learning}
            entry={entry}
            own={own}
            formKey={randomUUID()}
            errors={given.errors ?? []}
            notice={learningMessages[c.var.language].notices[c.req.query('done') ?? '']}
            {...(given.typed ? { typed: given.typed } : {})}
          />,
        ),
        given.status ?? 200,
      )
    })

  const wrong = (c: C, form: PostedForm, field: string, message: string) =>
    page(c, { errors: [{ field, message }], typed: { [field]: textIn(form, field) }, status: 422 })

  /** Where a form was sent from: the board, at the item, or the item's own page. */
  const back = (c: C, form: PostedForm) =>
    textIn(form, 'from') === 'item' ? `${itemPath(c)}?done=saved` : `${h.at(c)}?done=saved#item-${idIn(c)}`

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/learning/items/:item', guard('learning.see'), (c) => page(c))
    .post('/journeys/:journey/learning/items/:item/move', guard('learning.plan'), async (c) => {
      const form = await readForm(c.req)
      const week = weekIn(form)
      const item = idIn(c)
      if (week === undefined) return wrong(c, form, 'week', learningMessages[c.var.language].errors.week)
      const asked = { ...h.asked(c, form), item, week }
      const changed = await asPerson(db, c.var.actor, (tx) => moveTo(deps, tx, asked))
      return h.answer(c, changed, `${h.at(c)}?done=moved#item-${item}`)
    })
    .post('/journeys/:journey/learning/items/:item/mine', guard('learning.do'), async (c) => {
      const form = await readForm(c.req)
      const act = textIn(form, 'do')
      const given = by(c)
      const { personId, name: byName } = c.var.actor
      await asPerson(db, c.var.actor, async (tx) => {
        if (act === 'take') {
          const { communityName } = c.var.place
          await giveTo(deps, tx, { ...given, personId, byName, communityName })
        } else if (act === 'give-back') await takeFrom(deps, tx, { ...given, personId })
        else if (act === 'begin' || act === 'done' || act === 'not-done') {
          const state = ({ begin: 'doing', done: 'done', 'not-done': 'doing' } as const)[act]
          await setOwn(deps, tx, { ...given, state })
        }
      })
      return c.redirect(back(c, form), 303)
    })
    .post('/journeys/:journey/learning/items/:item/hours', guard('learning.do'), async (c) => {
      const form = await readForm(c.req)
      const hours = hoursIn(form)
      const key = textIn(form, 'key')
      if (hours === undefined || !uuid.test(key))
        return wrong(c, form, 'hours', learningMessages[c.var.language].errors.hours)
      const given = { ...by(c), hours, key, communityId: c.var.place.communityId }
      await asPerson(db, c.var.actor, async (tx) => {
        const rows = await listBoardRows(tx, given.journeyId)
        if (!rows.some(({ id }) => id === given.item)) throw new NotFoundError()
        await addHours(tx, given)
      })
      return c.redirect(`${itemPath(c)}?done=saved`, 303)
    })
    .post('/journeys/:journey/learning/items/:item/hours/:hours/take-back', guard('learning.do'), async (c) => {
      const id = c.req.param('hours')
      if (!uuid.test(id)) throw new NotFoundError()
      await asPerson(db, c.var.actor, (tx) => deleteOwnHours(tx, c.var.actor.personId, id))
      return c.redirect(`${itemPath(c)}?done=saved`, 303)
    })
    .post('/journeys/:journey/learning/items/:item/people', guard('learning.plan'), async (c) => {
      const form = await readForm(c.req)
      const personId = textIn(form, 'person')
      const { communityId, communityName } = c.var.place
      const given = { ...by(c), personId, byName: c.var.actor.name, communityName }
      const known = await asPerson(db, c.var.actor, async (tx) => {
        if (!(await findBoard(tx, given.journeyId))) throw new ConflictError()
        const isMember = (await listMembers(tx, communityId)).some((one) => one.personId === personId)
        if (isMember) await giveTo(deps, tx, given)
        return isMember
      })
      if (!known) return wrong(c, form, 'person', learningMessages[c.var.language].errors.person)
      return c.redirect(`${itemPath(c)}?done=saved`, 303)
    })
    .post('/journeys/:journey/learning/items/:item/people/:person/remove', guard('learning.plan'), async (c) => {
      const personId = c.req.param('person')
      if (!uuid.test(personId)) throw new NotFoundError()
      await asPerson(db, c.var.actor, (tx) => takeFrom(deps, tx, { ...by(c), personId }))
      return c.redirect(`${itemPath(c)}?done=saved`, 303)
    })
    .post('/journeys/:journey/learning/items/:item/state', guard('learning.plan'), async (c) => {
      const state = textIn(await readForm(c.req), 'state') === 'done' ? 'done' : 'planned'
      await asPerson(db, c.var.actor, (tx) => setWhole(deps, tx, { ...by(c), state }))
      return c.redirect(`${itemPath(c)}?done=saved`, 303)
    })
    .post('/journeys/:journey/learning/items/:item/prior', guard('learning.prior'), (c) => apart(c, 'prior', 'prior'))
    .post('/journeys/:journey/learning/items/:item/aside', guard('learning.plan'), (c) =>
      apart(c, 'set-aside', 'aside'),
    )
    .post('/journeys/:journey/learning/items/:item/bring-back', guard('learning.plan'), async (c) => {
      const asked = { ...h.asked(c, await readForm(c.req)), item: idIn(c) }
      const changed = await asPerson(db, c.var.actor, (tx) => bringBack(deps, tx, asked))
      return h.answer(c, changed, `${itemPath(c)}?done=saved`)
    })

  async function apart(c: C, state: 'prior' | 'set-aside', field: 'prior' | 'aside') {
    const form = await readForm(c.req)
    const reason = reasonIn(form, field)
    const { language } = c.var
    if (reason === undefined) return wrong(c, form, field, learningMessages[language].errors.reason)
    const asked = { ...h.asked(c, form), item: idIn(c), state, reason, language }
    const changed = await asPerson(db, c.var.actor, (tx) => setApart(deps, tx, asked))
    return h.answer(c, changed, `${itemPath(c)}?done=saved`)
  }
}
