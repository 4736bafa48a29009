import type { Child } from 'hono/jsx'
import type { CourseBody, Figures, Item, TemplateBody } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { documentOf } from '../ui/layout.tsx'
import type { MarkdownPlaces } from '../ui/markdown.ts'
import { uiMessages } from '../ui/messages.ts'
import { Say } from '../ui/parts.tsx'
import { CourseOnPaper } from './course-on-paper.tsx'
import { itemMessages } from './item-messages.ts'
import { TemplateOutline } from './template-outline.tsx'

/** The style of a file on its own: readable on a phone and on paper, nothing fetched. */
const style = `
:root{--ink:#1d2a26;--muted:#51605b;--line:#d5ddd8;--spruce:#1f5a4a}
*{box-sizing:border-box}
html{font:106.25%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Canadian Aboriginal",sans-serif;color:var(--ink);background:#fbfaf7}
body{max-width:42rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3,h4{line-height:1.2;overflow-wrap:break-word;margin:2.5rem 0 .75rem}
h1{margin-top:.5rem}
a{color:var(--spruce)}
.lead,.quiet,.hint,.meta,figcaption,.tags{color:var(--muted)}
.lead{font-size:1.2rem}
.hint{margin:0 0 .75rem}
figure{margin:2rem 0}
img{display:block;max-width:100%;height:auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.5rem;border:1px solid var(--line)}
.to-fill td{height:2.2rem}
blockquote{margin:1.5rem 0;padding-left:1rem;border-left:3px solid var(--line)}
.boxes{list-style:none;padding-left:0}
.boxes li{margin-top:.5rem}
.answer-room{border-bottom:1px solid #6b7a74;height:2rem}
.exercise{border-top:3px solid var(--spruce);margin:2.5rem 0}
.paper-check>li{margin-bottom:2rem}
summary{cursor:pointer;color:var(--spruce);padding:.35rem 0}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media print{html{font-size:10.5pt;background:#fff}body{max-width:none;padding:0}.new-sheet{break-before:page}h2,h3,h4{break-after:avoid}figure,tr{break-inside:avoid}details:not([open]){display:none}}
`

type OfflineProps<Body> = { language: Language; item: Item; body: Body }

/** A course as one HTML file: every lesson, its drawings inside, and the check with its answers folded. It asks nothing of any network. */
export function courseFile({ language, item, body }: OfflineProps<CourseBody>): string {
  return fileOf(
    language,
    item,
    <CourseOnPaper
      language={language}
      item={item}
      body={body}
      places={placesInside(language, body.figures)}
      answers="folded"
    />,
  )
}

/** A blank template as one HTML file, to print and fill in by hand. */
export function templateFile({ language, item, body }: OfflineProps<TemplateBody>): string {
  return fileOf(
    language,
    item,
    <>
      <p>
        <Say text={body.intro} language={language} />
      </p>
      <TemplateOutline language={language} body={body} room />
    </>,
  )
}

/** Figures stand in the file itself; items and components are elsewhere, so their names stay without a link. */
function placesInside(language: Language, figures: Figures): MarkdownPlaces {
  return {
    figure: (name) => {
      const figure = Object.hasOwn(figures, name) ? figures[name] : undefined
      if (figure === undefined) return undefined
      return `data:image/svg+xml;base64,${Buffer.from(say(figure, language).text, 'utf8').toString('base64')}`
    },
    item: () => undefined,
    component: () => undefined,
  }
}

function fileOf(language: Language, item: Item, content: Child): string {
  const t = itemMessages[language]
  const title = say(item.title, language).text
  return documentOf(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>
            <Say text={item.title} language={language} />
          </h1>
          <p class="lead">
            <Say text={item.summary} language={language} />
          </p>
          {content}
        </main>
        <footer>
          <p class="quiet">
            {t.offlineFrom(uiMessages[language].product, longDate(item.lastReviewed, language))} {item.licence}
          </p>
        </footer>
      </body>
    </html>,
  )
}
