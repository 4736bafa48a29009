import { type Context, Hono } from 'hono'
import { finalPlanDocument } from '../../documents/final-plan-document.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { downloadHeaders, readUpload } from '../../platform/uploads/upload.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { getFile, recordEvent } from '../record/index.ts'
import { askForSignOff, findOpen, lockForPlan, recordDecision, takeBack } from './acts.ts'
import { type FinalPlanBlock, RevisionSchema } from './entries.ts'
import { askedIn, datesIn, decidedIn, type Posted, writtenIn } from './forms.ts'
import { type FinalPlan, loadFinalPlan } from './load.ts'
import { finalPlanRoomMessages } from './messages.ts'
import { DatesPage, FinalPlanPage, isPreparing, NotReadyPage, WrittenPage } from './pages.tsx'
import type { SignOffTyped } from './sign-off-section.tsx'
import { listSignOffs, savePlanEntry } from './store.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
} as const

/** The final plan: prepared from what was validated, put before the approval body, signed, and revised by a new version. */
export function finalPlanRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps
  type C = Context<JourneyEnvironment>

  const load = (c: C) => loadFinalPlan(deps, c.var.actor, c.var.place.journey.id)
  const loaded = async (c: C): Promise<FinalPlan> => {
    const plan = await load(c)
    if (typeof plan === 'string') throw new ConflictError()
    return plan
  }
  const propsOf = (c: C) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })
  const to = (c: C, ...rest: string[]) => paths.journey(c.var.language, c.var.place.journey.id, 'final-plan', ...rest)
  const page = (c: C, plan: FinalPlan, errors: FieldError[], status: 200 | 409 | 422, typed?: SignOffTyped) =>
    c.html(
      documentOf(<FinalPlanPage {...propsOf(c)} plan={plan} errors={errors} {...(typed ? { typed } : {})} />),
      status,
    )

  /** Saves a block under the journey's lock; nothing is saved while the plan is before the body or frozen. */
  const save = async <Value,>(
    c: C,
    plan: FinalPlan,
    block: FinalPlanBlock,
    posted: Posted<Value>,
    draw: (posted: Posted<Value>, conflict?: FinalPlan['entries'][FinalPlanBlock]) => unknown,
  ) => {
    if (!isPreparing(plan)) throw new ConflictError()
    if (posted.errors.length > 0) return c.html(documentOf(draw(posted) as never), 422)
    const by = c.var.actor.personId
    const saved = await asPerson(db, c.var.actor, async (tx) => {
      const journey = await lockForPlan(tx, plan.v.journey.id)
      if (await findOpen(tx, journey.id)) throw new ConflictError()
      const outcome = await savePlanEntry(tx, journey, { ...posted, block, by, at: now() })
      if (outcome.changed) {
        await recordEvent(tx, {
          communityId: journey.communityId,
          journeyId: journey.id,
          personId: by,
          act: 'final-plan.prepared',
          at: now(),
          detail: { part: block },
        })
      }
      return outcome.ok
    })
    if (saved) return c.redirect(to(c), 303)
    const current = (await loaded(c)).entries[block]
    return c.html(documentOf(draw({ ...posted, version: current?.version ?? 0 }, current) as never), 409)
  }

  const draws = {
    written: (c: C, part: 'message' | 'resources') => (posted: ReturnType<typeof writtenIn>, conflict?: object) => (
      <WrittenPage {...propsOf(c)} part={part} {...posted} {...(conflict ? { conflict: conflict as never } : {})} />
    ),
    dates: (c: C, plan: FinalPlan) => (posted: ReturnType<typeof datesIn>, conflict?: object) => (
      <DatesPage {...propsOf(c)} plan={plan} {...posted} {...(conflict ? { conflict: conflict as never } : {})} />
    ),
  }

  const routes = new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/final-plan', guard('final-plan.see'), async (c) => {
      const plan = await load(c)
      if (typeof plan === 'string') return c.html(documentOf(<NotReadyPage {...propsOf(c)} why={plan} />))
      return page(c, plan, [], 200)
    })

    .get('/journeys/:journey/final-plan/:file{plan\\.(?:pdf|docx|txt)}', guard('final-plan.see'), async (c) => {
      const plan = await loaded(c)
      const data = plan.open?.plan ?? plan.data
      if (data === undefined) throw new NotFoundError()
      const format = c.req.param('file').split('.')[1] as keyof typeof types
      const { language } = c.var
      const model = finalPlanDocument({ pack: plan.v.pack, language, data, version: plan.version })
      return c.body(new Uint8Array(await deps.makeDocument(model, format)), 200, {
        'Content-Type': types[format],
        'Content-Disposition': `attachment; filename="final-plan-${plan.version}-${language}.${format}"`,
      })
    })

    .get('/journeys/:journey/final-plan/dates', guard('final-plan.prepare'), async (c) => {
      const plan = await loaded(c)
      const posted = { value: plan.dates, version: plan.entries.dates?.version ?? 0, errors: [] }
      return c.html(documentOf(draws.dates(c, plan)(posted)))
    })
    .post('/journeys/:journey/final-plan/dates', guard('final-plan.prepare'), async (c) => {
      const plan = await loaded(c)
      const components = plan.v.plan.priorities.map(({ component }) => component)
      const posted = datesIn(await readForm(c.req), components, c.var.language)
      return save(c, plan, 'dates', posted, draws.dates(c, plan))
    })

    .post('/journeys/:journey/final-plan/ask', guard('final-plan.prepare'), async (c) => {
      const plan = await loaded(c)
      const t = finalPlanRoomMessages[c.var.language].errors
      if (plan.open) return c.redirect(to(c), 303)
      if (!isPreparing(plan)) throw new ConflictError()
      const form = await readForm(c.req)
      const { value: asked, errors } = askedIn(form, c.var.language)
      if (plan.data === undefined) errors.push({ field: 'sign-off', message: t.noDates })
      if (errors.length > 0) return page(c, plan, errors, 422, { asked })
      if (textIn(form, 'seen') !== plan.seen)
        return page(c, plan, [{ field: 'sign-off', message: t.changedSince }], 409, { asked })
      await asPerson(db, c.var.actor, (tx) => askForSignOff(deps, tx, c.var.actor, plan, asked))
      return c.redirect(to(c), 303)
    })
    .post('/journeys/:journey/final-plan/take-back', guard('final-plan.prepare'), async (c) => {
      const of = textIn(await readForm(c.req), 'of')
      await asPerson(db, c.var.actor, (tx) => takeBack(deps, tx, c.var.actor, c.var.place.journey.id, of))
      return c.redirect(to(c), 303)
    })
    .post('/journeys/:journey/final-plan/decide', guard('final-plan.sign-off'), async (c) => {
      const plan = await loaded(c)
      const { language, actor } = c.var
      const form = await readForm(c.req)
      if (plan.open === undefined) return c.redirect(to(c), 303)
      const { value: decided, errors } = decidedIn(form, dayIn(now(), plan.v.community.timeZone), language)
      const upload = await readUpload(form, 'file', { scan: deps.scanFile })
      if (!upload.ok && upload.reason !== 'missing')
        errors.push({ field: 'file', message: uploadMessages[language].problems[upload.reason] })
      if (errors.length > 0) return page(c, plan, errors, 422, { decided })
      const given = { plan, of: textIn(form, 'of'), decided, upload: upload.ok ? upload : undefined }
      await asPerson(db, actor, (tx) => recordDecision(deps, tx, actor, given))
      return c.redirect(to(c), 303)
    })
    .get('/journeys/:journey/final-plan/signed-file/:row', guard('document.read'), async (c) => {
      const { journey, communityId } = c.var.place
      const file = await asPerson(db, c.var.actor, async (tx) => {
        const row = (await listSignOffs(tx, journey.id)).find(({ id }) => id === c.req.param('row'))
        if (row?.fileId === undefined) throw new NotFoundError()
        return getFile(tx, communityId, row.fileId)
      })
      return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
    })

    .post('/journeys/:journey/final-plan/revise', guard('final-plan.prepare'), async (c) => {
      const plan = await loaded(c)
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const revision = textIn(form, 'revision').trim()
      const { signed } = plan
      if (signed === undefined || plan.open || String(signed.version) !== textIn(form, 'of') || isPreparing(plan))
        return c.redirect(to(c), 303)
      const read = RevisionSchema.safeParse({ reason: revision, of: signed.version, language })
      if (!read.success) {
        const message = finalPlanRoomMessages[language].errors.reason
        return page(c, plan, [{ field: 'revision', message }], 422, { revision })
      }
      await asPerson(db, actor, async (tx) => {
        const journey = await lockForPlan(tx, plan.v.journey.id)
        const { changed } = await savePlanEntry(tx, journey, {
          block: 'revision',
          version: plan.entries.revision?.version ?? 0,
          value: read.data,
          by: actor.personId,
          at: now(),
        })
        if (!changed) return
        await recordEvent(tx, {
          communityId: journey.communityId,
          journeyId: journey.id,
          personId: actor.personId,
          act: 'final-plan.revision-begun',
          at: now(),
          detail: { version: signed.version + 1 },
        })
      })
      return c.redirect(to(c), 303)
    })

  for (const part of ['message', 'resources'] as const) {
    routes
      .get(`/journeys/:journey/final-plan/${part}`, guard('final-plan.prepare'), async (c) => {
        const entry = (await loaded(c)).entries[part]
        const value = entry?.value ?? { text: '', language: c.var.language }
        return c.html(documentOf(draws.written(c, part)({ value, version: entry?.version ?? 0, errors: [] })))
      })
      .post(`/journeys/:journey/final-plan/${part}`, guard('final-plan.prepare'), async (c) => {
        const plan = await loaded(c)
        return save(c, plan, part, writtenIn(await readForm(c.req), c.var.language), draws.written(c, part))
      })
  }
  return routes
}
