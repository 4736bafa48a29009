import { type Item, type ItemKind, itemKinds, type Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { type Language, locales } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { uiMessages } from '../ui/messages.ts'
import { Say } from '../ui/parts.tsx'
import { libraryMessages } from './messages.ts'

export type Filter = { domain?: string; kind?: ItemKind; offline: boolean }
type PageProps = { language: Language; pack: Pack; asset: AssetUrl }

type CatalogueProps = PageProps & { filter: Filter; items: Item[]; found: number; page: number; pages: number }

/** The open catalogue: every item in one list, which the form above it narrows. */
export function CataloguePage(props: CatalogueProps) {
  const { language, pack, asset, filter, items, found } = props
  const t = libraryMessages[language]
  const narrowed = filter.domain !== undefined || filter.kind !== undefined || filter.offline
  return (
    <Layout
      language={language}
      path={addressOf(props, props.page)}
      title={props.page === 1 ? t.title : `${t.title}, ${t.pageOf(props.page, props.pages).toLowerCase()}`}
      description={t.description}
      section="catalogue"
      asset={asset}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(pack.items.length)}</p>
      <p class="note">{t.bodiesNote}</p>
      <form method="get" action={paths.catalogue(language)} class="filter">
        <fieldset>
          <legend>{t.filterTitle}</legend>
          <span class="pick">
            <label for="domain">{t.domain}</label>
            <select id="domain" name="domain">
              <option value="">{t.all}</option>
              {pack.domains.map((domain) => (
                <option value={domain.id} selected={domain.id === filter.domain}>
                  {say(domain.name, language).text}
                </option>
              ))}
            </select>
          </span>
          <span class="pick">
            <label for="kind">{t.kind}</label>
            <select id="kind" name="kind">
              <option value="">{t.all}</option>
              {itemKinds.map((kind) => (
                <option value={kind} selected={kind === filter.kind}>
                  {t.kinds[kind]}
                </option>
              ))}
            </select>
          </span>
          <div class="choice">
            <input type="checkbox" id="offline" name="offline" value="yes" checked={filter.offline} />
            <label for="offline">{t.offline}</label>
          </div>
          <button type="submit" class="second">
            {t.apply}
          </button>
        </fieldset>
      </form>
      <p aria-live="polite">
        {t.found(found)}
        {narrowed && (
          <>
            {' · '}
            <a href={paths.catalogue(language)}>{t.clear}</a>
          </>
        )}
      </p>
      {items.length === 0 && <p>{t.nothing}</p>}
      <ul class="rows">
        {items.map((item) => (
          <li>
            <h2 class="row-title">
              <a href={paths.item(language, item.id)}>
                <Say text={item.title} language={language} />
              </a>
            </h2>
            <p class="meta">
              {t.kinds[item.kind]} · {hoursIn(item.hours, language)}
            </p>
            <p>
              <Say text={item.summary} language={language} />
            </p>
          </li>
        ))}
      </ul>
      <PageLinks {...props} />
    </Layout>
  )
}

/** The address of one page of the list, with the filter kept. */
function addressOf({ language, filter }: Pick<CatalogueProps, 'language' | 'filter'>, page: number): string {
  const query = new URLSearchParams({
    ...(filter.domain && { domain: filter.domain }),
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.offline && { offline: 'yes' }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size === 0 ? paths.catalogue(language) : `${paths.catalogue(language)}?${query}`
}

function PageLinks(props: CatalogueProps) {
  const { language, page, pages } = props
  if (pages === 1) return null
  const t = libraryMessages[language]
  return (
    <nav aria-label={t.pages} class="actions">
      {page > 1 && (
        <a href={addressOf(props, page - 1)} rel="prev">
          {t.previous}
        </a>
      )}
      <span>{t.pageOf(page, pages)}</span>
      {page < pages && (
        <a href={addressOf(props, page + 1)} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  )
}

/** One item of the catalogue: what it is for, what it takes, what comes before and after. */
export function ItemPage({ language, pack, asset, item }: PageProps & { item: Item }) {
  const t = libraryMessages[language]
  const before = pack.items.filter((candidate) => item.prerequisites.includes(candidate.id))
  const after = pack.items.filter((candidate) => candidate.prerequisites.includes(item.id))
  const languagesIn = new Intl.DisplayNames(locales[language], { type: 'language' })
  return (
    <Layout
      language={language}
      path={paths.item(language, item.id)}
      title={say(item.title, language).text}
      description={say(item.summary, language).text}
      section="catalogue"
      asset={asset}
    >
      <p class="crumb">
        <a href={paths.catalogue(language)}>{t.title}</a> · {t.kinds[item.kind]}
      </p>
      <h1>
        <Say text={item.title} language={language} />
      </h1>
      <p class="lead">
        <Say text={item.summary} language={language} />
      </p>
      <h2>{t.objectives}</h2>
      <ul>
        {item.objectives.map((objective) => (
          <li>
            <Say text={objective.text} language={language} />
          </li>
        ))}
      </ul>
      <h2>{t.helpsWith}</h2>
      <ul>
        {item.lifts.map((lift) => (
          <LiftLine lift={lift} pack={pack} language={language} />
        ))}
      </ul>
      <p class="quiet">{t.liftNote}</p>
      <ItemLinks title={t.prerequisites} items={before} language={language} />
      <ItemLinks title={t.leadsTo} items={after} language={language} />
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

/** Hours as people write them: `1.5 hours`, `1,5 heure`. */
function hoursIn(hours: number, language: Language): string {
  return libraryMessages[language].hours(new Intl.NumberFormat(locales[language]).format(hours))
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

function ItemLinks({ title, items, language }: { title: string; items: Item[]; language: Language }) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li>
            <a href={paths.item(language, item.id)}>
              <Say text={item.title} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
