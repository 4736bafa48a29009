import type { Pack } from '../content/schema.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { Prose } from '../ui/prose.tsx'
import { Characteristics } from './home-page.tsx'
import { welcomeMessages } from './messages.ts'

/** The ideas behind the framework, in the pack's own words. */
export function AboutPage({ language, pack, asset }: { language: Language; pack: Pack; asset: AssetUrl }) {
  const t = welcomeMessages[language]
  return (
    <Layout language={language} path={paths.about(language)} title={t.openTitle} asset={asset}>
      <h1>{t.openTitle}</h1>
      <Prose text={pack.pages.about} language={language} />
      <Characteristics language={language} pack={pack} />
    </Layout>
  )
}
