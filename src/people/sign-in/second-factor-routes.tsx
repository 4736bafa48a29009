import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson } from '../access/person-store.ts'
import { frameOf } from '../access/room.ts'
import { recordPersonEvent } from '../communities/event-store.ts'
import {
  beginSetUp,
  checkCode,
  checkRecoveryCode,
  factorsOf,
  finishSetUp,
  newRecoveryCodes,
  sameSetUp,
} from '../identity/second-factor.ts'
import { destination, enter } from './arrival.ts'
import type { SignInDependencies } from './dependencies.ts'
import { signInMessages } from './messages.ts'
import { AskFactorPage, RecoveryCodesPage, SetUpFactorPage } from './second-factor-pages.tsx'

/** The second factor: shown where there is one, set up where there is none. */
export function secondFactorRoutes({ db, now, asset, guard, identity }: SignInDependencies) {
  const wanted = (c: Context<ActorEnvironment>, to: string | undefined) => destination(c, to)

  /** From here on the session counts as strong; its cookie is a new one. */
  async function strengthened(c: Context<ActorEnvironment>) {
    await enter(c, identity, await identity.signInAs(c.var.actor.personId, c.req.raw.headers, { strong: true }))
  }

  return new Hono<ActorEnvironment>()
    .get('/sign-in/second-factor', guard.program('account.own'), async (c) => {
      const { actor } = c.var
      const to = wanted(c, c.req.query('to'))
      if (actor.strong) return c.redirect(to, 303)
      const factors = await factorsOf(identity, actor.personId)
      const frame = frameOf(c, asset)
      if (!factors.generator && factors.passkeys.length === 0) {
        const setUp = await beginSetUp(identity, actor)
        return c.html(documentOf(<SetUpFactorPage frame={frame} to={to} setUp={setUp} />))
      }
      const page = { frame, to, generator: factors.generator, passkeys: factors.passkeys.length > 0 }
      return c.html(documentOf(<AskFactorPage {...page} />))
    })
    .post('/sign-in/second-factor', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      const t = signInMessages[language]
      const form = await readForm(c.req)
      const to = wanted(c, textIn(form, 'to'))
      const kind = textIn(form, 'kind')
      const frame = frameOf(c, asset)
      const factors = await factorsOf(identity, actor.personId)
      const hasFactor = factors.generator || factors.passkeys.length > 0

      if (kind === 'set-up') {
        // Whoever has a second factor shows it first; a link by e-mail alone must not bring in another.
        if (hasFactor && !actor.strong) return c.redirect(paths.secondFactor(language, to), 303)
        const given = { sealed: textIn(form, 'sealed'), code: textIn(form, 'code') }
        const outcome = await finishSetUp(identity, { personId: actor.personId, ...given })
        if (outcome !== 'done') {
          const same = outcome === 'wrong' ? await sameSetUp(identity, actor, given.sealed) : undefined
          const setUp = same ?? (await beginSetUp(identity, actor))
          const error = outcome === 'over' ? t.setUpOver : given.code.trim() === '' ? t.factorCodeNeeded : t.factorWrong
          return c.html(documentOf(<SetUpFactorPage frame={frame} to={to} setUp={setUp} error={error} />), 422)
        }
        const codes = await newRecoveryCodes(identity, actor.personId)
        await asPerson(db, actor, (tx) =>
          recordPersonEvent(tx, { personId: actor.personId, act: 'security.generator-added', at: now() }),
        )
        await strengthened(c)
        return c.html(documentOf(<RecoveryCodesPage frame={frame} codes={codes} to={to} />))
      }

      const recovery = kind === 'recovery'
      const outcome = recovery
        ? await checkRecoveryCode(identity, actor.personId, textIn(form, 'recovery'))
        : await checkCode(identity, actor.personId, textIn(form, 'code'))
      if (outcome.ok) {
        if (recovery) {
          await asPerson(db, actor, (tx) =>
            recordPersonEvent(tx, {
              personId: actor.personId,
              act: 'security.recovery-code-used',
              at: now(),
              detail: { left: outcome.left ?? 0 },
            }),
          )
        }
        await strengthened(c)
        return c.redirect(to, 303)
      }
      const wrong = recovery ? t.recoveryWrong : t.factorWrong
      const error = {
        field: recovery ? ('recovery' as const) : ('code' as const),
        message: outcome.reason === 'paused' ? t.factorPaused : wrong,
      }
      const page = { frame, to, generator: factors.generator, passkeys: factors.passkeys.length > 0, error }
      return c.html(documentOf(<AskFactorPage {...page} />), outcome.reason === 'paused' ? 429 : 422)
    })
}
