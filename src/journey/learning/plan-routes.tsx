import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { asPerson, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { uuid } from '../../platform/ids.ts'
import { type PostedForm, readForm, textIn, textsIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { findSignedPlan } from './begin.ts'
import { hoursIn, reasonIn, titleIn, weekIn, weeklyIn } from './forms.ts'
import { type C, handling } from './handling.tsx'
import { learningMessages } from './messages.ts'
import { addFromCatalogue, addOwn, followPlan, planAgain, planChanges, waysToGoOn } from './plan-acts.ts'
import { AddPage, ClosePage, PlanAgainPage, PlanChangesPage } from './plan-pages.tsx'
import { askToClose } from './share-acts.ts'

type Given = { errors?: FieldError[]; typed?: Record<string, string>; status?: 200 | 409 | 422 }

/** What changes the pathway as a whole: adding to it, planning it again, following a revised plan, closing it. */
export function planRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const h = handling(deps)
  const t = (c: C) => learningMessages[c.var.language]
  const typedIn = (form: PostedForm, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, textIn(form, name)]))
  const shown = ({ errors, typed }: Given) => ({ errors: errors ?? [], typed: typed ?? {} })

  const addPage = (c: C, given: Given = {}, newId: string = randomUUID()) =>
    h.withBoard(c, (learning) =>
      c.html(
        documentOf(<AddPage {...h.parts(c)} learning={learning} newId={newId} {...shown(given)} />),
        given.status ?? 200,
      ),
    )

  const againPage = (c: C, given: Given & { weeklyHours?: number } = {}) =>
    h.withBoard(c, (learning) => {
      const weeklyHours = given.weeklyHours ?? learning.board.weeklyHours
      const ways = waysToGoOn(learning.board, learning.entries, { today: learning.today, weeklyHours })
      return c.html(
        documentOf(
          <PlanAgainPage {...h.parts(c)} learning={learning} {...ways} weeklyHours={weeklyHours} {...shown(given)} />,
        ),
        given.status ?? 200,
      )
    })

  const closePage = (c: C, given: Given = {}) =>
    h.withBoard(c, (learning) =>
      c.html(documentOf(<ClosePage {...h.parts(c)} learning={learning} {...shown(given)} />), given.status ?? 200),
    )

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/learning/add', guard('learning.plan'), (c) => {
      const item = c.req.query('item')
      return addPage(c, item ? { typed: { item } } : {})
    })
    .post('/journeys/:journey/learning/add', guard('learning.plan'), async (c) => {
      const form = await readForm(c.req)
      const { errors: words } = t(c)
      const isOwn = textIn(form, 'kind') === 'own'
      const week = weekIn(form)
      const item = textIn(form, 'item')
      const title = titleIn(form)
      const hours = hoursIn(form)
      const id = textIn(form, 'id')
      const errors: FieldError[] = [
        ...(!isOwn && item === '' ? [{ field: 'item', message: words.item }] : []),
        ...(isOwn && title === undefined ? [{ field: 'title', message: words.title }] : []),
        ...(isOwn && hours === undefined ? [{ field: 'hours', message: words.hours }] : []),
        ...(week === undefined ? [{ field: 'week', message: words.week }] : []),
      ]
      const typed = typedIn(form, 'kind', 'item', 'title', 'hours', 'week')
      const newId = uuid.test(id) ? id : randomUUID()
      if (errors.length > 0 || week === undefined) return addPage(c, { errors, typed, status: 422 }, newId)
      const learning = await h.load(c)
      const isKnown = typeof learning !== 'string' && learning.pack.items.some((one) => one.id === item)
      if (!isOwn && !isKnown)
        return addPage(c, { errors: [{ field: 'item', message: words.item }], typed, status: 422 }, newId)
      const asked = { ...h.asked(c, form), week }
      const { language } = c.var
      const changed = await asPerson(db, c.var.actor, (tx) =>
        isOwn && title !== undefined && hours !== undefined
          ? addOwn(deps, tx, { ...asked, id: newId, title, language, hours })
          : addFromCatalogue(deps, tx, { ...asked, item }),
      )
      return h.answer(c, changed, `${h.at(c)}?done=added`)
    })

    .get('/journeys/:journey/learning/plan-again', guard('learning.plan'), (c) => {
      const text = c.req.query('weekly')
      if (text === undefined) return againPage(c)
      const weeklyHours = weeklyIn(text)
      if (weeklyHours !== undefined) return againPage(c, { weeklyHours })
      const errors = [{ field: 'weekly', message: t(c).errors.weekly }]
      return againPage(c, { errors, typed: { weekly: text }, status: 422 })
    })
    .post('/journeys/:journey/learning/plan-again', guard('learning.plan'), async (c) => {
      const form = await readForm(c.req)
      const weeklyHours = weeklyIn(textIn(form, 'weekly'))
      const seen = textIn(form, 'way')
      if (weeklyHours === undefined || seen === '') {
        const errors = [{ field: 'way', message: t(c).errors.option }]
        return againPage(c, { errors, status: 422, ...(weeklyHours ? { weeklyHours } : {}) })
      }
      const { language } = c.var
      const asked = { ...h.asked(c, form), weeklyHours, seen, asideReason: t(c).asideToKeepEnd, language }
      const changed = await asPerson(db, c.var.actor, (tx) => planAgain(deps, tx, asked))
      if (changed.kind === 'conflict') {
        const errors = [{ field: 'way', message: t(c).errors.again }]
        return againPage(c, { errors, status: 409, weeklyHours })
      }
      return h.answer(c, changed, `${h.at(c)}?done=replanned`)
    })

    .get('/journeys/:journey/learning/plan-changes', guard('learning.plan'), (c) =>
      h.withBoard(c, (learning) => {
        const { newer, board, entries } = learning
        if (newer === undefined) return c.redirect(h.at(c), 303)
        return c.html(
          documentOf(
            <PlanChangesPage
              {...h.parts(c)}
              learning={learning}
              version={newer.version}
              changes={planChanges(board, entries, newer)}
              {...shown({})}
            />,
          ),
        )
      }),
    )
    .post('/journeys/:journey/learning/plan-changes', guard('learning.plan'), async (c) => {
      const form = await readForm(c.req)
      const nothing = textIn(form, 'nothing') === 'yes'
      const { language } = c.var
      const changed = await asPerson(db, c.var.actor, async (tx) => {
        const plan = await findSignedPlan(tx, c.var.place.journey.id)
        if (plan === undefined || String(plan.version) !== textIn(form, 'plan')) return { kind: 'conflict' } as const
        return followPlan(deps, tx, {
          ...h.asked(c, form),
          plan,
          add: nothing ? [] : textsIn(form, 'add'),
          drop: nothing ? [] : textsIn(form, 'drop'),
          start: !nothing && textIn(form, 'start') === 'yes',
          reason: t(c).droppedReason(plan.version),
          language,
        })
      })
      return h.answer(c, changed, `${h.at(c)}?done=${nothing ? 'kept' : 'followed'}`)
    })

    .get('/journeys/:journey/learning/close', guard('learning.close'), (c) => closePage(c))
    .post('/journeys/:journey/learning/close', guard('learning.close'), async (c) => {
      const form = await readForm(c.req)
      const reason = reasonIn(form, 'reason')
      if (reason === undefined) {
        const errors = [{ field: 'reason', message: t(c).errors.reason }]
        return closePage(c, { errors, typed: typedIn(form, 'reason'), status: 422 })
      }
      const given = { journeyId: c.var.place.journey.id, by: c.var.actor.personId, at: now(), reason }
      await asPerson(db, c.var.actor, (tx) => askToClose(tx, { ...given, language: c.var.language }))
      return c.redirect(h.at(c), 303)
    })
    .post('/journeys/:journey/learning/close/take-back', guard('learning.close'), async (c) => {
      const given = { journeyId: c.var.place.journey.id, by: c.var.actor.personId, at: now(), reason: undefined }
      await asPerson(db, c.var.actor, (tx) => askToClose(tx, { ...given, language: c.var.language }))
      return c.redirect(h.at(c), 303)
    })
}
