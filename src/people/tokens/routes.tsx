import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { recordPersonEvent } from '../communities/event-store.ts'
import { tokenMessages } from './messages.ts'
import { RevokePage, type TokenDraft, TokenMadePage, TokensPage } from './pages.tsx'
import { insertToken, listTokens, revokeToken } from './store.ts'
import { mostTokens, newToken, scopesFor, type TokenScope, tokenDays } from './token.ts'

const day = 86_400_000
const uuid = z.uuid()

const empty = (): TokenDraft => ({ id: randomUUID(), name: '', scopes: [], days: '90' })

/** `/account/tokens`: a person makes, sees and revokes the tokens that act for them. */
export function tokenRoutes(deps: RoomDependencies) {
  const { db, now, asset, guard, queueMail } = deps
  const own = guard.program('api.tokens')

  return new Hono<ActorEnvironment>()
    .get('/account/tokens', own, (c) => tokensPage(c, empty(), []))
    .post('/account/tokens', own, async (c) => {
      const { actor, language } = c.var
      const t = tokenMessages[language]
      const form = await readForm(c.req)
      const draft: TokenDraft = {
        id: uuid.safeParse(textIn(form, 'id')).data ?? randomUUID(),
        name: textIn(form, 'name').trim(),
        scopes: [form.scopes ?? []].flat().filter((scope) => typeof scope === 'string'),
        days: textIn(form, 'days'),
      }
      const scopes = scopesFor(actor.staff).filter((scope) => draft.scopes.includes(scope))
      const days = tokenDays.find((one) => String(one) === draft.days)
      const errors: FieldError[] = []
      if (draft.name === '' || draft.name.length > 80) errors.push({ field: 'name', message: t.nameMissing })
      if (scopes.length === 0) errors.push({ field: 'scopes', message: t.scopeMissing })
      if (days === undefined) errors.push({ field: 'days', message: t.daysMissing })
      if (errors.length > 0 || days === undefined) return tokensPage(c, draft, errors)

      const token = newToken()
      const time = now()
      const outcome = await asPerson(db, actor, async (tx) => {
        const current = (await listTokens(tx, actor.personId)).filter((one) => !one.revokedAt && one.expiresAt > time)
        if (current.length >= mostTokens) return 'too-many'
        const given = { ...draft, scopes, personId: actor.personId, token, strong: actor.strong, now: time }
        const made = await insertToken(tx, { ...given, expiresAt: new Date(time.getTime() + days * day) })
        if (!made) return 'known'
        await recordPersonEvent(tx, { personId: actor.personId, act: 'token.made', at: time, detail: { scopes, days } })
        const words = tokenMessages[actor.language]
        await queueMail(
          tx,
          {
            key: `token.made:${draft.id}`,
            kind: 'security',
            to: { address: actor.email, name: actor.name, personId: actor.personId },
            language: actor.language,
            subject: words.mailSubject,
            paragraphs: [words.mailText(draft.name), words.mailAdvice],
            link: { label: words.mailLink, href: deps.origin + paths.account(actor.language, 'tokens') },
          },
          time,
        )
        return 'made'
      })
      if (outcome === 'too-many') {
        return tokensPage(c, draft, [{ field: 'name', message: t.tooMany(mostTokens) }])
      }
      const shown = outcome === 'made' ? token : undefined
      return c.html(documentOf(<TokenMadePage frame={frameOf(c, asset)} token={shown} />))
    })
    .get('/account/tokens/:token/revoke', own, async (c) => {
      const tokens = await asPerson(db, c.var.actor, (tx) => listTokens(tx, c.var.actor.personId))
      const token = tokens.find((one) => one.id === c.req.param('token'))
      if (token === undefined) throw new NotFoundError()
      return c.html(documentOf(<RevokePage frame={frameOf(c, asset)} token={token} />))
    })
    .post('/account/tokens/:token/revoke', own, async (c) => {
      const { personId } = c.var.actor
      const id = uuid.safeParse(c.req.param('token')).data
      const time = now()
      await asPerson(db, c.var.actor, async (tx) => {
        const revoked = id && (await revokeToken(tx, personId, id, time))
        if (revoked === undefined) throw new NotFoundError()
        await recordPersonEvent(tx, { personId, act: 'token.revoked', at: time, detail: { token: id } })
      })
      return c.redirect(`${paths.account(c.var.language, 'tokens')}?revoked`, 303)
    })

  async function tokensPage(c: Context<ActorEnvironment>, draft: TokenDraft, errors: FieldError[]) {
    const { actor } = c.var
    const tokens = await asPerson(db, actor, (tx) => listTokens(tx, actor.personId))
    const view = {
      frame: frameOf(c, asset),
      timeZone: actor.timeZone,
      now: now(),
      tokens,
      scopes: scopesFor(actor.staff) as TokenScope[],
      draft,
      errors,
      revoked: c.req.query('revoked') !== undefined,
    }
    return c.html(documentOf(<TokensPage {...view} />), errors.length > 0 ? 422 : 200)
  }
}
