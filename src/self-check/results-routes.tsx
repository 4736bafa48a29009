import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { actionPlan, type PlanRequest, type PlanSolution, planRequest } from '../domain/action-plan.ts'
import type { ActionPlan } from '../domain/action-plan-types.ts'
import { reportCard } from '../domain/report-card.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import { paths, type SelfCheckPlace } from '../paths.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import { privateLinkHeaders } from '../platform/web/security-headers.ts'
import { type AssetUrl, documentOf } from '../ui/layout.tsx'
import { type MakeDocument, makeSelfCheckDocument } from './documents.ts'
import { readSentRecord } from './forms.ts'
import { type KeptDependencies, withKept } from './kept-access.ts'
import { saveAnswer, saveSettings } from './kept-store.ts'
import { changedByPlanSettings } from './plan-settings-form.ts'
import { basisOf, type SelfCheckRecord, toAnswerSet } from './record.ts'
import { resultsPack } from './results-pack.ts'
import {
  ComparePage,
  DevicePlanPage,
  DeviceReportCardPage,
  KeptPlanPage,
  KeptReportCardPage,
} from './results-pages.tsx'
import { type DocumentChoice, documentChoices } from './results-parts.tsx'

/** Documents that one address may ask for in a minute: making one costs far more than reading a page. */
const documentsAMinute = 30

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
  const { pack, release, asset, now, solve } = deps
  const common = (c: Context<AppEnvironment>) => ({ language: c.var.language, pack, release, asset })
  const limited = rateLimit({ requests: documentsAMinute, seconds: 60, now, trustProxy: deps.trustProxy }, () => {
    throw new HTTPException(429)
  })
  const devicePacks = new Map<string, string>()
  const devicePack = (language: string) => {
    const known = devicePacks.get(language) ?? JSON.stringify(resultsPack(pack, language))
    devicePacks.set(language, known)
    return known
  }

  const cardOf = (record: SelfCheckRecord): ReportCard =>
    reportCard({ pack, release: record.release, answers: toAnswerSet(record, pack), basis: basisOf(pack, record) })

  const planOf = async (record: SelfCheckRecord, card: ReportCard): Promise<ActionPlan> => {
    const { chosen } = record
    const input = { pack, card, basis: basisOf(pack, record), ...(chosen === undefined ? {} : { chosen }) }
    return actionPlan(input, await solve(planRequest(input)))
  }

  const answerWithDocument = async (c: Context<AppEnvironment>, record: SelfCheckRecord, form: FormData) => {
    const choice = choiceOf(form)
    const card = cardOf(record)
    const file = await makeSelfCheckDocument(deps.makeDocument, {
      choice,
      pack,
      card,
      plan: choice.document === 'action-plan' ? await planOf(record, card) : undefined,
      chosen: record.chosen,
      language: c.var.language,
      community: String(form.get('community') ?? '').slice(0, 120),
      date: now().toISOString().slice(0, 10),
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
    .get('/self-check/content/:file', (c) => {
      if (c.req.param('file') !== `${release}.json`) throw new NotFoundError()
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Content-Type', 'application/json; charset=utf-8')
      return c.body(devicePack(c.var.language))
    })
    .post('/self-check/documents', limited, async (c) => {
      const form = await c.req.formData()
      const record = readSentRecord(parsed(form.get('answers')), pack)
      if (record === undefined) throw new HTTPException(400)
      return answerWithDocument(c, record, form)
    })

    .use('/self-check/kept/*', privateLinkHeaders)
    .get('/self-check/kept/:token/report-card', async (c) => {
      const place = placeOf(c.req.param('token'))
      const { record } = await withKept(deps, place.token, (kept) => kept)
      return c.html(documentOf(<KeptReportCardPage {...common(c)} place={place} card={cardOf(record)} />))
    })
    .get('/self-check/kept/:token/plan', async (c) => {
      const place = placeOf(c.req.param('token'))
      const { record } = await withKept(deps, place.token, (kept) => kept)
      const card = cardOf(record)
      const plan = await planOf(record, card)
      const { chosen } = record
      const page = (
        <KeptPlanPage
          {...common(c)}
          place={place}
          card={card}
          plan={plan}
          {...(chosen === undefined ? {} : { chosen })}
        />
      )
      return c.html(documentOf(page))
    })
    .post('/self-check/kept/:token/plan', async (c) => {
      const place = placeOf(c.req.param('token'))
      const form = await c.req.formData()
      const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
      await withKept(deps, place.token, async (kept, tx) => {
        const { chosen: before, ...rest } = changedByPlanSettings(kept.record, fields)
        const chosen = form.has('chosen') ? choiceLetter(form.get('chosen')) : before
        const record: SelfCheckRecord = { ...rest, ...(chosen === undefined ? {} : { chosen }) }
        const saved = [await saveSettings(tx, kept.id, { record, version: kept.version })]
        for (const [component, answer] of Object.entries(record.answers)) {
          if (answer === kept.record.answers[component]) continue
          const version = kept.versions[component] ?? 0
          saved.push(await saveAnswer(tx, kept.id, component, { answer, version, now: now() }))
        }
        if (saved.includes(false)) throw new ConflictError()
      })
      return c.redirect(paths.plan(c.var.language, place), 303)
    })
    .post('/self-check/kept/:token/documents', limited, async (c) => {
      const place = placeOf(c.req.param('token'))
      const form = await c.req.formData()
      const { record } = await withKept(deps, place.token, (kept) => kept)
      return answerWithDocument(c, record, form)
    })
}

const placeOf = (token: string): Extract<SelfCheckPlace, { kind: 'kept' }> => ({ kind: 'kept', token })

function choiceOf(form: FormData): DocumentChoice {
  const wanted = form.get('document')
  const choice = documentChoices.find(({ document, format }) => `${document}.${format}` === wanted)
  if (choice === undefined) throw new HTTPException(400)
  return choice
}

const choiceLetter = (value: FormDataEntryValue | null) => (value === 'A' || value === 'B' ? value : undefined)

function parsed(value: FormDataEntryValue | null): unknown {
  if (typeof value !== 'string') return undefined
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
