import type { Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { isLanguage, type Language, locales } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { libraryMessages } from './messages.ts'
import type { SearchAnswer } from './search.ts'
import { SearchFilters } from './search-filters.tsx'
import { isNarrowed, queryOf, type SearchForm } from './search-form.ts'
import { HitLine, hitAddress } from './search-hit.tsx'
import { searchMessages } from './search-messages.ts'

type SearchPageProps = {
  language: Language
  pack: Pack
  asset: AssetUrl
  form: SearchForm
  answer: SearchAnswer
}

/** Search over the catalogue: one form, then what was found and why. */
export function SearchPage(props: SearchPageProps) {
  const { language, pack, asset, form, answer } = props
  const t = searchMessages[language]
  const address = (changed: Partial<SearchForm>) => addressOf(language, { ...form, ...changed })
  return (
    <Layout
      language={language}
      path={addressOf(language, { ...form, page: answer.page })}
      title={form.q === '' ? t.title : `${form.q} · ${t.title}`}
      description={t.description}
      section="catalogue"
      asset={asset}
    >
      <p class="crumb">
        <a href={paths.catalogue(language)}>{libraryMessages[language].title}</a>
      </p>
      <h1>{t.title}</h1>
      <search>
        <form method="get" action={paths.librarySearch(language)} class="search-form">
          <label class="label" for="q">
            {t.label}
          </label>
          <p class="hint" id="q-hint">
            {t.hint}
          </p>
          <div class="line">
            <input
              type="search"
              id="q"
              name="q"
              value={form.q}
              maxlength={200}
              autocomplete="off"
              aria-describedby="q-hint"
            />
            <button type="submit">{t.search}</button>
          </div>
          <SearchFilters language={language} pack={pack} form={form} />
        </form>
      </search>
      <div aria-live="polite">
        <Outcome {...props} />
      </div>
      {answer.hits.length === 0 ? (
        <>
          <h2>{t.nothing}</h2>
          <p>{t.nothingHelp}</p>
          <p class="actions">
            {isNarrowed(form) && form.q !== '' && (
              <a href={addressOf(language, { q: form.q, offline: false, page: 1 })}>{t.keepWords}</a>
            )}
            <a href={paths.catalogue(language)}>{t.wholeCatalogue}</a>
          </p>
        </>
      ) : (
        <ul class="rows">
          {answer.hits.map((hit) => (
            <HitLine hit={hit} pack={pack} language={language} words={form.q} way={answer.way} />
          ))}
        </ul>
      )}
      <PageLinks language={language} answer={answer} address={(page) => address({ page })} />
      <Elsewhere {...props} />
    </Layout>
  )
}

function addressOf(language: Language, form: SearchForm): string {
  const query = queryOf(form)
  return query === '' ? paths.librarySearch(language) : `${paths.librarySearch(language)}?${query}`
}

/** How many were found, and what was made of the words when they led nowhere. */
function Outcome({ language, form, answer }: SearchPageProps) {
  const t = searchMessages[language]
  const count = form.q === '' ? t.listed(answer.total) : t.found(answer.total)
  return (
    <>
      {answer.hits.length > 0 && answer.way !== 'as-typed' && (
        <p>
          {answer.way === 'some' ? t.some : t.nothingFor(form.q)}
          {answer.way === 'corrected' && answer.instead && ` ${t.corrected(answer.instead)}`}
          {answer.way === 'alike' && ` ${t.alike}`}
        </p>
      )}
      {answer.suggestion && (
        <p>
          {t.didYouMean}{' '}
          <a href={addressOf(language, { ...form, q: answer.suggestion, page: 1 })}>{answer.suggestion}</a>?
        </p>
      )}
      {answer.hits.length > 0 && (
        <p>
          {count}
          {(form.q !== '' || isNarrowed(form)) && (
            <>
              {' · '}
              <a href={paths.librarySearch(language)}>{t.clear}</a>
            </>
          )}
        </p>
      )}
    </>
  )
}

function PageLinks(props: { language: Language; answer: SearchAnswer; address: (page: number) => string }) {
  const { language, answer, address } = props
  const t = libraryMessages[language]
  if (answer.pages === 1) return null
  return (
    <nav aria-label={searchMessages[language].pages} class="actions">
      {answer.page > 1 && (
        <a href={address(answer.page - 1)} rel="prev">
          {t.previous}
        </a>
      )}
      <span>{t.pageOf(answer.page, answer.pages)}</span>
      {answer.page < answer.pages && (
        <a href={address(answer.page + 1)} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  )
}

/** What the other languages hold under the same words. */
function Elsewhere({ language, pack, form, answer }: SearchPageProps) {
  const t = searchMessages[language]
  const names = new Intl.DisplayNames(locales[language], { type: 'language' })
  return (
    <>
      {answer.elsewhere.map((other) => {
        const pages = isLanguage(other.language) ? other.language : undefined
        const title = t.elsewhere(names.of(other.language) ?? other.language, other.total)
        return (
          <section>
            <h2>{pages === undefined ? title : <a href={addressOf(pages, { ...form, page: 1 })}>{title}</a>}</h2>
            <ul>
              {other.hits.map((hit) => (
                <li lang={other.language}>
                  <a href={hitAddress(hit, pages ?? language)}>{hit.title}</a>
                  {hit.kind === 'lesson' && <CourseOf pack={pack} id={hit.item} language={other.language} />}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function CourseOf({ pack, id, language }: { pack: Pack; id: string; language: string }) {
  const course = pack.items.find((item) => item.id === id)
  return course ? <span class="quiet">, {say(course.title, language).text}</span> : null
}
