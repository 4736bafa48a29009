import { componentName, facetInSentence, itemTitle } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { PlannedItem } from '../../domain/action-plan-types.ts'
import type { PathwayId } from '../../domain/plan-edits-types.ts'
import type { ItemCandidate } from '../../domain/plan-effect.ts'
import { paths } from '../../paths.ts'
import { formatGain, formatHours } from '../../ui/charts/numbers.ts'
import { TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { listOf } from '../../ui/words/list-of.ts'
import { pathwayWords } from '../../ui/words/pathways.ts'
import { JourneyFrame } from '../record/index.ts'
import { draftMessages } from './draft-messages.ts'
import type { PageProps } from './draft-props.ts'

/** The most useful items are open to see; the rest of the catalogue is folded away. */
const shownAtFirst = 10

export type ItemsPageProps = PageProps & {
  pack: Pack
  pathway: PathwayId
  /** The item that is moved, replaced or taken out; left out, one is added. */
  item: PlannedItem | undefined
  /** What would leave with it. */
  leaving: string[]
  weeks: number
  hoursLimit: number
  candidates: ItemCandidate[]
  /** Components whose amounts would tell what two people answered. */
  withheld: boolean
  seen: number
  errors: FieldError[]
  typed?: Record<string, string>
}

/** An item of a pathway to move, replace or take out, or one to add: the catalogue with what each would do. */
export function ItemsPage(props: ItemsPageProps) {
  const { frame, place, standing, pack, pathway, item, errors } = props
  const { language } = frame
  const t = draftMessages[language]
  const words = pathwayWords[language]
  const title = item === undefined ? t.addTitle(pathway) : t.itemTitle(itemTitle(pack, item.item, language))
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="draft-plan" title={title}>
      <ErrorSummary errors={errors} language={language} />
      <p class="quiet">{t.inPathway(pathway, words.names[pathway])}</p>
      {item && <MoveAndRemove {...props} item={item} />}
      {item && <h2>{t.replaceTitle}</h2>}
      <Candidates {...props} />
      <p>
        <a href={paths.journey(language, place.journey.id, 'draft-plan')}>{t.backToPlan}</a>
      </p>
    </JourneyFrame>
  )
}

function Hidden({ pathway, item, seen }: Pick<ItemsPageProps, 'pathway' | 'item' | 'seen'>) {
  return (
    <>
      <input type="hidden" name="pathway" value={pathway} />
      <input type="hidden" name="seen" value={String(seen)} />
      {item && <input type="hidden" name="item" value={item.item} />}
    </>
  )
}

const action = ({ frame, place }: PageProps) => paths.journey(frame.language, place.journey.id, 'draft-plan', 'items')

function MoveAndRemove(props: ItemsPageProps & { item: PlannedItem }) {
  const { frame, pack, item, leaving, weeks, errors, typed = {} } = props
  const { language } = frame
  const t = draftMessages[language]
  return (
    <>
      <h2>{t.moveTitle}</h2>
      <form method="post" action={action(props)}>
        <Hidden {...props} />
        <TextField
          name="week"
          label={t.moveLabel}
          hint={t.moveHint(weeks)}
          type="number"
          min="1"
          max={String(weeks)}
          step="1"
          required
          value={typed.week ?? String(item.firstWeek)}
          error={errors.find(({ field }) => field === 'week')?.message}
        />
        <button type="submit" name="kind" value="item-moved" class="second">
          {t.move}
        </button>
      </form>
      <h2>{t.takeOutTitle}</h2>
      <form method="post" action={action(props)} id="remove">
        <Hidden {...props} />
        {leaving.length > 0 && (
          <p>
            {t.takeOutAlong(
              listOf(
                leaving.map((one) => itemTitle(pack, one, language)),
                language,
              ),
            )}
          </p>
        )}
        <button type="submit" name="kind" value="item-removed" class="second">
          {t.takeOut}
        </button>
      </form>
    </>
  )
}

