import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson } from '../access/person-store.ts'
import { frameOf } from '../access/room.ts'
import { listPersonEvents, recordPersonEvent } from '../communities/event-store.ts'
import { idleSession } from '../identity/auth.ts'
import { namingBrowser, strengthen } from '../identity/identity.ts'
import { beginSetUp, factorsOf, finishSetUp, newRecoveryCodes, sameSetUp } from '../identity/second-factor.ts'
import { noteWhetherAny, removePasskey, removeSecret, renamePasskey } from '../identity/second-factor-store.ts'
import { deleteSession, deleteSessions, listSessions } from '../identity/session-store.ts'
import type { SignInDependencies } from '../sign-in/dependencies.ts'
import { jsonOf, refusedOnly } from '../sign-in/passkey-routes.ts'
import { RecoveryCodesPage } from '../sign-in/second-factor-pages.tsx'
import { securityMessages } from './messages.ts'
import { GeneratorPage, PasskeyPage, SecurityPage, SessionsPage } from './pages.tsx'
import { type RecordReset, resetRoutes } from './reset-routes.ts'

/** Sessions shown at once; nobody has more devices in a week. */
const mostSessions = 50

const uuid = '[0-9a-f-]{36}'

/** What protects a person's account: their own second factors and sessions. */
export function securityRoutes(deps: SignInDependencies & { recordReset: RecordReset }) {
  const { db, now, asset, guard, identity } = deps
  const { identityDb } = identity
  const own = guard.program('account.own')
  const record = (c: Context<ActorEnvironment>, act: string) =>
    asPerson(db, c.var.actor, (tx: Tx) => recordPersonEvent(tx, { personId: c.var.actor.personId, act, at: now() }))

  /** Whoever has a second factor shows it before changing one: a link by e-mail alone must not take it away. */
  const strongIfAny: MiddlewareHandler<ActorEnvironment> = async (c, next) => {
    const { actor, language } = c.var
    const factors = await factorsOf(identity, actor.personId)
    if (actor.strong || (!factors.generator && factors.passkeys.length === 0)) return next()
    return c.redirect(paths.secondFactor(language, paths.account(language, 'security')), 303)
  }

  const securityPage = async (c: Context<ActorEnvironment>, problem?: string) => {
    const { actor } = c.var
    const factors = await factorsOf(identity, actor.personId)
    const events = await asPerson(db, actor, (tx) => listPersonEvents(tx, actor.personId, 20, 'security'))
    const page = { ...factors, frame: frameOf(c, asset), email: actor.email, timeZone: actor.timeZone, problem, events }
    return documentOf(<SecurityPage {...page} />)
  }

  /** Staff keep at least one second factor. */
  const isLast = async (c: Context<ActorEnvironment>, removing: 'generator' | 'passkey') => {
    const { generator, passkeys } = await factorsOf(identity, c.var.actor.personId)
    const rest = (generator && removing !== 'generator' ? 1 : 0) + passkeys.length - (removing === 'passkey' ? 1 : 0)
    return c.var.actor.staff.length > 0 && rest <= 0
  }

  const passkeyOf = async (c: Context<ActorEnvironment>, id: string) => {
    const { passkeys } = await factorsOf(identity, c.var.actor.personId)
    const passkey = passkeys.find((one) => one.id === id)
    if (passkey === undefined) throw new NotFoundError()
    return passkey
  }

  const routes = new Hono<ActorEnvironment>()
    .get('/account/security', own, async (c) => c.html(await securityPage(c)))

    .get('/account/security/generator', own, strongIfAny, async (c) => {
      const setUp = await beginSetUp(identity, c.var.actor)
      return c.html(documentOf(<GeneratorPage frame={frameOf(c, asset)} setUp={setUp} />))
    })
    .post('/account/security/generator', own, strongIfAny, async (c) => {
      const { actor, language } = c.var
      const t = securityMessages[language]
      const form = await readForm(c.req)
      const given = { sealed: textIn(form, 'sealed'), code: textIn(form, 'code') }
      const outcome = await finishSetUp(identity, { personId: actor.personId, ...given })
      if (outcome !== 'done') {
        const same = outcome === 'wrong' ? await sameSetUp(identity, actor, given.sealed) : undefined
        const setUp = same ?? (await beginSetUp(identity, actor))
        const error = outcome === 'over' ? t.setUpOver : t.codeWrong
        return c.html(documentOf(<GeneratorPage frame={frameOf(c, asset)} setUp={setUp} error={error} />), 422)
      }
      await strengthen(identity, actor.sessionId)
      await record(c, 'security.generator-added')
      const codes = await newRecoveryCodes(identity, actor.personId)
      const to = paths.account(language, 'security')
      return c.html(documentOf(<RecoveryCodesPage frame={frameOf(c, asset)} codes={codes} to={to} />))
    })
    .post('/account/security/generator/remove', own, strongIfAny, async (c) => {
      const { actor, language } = c.var
      if (await isLast(c, 'generator')) {
        return c.html(await securityPage(c, securityMessages[language].lastFactor), 409)
      }
      await removeSecret(identityDb, actor.personId)
      await record(c, 'security.generator-removed')
      return c.redirect(paths.account(language, 'security'), 303)
    })

    .post('/account/security/recovery-codes', own, strongIfAny, async (c) => {
      const { actor, language } = c.var
      const codes = await newRecoveryCodes(identity, actor.personId)
      await record(c, 'security.recovery-codes-made')
      const to = paths.account(language, 'security')
      return c.html(documentOf(<RecoveryCodesPage frame={frameOf(c, asset)} codes={codes} to={to} />))
    })

    .post('/account/security/passkeys/options', own, strongIfAny, async (c) => {
      const { headers, response } = await identity.auth.api.generatePasskeyRegistrationOptions({
        headers: namingBrowser(c.req.raw.headers),
        returnHeaders: true,
      })
      for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
      return c.json(response)
    })
    .post('/account/security/passkeys', own, strongIfAny, async (c) => {
      const { actor, language } = c.var
      const sent = await jsonOf<{ response?: unknown; name?: unknown }>(c.req.raw)
      const name = typeof sent.name === 'string' ? sent.name.trim().slice(0, 60) : ''
      const made = await identity.auth.api
        .verifyPasskeyRegistration({
          body: { response: sent.response, ...(name === '' ? {} : { name }) },
          headers: namingBrowser(c.req.raw.headers),
        })
        .catch(refusedOnly)
      if (made === undefined) return c.json({ ok: false }, 422)
      await noteWhetherAny(identityDb, actor.personId)
      await strengthen(identity, actor.sessionId)
      await record(c, 'security.passkey-added')
      return c.json({ to: paths.account(language, 'security') })
    })
    .get(`/account/security/passkeys/:passkey{${uuid}}`, own, strongIfAny, async (c) => {
      const passkey = await passkeyOf(c, c.req.param('passkey'))
      return c.html(documentOf(<PasskeyPage frame={frameOf(c, asset)} passkey={passkey} />))
    })
    .post(`/account/security/passkeys/:passkey{${uuid}}`, own, strongIfAny, async (c) => {
      const { actor, language } = c.var
      const passkey = await passkeyOf(c, c.req.param('passkey'))
      const name = textIn(await readForm(c.req), 'name')
        .trim()
        .slice(0, 60)
      if (name === '') {
        const page = { frame: frameOf(c, asset), passkey: { ...passkey, name } }
        return c.html(documentOf(<PasskeyPage {...page} error={securityMessages[language].passkeyNameNeeded} />), 422)
      }
      await renamePasskey(identityDb, actor.personId, passkey.id, name)
      return c.redirect(paths.account(language, 'security'), 303)
    })
    .post(`/account/security/passkeys/:passkey{${uuid}}/remove`, own, strongIfAny, async (c) => {
      const { actor, language } = c.var
      const passkey = await passkeyOf(c, c.req.param('passkey'))
      if (await isLast(c, 'passkey')) {
        const page = { frame: frameOf(c, asset), passkey, problem: securityMessages[language].lastFactor }
        return c.html(documentOf(<PasskeyPage {...page} />), 409)
      }
      await removePasskey(identityDb, actor.personId, passkey.id)
      await record(c, 'security.passkey-removed')
      return c.redirect(paths.account(language, 'security'), 303)
    })

    .get('/account/sessions', own, async (c) => {
      const { actor } = c.var
      const sessions = await listSessions(identityDb, {
        personId: actor.personId,
        usedAfter: new Date(now().getTime() - idleSession * 1000),
        now: now(),
        limit: mostSessions,
      })
      const page = { frame: frameOf(c, asset), timeZone: actor.timeZone, sessions, current: actor.sessionId }
      return c.html(documentOf(<SessionsPage {...page} />))
    })
    .post(`/account/sessions/:session{${uuid}}/end`, own, async (c) => {
      const { actor, language } = c.var
      await deleteSession(identityDb, actor.personId, c.req.param('session'))
      return c.redirect(paths.account(language, 'sessions'), 303)
    })
    .post('/account/sessions/end-others', own, async (c) => {
      const { actor, language } = c.var
      await deleteSessions(identityDb, actor.personId, actor.sessionId)
      await record(c, 'security.sessions-ended')
      return c.redirect(paths.account(language, 'sessions'), 303)
    })

  return routes.route('/', resetRoutes(deps))
}
