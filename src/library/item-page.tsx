import type { Item, Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { type Language, locales } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { uiMessages } from '../ui/messages.ts'
import { Say } from '../ui/parts.tsx'
import { AnswerList, type ShownAnswer } from './answers.tsx'
import { hoursIn } from './hours.ts'
import { ItemBodyPart } from './item-body.tsx'
import { ItemLinks } from './item-links.tsx'
import { libraryMessages } from './messages.ts'

type ItemPageProps = {
  language: Language
  pack: Pack
  asset: AssetUrl
  item: Item
  answers: ShownAnswer[]
  /** Before it is published: where it is shown, and what says so. */
  preview?: { path: string; note: string }
}

/** One item of the catalogue: what it is for and what it holds, what it takes, what comes before and after. */
export function ItemPage({ language, pack, asset, item, answers, preview }: ItemPageProps) {
  const t = libraryMessages[language]
  const before = pack.items.filter((candidate) => item.prerequisites.includes(candidate.id))
  const after = pack.items.filter((candidate) => candidate.prerequisites.includes(item.id))
  const languagesIn = new Intl.DisplayNames(locales[language], { type: 'language' })
  return (
    <Layout
      language={language}
      path={preview?.path ?? paths.item(language, item.id)}
      {...(preview ? { hidden: true } : {})}
      title={say(item.title, language).text}
      description={say(item.summary, language).text}
      section="catalogue"
      asset={asset}
    >
      {preview && <p class="note">{preview.note}</p>}
      <p class="crumb">
        <a href={paths.catalogue(language)}>{t.title}</a> · {t.kinds[item.kind]} · {hoursIn(item.hours, language)}
      </p>
      <h1>
        <Say text={item.title} language={language} />
      </h1>
      <p class="lead">
        <Say text={item.summary} language={language} />
      </p>
      <ItemBodyPart language={language} pack={pack} item={item}>
        <h2>{t.objectives}</h2>
        <ul>
          {item.objectives.map((objective) => (
            <li>
              <Say text={objective.text} language={language} />
            </li>
          ))}
        </ul>
      </ItemBodyPart>
      <h2>{t.helpsWith}</h2>
      <ul>
        {item.lifts.map((lift) => (
          <LiftLine lift={lift} pack={pack} language={language} />
        ))}
      </ul>
      <p class="quiet">{t.liftNote}</p>
      <ItemLinks title={t.prerequisites} items={before} language={language} />
      <ItemLinks title={t.leadsTo} items={after} language={language} />
      <AnswerList answers={answers} language={language} />
      <dl class="facts">
        <dt>{t.time}</dt>
        <dd>{hoursIn(item.hours, language)}</dd>
        <dt>{t.languagesLabel}</dt>
        <dd>{item.languages.map((code) => languagesIn.of(code) ?? code).join(', ')}</dd>
        <dt>{t.offlineLabel}</dt>
        <dd>{item.offline ? t.yes : t.no}</dd>
        <dt>{t.audience}</dt>
        <dd>{item.audience.map((group) => t.audiences[group]).join(', ')}</dd>
        <dt>{t.reviewed}</dt>
        <dd>{longDate(item.lastReviewed, language)}</dd>
        <dt>{t.licence}</dt>
        <dd>{item.licence.replace(/^CC-BY-/, 'CC BY ')}</dd>
      </dl>
    </Layout>
  )
}

function LiftLine(props: { lift: Item['lifts'][number]; pack: Pack; language: Language }) {
  const { lift, pack, language } = props
  const t = libraryMessages[language]
  const component = pack.components.find((candidate) => candidate.id === lift.component)
  const facet = pack.facets.find((candidate) => candidate.id === lift.facet)
  if (component === undefined || facet === undefined) return null
  const ceiling = facet.levels[Math.floor(lift.ceiling)]
  const amount = new Intl.NumberFormat(locales[language]).format(lift.lift)
  return (
    <li>
      <a href={paths.component(language, component.domain, component.id)}>
        <Say text={component.name} language={language} />
      </a>
      {', '}
      <Say text={facet.name} language={language} />
      {uiMessages[language].colon}
      {t.lift(amount, ceiling ? say(ceiling.name, language).text : String(lift.ceiling))}
    </li>
  )
}
