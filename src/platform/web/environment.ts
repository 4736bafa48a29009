import type { Hono, MiddlewareHandler } from 'hono'
import { isLanguage, type Language, negotiateLanguage } from '../languages.ts'

/** What every handler finds in `c.var`. */
export type AppEnvironment = { Variables: { language: Language } }

/** A room's routes, to be mounted by `app.ts`. */
export type Routes = Hono<AppEnvironment>

/** The address decides the language; where it says none, the browser's wishes do. */
export const chooseLanguage: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  const first = c.req.path.split('/')[1]
  c.set('language', isLanguage(first) ? first : negotiateLanguage(c.req.header('accept-language')))
  await next()
}
