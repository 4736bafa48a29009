import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from './layout.tsx'

export type FaultPageProps = { language: Language; path: string; title: string; text: string; asset: AssetUrl }

/** What happened and what to do next, when a page cannot be shown. */
export function FaultPage({ language, path, title, text, asset }: FaultPageProps) {
  return (
    <Layout language={language} path={path} title={title} asset={asset} hidden noSwitch>
      <h1>{title}</h1>
      <p>{text}</p>
    </Layout>
  )
}
