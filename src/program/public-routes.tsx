import { type Context, Hono } from 'hono'
import type { RoomDependencies } from '../people/index.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { documentOf } from '../ui/layout.tsx'
import { AccessibilityPage, ContactPage, PrivacyPage, TermsPage } from './public-pages.tsx'
import { listProgramFiles, readSettings } from './store.ts'

/** Contact, privacy notice, accessibility statement and terms: open to all. */
export function publicRoutes({ db, asset }: Pick<RoomDependencies, 'db' | 'asset'>) {
  const props = async (c: Context<AppEnvironment>) => {
    const [{ settings }, files] = await Promise.all([readSettings(db), listProgramFiles(db)])
    const logo = files.some(({ kind }) => kind === 'logo')
    return { language: c.var.language, path: c.req.path, asset, settings, logo }
  }
  return new Hono<AppEnvironment>()
    .get('/contact', async (c) => c.html(documentOf(<ContactPage {...(await props(c))} />)))
    .get('/privacy', async (c) => c.html(documentOf(<PrivacyPage {...(await props(c))} />)))
    .get('/accessibility', async (c) => c.html(documentOf(<AccessibilityPage {...(await props(c))} />)))
    .get('/terms', async (c) => c.html(documentOf(<TermsPage {...(await props(c))} />)))
}
