import { type Context, Hono } from 'hono'
import { agreementDocument } from '../../documents/agreement-document.ts'
import { paths } from '../../paths.ts'
import {
  approvalBodies,
  asPerson,
  dataTerms,
  frameOf,
  type JourneyEnvironment,
  lockCommunity,
  type RoomDependencies,
  recordTerms,
  updateCommunity,
} from '../../people/index.ts'
import { isLanguage } from '../../platform/languages.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { publishDocument, recordEvent, setJourneyLanguage } from '../record/index.ts'
import { agreementMessages } from './agreement-messages.ts'
import { AgreementPage, agreementValues, type TypedIntake } from './agreement-page.tsx'
import { findAgreement, insertAgreement, loadIntake } from './agreement-store.ts'

/** Intake and agreement: how the community works, and what it and the program agree to. */
export function agreementRoutes(deps: RoomDependencies) {
  const { db, asset, guard, now } = deps
  type Shown = Partial<Pick<Parameters<typeof AgreementPage>[0], 'typed' | 'errors' | 'saved' | 'lost'>>

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/request', guard('agreement.see'), (c) =>
      draw(c, { saved: c.req.query('saved') !== undefined }),
    )
    .post('/journeys/:journey/request', guard('agreement.accept'), async (c) => {
      const { actor, place, language } = c.var
      const t = agreementMessages[language].errors
      const form = await readForm(c.req)
      const typed: TypedIntake = {
        language: textIn(form, 'language'),
        terms: textIn(form, 'terms'),
        approval: textIn(form, 'approval'),
      }
      const chosen = isLanguage(typed.language) ? typed.language : undefined
      const terms = dataTerms.find((one) => one === typed.terms)
      const approvalBody = approvalBodies.find((one) => one === typed.approval)
      const errors: FieldError[] = [
        ...(chosen ? [] : [{ field: 'language', message: t.language }]),
        ...(terms ? [] : [{ field: 'terms', message: t.terms }]),
        ...(approvalBody ? [] : [{ field: 'approval', message: t.approval }]),
      ]
      if (!chosen || !terms || !approvalBody) return draw(c, { typed, errors })
      const version = Number(textIn(form, 'version'))
      const saved = await asPerson(db, actor, async (tx) => {
        const at = now()
        const community = await lockCommunity(tx, place.communityId)
        const { journey } = await loadIntake(tx, place.journey.id)
        const same =
          community.dataTerms === terms && community.approvalBody === approvalBody && journey.language === chosen
        // What is chosen stands there already: a button pressed twice.
        if (same) return true
        if (!(await updateCommunity(tx, community.id, version, { language: chosen, approvalBody }, at))) return false
        if (community.dataTerms !== terms) {
          const decidedOn = dayIn(at, actor.timeZone)
          await recordTerms(tx, { communityId: community.id, terms, decidedOn, personId: actor.personId, at })
        }
        await setJourneyLanguage(tx, journey.id, chosen)
        await recordEvent(tx, {
          communityId: community.id,
          journeyId: journey.id,
          personId: actor.personId,
          act: 'agreement.intake-recorded',
          at,
          detail: { language: chosen, terms, approvalBody },
        })
        return true
      })
      if (!saved) return draw(c, { lost: typed })
      return c.redirect(`${paths.journey(language, place.journey.id, 'request')}?saved`, 303)
    })
    .post('/journeys/:journey/request/accept', guard('agreement.accept'), async (c) => {
      const { actor, place, language } = c.var
      const t = agreementMessages[language].errors
      const form = await readForm(c.req)
      if (textIn(form, 'accept') !== 'yes') return draw(c, { errors: [{ field: 'accept', message: t.accept }] })
      const version = Number(textIn(form, 'version'))
      const outcome = await asPerson(db, actor, async (tx) => {
        const at = now()
        // One acceptance after the other: the second of two clicks finds the first.
        const community = await lockCommunity(tx, place.communityId)
        if (community.version !== version) return 'conflict' as const
        const intake = await loadIntake(tx, place.journey.id)
        const values = agreementValues(intake)
        if (values === undefined) return 'incomplete' as const
        const { journey, protocol } = intake
        const given = {
          ...values,
          release: journey.release,
          acceptedBy: actor.name,
          acceptedOn: dayIn(at, community.timeZone),
        }
        const before = await findAgreement(tx, journey.id)
        if (before && isAsBefore(before, values)) return 'done' as const
        const { id } = await publishDocument(tx, journey, {
          kind: 'agreement',
          models: { en: agreementDocument(given, 'en'), fr: agreementDocument(given, 'fr') },
          data: given,
          at,
          by: actor.personId,
        })
        await insertAgreement(tx, {
          communityId: community.id,
          journeyId: journey.id,
          language: journey.language,
          dataTerms: values.dataTerms,
          approvalBody: values.approvalBody,
          protocolFile: values.dataTerms === 'own-protocol' ? protocol?.id : undefined,
          documentId: id,
          by: actor.personId,
          at,
        })
        const event = { communityId: community.id, journeyId: journey.id, personId: actor.personId, at }
        await recordEvent(tx, { ...event, act: 'agreement.accepted', detail: { document: id } })
        return 'done' as const
      })
      if (outcome === 'incomplete') return draw(c, { errors: [{ field: 'intake', message: t.incomplete }] })
      if (outcome === 'conflict') return draw(c, { lost: { language: '', terms: '', approval: '' } })
      return c.redirect(paths.journey(language, place.journey.id, 'request'), 303)
    })

  async function draw(c: Context<JourneyEnvironment>, shown: Shown = {}) {
    const { actor, place, standing } = c.var
    const intake = await asPerson(db, actor, (tx) => loadIntake(tx, place.journey.id))
    const props = { frame: frameOf(c, asset), place, standing, intake, timeZone: actor.timeZone }
    return c.html(documentOf(<AgreementPage {...props} {...shown} />), shown.lost ? 409 : shown.errors ? 422 : 200)
  }
}

/** Nothing that the agreement names has changed since it was accepted. */
function isAsBefore(
  before: { dataTerms: string; approvalBody: string; language: string },
  values: { dataTerms: string; approvalBody: string; journeyLanguage: string },
): boolean {
  return (
    before.dataTerms === values.dataTerms &&
    before.approvalBody === values.approvalBody &&
    before.language === values.journeyLanguage
  )
}
