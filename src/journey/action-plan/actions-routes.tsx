import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { componentName } from '../../content/names.ts'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, listMembers, type RoomDependencies } from '../../people/index.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { downloadHeaders, readUpload } from '../../platform/uploads/upload.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { getFile, getJourney, insertFile, recordEvent } from '../record/index.ts'
import { ActionConflictPage, ActionPage, type ActionPageProps } from './action-page.tsx'
import { asTyped, readAction, readDone, typedAction } from './actions-forms.ts'
import { mailAboutAction } from './actions-mails.ts'
import { actionFilters, actionMessages } from './actions-messages.ts'
import { ActionsPage, isIn } from './actions-page.tsx'
import { completeAction, getAction, insertAction, listActions, type PlanAction, updateAction } from './actions-store.ts'
import { findKeptDraft } from './draft-store.ts'

type ActionContext = Context<JourneyEnvironment>

const notices = ['saved', 'added', 'completed'] as const

/** The actions of a journey: from the plan, added to it, done with what shows it. */
export function actionRoutes(deps: RoomDependencies) {
  const { db, now, asset, guard } = deps
  const parts = (c: ActionContext) => ({ frame: frameOf(c, asset), place: c.var.place, standing: c.var.standing })
  const at = (c: ActionContext, ...rest: string[]) =>
    paths.journey(c.var.language, c.var.place.journey.id, 'actions', ...rest)
  const todayOf = (c: ActionContext) => dayIn(now(), c.var.actor.timeZone)

  const contentOf = async (tx: Tx, c: ActionContext) => {
    const { release, language } = await getJourney(tx, c.var.place.journey.id)
    const content = await deps.findContent(release)
    if (content === undefined) throw new Error(`The release ${release} is missing`)
    return { pack: content.pack, language }
  }

  /** Steps of a draft that the community has not been shown yet are for those who prepare it. */
  const mayRead = async (tx: Tx, c: ActionContext): Promise<(action: PlanAction) => boolean> => {
    const { standing, place } = c.var
    if (may('draft-plan.edit', standing) || standing.community.includes('expert')) return () => true
    const shown = (await findKeptDraft(tx, place.journey.id))?.published !== undefined
    return (action) => shown || action.origin === 'added'
  }

  const load = async (tx: Tx, c: ActionContext, id: string) => {
    if (!uuid.test(id)) throw new NotFoundError()
    const action = await getAction(tx, c.var.place.journey.id, id)
    if (!(await mayRead(tx, c))(action)) throw new NotFoundError()
    const owners = await listMembers(tx, c.var.place.communityId)
    return { action, owners, ...(await contentOf(tx, c)) }
  }

  const draw = (
    c: ActionContext,
    given: Pick<ActionPageProps, 'pack' | 'owners' | 'action'> & Partial<ActionPageProps>,
    status: 200 | 422 = 200,
  ) => {
    const done = notices.find((notice) => notice === c.req.query('done'))
    const t = actionMessages[c.var.language]
    return c.html(
      documentOf(
        <ActionPage
          {...parts(c)}
          newId={randomUUID()}
          typed={asTyped(given.action)}
          errors={[]}
          today={todayOf(c)}
          notice={done && t[done]}
          {...given}
        />,
      ),
      status,
    )
  }

  /** Mail and record of a change that was saved. */
  const changed = async (
    tx: Tx,
    c: ActionContext,
    given: { id: string; act: string; before: PlanAction | undefined },
  ) => {
    const { actor, place } = c.var
    const action = await getAction(tx, place.journey.id, given.id)
    const was = given.before?.owner
    await mailAboutAction(deps, tx, action, {
      communityName: place.communityName,
      by: { personId: actor.personId, name: actor.name },
      before: was && 'personId' in was ? was.personId : undefined,
    })
    await recordEvent(tx, {
      communityId: place.communityId,
      journeyId: place.journey.id,
      personId: actor.personId,
      act: given.act,
      at: now(),
      detail: { action: action.id, status: action.status },
    })
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/actions', guard('action.see'), async (c) => {
      const { actor, place, language } = c.var
      const filter = actionFilters.find((one) => one === c.req.query('show')) ?? 'open'
      const { actions, pack } = await asPerson(db, actor, async (tx) => {
        const shown = await mayRead(tx, c)
        return { actions: (await listActions(tx, place.journey.id)).filter(shown), ...(await contentOf(tx, c)) }
      })
      const today = todayOf(c)
      const done = notices.find((notice) => notice === c.req.query('done'))
      return c.html(
        documentOf(
          <ActionsPage
            {...parts(c)}
            pack={pack}
            actions={actions.filter((action) => isIn(filter, action, { today, personId: actor.personId }))}
            filter={filter}
            today={today}
            notice={done && actionMessages[language][done]}
          />,
        ),
      )
    })

    .get('/journeys/:journey/actions.csv', guard('action.see'), async (c) => {
      const { actor, place, language } = c.var
      const t = actionMessages[language]
      const { actions, pack } = await asPerson(db, actor, async (tx) => {
        const shown = await mayRead(tx, c)
        return { actions: (await listActions(tx, place.journey.id)).filter(shown), ...(await contentOf(tx, c)) }
      })
      const text = writeCsv(
        [t.action, t.descriptionLabel, t.component, t.owner, t.due, t.effort, t.cost, t.status, t.doneOn, t.doneLink],
        actions.map((action) => [
          action.title,
          action.description,
          action.component ? componentName(pack, action.component, language) : '',
          action.owner?.name ?? '',
          action.due ?? '',
          action.effortHours === undefined ? '' : String(action.effortHours),
          action.costCents === undefined ? '' : (action.costCents / 100).toFixed(2),
          t.statuses[action.status],
          action.doneOn ?? '',
          action.doneLink,
        ]),
      )
      return c.body(text, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${t.csvName}.csv"`,
      })
    })

    .get('/journeys/:journey/actions/new', guard('action.edit'), async (c) => {
      const { pack, owners } = await asPerson(db, c.var.actor, async (tx) => ({
        owners: await listMembers(tx, c.var.place.communityId),
        ...(await contentOf(tx, c)),
      }))
      return draw(c, { pack, owners, action: undefined })
    })

    .post('/journeys/:journey/actions/new', guard('action.edit'), async (c) => {
      const form = await readForm(c.req)
      const { actor, place, language } = c.var
      const { pack, owners } = await asPerson(db, actor, async (tx) => ({
        owners: await listMembers(tx, place.communityId),
        ...(await contentOf(tx, c)),
      }))
      const read = readAction(form, { pack, owners, language })
      const sent = textIn(form, 'id')
      const id = uuid.test(sent) ? sent : randomUUID()
      if (!read.ok) {
        return draw(
          c,
          { pack, owners, action: undefined, newId: id, typed: typedAction(form), errors: read.errors },
          422,
        )
      }
      await asPerson(db, actor, async (tx) => {
        const made = { id, journeyId: place.journey.id, communityId: place.communityId, language, at: now() }
        const isNew = await insertAction(tx, { ...made, values: read.values, by: actor.personId })
        if (isNew) await changed(tx, c, { id, act: 'action-plan.action-added', before: undefined })
      })
      return c.redirect(`${at(c)}?done=added`, 303)
    })

    .get('/journeys/:journey/actions/:action', guard('action.see'), async (c) =>
      draw(c, await asPerson(db, c.var.actor, (tx) => load(tx, c, c.req.param('action')))),
    )

    .post('/journeys/:journey/actions/:action', guard('action.edit'), async (c) => {
      const form = await readForm(c.req)
      const { actor, language } = c.var
      const id = c.req.param('action')
      const loaded = await asPerson(db, actor, (tx) => load(tx, c, id))
      const { pack, owners, action } = loaded
      const read = readAction(form, { pack, owners, language })
      const typed = typedAction(form)
      if (!read.ok) return draw(c, { ...loaded, typed, errors: read.errors }, 422)
      const version = Number(textIn(form, 'version'))
      const saved = await asPerson(db, actor, async (tx) => {
        const change = { id, version, values: read.values, at: now(), by: actor.personId }
        if (!(await updateAction(tx, change))) return false
        await changed(tx, c, { id, act: 'action-plan.action-changed', before: action })
        return true
      })
      if (saved) return c.redirect(`${at(c, id)}?done=saved`, 303)
      const newer = await asPerson(db, actor, (tx) => load(tx, c, id))
      // The same form again, after it was saved: nothing is left to decide.
      if (JSON.stringify(asTyped(newer.action)) === JSON.stringify(asTypedValues(typed, newer.action))) {
        return c.redirect(`${at(c, id)}?done=saved`, 303)
      }
      return c.html(documentOf(<ActionConflictPage {...parts(c)} {...newer} pack={pack} typed={typed} />), 409)
    })

    .post('/journeys/:journey/actions/:action/evidence', guard('action.edit'), async (c) => {
      const form = await readForm(c.req)
      const { actor, place, language } = c.var
      const id = c.req.param('action')
      const loaded = await asPerson(db, actor, (tx) => load(tx, c, id))
      if (loaded.action.status === 'done') return c.redirect(`${at(c, id)}?done=completed`, 303)
      const read = readDone(form, todayOf(c), language)
      const upload = await readUpload(form, 'file', { scan: deps.scanFile })
      const errors: FieldError[] = read.ok ? [] : [...read.errors]
      if (!upload.ok && upload.reason !== 'missing') {
        errors.push({ field: 'file', message: uploadMessages[language].problems[upload.reason] })
      }
      if (!read.ok || errors.length > 0) {
        const done = { doneOn: textIn(form, 'doneOn'), note: textIn(form, 'note'), link: textIn(form, 'link') }
        return draw(c, { ...loaded, done, errors }, 422)
      }
      const version = Number(textIn(form, 'version'))
      const saved = await asPerson(db, actor, async (tx) => {
        const about = { communityId: place.communityId, journeyId: place.journey.id, by: actor.personId, at: now() }
        const fileId = upload.ok ? await insertFile(tx, { ...about, upload, purpose: 'action' }) : undefined
        if (!(await completeAction(tx, { id, version, ...read, fileId, at: now(), by: actor.personId }))) return false
        await changed(tx, c, { id, act: 'action-plan.action-done', before: loaded.action })
        return true
      })
      if (saved) return c.redirect(`${at(c, id)}?done=completed`, 303)
      // Someone changed the action meanwhile: it is shown as it is now, with what was typed, to be sent again.
      const newer = await asPerson(db, actor, (tx) => load(tx, c, id))
      const t = actionMessages[language]
      const done = { doneOn: read.doneOn, note: read.note, link: read.link }
      return c.html(
        documentOf(
          <ActionPage
            {...parts(c)}
            {...newer}
            newId={randomUUID()}
            typed={asTyped(newer.action)}
            done={done}
            errors={[{ field: 'doneOn', message: t.conflictTitle }]}
            today={todayOf(c)}
          />,
        ),
        409,
      )
    })

    .get('/journeys/:journey/actions/:action/evidence', guard('action.see'), async (c) => {
      const file = await asPerson(db, c.var.actor, async (tx) => {
        const { action } = await load(tx, c, c.req.param('action'))
        if (action.doneFileId === undefined) throw new NotFoundError()
        return getFile(tx, c.var.place.communityId, action.doneFileId)
      })
      return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
    })
}

/** What was typed, written as a saved action would show it. */
function asTypedValues(typed: ReturnType<typeof typedAction>, saved: PlanAction) {
  const shown = asTyped(saved)
  const number = (text: string) => Number(text.replace(/\s/g, '').replace(',', '.'))
  const alike = (field: 'effort' | 'cost') =>
    typed[field] !== '' && shown[field] !== '' && number(typed[field]) === number(shown[field])
  return {
    ...typed,
    ...(typed.owner !== '' ? { ownerName: '' } : {}),
    ...(alike('effort') ? { effort: shown.effort } : {}),
    ...(alike('cost') ? { cost: shown.cost } : {}),
  }
}
