import { type Context, Hono } from 'hono'
import { validationRecordDocument } from '../../documents/validation-record-document.ts'
import { may } from '../../domain/access.ts'
import { undecided } from '../../domain/validation-agenda.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { findKeptDraft } from '../action-plan/index.ts'
import { lockJourney, publishDocument } from '../record/index.ts'
import { blockAnswers } from './block-answers.tsx'
import { startOf, tellOfSetting } from './booking-mail.ts'
import { decisionRoutes } from './decision-routes.tsx'
import { decidedOf, type FindingDecision, type Setting } from './entries.ts'
import { FindingPage, FindingsPage } from './findings-pages.tsx'
import { findingIn, itemIn, levelsIn, listIn, openComponents, settingIn } from './forms.ts'
import { LevelsPage } from './levels-page.tsx'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { NotYetPage } from './not-yet-page.tsx'
import { type Missing, ValidationPage } from './overview-page.tsx'
import { recordValues } from './record-values.ts'
import { SettingPage } from './setting-page.tsx'
import { listEntries } from './store.ts'
import { together } from './who.ts'

const findingActs = {
  confirmed: 'validation.finding-confirmed',
  amended: 'validation.finding-amended',
  disputed: 'validation.finding-disputed',
} as const

const nothingSet: Setting = { date: '', time: '', minutes: 60, place: '', spoken: '', people: [], others: '' }

