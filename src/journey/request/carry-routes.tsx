import { type Context, Hono } from 'hono'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, getCommunity, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { NotAllowedError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { lockJourney, recordEvent } from '../record/index.ts'
import { agreementMessages } from './agreement-messages.ts'
import { broughtIn } from './carried.ts'
import { deleteCarried, findCarried, replaceCarried } from './carried-store.ts'
import { CarryPage, HandOverPage } from './carry-pages.tsx'
import { mailManagers } from './mails.ts'
import { requestMessages } from './messages.ts'
import { findOpenHandOver, insertRequest, newRequestToken } from './store.ts'

/** A journey that runs alone asks for an advisor; a member brings a self-check along. */
export function carryRoutes(deps: RoomDependencies) {
  const { db, asset, guard, now } = deps
  const page = (c: Context<JourneyEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/hand-over', guard('journey.hand-over'), (c) => handOver(c))
    .post('/journeys/:journey/hand-over', guard('journey.hand-over'), async (c) => {
      const { actor, place, language } = c.var
      const t = agreementMessages[language].handOver
      const form = await readForm(c.req)
      const hopes = textIn(form, 'hopes').trim().slice(0, 4000)
      const errors: FieldError[] = [
        ...(hopes === '' ? [{ field: 'hopes', message: t.hopesError }] : []),
        ...(textIn(form, 'consent') === 'yes' ? [] : [{ field: 'consent', message: t.consentError }]),
      ]
      if (errors.length > 0) return handOver(c, { typed: hopes, errors })
      await asPerson(db, actor, async (tx) => {
        const at = now()
        const journey = await lockJourney(tx, place.journey.id)
        if (!journey.alone || (journey.state !== 'active' && journey.state !== 'paused')) throw new NotAllowedError()
        // Two clicks, or two leads: one request waits at a time.
        if (await findOpenHandOver(tx, journey.id)) return
        const community = await getCommunity(tx, journey.communityId)
        const request = {
          communityName: community.name,
          contactName: actor.name,
          contactRole: '',
          email: actor.email,
          language: journey.language,
          hopes,
          profile: community.profile,
          consentedAt: at,
          receivedAt: at,
        }
        const token = newRequestToken()
        const id = await insertRequest(tx, { ...request, token, journey })
        if (id === undefined) return
        const event = { communityId: community.id, journeyId: journey.id, personId: actor.personId, at }
        await recordEvent(tx, { ...event, act: 'journey.handed-over' })
        await mailManagers(tx, deps, { ...request, id, version: 1, handedOver: true }, 'new')
      })
      return c.redirect(paths.journey(language, place.journey.id, 'hand-over'), 303)
    })
    .get('/journeys/:journey/self-check', guard('diagnostic.answer'), (c) => carry(c))
    .post('/journeys/:journey/self-check', guard('diagnostic.answer'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const brought = await broughtIn(form, { ...deps, language })
      const link = textIn(form, 'carried-link')
      if (brought.kind === 'nothing') {
        return carry(c, {
          link,
          errors: [{ field: 'carried-link', message: agreementMessages[language].carry.nothing }],
        })
      }
      if (brought.kind === 'problem') {
        const message = [requestMessages[language].errors[brought.problem], ...brought.lines].join(' ')
        return carry(c, { link, errors: [{ field: brought.field, message }] })
      }
      await asPerson(db, actor, async (tx) => {
        const at = now()
        const { communityId } = place
        const journeyId = place.journey.id
        await replaceCarried(tx, { journeyId, communityId, person: actor, record: brought.record, at })
        await recordEvent(tx, { communityId, journeyId, personId: actor.personId, act: 'self-check.carried', at })
      })
      return c.redirect(paths.journey(language, place.journey.id, 'self-check'), 303)
    })
    .post('/journeys/:journey/self-check/remove', guard('diagnostic.answer'), async (c) => {
      const { actor, place, language } = c.var
      await asPerson(db, actor, async (tx) => {
        const journeyId = place.journey.id
        if ((await findCarried(tx, journeyId, actor.personId)) === undefined) return
        await deleteCarried(tx, journeyId, actor.personId)
        const event = { communityId: place.communityId, journeyId, personId: actor.personId, at: now() }
        await recordEvent(tx, { ...event, act: 'self-check.taken-back' })
      })
      return c.redirect(paths.journey(language, place.journey.id, 'self-check'), 303)
    })

  async function handOver(c: Context<JourneyEnvironment>, given: { typed?: string; errors?: FieldError[] } = {}) {
    const { actor, place, language, standing } = c.var
    const waiting = await asPerson(db, actor, (tx) => findOpenHandOver(tx, place.journey.id))
    const open = place.journey.alone && may('journey.hand-over', standing)
    if (!open && waiting === undefined) return c.redirect(paths.journey(language, place.journey.id), 303)
    return c.html(documentOf(<HandOverPage {...page(c)} waiting={waiting} {...given} />), given.errors ? 422 : 200)
  }

  async function carry(c: Context<JourneyEnvironment>, given: { link?: string; errors?: FieldError[] } = {}) {
    const { actor, place } = c.var
    const carried = await asPerson(db, actor, (tx) => findCarried(tx, place.journey.id, actor.personId))
    return c.html(documentOf(<CarryPage {...page(c)} carried={carried} {...given} />), given.errors ? 422 : 200)
  }
}
