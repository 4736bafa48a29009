import { type Context, Hono } from 'hono'
import { paths, safeReturn } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { rateLimit } from '../../platform/web/rate-limit.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { ActorEnvironment } from '../access/actor.ts'
import { setName } from '../identity/code-store.ts'
import type { RecordFirst } from '../identity/first-administrator-store.ts'
import { type Arrival, askForLink, followLink, typeCode } from '../identity/mailed-link.ts'
import { deleteSession } from '../identity/session-store.ts'
import { destination, enter, flowOf, forgetFlow, rememberFlow } from './arrival.ts'
import type { SignInDependencies } from './dependencies.ts'
import { directoryRoutes } from './directory-routes.tsx'
import { firstRoutes } from './first-routes.tsx'
import { emailAddress, personName } from './forms.ts'
import { signInMessages } from './messages.ts'
import { CheckMailPage, ClosedPage, LinkPage, NamePage, OverPage, SignedOutPage, SignInPage } from './pages.tsx'
import { passkeyRoutes } from './passkey-routes.ts'
import { secondFactorRoutes } from './second-factor-routes.tsx'

/** Posts that one network may send to the ways in, in ten minutes; an office shares one address. */
const postsPerNetwork = 60

/** The ways in and the way out. They are open to all: this is where people become known. */
export function signInRoutes(deps: SignInDependencies & { recordFirst: RecordFirst }) {
  const { identity, now, asset, guard, queueMail, origin } = deps
  const frameOf = (c: { var: { language: Language }; req: { path: string } }) => ({
    language: c.var.language,
    path: c.req.path,
    asset,
  })

  const limit = rateLimit({ requests: postsPerNetwork, seconds: 600, now, trustProxy: deps.trustProxy }, (c) => {
    const t = signInMessages[c.var.language as Language]
    const frame = { language: c.var.language as Language, path: c.req.path, asset }
    const page = <ClosedPage frame={frame} title={t.tooManyTitle} text={t.tooMany} form={false} />
    return c.html(documentOf(page), 429)
  })

  const routes = new Hono<AppEnvironment>()
  for (const path of ['/sign-in', '/sign-in/*', '/sign-out']) routes.use(path, privateLinkHeaders)
  routes.use('/sign-in', (c, next) => (c.req.method === 'POST' ? limit(c, next) : next()))
  routes.use('/sign-in/*', (c, next) => (c.req.method === 'POST' ? limit(c, next) : next()))

  const pageOf = (c: Parameters<typeof frameOf>[0], to: string | undefined, email?: string, error?: string) => (
    <SignInPage
      frame={frameOf(c)}
      to={to}
      error={error}
      directoryName={identity.directoryName}
      {...(email === undefined ? {} : { email })}
    />
  )

  routes
    .get('/sign-in', async (c) => {
      const to = c.req.query('to')
      const session = await identity.findSession(c.req.raw.headers)
      if (session !== undefined) return c.redirect(destination(c, to), 303)
      return c.html(documentOf(pageOf(c, to)))
    })
    .post('/sign-in', async (c) => {
      const { language } = c.var
      const form = await readForm(c.req)
      const to = textIn(form, 'to') || undefined
      const email = emailAddress.safeParse(textIn(form, 'email'))
      if (!email.success) {
        const error = signInMessages[language].emailNeeded
        return c.html(documentOf(pageOf(c, to, textIn(form, 'email'), error)), 422)
      }
      const asked = await askForLink(identity, {
        email: email.data,
        to,
        queue: (tx, { token, code }) =>
          queueMail(tx, linkMail({ language, origin, email: email.data, token, code, to }), now()),
      })
      // The same answer whether the address is known or not, and whether a mail was sent or not.
      rememberFlow(c, identity, asked.flow)
      return c.redirect(paths.signInCode(language), 303)
    })

    .get('/sign-in/code', (c) => c.html(documentOf(<CheckMailPage frame={frameOf(c)} />)))
    .post('/sign-in/code', async (c) => {
      const { language } = c.var
      const t = signInMessages[language]
      const code = textIn(await readForm(c.req), 'code')
      const flow = flowOf(c, identity)
      if (flow === undefined) return c.html(documentOf(<OverPage frame={frameOf(c)} to={undefined} />), 410)
      if (code.replace(/\D/g, '').length !== 8) {
        return c.html(documentOf(<CheckMailPage frame={frameOf(c)} error={t.codeNeeded} />), 422)
      }
      const outcome = await typeCode(identity, { flow, code, language, request: c.req.raw.headers })
      if (outcome.ok) return c.redirect(await arrive(c, outcome.arrival, outcome.to), 303)
      if (outcome.reason === 'over') return c.html(documentOf(<OverPage frame={frameOf(c)} to={undefined} />), 410)
      return c.html(documentOf(<CheckMailPage frame={frameOf(c)} error={t.codeWrong(outcome.left)} />), 422)
    })

    // Programs that check mail follow its links: following one only shows a button.
    .get('/sign-in/link', (c) => {
      const [token, to] = [c.req.query('token') ?? '', c.req.query('to')]
      if (token === '') return c.redirect(paths.signIn(c.var.language), 303)
      return c.html(documentOf(<LinkPage frame={frameOf(c)} token={token} to={to} />))
    })
    .post('/sign-in/link', async (c) => {
      const { language } = c.var
      const form = await readForm(c.req)
      const to = textIn(form, 'to') || undefined
      const arrival = await followLink(identity, {
        token: textIn(form, 'token'),
        language,
        request: c.req.raw.headers,
      })
      if (arrival !== undefined) return c.redirect(await arrive(c, arrival, to), 303)
      // Sent twice, the second time finds the link used and the person inside.
      const session = await identity.findSession(c.req.raw.headers)
      if (session !== undefined) return c.redirect(destination(c, to), 303)
      return c.html(documentOf(<OverPage frame={frameOf(c)} to={to} />), 410)
    })

  routes.get('/sign-out', async (c) => {
    if ((await identity.findSession(c.req.raw.headers)) !== undefined)
      return c.redirect(paths.start(c.var.language), 303)
    return c.html(documentOf(<SignedOutPage frame={frameOf(c)} />))
  })
  routes.post('/sign-out', async (c) => {
    const session = await identity.findSession(c.req.raw.headers)
    if (session !== undefined) await deleteSession(identity.identityDb, session.personId, session.sessionId)
    for (const cookie of await identity.cookiesThatEnd()) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(paths.signOut(c.var.language), 303)
  })

  const named = new Hono<ActorEnvironment>()
    .get('/sign-in/name', guard.program('account.own'), (c) => {
      const to = safeReturn(c.req.query('to'), paths.start(c.var.language))
      return c.html(documentOf(<NamePage frame={frameOf(c)} name={c.var.actor.name} to={to} />))
    })
    .post('/sign-in/name', guard.program('account.own'), async (c) => {
      const form = await readForm(c.req)
      const to = safeReturn(textIn(form, 'to'), paths.start(c.var.language))
      const name = personName.safeParse(textIn(form, 'name'))
      if (!name.success) {
        const error = signInMessages[c.var.language].nameNeeded
        return c.html(documentOf(<NamePage frame={frameOf(c)} name="" to={to} error={error} />), 422)
      }
      await setName(identity.identityDb, c.var.actor.personId, name.data)
      return c.redirect(to, 303)
    })

  /** Lets someone in; whoever is new is asked for their name first. @returns where to go */
  async function arrive(c: Context<AppEnvironment>, arrival: Arrival, to: string | undefined): Promise<string> {
    await enter(c, identity, arrival)
    forgetFlow(c, identity)
    return arrival.isNew ? paths.signInName(c.var.language, destination(c, to)) : destination(c, to)
  }

  routes.route('/', named)
  routes.route('/', secondFactorRoutes(deps))
  routes.route('/', passkeyRoutes(deps))
  routes.route('/', directoryRoutes(deps))
  routes.route('/', firstRoutes(deps))
  return routes
}

function linkMail(given: {
  language: Language
  origin: string
  email: string
  token: string
  code: string
  to: string | undefined
}) {
  const { language, origin, email, token, code, to } = given
  const t = signInMessages[language]
  const href = `${origin}${paths.signInLink(language, token)}${to === undefined ? '' : `&to=${encodeURIComponent(to)}`}`
  return {
    key: `sign-in:${crypto.randomUUID()}`,
    kind: 'sign-in' as const,
    to: { address: email },
    language,
    subject: t.mailSubject,
    paragraphs: [t.mailText, t.mailCode(`${code.slice(0, 4)} ${code.slice(4)}`), t.mailTime],
    link: { label: t.mailLink, href },
    secret: true,
  }
}
