import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { actionPlan, type PlanRequest, type PlanSolution, planRequest } from '../../domain/action-plan.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { rateLimit } from '../../platform/web/rate-limit.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import { dayIn, isAround } from '../../ui/dates.ts'
import { type AssetUrl, documentOf } from '../../ui/layout.tsx'
import { changeKept, contentOf, type KeptDependencies, readKept } from '../kept/access.ts'
import { basisOf } from '../record/basis.ts'
import type { Scored } from '../record/releases.ts'
import { readSentRecord, releaseOf } from '../record/sent-record.ts'
import { type MakeDocument, makeSelfCheckDocument } from './documents.ts'
import { noteTexts } from './notes.tsx'
import { ComparePage, DevicePlanPage, DeviceReportCardPage, KeptPlanPage, KeptReportCardPage } from './pages.tsx'
import { type DocumentChoice, documentChoices } from './parts.tsx'
import { PlanConflictPage } from './plan-conflict-page.tsx'
import { savePlanForm } from './plan-settings.ts'
import { readPlanForm } from './plan-settings-form.ts'
import { planInputOf, reportCardOf } from './report-card-of.ts'
import { resultsPack } from './results-pack.ts'
import { TooLongPage } from './too-long-page.tsx'

/** Documents that one address may ask for in a minute: making one costs far more than reading a page. */
const documentsAMinute = 30

/** Plans that one address may ask for in a minute: each is a search for two pathways. */
const plansAMinute = 60

/** Contents for devices that are kept ready at once: a release in a language each. */
const devicePacksKept = 8

export type ResultsDependencies = KeptDependencies & {
  asset: AssetUrl
  trustProxy: boolean
  /** Finds both pathways, away from the thread that answers requests. */
  solve: (request: PlanRequest) => Promise<PlanSolution>
  /** Renders a document, away from the thread that answers requests. */
  makeDocument: MakeDocument
}

