import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { Language } from '../../platform/languages.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import type { PlaceEnvironment } from '../access/actor.ts'
import { asPerson } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { findProtocol, getCommunity } from './community-store.ts'
import { consentMessages } from './consent-messages.ts'
import { ConsentPage, type DecisionValues, ReadsPage, SayYesPage } from './consent-pages.tsx'
import { listConsents, listTerms, recordConsent, recordTerms } from './consent-store.ts'
import { recordCommunityEvent } from './event-store.ts'
import { namesOf } from './members-store.ts'
import { listOpenings, listReaders, listReads } from './reads-store.ts'
import { consentsNow, type DataUse, dataTerms, dataUses, governingBodyDecides } from './terms.ts'

/** Reads who decided, when, and on what paper. */
function readDecision(
  form: PostedForm,
  today: string,
  needed: boolean,
  language: Language,
): { values: DecisionValues; errors: FieldError[] } {
  const t = consentMessages[language]
  const line = (name: string) => textIn(form, name).replace(/\s+/g, ' ').trim()
  const values = {
    terms: textIn(form, 'terms'),
    decidedOn: line('decidedOn') || today,
    body: line('body'),
    reference: line('reference'),
  }
  const errors: FieldError[] = []
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(values.decidedOn) && !Number.isNaN(Date.parse(`${values.decidedOn}T00:00:00Z`))
  if (!isDay || values.decidedOn > today || values.decidedOn < '1990-01-01') {
    errors.push({ field: 'decidedOn', message: t.decidedOnError })
  }
  if (needed && values.body === '') errors.push({ field: 'body', message: t.bodyError })
  if (needed && values.reference === '') errors.push({ field: 'reference', message: t.referenceError })
  for (const field of ['body', 'reference'] as const) {
    if (values[field].length > 200) errors.push({ field, message: t.tooLong })
  }
  return { values, errors }
}

