import type { CourseBody, Item } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { CourseOnPaper } from './course-on-paper.tsx'
import { itemMessages } from './item-messages.ts'

type PrintPageProps = { language: Language; asset: AssetUrl; item: Item; body: CourseBody }

/** A whole course on one page, made for paper. */
export function PrintPage({ language, asset, item, body }: PrintPageProps) {
  const t = itemMessages[language]
  const title = say(item.title, language).text
  return (
    <Layout
      language={language}
      path={paths.itemPart(language, item.id, 'print')}
      title={t.printTitle(title)}
      section="catalogue"
      asset={asset}
    >
      <p class="crumb no-print">
        <a href={paths.item(language, item.id)}>{t.backTo(title)}</a>
      </p>
      <h1>
        <Say text={item.title} language={language} />
      </h1>
      <p class="lead">
        <Say text={item.summary} language={language} />
      </p>
      <p class="quiet no-print">{t.printNote}</p>
      <CourseOnPaper language={language} item={item} body={body} answers="at-end" />
    </Layout>
  )
}
