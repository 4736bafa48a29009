import { componentName } from '../../content/names.ts'
import { importanceFromRanking, rankOrderCentroid } from '../../domain/priorities.ts'
import { paths } from '../../paths.ts'
import { formatNumber } from '../../ui/charts/numbers.ts'
import { SelectField } from '../../ui/fields.tsx'
import { Table } from '../../ui/parts.tsx'
import { Effect } from './effect.tsx'
import type { Ranking } from './entries.ts'
import { rankedPlaces } from './forms.ts'
import { validationMessages } from './messages.ts'
import { BlockForm, BlockPage, type BlockProps, errorOf, ReasonField, VersionLine } from './parts.tsx'

/** The five most important components in order: five lists to choose from, and buttons that move one up or down. */
export function RankingPage(props: BlockProps & { value: Ranking; version: number }) {
  const { frame, place, v, value, writes, errors, timeZone } = props
  const { language } = frame
  const t = validationMessages[language]
  const options = v.card.priorities.map(({ component }) => ({
    value: component,
    label: componentName(v.pack, component, language),
  }))
  const weights = rankOrderCentroid(rankedPlaces.length)
  const places = rankedPlaces.map(String)
  const importance = importanceFromRanking(places, places)
  return (
    <BlockPage {...props} title={t.rankingTitle} lead={t.rankingLead} guideBlock="wanted-levels">
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'ranking')}
      >
        {options.length === 0 && <p>{t.rankingNone}</p>}
        {options.length > 0 &&
          rankedPlaces.map((rank) => {
            const chosen = value.order[rank - 1]
            const name = chosen === undefined ? '' : componentName(v.pack, chosen, language)
            return (
              <div class="rank">
                <SelectField
                  name={`place-${rank}`}
                  label={t.place1to5(rank)}
                  error={errorOf(errors, `place-${rank}`)}
                  value={chosen ?? ''}
                  empty={t.nobody}
                  options={options}
                />
                {writes && chosen !== undefined && (
                  <p class="rank-buttons">
                    {rank > 1 && (
                      <button type="submit" name="move" value={`up:${rank}`} class="second" aria-label={t.up(name)}>
                        {t.moveUp}
                      </button>
                    )}
                    {rank < value.order.length && (
                      <button type="submit" name="move" value={`down:${rank}`} class="second" aria-label={t.down(name)}>
                        {t.moveDown}
                      </button>
                    )}
                  </p>
                )}
              </div>
            )
          })}
        <ReasonField value={value.reason} errors={errors} language={language} />
        <VersionLine entry={v.decided.ranking} timeZone={timeZone} language={language} />
        {writes && (
          <p class="actions">
            <button type="submit">{t.save}</button>
          </p>
        )}
      </BlockForm>
      <Table
        caption={t.weightsCaption}
        head={[t.placeHead, t.weight, t.importance]}
        rows={rankedPlaces.map((rank) => [
          t.place1to5(rank),
          formatNumber(weights[rank - 1] ?? 0, language, 4),
          formatNumber(importance[String(rank)] ?? 0, language, 2),
        ])}
      />
      <Effect v={v} language={language} />
    </BlockPage>
  )
}
