import { itemKinds, type Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { type Language, locales } from '../platform/languages.ts'
import { hoursIn } from './hours.ts'
import { libraryMessages } from './messages.ts'
import { hoursOffered, isNarrowed, type SearchForm } from './search-form.ts'
import { searchMessages } from './search-messages.ts'

type FiltersProps = { language: Language; pack: Pack; form: SearchForm }

/** What narrows a search, folded away until it is used. */
export function SearchFilters({ language, pack, form }: FiltersProps) {
  const t = searchMessages[language]
  const languagesIn = new Intl.DisplayNames(locales[language], { type: 'language' })
  const offered = [...new Set(pack.items.flatMap((item) => item.languages))]
  const levels = pack.facets[0]?.levels ?? []
  return (
    <details open={isNarrowed(form)}>
      <summary>{t.narrow}</summary>
      <div class="filter-grid">
        <div>
          <label class="label" for="about">
            {t.about}
          </label>
          <select id="about" name="about">
            <option value="">{t.all}</option>
            {pack.domains.map((domain) => {
              const name = say(domain.name, language).text
              return (
                <optgroup label={name}>
                  <option value={domain.id} selected={form.about === domain.id}>
                    {t.wholeDomain(name)}
                  </option>
                  {pack.components
                    .filter((component) => component.domain === domain.id)
                    .map((component) => {
                      const value = `${domain.id}/${component.id}`
                      return (
                        <option value={value} selected={form.about === value}>
                          {say(component.name, language).text}
                        </option>
                      )
                    })}
                </optgroup>
              )
            })}
          </select>
        </div>
        <Pick
          name="kind"
          label={t.kind}
          all={t.all}
          chosen={form.kind}
          options={[
            ...itemKinds.map((kind): [string, string] => [kind, libraryMessages[language].kinds[kind]]),
            ['answer', t.answer],
          ]}
        />
        <Pick
          name="level"
          label={t.level}
          all={t.all}
          chosen={form.level?.toString()}
          options={levels.flatMap((level, index): [string, string][] =>
            index === 0 ? [] : [[String(index), say(level.name, language).text]],
          )}
        />
        <Pick
          name="language"
          label={t.offeredIn}
          all={t.all}
          chosen={form.language}
          options={offered.map((code): [string, string] => [code, languagesIn.of(code) ?? code])}
        />
        <Pick
          name="hours"
          label={t.hours}
          all={t.all}
          chosen={form.hours?.toString()}
          options={hoursOffered.map((hours): [string, string] => [String(hours), hoursIn(hours, language)])}
        />
        <div class="choice">
          <input type="checkbox" id="offline" name="offline" value="yes" checked={form.offline} />
          <label for="offline">{t.offline}</label>
        </div>
      </div>
      <p class="actions">
        <button type="submit" class="second">
          {libraryMessages[language].apply}
        </button>
      </p>
    </details>
  )
}

function Pick(props: {
  name: string
  label: string
  all: string
  chosen: string | undefined
  options: [string, string][]
}) {
  return (
    <div>
      <label class="label" for={props.name}>
        {props.label}
      </label>
      <select id={props.name} name={props.name}>
        <option value="">{props.all}</option>
        {props.options.map(([value, label]) => (
          <option value={value} selected={value === props.chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
