import { Hono } from 'hono'
import { paths } from '../paths.ts'
import type { Identity } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { type AssetUrl, documentOf } from '../ui/layout.tsx'
import { cast } from './cast.ts'
import { DemoPage } from './pages.tsx'

/** Where someone of the demonstration starts. */
function startOf(id: string, language: 'en' | 'fr'): string {
  const staff = cast.find((one) => one.id === id)?.staff ?? []
  if (staff.includes('advisor') || staff.includes('expert')) return paths.desk(language)
  return staff.length > 0 ? paths.program(language) : paths.start(language)
}

/**
 * Sign-in as anyone: mounted only in the demonstration, whose data folder is its own.
 *
 * @param deps.personIds id in the cast -> account
 */
export function demoRoutes(deps: { asset: AssetUrl; identity: Identity; personIds: ReadonlyMap<string, string> }) {
  const { asset, identity, personIds } = deps
  return new Hono<AppEnvironment>()
    .get('/demo', (c) => {
      c.header('Cache-Control', 'no-store')
      return c.html(documentOf(<DemoPage language={c.var.language} path={c.req.path} asset={asset} />))
    })
    .post('/demo', async (c) => {
      const id = textIn(await readForm(c.req), 'person')
      const personId = personIds.get(id)
      if (personId === undefined) throw new NotFoundError()
      const { cookies } = await identity.signInAs(personId, c.req.raw.headers, { strong: true })
      for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
      return c.redirect(startOf(id, c.var.language), 303)
    })
}