/** The validation interview: each block is a page of its own, saved by itself, and the record at the end. */
export function validationRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps
  const answers = blockAnswers(deps)
  const { load, loaded, propsOf, to, save, answer } = answers

  const overview = (
    c: Context<JourneyEnvironment>,
    v: Validation,
    errors: FieldError[],
    status: 200 | 409 | 422,
    reason?: string,
  ) =>
    c.html(
      documentOf(
        <ValidationPage
          {...propsOf(c, v, errors)}
          missing={missingIn(v)}
          closes={may('validation.close', c.var.standing)}
          {...(reason === undefined ? {} : { reason })}
        />,
      ),
      status,
    )

  return new Hono<JourneyEnvironment>()
    .route('/', decisionRoutes(deps))
    .get('/journeys/:journey/validation', guard('validation.see'), async (c) => {
      const v = await load(c)
      if (v === undefined) {
        const { place, standing } = c.var
        return c.html(documentOf(<NotYetPage frame={frameOf(c, asset)} place={place} standing={standing} />))
      }
      return overview(c, v, [], 200)
    })

    .get('/journeys/:journey/validation/setting', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const { value = nothingSet, version = 0 } = v.decided.setting ?? {}
      return c.html(documentOf(<SettingPage {...propsOf(c, v)} value={value} version={version} />))
    })
    .post('/journeys/:journey/validation/setting', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      const { language, actor } = c.var
      const posted = settingIn(await readForm(c.req), v, language)
      if (posted.value.date !== '' && posted.errors.length === 0 && !startOf(posted.value, v.community.timeZone))
        posted.errors.push({ field: 'time', message: validationMessages[language].errors.date })
      return answer(
        c,
        v,
        posted,
        { block: 'setting', act: 'validation.date-set', detail: { date: posted.value.date }, next: to(c) },
        (props, { value, version }) => <SettingPage {...props} value={value} version={version} />,
        (tx) =>
          tellOfSetting(deps, tx, v, {
            before: v.decided.setting?.value,
            now: posted.value,
            version: posted.version + 1,
            organizer: { name: actor.name, address: actor.email },
          }),
      )
    })

    .get('/journeys/:journey/validation/findings', guard('validation.see'), async (c) =>
      c.html(documentOf(<FindingsPage {...propsOf(c, await loaded(c))} />)),
    )
    .get('/journeys/:journey/validation/findings/:item', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const item = itemIn(v, c.req.param('item'))
      if (item === undefined) throw new NotFoundError()
      const entry = v.decided.findings.get(item.id)
      const props = { item, value: entry?.value, version: entry?.version ?? 0 }
      return c.html(documentOf(<FindingPage {...propsOf(c, v)} {...props} />))
    })
    .post('/journeys/:journey/validation/findings/:item', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      const item = itemIn(v, c.req.param('item'))
      if (item === undefined) throw new NotFoundError()
      const form = await readForm(c.req)
      const posted = findingIn(form, v, c.var.language)
      const decided = new Set([...v.decided.findings.keys(), item.id])
      const next = textIn(form, 'go') === 'next' ? undecided(v.agenda, decided)[0] : undefined
      return answer(
        c,
        v,
        posted,
        {
          block: `finding:${item.id}`,
          act: findingActs[posted.value.decision],
          detail: { item: item.id },
          next: next ? to(c, 'findings', next.id) : to(c, 'findings'),
        },
        (props, { value, version }) => <FindingPage {...props} item={item} value={value} version={version} />,
      )
    })
    .post('/journeys/:journey/validation/confirm-rest', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      // Only what the page showed as open, and is still open: a finding that someone decided since stays as it was decided.
      const shown = new Set(listIn(await readForm(c.req), 'items'))
      const open = undecided(v.agenda, new Set(v.decided.findings.keys())).filter(({ id }) => shown.has(id))
      const value: FindingDecision = {
        decision: 'confirmed',
        wording: '',
        reason: '',
        by: together,
        language: c.var.language,
      }
      for (const { id } of open) {
        const block = `finding:${id}`
        await save(c, v, { block, version: 0, value, act: findingActs.confirmed, detail: { item: id } })
      }
      return c.redirect(to(c, 'findings'), 303)
    })

    .get('/journeys/:journey/validation/levels/:domain', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const domain = c.req.param('domain')
      if (openComponents(v, domain).length === 0) throw new NotFoundError()
      const entry = v.decided.levels.get(domain)
      const value = entry?.value ?? { components: {}, by: together, language: c.var.language }
      const props = { domain, value, version: entry?.version ?? 0 }
      return c.html(documentOf(<LevelsPage {...propsOf(c, v)} {...props} />))
    })
    .post('/journeys/:journey/validation/levels/:domain', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      const domain = c.req.param('domain')
      if (openComponents(v, domain).length === 0) throw new NotFoundError()
      const posted = levelsIn(await readForm(c.req), v, domain, c.var.language)
      return answer(
        c,
        v,
        posted,
        { block: `levels:${domain}`, act: 'validation.levels-agreed', detail: { domain }, next: to(c) },
        (props, { value, version }) => <LevelsPage {...props} domain={domain} value={value} version={version} />,
      )
    })

    .post('/journeys/:journey/validation/record', guard('validation.close'), async (c) => {
      const v = await loaded(c)
      const t = validationMessages[c.var.language]
      const form = await readForm(c.req)
      const reason = textIn(form, 'reason').trim().slice(0, 1000)
      if (v.record?.upToDate) return c.redirect(to(c), 303)
      const missing = missingIn(v)
      if (missing.length > 0) {
        return overview(
          c,
          v,
          missing.map((one) => ({ field: 'content', message: t.missing[one] })),
          422,
        )
      }
      if (v.record && reason === '')
        return overview(c, v, [{ field: 'reason', message: t.errors.publishReason }], 422, reason)
      const changedSince = () => overview(c, v, [{ field: 'content', message: t.conflictTitle }], 409, reason)
      if (textIn(form, 'after') !== String(v.decided.lastEntry)) return changedSince()
      const published = await asPerson(db, c.var.actor, async (tx) => {
        const journey = await lockJourney(tx, v.journey.id)
        if (journey.stage !== 'validation' || journey.state !== 'active') throw new ConflictError()
        if (decidedOf(await listEntries(tx, journey.id)).lastEntry !== v.decided.lastEntry) return false
        if ((await findKeptDraft(tx, journey.id))?.version !== v.draftVersion) return false
        const given = { version: (v.record?.version ?? 0) + 1, date: dayIn(now(), v.community.timeZone) }
        const { pack: _, ...values } = recordValues(v, { ...given, language: 'en' })
        await publishDocument(tx, journey, {
          kind: 'validation-record',
          models: {
            en: validationRecordDocument(recordValues(v, { ...given, language: 'en' })),
            fr: validationRecordDocument(recordValues(v, { ...given, language: 'fr' })),
          },
          data: { schemaVersion: 1, lastEntry: v.decided.lastEntry, draftVersion: v.draftVersion, ...values },
          at: now(),
          by: c.var.actor.personId,
          ...(reason === '' ? {} : { reason }),
        })
        return true
      })
      return published ? c.redirect(to(c), 303) : changedSince()
    })
}

/** What a record needs before it can be published. */
function missingIn(v: Validation): Missing[] {
  const open = undecided(v.agenda, new Set(v.decided.findings.keys())).length > 0
  return [
    ...(open ? (['findingsDecided'] as const) : []),
    ...(v.decided.ranking ? [] : (['prioritiesRanked'] as const)),
    ...(v.decided.choice ? [] : (['pathwayChosen'] as const)),
  ]
}
