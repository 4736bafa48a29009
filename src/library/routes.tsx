import { Hono } from 'hono'
import { z } from 'zod'
import { type Item, itemKinds, type Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type Language, locales } from '../platform/languages.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { type AssetUrl, documentOf } from '../ui/layout.tsx'
import { CataloguePage, type Filter, ItemPage } from './pages.tsx'

/** Items on one page of the catalogue. */
const itemsAPage = 25

/** The open catalogue; anyone may read it. */
export function libraryRoutes({ pack, asset }: { pack: Pack; asset: AssetUrl }) {
  // A filter that means nothing is dropped: the whole catalogue is a better answer than an error.
  const filterForm = z.object({
    domain: z
      .enum(pack.domains.map((domain) => domain.id))
      .optional()
      .catch(undefined),
    kind: z.enum(itemKinds).optional().catch(undefined),
    offline: z.literal('yes').optional().catch(undefined),
    page: z.coerce.number().int().min(1).catch(1),
  })
  const sorted = new Map<Language, Item[]>()
  /** All items by title, as the language sorts them. */
  const itemsIn = (language: Language) => {
    const collator = new Intl.Collator(locales[language])
    const known =
      sorted.get(language) ??
      pack.items.toSorted((a, b) => collator.compare(say(a.title, language).text, say(b.title, language).text))
    sorted.set(language, known)
    return known
  }
  const domainOf = new Map(pack.components.map((component) => [component.id, component.domain]))
  return new Hono<AppEnvironment>()
    .get('/catalogue', (c) => {
      const { domain, kind, offline, page: wanted } = filterForm.parse(c.req.query())
      const filter: Filter = { ...(domain && { domain }), ...(kind && { kind }), offline: offline === 'yes' }
      const items = itemsIn(c.var.language).filter(
        (item) =>
          (filter.domain === undefined || item.lifts.some((lift) => domainOf.get(lift.component) === filter.domain)) &&
          (filter.kind === undefined || item.kind === filter.kind) &&
          (!filter.offline || item.offline),
      )
      const pages = Math.max(1, Math.ceil(items.length / itemsAPage))
      const page = Math.min(wanted, pages)
      const shown = items.slice((page - 1) * itemsAPage, page * itemsAPage)
      const list = { filter, items: shown, found: items.length, page, pages }
      return c.html(documentOf(<CataloguePage language={c.var.language} pack={pack} asset={asset} {...list} />))
    })
    .get('/catalogue/:item', (c) => {
      const item = pack.items.find((candidate) => candidate.id === c.req.param('item'))
      if (item === undefined) throw new NotFoundError()
      return c.html(documentOf(<ItemPage language={c.var.language} pack={pack} asset={asset} item={item} />))
    })
}
