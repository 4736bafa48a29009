import { isAPIError } from 'better-auth/api'
import { Hono } from 'hono'
import { paths } from '../../paths.ts'
import { isLanguage } from '../../platform/languages.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { documentOf } from '../../ui/layout.tsx'
import { directoryId } from '../identity/auth.ts'
import { namingBrowser } from '../identity/identity.ts'
import { destination, enter } from './arrival.ts'
import type { SignInDependencies } from './dependencies.ts'
import { signInMessages } from './messages.ts'
import { ClosedPage } from './pages.tsx'

/** Signing in with the host's own directory (OpenID Connect). Open to all, as every way in. */
export function directoryRoutes({ identity, asset }: SignInDependencies) {
  const closed = (c: { var: AppEnvironment['Variables']; req: { path: string } }, title: string, text: string) => {
    const frame = { language: c.var.language, path: c.req.path, asset }
    return documentOf(<ClosedPage frame={frame} title={title} text={text} form />)
  }

  return (
    new Hono<AppEnvironment>()
      // A link and not a form: a browser does not let a form end at another site.
      .get('/sign-in/directory', async (c) => {
        const { language } = c.var
        const t = signInMessages[language]
        if (identity.directoryName === undefined) return c.redirect(paths.signIn(language), 303)
        const auth = await identity.withDirectory()
        if (auth === undefined) {
          return c.html(closed(c, t.directoryDownTitle, t.directoryDown(identity.directoryName)), 503)
        }
        const to = destination(c, c.req.query('to'))
        const { headers, response } = await auth.api.signInSocial({
          body: {
            provider: directoryId,
            callbackURL: to,
            newUserCallbackURL: paths.signInName(language, to),
            errorCallbackURL: paths.signInDirectory(language, 'refused'),
            disableRedirect: true,
          },
          headers: namingBrowser(c.req.raw.headers),
          returnHeaders: true,
        })
        for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
        return c.redirect(response.url ?? paths.signInDirectory(language, 'refused'), 303)
      })
      .get('/sign-in/directory/callback', async (c) => {
        const refused = paths.signInDirectory(c.var.language, 'refused')
        const auth = await identity.withDirectory()
        if (auth === undefined) return c.redirect(refused, 303)
        const response = await auth.api
          .callbackOAuth({
            method: 'GET',
            params: { id: directoryId },
            query: c.req.query(),
            headers: namingBrowser(c.req.raw.headers),
            asResponse: true,
          })
          .catch((error) => {
            if (isAPIError(error)) return undefined
            throw error
          })
        const location = response?.headers.get('location') ?? refused
        // Whatever went wrong on the way comes back as an address with `error`.
        const { pathname, search, searchParams } = new URL(location, identity.origin)
        const cookies = response?.headers.getSetCookie() ?? []
        const headers = new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })
        const session = searchParams.has('error') ? undefined : await identity.findSession(headers)
        if (session === undefined) {
          const first = pathname.split('/')[1]
          return c.redirect(isLanguage(first) ? paths.signInDirectory(first, 'refused') : refused, 303)
        }
        await enter(c, identity, { sessionId: session.sessionId, cookies })
        return c.redirect(`${pathname}${search}`, 303)
      })
      .get('/sign-in/directory/refused', (c) => {
        const t = signInMessages[c.var.language]
        return c.html(closed(c, t.directoryRefusedTitle, t.directoryRefused))
      })
  )
}
