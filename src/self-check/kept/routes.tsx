import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { type AssetUrl, documentOf } from '../../ui/layout.tsx'
import { readProfileForm } from '../../ui/profile-form.ts'
import { readAnswerForm, readNeedsForm, readSetUpForm, versionOf } from '../questions/forms.ts'
import { ProfilePage } from '../questions/profile-page.tsx'
import { QuestionPage } from '../questions/question-page.tsx'
import type { KeptQuestion } from '../questions/question-parts.tsx'
import { ReviewPage } from '../questions/review-page.tsx'
import { SetUpPage, type SetUpValues } from '../questions/set-up-page.tsx'
import { basisOf } from '../record/basis.ts'
import { changeKept, type KeptDependencies, readKept } from './access.ts'
import { ForgetPage, ForgottenPage, KeptHomePage } from './pages.tsx'
import { componentAfter, countsOf, keptPage, progressOf } from './progress.ts'
import { deleteKept, type KeptSelfCheck, moveToRelease, saveAnswer, saveSettings } from './store.ts'

type KeptRoutesDependencies = KeptDependencies & {
  asset: AssetUrl
  /** The address people use, when a proxy stands in front. */
  origin?: string
}

const kept = (token: string): SelfCheckPlace => ({ kind: 'kept', token })

/** The self-check under a private link: plain pages and forms, answers in the database. */
export function keptRoutes(deps: KeptRoutesDependencies) {
  const { pack, release, asset, now } = deps
  const common = (c: Context<AppEnvironment>) => ({ language: c.var.language, pack, release, asset })

  const componentOf = (id: string) => {
    const component = pack.components.find((candidate) => candidate.id === id)
    if (component === undefined) throw new NotFoundError()
    return component
  }

  const questionView = (token: string, found: KeptSelfCheck, component: string): KeptQuestion => ({
    ...progressOf(found, pack),
    ...keptPage(token, found, release),
    answer: found.record.answers[component] ?? { given: {} },
    version: found.versions[component] ?? 0,
    errors: [],
  })

  const setUpValues = (found: KeptSelfCheck): SetUpValues => {
    const { form, variant, hours, weeks } = basisOf(pack, found.record)
    return { form, variant, hours: String(hours), weeks: String(weeks) }
  }

  return new Hono<AppEnvironment>()
    .use('/self-check/kept/*', privateLinkHeaders)
    .get('/self-check/kept/forgotten', (c) => c.html(documentOf(<ForgottenPage {...common(c)} />)))

    .get('/self-check/kept/:token', async (c) => {
      const { language } = c.var
      const token = c.req.param('token')
      const found = await readKept(deps, token)
      const counts = countsOf(pack, progressOf(found, pack))
      const begun = Object.keys(found.record.answers).length > 0
      const next = !begun
        ? paths.profile(language, kept(token))
        : counts.open === undefined
          ? paths.review(language, kept(token))
          : paths.question(language, kept(token), counts.open)
      const link = new URL(paths.selfCheck(language, kept(token)), deps.origin ?? c.req.url).href
      const expires = longDate(dayIn(found.expiresAt, deps.timeZone), language)
      const view = { token, kept: found, link, next, expires }
      const page = <KeptHomePage {...common(c)} {...counts} {...view} />
      return c.html(documentOf(page))
    })

    .get('/self-check/kept/:token/forget', async (c) => {
      const token = c.req.param('token')
      await readKept(deps, token)
      return c.html(documentOf(<ForgetPage {...common(c)} token={token} />))
    })
    .post('/self-check/kept/:token/forget', async (c) => {
      await changeKept(deps, c.req.param('token'), (_, tx) => deleteKept(tx))
      return c.redirect(paths.forgotten(c.var.language), 303)
    })

    .get('/self-check/kept/:token/profile', async (c) => {
      const token = c.req.param('token')
      const found = await readKept(deps, token)
      const { record, version } = found
      const view = { ...keptPage(token, found, release), profile: record.profile, version, errors: [], conflict: false }
      return c.html(documentOf(<ProfilePage {...common(c)} kept={view} />))
    })
    .post('/self-check/kept/:token/profile', async (c) => {
      const { language } = c.var
      const token = c.req.param('token')
      const form = await readForm(c.req)
      const outcome = await changeKept(deps, token, async (found, tx) => {
        const { record } = found
        const asked = pack.profile.filter((question) => question.selfCheck)
        const profile = readProfileForm(form, pack, asked, record.profile)
        if (profile === undefined) throw new HTTPException(400)
        // What the new profile suggests takes the place of earlier choices; the next page shows it, open to change.
        const { form: _f, variant: _v, hours: _h, weeks: _w, ...rest } = record
        const changed = JSON.stringify(profile) !== JSON.stringify(record.profile)
        const next = { ...(changed ? rest : record), profile }
        const saved = await saveSettings(tx, found.id, { record: next, version: versionOf(form) })
        return { saved, profile, found }
      })
      if (outcome.saved) return c.redirect(paths.setUp(language, kept(token)), 303)
      const { profile, found } = outcome
      const view = { ...keptPage(token, found, release), profile, version: found.version, errors: [], conflict: true }
      return c.html(documentOf(<ProfilePage {...common(c)} kept={view} />), 409)
    })

    .get('/self-check/kept/:token/set-up', async (c) => {
      const token = c.req.param('token')
      const found = await readKept(deps, token)
      const view = {
        ...keptPage(token, found, release),
        values: setUpValues(found),
        version: found.version,
        errors: [],
        conflict: false,
      }
      return c.html(documentOf(<SetUpPage {...common(c)} kept={view} />))
    })
    .post('/self-check/kept/:token/set-up', async (c) => {
      const { language } = c.var
      const token = c.req.param('token')
      const form = await readForm(c.req)
      const outcome = await changeKept(deps, token, async (found, tx) => {
        const posted = readSetUpForm(form, pack, language, setUpValues(found))
        const { record } = found
        const saved =
          posted.errors.length === 0 &&
          (await saveSettings(tx, found.id, { record: { ...record, ...posted.choices }, version: posted.version }))
        return { posted, saved, found }
      })
      const { posted, found } = outcome
      if (outcome.saved) {
        const { open } = countsOf(pack, progressOf({ ...found, record: { ...found.record, ...posted.choices } }, pack))
        const first = open ?? pack.components[0]?.id ?? ''
        return c.redirect(paths.question(language, kept(token), first), 303)
      }
      const conflict = posted.errors.length === 0
      const version = conflict ? found.version : posted.version
      const view = {
        ...keptPage(token, found, release),
        values: posted.values,
        version,
        errors: posted.errors,
        conflict,
      }
      return c.html(documentOf(<SetUpPage {...common(c)} kept={view} />), conflict ? 409 : 422)
    })

    .get('/self-check/kept/:token/review', async (c) => {
      const token = c.req.param('token')
      const found = await readKept(deps, token)
      const { record, version } = found
      const view = { ...progressOf(found, pack), ...keptPage(token, found, release), record, version, conflict: false }
      return c.html(documentOf(<ReviewPage {...common(c)} kept={view} />))
    })
    .post('/self-check/kept/:token/review', async (c) => {
      const token = c.req.param('token')
      const form = await readForm(c.req)
      const needs = readNeedsForm(form, pack)
      const { found, saved } = await changeKept(deps, token, async (one, tx) => ({
        found: one,
        saved: await saveSettings(tx, one.id, { record: { ...one.record, needs }, version: versionOf(form) }),
      }))
      if (saved) return c.redirect(paths.review(c.var.language, kept(token)), 303)
      const record = { ...found.record, needs }
      const { version } = found
      const view = { ...progressOf(found, pack), ...keptPage(token, found, release), record, version, conflict: true }
      return c.html(documentOf(<ReviewPage {...common(c)} kept={view} />), 409)
    })

    .get('/self-check/kept/:token/:component', async (c, next) => {
      const { token, component: id } = c.req.param()
      if (!pack.components.some((candidate) => candidate.id === id)) return next()
      const found = await readKept(deps, token)
      const component = componentOf(id)
      return c.html(
        documentOf(<QuestionPage {...common(c)} component={component} kept={questionView(token, found, id)} />),
      )
    })
    .post('/self-check/kept/:token/:component', async (c, next) => {
      const { language } = c.var
      const { token, component: id } = c.req.param()
      if (!pack.components.some((candidate) => candidate.id === id)) return next()
      const component = componentOf(id)
      const form = await readForm(c.req)
      const { view, status, to } = await changeKept(deps, token, async (found, tx) => {
        const before = questionView(token, found, id)
        const posted = readAnswerForm(form, pack, component, before.variant, language)
        const mine = { ...before, answer: posted.answer, version: posted.version }
        if (posted.errors.length > 0) return { view: { ...mine, errors: posted.errors }, status: 422 as const, to: '' }
        const nothingNew = sameAnswer(posted.answer, before.answer)
        const given = { answer: posted.answer, version: posted.version, now: now() }
        const saved = nothingNew || (await saveAnswer(tx, found.id, id, given))
        // Another window saved in between: show both, and let the person decide.
        if (!saved) {
          const view = { ...mine, version: before.version, saved: before.answer }
          return { view, status: 409 as const, to: '' }
        }
        if (!nothingNew && found.record.release !== release) await moveToRelease(tx, found.id, release)
        const after = componentAfter(pack, progressOf(found, pack), id)
        const onward =
          posted.go === 'review' || after === undefined
            ? paths.review(language, kept(token))
            : paths.question(language, kept(token), after)
        return {
          view: before,
          status: 200 as const,
          to: posted.stay ? paths.question(language, kept(token), id) : onward,
        }
      })
      if (status === 200) return c.redirect(to, 303)
      return c.html(documentOf(<QuestionPage {...common(c)} component={component} kept={view} />), status)
    })
}

function sameAnswer(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}
