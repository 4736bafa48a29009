import { componentName, domainName, facetName, levelName } from '../../content/names.ts'
import type { ComponentResult } from '../../domain/report-card-types.ts'
import { scaleOf } from '../../domain/scale.ts'
import { paths } from '../../paths.ts'
import { formatLevel } from '../../ui/charts/numbers.ts'
import { SelectField } from '../../ui/fields.tsx'
import type { Levels } from './entries.ts'
import { levelField, openComponents, reasonField, wantedField } from './forms.ts'
import { validationMessages } from './messages.ts'
import { BlockForm, BlockPage, type BlockProps, errorOf, ReasonField, VersionLine, WhoField } from './parts.tsx'

type LevelsProps = BlockProps & { domain: string; value: Levels; version: number }

/** Agreed and wanted levels of the components of one domain. */
export function LevelsPage(props: LevelsProps) {
  const { frame, place, v, domain, value, writes, errors, timeZone } = props
  const { language } = frame
  const t = validationMessages[language]
  return (
    <BlockPage
      {...props}
      title={t.levelsTitle(domainName(v.pack, domain, language))}
      lead={t.levelsLead}
      guideBlock="wanted-levels"
    >
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'levels', domain)}
      >
        {openComponents(v, domain).map((component) => (
          <ComponentLevels {...props} component={component} />
        ))}
        <WhoField v={v} value={value.by} errors={errors} language={language} />
        <VersionLine entry={v.decided.levels.get(domain)} timeZone={timeZone} language={language} />
        {writes && (
          <p class="actions">
            <button type="submit">{t.save}</button>
          </p>
        )}
      </BlockForm>
    </BlockPage>
  )
}

function ComponentLevels({ v, value, frame, errors, component: result }: LevelsProps & { component: ComponentResult }) {
  const { language } = frame
  const t = validationMessages[language]
  const { component, facets } = result
  const saved = value.components[component]
  const first = facets[0]
  const options = (facetId: string) => {
    const facet = v.pack.facets.find(({ id }) => id === facetId)
    return (facet?.levels ?? []).map(({ level }) => ({
      value: String(level),
      label: `${level} · ${levelName(facet, level, language)}`,
    }))
  }
  const wanted = saved?.wanted ?? first?.wanted
  const today = saved?.agreed[first?.facet ?? ''] ?? first?.score
  const large = wanted !== undefined && today !== undefined && wanted - today > scaleOf(v.pack).realisticStep
  return (
    <fieldset class="levels">
      <legend class="large">{componentName(v.pack, component, language)}</legend>
      <div class="pair">
        {facets.map(({ facet, score }) => (
          <SelectField
            name={levelField(component, facet)}
            label={facetName(v.pack, facet, language)}
            error={errorOf(errors, levelField(component, facet))}
            value={saved?.agreed[facet] === undefined ? '' : String(saved.agreed[facet])}
            empty={score === undefined ? t.asAnswered : t.answeredLevel(formatLevel(score, language))}
            options={options(facet)}
          />
        ))}
        <SelectField
          name={wantedField(component)}
          label={t.wantedLevel}
          error={errorOf(errors, wantedField(component))}
          value={saved?.wanted === undefined ? '' : String(saved.wanted)}
          empty={first?.wanted === undefined ? t.asAnswered : t.answeredWanted(formatLevel(first.wanted, language))}
          options={options(first?.facet ?? '')}
        />
      </div>
      {large && <p class="note amber">{t.realistic}</p>}
      <ReasonField
        name={reasonField(component)}
        label={t.levelReason}
        value={saved?.reason ?? ''}
        errors={errors}
        language={language}
      />
    </fieldset>
  )
}