function Candidates(props: ItemsPageProps) {
  const { frame, pack, item, candidates, errors, typed = {} } = props
  const { language } = frame
  const t = draftMessages[language]
  const fitting = candidates.filter((candidate) => candidate.fits)
  const first = fitting.slice(0, shownAtFirst)
  const rest = fitting.slice(shownAtFirst)
  const others = candidates.flatMap((candidate) => (candidate.fits ? [] : [candidate]))
  return (
    <>
      {fitting.length === 0 ? (
        <p>{t.noCandidates}</p>
      ) : (
        <form method="post" action={action(props)}>
          <Hidden {...props} />
          <Choices
            name="by"
            legend={t.choose}
            hint={t.candidatesHint}
            error={errors.find(({ field }) => field === 'by')?.message}
            choices={first.map((candidate) => ({
              value: candidate.item,
              label: itemTitle(pack, candidate.item, language),
              hint: candidateInWords(candidate, props),
              checked: typed.by === candidate.item,
            }))}
            after={rest.length > 0 && <MoreCandidates {...props} rest={rest} />}
          />
          <button type="submit" name="kind" value={item === undefined ? 'item-added' : 'item-swapped'}>
            {item === undefined ? t.add : t.replace}
          </button>
        </form>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t.showMore}</summary>
          <ul>
            {others.map((candidate) => (
              <li>
                {itemTitle(pack, candidate.item, language)}
                <br />
                <span class="quiet">{t.cannotCome(t.misfits[candidate.why])}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The rest of the catalogue, folded away: every item can be chosen, few are asked for. */
function MoreCandidates(props: ItemsPageProps & { rest: ItemCandidate[] }) {
  const { frame, pack, rest, typed = {} } = props
  const { language } = frame
  return (
    <details open={rest.some(({ item }) => item === typed.by)}>
      <summary>{draftMessages[language].moreCandidates(rest.length)}</summary>
      <div class="choices">
        {rest.map((candidate) => (
          <div class="choice">
            <input
              type="radio"
              id={`more-${candidate.item}`}
              name="by"
              value={candidate.item}
              checked={typed.by === candidate.item}
              aria-describedby={`more-${candidate.item}-hint`}
            />
            <label for={`more-${candidate.item}`}>{itemTitle(pack, candidate.item, language)}</label>
            <p class="hint" id={`more-${candidate.item}-hint`}>
              {candidateInWords(candidate, props)}
            </p>
          </div>
        ))}
      </div>
    </details>
  )
}

/** Hours, what the gap closed would be, why, and what comes along. */
function candidateInWords(candidate: ItemCandidate, { frame, pack, withheld, hoursLimit }: ItemsPageProps): string {
  const { language } = frame
  const t = draftMessages[language]
  const words = pathwayWords[language]
  const hours = (value: number) => formatHours(value, language)
  const name = (component: string, facet: string) =>
    [componentName(pack, component, language), facetInSentence(pack, facet, language)] as const
  const change = candidate.gapChange
  const sign = change > 0 ? '+' : '−'
  const gap =
    Math.abs(change) < 0.005 ? t.candidateSame : t.candidateGap(`${sign}${formatGain(Math.abs(change), language)}`)
  const over = candidate.hoursAfter > hoursLimit ? `, ${t.overHours(hours(hoursLimit))}` : ''
  const along = candidate.along.map((item) => itemTitle(pack, item, language))
  const reasons = candidate.closes.map(({ component, facet, amount }) =>
    withheld
      ? words.worksOn(...name(component, facet))
      : words.closes(...name(component, facet), amount < 0.05 ? words.closesLittle : formatGain(amount, language)),
  )
  const first = [
    `${t.candidate(hours(candidate.hours), hours(candidate.hoursAfter))}${over}`,
    ...(withheld ? [] : [gap]),
    ...(along.length > 0 ? [t.comesAlong(listOf(along, language))] : []),
    ...(reasons.length === 0 ? [t.closesNothing] : []),
  ].join('; ')
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}.`, ...reasons].join(' ')
}
