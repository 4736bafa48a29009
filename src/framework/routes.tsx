import { Hono } from 'hono'
import type { Pack } from '../content/schema.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { type AssetUrl, documentOf } from '../ui/layout.tsx'
import { ComponentPage, DomainPage, FrameworkPage } from './pages.tsx'

/** The framework, browsable by domain and component. */
export function frameworkRoutes({ pack, asset }: { pack: Pack; asset: AssetUrl }) {
  const domainOf = (id: string) => {
    const domain = pack.domains.find((candidate) => candidate.id === id)
    if (domain === undefined) throw new NotFoundError()
    return domain
  }
  return new Hono<AppEnvironment>()
    .get('/framework', (c) => c.html(documentOf(<FrameworkPage language={c.var.language} pack={pack} asset={asset} />)))
    .get('/framework/:domain', (c) => {
      const domain = domainOf(c.req.param('domain'))
      return c.html(documentOf(<DomainPage language={c.var.language} pack={pack} asset={asset} domain={domain} />))
    })
    .get('/framework/:domain/:component', (c) => {
      const domain = domainOf(c.req.param('domain'))
      const component = pack.components.find(
        (candidate) => candidate.id === c.req.param('component') && candidate.domain === domain.id,
      )
      if (component === undefined) throw new NotFoundError()
      const items = pack.items.filter((item) => item.lifts.some((lift) => lift.component === component.id))
      return c.html(
        documentOf(
          <ComponentPage
            language={c.var.language}
            pack={pack}
            asset={asset}
            domain={domain}
            component={component}
            items={items}
          />,
        ),
      )
    })
}
