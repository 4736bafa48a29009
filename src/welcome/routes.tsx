import { Hono } from 'hono'
import type { Pack } from '../content/schema.ts'
import { languages } from '../platform/languages.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { type AssetUrl, documentOf } from '../ui/layout.tsx'
import { AboutPage } from './about-page.tsx'
import { HomePage } from './home-page.tsx'
import { MethodPage } from './method-page.tsx'
import { samplePicture } from './sample-picture.ts'

/** What Waymark is, the ideas behind the framework, and how every figure is worked out. */
export function welcomeRoutes({ pack, release, asset }: { pack: Pack; release: string; asset: AssetUrl }) {
  // Drawn once: the pack does not change while the service runs.
  const pictures = new Map(languages.map((language) => [language, samplePicture(pack, language)]))
  return new Hono<AppEnvironment>()
    .get('/', (c) => {
      const { language } = c.var
      const picture = pictures.get(language) ?? samplePicture(pack, language)
      return c.html(documentOf(<HomePage language={language} pack={pack} asset={asset} picture={picture} />))
    })
    .get('/about', (c) => c.html(documentOf(<AboutPage language={c.var.language} pack={pack} asset={asset} />)))
    .get('/method', (c) => {
      const { language } = c.var
      return c.html(documentOf(<MethodPage language={language} pack={pack} release={release} asset={asset} />))
    })
}