/** What a community's data may be used for, and who read it. */
export function consentRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  const common = (c: Context<PlaceEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })
  const useIn = (c: Context<PlaceEnvironment>): DataUse => {
    const use = dataUses.find((one) => one === c.req.param('use'))
    if (use === undefined) throw new NotFoundError()
    return use
  }
  const blank = (c: Context<PlaceEnvironment>): DecisionValues => ({
    terms: '',
    decidedOn: dayIn(now(), c.var.actor.timeZone),
    body: '',
    reference: '',
  })

  const page = async (
    c: Context<PlaceEnvironment>,
    given: { values?: DecisionValues; errors?: FieldError[]; note?: string | undefined },
  ) => {
    const { actor, place } = c.var
    const found = await asPerson(db, actor, async (tx) => {
      const [community, protocol] = [
        await getCommunity(tx, place.communityId),
        await findProtocol(tx, place.communityId),
      ]
      const [consents, termsHistory] = [
        await listConsents(tx, place.communityId),
        await listTerms(tx, place.communityId),
      ]
      const names = await namesOf(
        tx,
        [...consents, ...termsHistory].map(({ recordedBy }) => recordedBy),
      )
      return { community, protocol, consents, termsHistory, names }
    })
    return documentOf(
      <ConsentPage
        {...common(c)}
        terms={found.community.dataTerms}
        protocol={found.protocol}
        consents={found.consents}
        termsHistory={found.termsHistory}
        names={found.names}
        values={given.values ?? { ...blank(c), terms: found.community.dataTerms ?? '' }}
        errors={given.errors ?? []}
        note={given.note}
      />,
    )
  }

  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/consent', guard.community('community.consent'), async (c) => {
      const t = consentMessages[c.var.language]
      const use = (name: string) => dataUses.find((one) => one === c.req.query(name))
      const [granted, withdrawn] = [use('granted'), use('withdrawn')]
      const note = granted
        ? t.granted(t.uses[granted])
        : withdrawn
          ? t.withdrawn(t.uses[withdrawn])
          : c.req.query('terms') === undefined
            ? undefined
            : t.termsSaved
      return c.html(await page(c, { note }))
    })
    .post('/communities/:community/consent/terms', guard.community('community.consent'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const at = now()
      const form = await readForm(c.req)
      const { values, errors } = readDecision(form, dayIn(at, actor.timeZone), false, language)
      const terms = dataTerms.find((one) => one === values.terms)
      if (terms === undefined) errors.unshift({ field: 'terms', message: consentMessages[language].termsError })
      if (terms === undefined || errors.length > 0) return c.html(await page(c, { values, errors }), 422)
      await asPerson(db, actor, async (tx) => {
        const [last] = await listTerms(tx, communityId)
        const same =
          last?.terms === terms &&
          last.decidedOn === values.decidedOn &&
          last.reference === (values.reference || undefined) &&
          last.decidedByBody === (values.body || undefined)
        if (same) return
        await recordTerms(tx, {
          communityId,
          terms,
          decidedOn: values.decidedOn,
          decidedByBody: values.body || undefined,
          reference: values.reference || undefined,
          personId: actor.personId,
          at,
        })
        await recordCommunityEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'consent.terms-chosen',
          at,
          detail: { terms },
        })
      })
      return c.redirect(`${paths.community(language, communityId, 'consent')}?terms`, 303)
    })
    .get('/communities/:community/consent/:use', guard.community('community.consent'), async (c) => {
      const use = useIn(c)
      const community = await asPerson(db, c.var.actor, (tx) => getCommunity(tx, c.var.place.communityId))
      const bodyNeeded = governingBodyDecides(community)
      return c.html(
        documentOf(<SayYesPage {...common(c)} use={use} values={blank(c)} bodyNeeded={bodyNeeded} errors={[]} />),
      )
    })
    .post('/communities/:community/consent/:use', guard.community('community.consent'), async (c) => {
      const use = useIn(c)
      const { actor, place, language } = c.var
      const { communityId } = place
      const at = now()
      const form = await readForm(c.req)
      const outcome = await asPerson(db, actor, async (tx) => {
        const bodyNeeded = governingBodyDecides(await getCommunity(tx, communityId))
        const { values, errors } = readDecision(form, dayIn(at, actor.timeZone), bodyNeeded, language)
        if (errors.length > 0) return { values, errors, bodyNeeded }
        // Sent twice: the yes stands already.
        if (consentsNow(await listConsents(tx, communityId))[use]) return undefined
        await recordConsent(tx, {
          communityId,
          use,
          granted: true,
          decidedOn: values.decidedOn,
          decidedByBody: values.body || undefined,
          reference: values.reference || undefined,
          personId: actor.personId,
          at,
        })
        await recordCommunityEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'consent.granted',
          at,
          detail: { use },
        })
        return undefined
      })
      if (outcome) return c.html(documentOf(<SayYesPage {...common(c)} use={use} {...outcome} />), 422)
      return c.redirect(`${paths.community(language, communityId, 'consent')}?granted=${use}`, 303)
    })
    .post('/communities/:community/consent/:use/withdraw', guard.community('community.consent'), async (c) => {
      const use = useIn(c)
      const { actor, place, language } = c.var
      const { communityId } = place
      const at = now()
      await asPerson(db, actor, async (tx) => {
        if (!consentsNow(await listConsents(tx, communityId))[use]) return
        const decidedOn = dayIn(at, actor.timeZone)
        await recordConsent(tx, { communityId, use, granted: false, decidedOn, personId: actor.personId, at })
        await recordCommunityEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'consent.withdrawn',
          at,
          detail: { use },
        })
      })
      return c.redirect(`${paths.community(language, communityId, 'consent')}?withdrawn=${use}`, 303)
    })
    .get('/communities/:community/reads', guard.community('community.reads'), async (c) => {
      const { actor, place } = c.var
      const asked = Number(c.req.query('page') ?? '1')
      const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
      const found = await asPerson(db, actor, async (tx) => {
        const readers = await listReaders(tx, place.communityId)
        const personId = readers.find((reader) => reader.personId === c.req.query('person'))?.personId
        const { reads, more } = await listReads(tx, place.communityId, { page, personId })
        const openings = await listOpenings(tx, place.communityId)
        const names = await namesOf(
          tx,
          reads.map((line) => line.personId),
        )
        return { readers, personId, reads, more, openings, names }
      })
      return c.html(documentOf(<ReadsPage {...common(c)} page={page} {...found} />))
    })
}
