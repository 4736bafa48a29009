import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { isFirstLink, type RecordFirst, useFirstLink } from '../identity/first-administrator-store.ts'
import { enter } from './arrival.ts'
import type { SignInDependencies } from './dependencies.ts'
import { emailAddress, personName } from './forms.ts'
import { signInMessages } from './messages.ts'
import { ClosedPage, FirstPage } from './pages.tsx'

/** The link that the first start prints. Open to all: the link itself is the key. */
export function firstRoutes(deps: SignInDependencies & { recordFirst: RecordFirst }) {
  const { db, now, asset, guard, identity, timeZone, recordFirst } = deps
  const frameOf = (c: Context<AppEnvironment>) => ({ language: c.var.language, path: c.req.path, asset })
  const over = (c: Context<AppEnvironment>) => {
    const t = signInMessages[c.var.language]
    const page = <ClosedPage frame={frameOf(c)} title={t.firstOverTitle} text={t.firstOverText} form={false} />
    return c.html(documentOf(page), 410)
  }

  return new Hono<AppEnvironment>()
    .get('/sign-in/first', async (c) => {
      const token = c.req.query('token') ?? ''
      if (!(await isFirstLink(db, token))) return over(c)
      const actor = await guard.actorOf(c)
      const page = { frame: frameOf(c), token, signedInAs: actor?.name, given: { name: '', email: '' }, errors: [] }
      return c.html(documentOf(<FirstPage {...page} />))
    })
    .post('/sign-in/first', async (c) => {
      const { language } = c.var
      const t = signInMessages[language]
      const form = await readForm(c.req)
      const token = textIn(form, 'token')
      const actor = await guard.actorOf(c)
      const given = { name: textIn(form, 'name'), email: textIn(form, 'email') }
      const name = personName.safeParse(given.name)
      const email = emailAddress.safeParse(given.email)
      const wrong = (errors: { field: 'name' | 'email'; message: string }[]) => {
        const page = { frame: frameOf(c), token, signedInAs: actor?.name, given, errors }
        return c.html(documentOf(<FirstPage {...page} />), 422)
      }
      if (actor === undefined && (!name.success || !email.success)) {
        return wrong([
          ...(name.success ? [] : [{ field: 'name' as const, message: t.nameNeeded }]),
          ...(email.success ? [] : [{ field: 'email' as const, message: t.emailNeeded }]),
        ])
      }
      const person = actor
        ? { personId: actor.personId }
        : { name: name.data ?? '', email: email.data ?? '', language, timeZone }
      const first = await useFirstLink(db, { token, person, now: now(), recordFirst })
      if (!first.ok) return first.reason === 'over' ? over(c) : wrong([{ field: 'email', message: t.firstKnown }])
      await enter(c, identity, await identity.signInAs(first.personId, c.req.raw.headers))
      return c.redirect(paths.secondFactor(language, paths.start(language)), 303)
    })
}
