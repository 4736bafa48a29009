import { Hono } from 'hono'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { documentOf } from '../ui/layout.tsx'
import type { LibraryDependencies } from './dependencies.ts'
import { indexRelease } from './index-release.ts'
import { search } from './search.ts'
import { filterOf, readSearchForm } from './search-form.ts'
import { SearchPage } from './search-page.tsx'

/** The search over catalogue, lessons, guidelines, templates and published answers. */
export function searchRoutes(deps: LibraryDependencies) {
  const ready = new Map<string, Promise<unknown>>()
  /** A release is made searchable when it is published; one that was not, as by an older program, at its first search. */
  const indexed = (release: string) => {
    const known = ready.get(release) ?? indexRelease(deps.db, deps.pack, release)
    ready.set(release, known)
    return known.catch((error) => {
      ready.delete(release)
      throw error
    })
  }
  return new Hono<AppEnvironment>().get('/catalogue-search', async (c) => {
    const { pack, release, asset, db } = deps
    const { language } = c.var
    const form = readSearchForm(pack, c.req.query())
    await indexed(release)
    const answer = await search(db, {
      release,
      language,
      otherLanguages: pack.languages.filter((other) => other !== language),
      words: form.q,
      filter: filterOf(pack, form),
      page: form.page,
    })
    return c.html(documentOf(<SearchPage language={language} pack={pack} asset={asset} form={form} answer={answer} />))
  })
}
