import { Hono } from 'hono'
import { z } from 'zod'
import { type Item, itemKinds, type Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { type Language, locales } from '../platform/languages.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { documentOf } from '../ui/layout.tsx'
import { CataloguePage, type Filter } from './catalogue-page.tsx'
import type { LibraryDependencies } from './dependencies.ts'
import { getItem, packWith } from './find.ts'
import { ItemPage } from './item-page.tsx'

/** Items on one page of the catalogue. */
const itemsAPage = 25

const sorted = new WeakMap<Pack, Map<Language, Item[]>>()

/** All items by title, as the language sorts them. */
function itemsByTitle(pack: Pack, language: Language): Item[] {
  const known = sorted.get(pack) ?? new Map<Language, Item[]>()
  sorted.set(pack, known)
  const collator = new Intl.Collator(locales[language])
  const items =
    known.get(language) ??
    pack.items.toSorted((a, b) => collator.compare(say(a.title, language).text, say(b.title, language).text))
  known.set(language, items)
  return items
}

/** The catalogue as one list, and each item of it. */
export function catalogueRoutes(deps: LibraryDependencies) {
  const { asset } = deps
  return new Hono<AppEnvironment>()
    .get('/catalogue', (c) => {
      const { pack } = deps
      // A filter that means nothing is dropped: the whole catalogue is a better answer than an error.
      const {
        domain,
        kind,
        offline,
        page: wanted,
      } = z
        .object({
          domain: z
            .enum(pack.domains.map(({ id }) => id))
            .optional()
            .catch(undefined),
          kind: z.enum(itemKinds).optional().catch(undefined),
          offline: z.literal('yes').optional().catch(undefined),
          page: z.coerce.number().int().min(1).catch(1),
        })
        .parse(c.req.query())
      const filter: Filter = { ...(domain && { domain }), ...(kind && { kind }), offline: offline === 'yes' }
      const components = pack.domains.find(({ id }) => id === domain)?.components
      const items = itemsByTitle(pack, c.var.language).filter(
        (item) =>
          (components === undefined || item.lifts.some((lift) => components.includes(lift.component))) &&
          (filter.kind === undefined || item.kind === filter.kind) &&
          (!filter.offline || item.offline),
      )
      const pages = Math.max(1, Math.ceil(items.length / itemsAPage))
      const page = Math.min(wanted, pages)
      const shown = items.slice((page - 1) * itemsAPage, page * itemsAPage)
      const list = { filter, items: shown, found: items.length, page, pages }
      return c.html(documentOf(<CataloguePage language={c.var.language} pack={pack} asset={asset} {...list} />))
    })
    .get('/catalogue/:item', async (c) => {
      const { language } = c.var
      const pack = packWith(deps, c.req.param('item'))
      const item = getItem(pack, c.req.param('item'))
      const answers = await deps.listAnswers(item.id, language)
      return c.html(
        documentOf(<ItemPage language={language} pack={pack} asset={asset} item={item} answers={answers} />),
      )
    })
}