/** Report card, plan and documents of a self-check, on the device and under a private link. */
export function resultsRoutes(deps: ResultsDependencies) {
  const { pack, release, asset, now, solve, trustProxy, timeZone } = deps
  const common = (c: Context<AppEnvironment>) => ({ language: c.var.language, release, asset, components })
  const components = pack.components.map(({ id }) => id)
  const limitedTo = (requests: number) =>
    rateLimit({ requests, seconds: 60, now, trustProxy }, () => {
      throw new HTTPException(429)
    })
  const documentsLimited = limitedTo(documentsAMinute)
  const plansLimited = limitedTo(plansAMinute)

  const devicePacks = new Map<string, string>()
  const devicePack = async (language: string, hash: string) => {
    const key = `${hash}/${language}`
    const known = devicePacks.get(key)
    if (known !== undefined) return known
    const content = hash === release ? { pack } : await deps.findContent(hash)
    if (content === undefined) throw new NotFoundError()
    const made = JSON.stringify(resultsPack(content.pack, language))
    devicePacks.set(key, made)
    const oldest = devicePacks.keys().next()
    if (devicePacks.size > devicePacksKept && !oldest.done) devicePacks.delete(oldest.value)
    return made
  }

  const planOf = async (scored: Scored, card: ReportCard): Promise<ActionPlan> => {
    const input = planInputOf(scored, card)
    return actionPlan(input, await solve(planRequest(input)))
  }

  const planPage = async (
    c: Context<AppEnvironment>,
    place: KeptPlace,
    scored: Scored,
    errors: { name: string; value: string }[] = [],
  ) => {
    const card = reportCardOf(scored)
    const plan = await planOf(scored, card)
    return documentOf(
      <KeptPlanPage {...common(c)} place={place} scored={scored} card={card} plan={plan} errors={errors} />,
    )
  }

  const answerWithDocument = async (c: Context<AppEnvironment>, scored: Scored, form: PostedForm) => {
    const choice = choiceOf(form)
    const card = reportCardOf(scored)
    const today = dayIn(now(), timeZone)
    const theirs = textIn(form, 'today')
    const file = await makeSelfCheckDocument(deps.makeDocument, {
      choice,
      pack: scored.pack,
      card,
      plan: choice.document === 'action-plan' ? await planOf(scored, card) : undefined,
      chosen: scored.record.chosen,
      language: c.var.language,
      community: textIn(form, 'community').slice(0, 120),
      // The visitor's own day, where it can be one: theirs may be a time zone away.
      date: isAround(theirs, today) ? theirs : today,
      notes: noteTexts(scored, c.var.language),
    })
    c.header('Content-Type', file.type)
    c.header('Content-Disposition', `attachment; filename="${file.name}"`)
    c.header('Cache-Control', 'no-store')
    return c.body(new Uint8Array(file.content))
  }

  return new Hono<AppEnvironment>()
    .get('/self-check/report-card', (c) => c.html(documentOf(<DeviceReportCardPage {...common(c)} />)))
    .get('/self-check/plan', (c) => c.html(documentOf(<DevicePlanPage {...common(c)} />)))
    .get('/self-check/compare', (c) => c.html(documentOf(<ComparePage {...common(c)} />)))
    .get('/self-check/content/:file{[0-9a-f]+\\.json}', async (c) => {
      const content = await devicePack(c.var.language, c.req.param('file').replace('.json', ''))
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Content-Type', 'application/json; charset=utf-8')
      return c.body(content)
    })
    .post('/self-check/documents', documentsLimited, async (c) => {
      const form = await readForm(c.req)
      const sent = parsed(textIn(form, 'answers'))
      const found = await deps.findContent(releaseOf(sent) ?? '')
      const reading = readSentRecord(sent, found?.pack ?? pack)
      if (reading.ok) return answerWithDocument(c, await contentOf(deps, reading.record), form)
      if (reading.tooLong.length === 0) throw new HTTPException(400)
      const page = <TooLongPage {...common(c)} pack={found?.pack ?? pack} tooLong={reading.tooLong} />
      return c.html(documentOf(page), 422)
    })

    .use('/self-check/kept/*', privateLinkHeaders)
    .get('/self-check/kept/:token/report-card', async (c) => {
      const place = placeOf(c.req.param('token'))
      const { record } = await readKept(deps, place.token)
      const scored = await contentOf(deps, record)
      const page = <KeptReportCardPage {...common(c)} place={place} scored={scored} card={reportCardOf(scored)} />
      return c.html(documentOf(page))
    })
    .get('/self-check/kept/:token/plan', plansLimited, async (c) => {
      const place = placeOf(c.req.param('token'))
      const { record } = await readKept(deps, place.token)
      return c.html(await planPage(c, place, await contentOf(deps, record)))
    })
    .post('/self-check/kept/:token/plan', plansLimited, async (c) => {
      const { language } = c.var
      const place = placeOf(c.req.param('token'))
      const form = await readForm(c.req)
      const fields = new Map(Object.keys(form).map((name) => [name, textIn(form, name)]))
      const answered = await contentOf(deps, (await readKept(deps, place.token)).record)
      const { change, record } = await changeKept(deps, place.token, async (kept, tx) => {
        const change = readPlanForm(fields, kept.record, basisOf(answered.pack, kept.record))
        if (change.errors.length > 0) return { change, record: kept.record }
        return { change, record: await savePlanForm(tx, kept, change.changes, now()) }
      })
      if (change.errors.length > 0) {
        return c.html(await planPage(c, place, await contentOf(deps, record), change.errors), 422)
      }
      if (change.conflicts.length === 0) return c.redirect(paths.plan(language, place), 303)
      const page = <PlanConflictPage {...common(c)} place={place} pack={answered.pack} conflicts={change.conflicts} />
      return c.html(documentOf(page), 409)
    })
    .post('/self-check/kept/:token/documents', documentsLimited, async (c) => {
      const place = placeOf(c.req.param('token'))
      const form = await readForm(c.req)
      const { record } = await readKept(deps, place.token)
      return answerWithDocument(c, await contentOf(deps, record), form)
    })
}

type KeptPlace = Extract<SelfCheckPlace, { kind: 'kept' }>

const placeOf = (token: string): KeptPlace => ({ kind: 'kept', token })

function choiceOf(form: PostedForm): DocumentChoice {
  const wanted = textIn(form, 'document')
  const choice = documentChoices.find(({ document, format }) => `${document}.${format}` === wanted)
  if (choice === undefined) throw new HTTPException(400)
  return choice
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
