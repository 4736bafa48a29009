import { type Context, Hono } from 'hono'
import { paths } from '../paths.ts'
import {
  type ActorEnvironment,
  asPerson,
  asService,
  frameOf,
  type PlaceEnvironment,
  type RoomDependencies,
} from '../people/index.ts'
import { ConflictError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import type { FieldError } from '../ui/parts.tsx'
import { privacyMessages } from './privacy-messages.ts'
import { runRetention } from './retention.ts'
import { CertificatePage, DeleteCommunityPage, RetentionPage } from './retention-pages.tsx'
import { findCommunityName } from './status-store.ts'
import {
  countCommunityRows,
  deleteCommunity,
  findDeletion,
  insertDeletion,
  listDeletions,
  listHolds,
  readSettings,
  recordProgramEvent,
  setLegalHold,
} from './store.ts'

/** How long data stays, legal holds, deletion with its certificate. */
export function retentionRoutes({ db, now, asset, guard, timeZone }: RoomDependencies) {
  const draw = async (
    c: Context<ActorEnvironment>,
    errors: FieldError[] = [],
    ran: number | undefined = undefined,
    status: 200 | 422 = 200,
  ) => {
    const view = await asPerson(db, c.var.actor, async (tx) => ({
      settings: (await readSettings(tx)).settings,
      holds: await listHolds(tx),
      deletions: await listDeletions(tx),
    }))
    const page = { frame: frameOf(c, asset), standing: c.var.standing, timeZone, ran, errors }
    return c.html(documentOf(<RetentionPage {...page} {...view} />), status)
  }
  const back = (c: Context<ActorEnvironment>) => c.redirect(paths.program(c.var.language, 'retention'), 303)

  const program = new Hono<ActorEnvironment>()
    .get('/program/retention', guard.program('program.privacy'), (c) => {
      const ran = Number(c.req.query('ran') ?? Number.NaN)
      return draw(c, [], Number.isInteger(ran) && ran >= 0 ? ran : undefined)
    })
    .post('/program/retention/run', guard.program('program.privacy'), async (c) => {
      const { actor, language } = c.var
      const reason = privacyMessages[language].retentionName
      const removed = await runRetention({ db, now }, { askedBy: actor.name, reason, personId: actor.personId })
      return c.redirect(`${paths.program(language, 'retention')}?ran=${removed}`, 303)
    })
    .post('/program/retention/hold', guard.program('program.privacy'), async (c) => {
      const { actor, language } = c.var
      const t = privacyMessages[language]
      const form = await readForm(c.req)
      const community = textIn(form, 'community')
      const reason = textIn(form, 'reason').trim().slice(0, 1000)
      const errors: FieldError[] = [
        ...(uuid.test(community) ? [] : [{ field: 'community', message: t.required(t.community) }]),
        ...(reason ? [] : [{ field: 'reason', message: t.required(t.reason) }]),
      ]
      if (errors.length > 0) return draw(c, errors, undefined, 422)
      await asPerson(db, actor, async (tx) => {
        if (!(await setLegalHold(tx, community, { since: now(), reason }))) return
        await recordProgramEvent(tx, { act: 'hold.set', at: now(), personId: actor.personId, detail: { community } })
      })
      return back(c)
    })
    .post('/program/retention/lift', guard.program('program.privacy'), async (c) => {
      const { actor } = c.var
      const community = textIn(await readForm(c.req), 'community')
      if (uuid.test(community)) {
        await asPerson(db, actor, async (tx) => {
          if (!(await setLegalHold(tx, community, undefined))) return
          await recordProgramEvent(tx, {
            act: 'hold.lifted',
            at: now(),
            personId: actor.personId,
            detail: { community },
          })
        })
      }
      return back(c)
    })

  const own = new Hono<PlaceEnvironment>()
    .get('/communities/:community/delete', guard.community('community.delete'), async (c) => {
      const { place } = c.var
      const held = await isHeld(c.var.actor, place.communityId)
      const community = { id: place.communityId, name: place.communityName }
      const page = { frame: frameOf(c, asset), community, held, typed: { name: '', reason: '' }, errors: [] }
      return c.html(documentOf(<DeleteCommunityPage {...page} />))
    })
    .post('/communities/:community/delete', guard.community('community.delete'), async (c) => {
      const { actor, place, language } = c.var
      const t = privacyMessages[language]
      const form = await readForm(c.req)
      const typed = { name: textIn(form, 'name').trim(), reason: textIn(form, 'reason').trim().slice(0, 1000) }
      const held = await isHeld(actor, place.communityId)
      const errors: FieldError[] = [
        ...(textIn(form, 'exported') === 'yes' ? [] : [{ field: 'exported', message: t.deleteTick }]),
        ...(typed.reason ? [] : [{ field: 'reason', message: t.required(t.deleteReason) }]),
        ...(typed.name === place.communityName ? [] : [{ field: 'name', message: t.deleteWrong }]),
      ]
      const community = { id: place.communityId, name: place.communityName }
      const page = { frame: frameOf(c, asset), community, held, typed, errors }
      if (held || errors.length > 0) return c.html(documentOf(<DeleteCommunityPage {...page} />), held ? 409 : 422)
      // The person was checked by the guard; only the service sees every row that goes with the community.
      const deletion = await asService(db, async (tx) => {
        const counts = await countCommunityRows(tx, community.id)
        // A hold that was set meanwhile, or a second click: nothing goes.
        if (!(await deleteCommunity(tx, community.id))) throw new ConflictError()
        const id = await insertDeletion(tx, {
          subject: 'community',
          name: community.name,
          counts,
          reason: typed.reason,
          deletedAt: now(),
          askedBy: actor.name || actor.email,
        })
        await recordProgramEvent(tx, {
          act: 'community.deleted',
          at: now(),
          personId: actor.personId,
          detail: { certificate: id },
        })
        return findDeletion(tx, id)
      })
      if (deletion === undefined) throw new Error('The certificate that was just written is not there')
      return c.html(
        documentOf(
          <CertificatePage frame={frameOf(c, asset)} deletion={deletion} language={language} timeZone={timeZone} />,
        ),
      )
    })

  async function isHeld(actor: { personId: string }, communityId: string): Promise<boolean> {
    const found = await asPerson(db, actor, (tx) => findCommunityName(tx, communityId))
    return found?.holdReason !== undefined
  }

  return new Hono<ActorEnvironment>().route('/', program).route('/', own)
}
