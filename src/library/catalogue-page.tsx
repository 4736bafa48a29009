import { type Item, type ItemKind, itemKinds, type Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { hoursIn } from './hours.ts'
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
      <search>
        <form method="get" action={paths.librarySearch(language)} class="search-form">
          <label class="label" for="q">
            {t.searchLabel}
          </label>
          <div class="line">
            <input type="search" id="q" name="q" maxlength={200} autocomplete="off" />
            <button type="submit">{t.search}</button>
          </div>
        </form>
      </search>
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
