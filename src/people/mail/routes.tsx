import { Hono } from 'hono'
import { paths } from '../../paths.ts'
import { uuid } from '../../platform/ids.ts'
import { optionalKinds } from '../../platform/mail/mail.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson, asService } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { OwnMailPage, UnsubscribePage } from './pages.tsx'
import { findByUnsubscribeToken, listOwnMail, listRefusals, listShowings, refuse, setRefusals } from './store.ts'

const pageSize = 25
/** `/account/mail`, and the link under every message that a person can do without. */
export function mailRoutes(deps: RoomDependencies) {
  const { db, now, asset, guard } = deps
  return (
    new Hono<ActorEnvironment>()
      .get('/account/mail', guard.program('account.own'), async (c) => {
        const { actor } = c.var
        const page = Math.min(Math.max(Number.parseInt(c.req.query('page') ?? '1', 10) || 1, 1), 1000)
        const { mail, refused, showings } = await asPerson(db, actor, async (tx) => ({
          mail: await listOwnMail(tx, actor.personId, { limit: pageSize + 1, offset: (page - 1) * pageSize }),
          refused: await listRefusals(tx, actor.personId),
          showings: await listShowings(tx, actor.personId),
        }))
        const view = {
          frame: frameOf(c, asset),
          address: actor.email,
          timeZone: actor.timeZone,
          refused,
          saved: c.req.query('saved') !== undefined,
          mail: mail.slice(0, pageSize),
          page,
          more: mail.length > pageSize,
          showings,
        }
        return c.html(documentOf(<OwnMailPage {...view} />))
      })
      .post('/account/mail', guard.program('account.own'), async (c) => {
        const { actor, language } = c.var
        const form = await readForm(c.req)
        const wanted = [form.wanted ?? []].flat()
        const refused = optionalKinds.filter((kind) => !wanted.includes(kind))
        await asPerson(db, actor, (tx) => setRefusals(tx, actor.personId, refused, now()))
        return c.redirect(`${paths.account(language, 'mail')}?saved`, 303)
      })
      // Open to all on purpose: the link in the message is the only key there is, and all it opens is the way out.
      .get('/unsubscribe/:token', async (c) => {
        const found = await findSubscription(c.req.param('token'))
        const state = found ? 'ask' : 'unknown'
        return c.html(await unsubscribePage(c.var.language, c.req.path, state, found?.kind), found ? 200 : 404, noStore)
      })
      // Mail programs post here by themselves (RFC 8058), from no page of ours and with no cookie.
      .post('/unsubscribe/:token', async (c) => {
        const found = await findSubscription(c.req.param('token'))
        if (found) await asService(db, (tx) => refuse(tx, found.personId, found.kind, now()))
        const state = found ? 'done' : 'unknown'
        return c.html(await unsubscribePage(c.var.language, c.req.path, state, found?.kind), found ? 200 : 404, noStore)
      })
  )

  async function findSubscription(token: string) {
    return uuid.test(token) ? asService(db, (tx) => findByUnsubscribeToken(tx, token)) : undefined
  }

  async function unsubscribePage(
    language: ActorEnvironment['Variables']['language'],
    path: string,
    state: 'ask' | 'done' | 'unknown',
    kind: (typeof optionalKinds)[number] | undefined,
  ) {
    return documentOf(
      <UnsubscribePage language={language} path={path} asset={asset} state={state} {...(kind ? { kind } : {})} />,
    )
  }
}

const noStore = { 'Cache-Control': 'no-store' }
