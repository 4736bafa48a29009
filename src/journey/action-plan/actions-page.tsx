import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { may, takesChange } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { longDate } from '../../ui/dates.ts'
import { Table } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { type ActionFilter, actionFilters, actionMessages } from './actions-messages.ts'
import type { PlanAction } from './actions-store.ts'
import type { PageProps } from './draft-props.ts'

export type ActionsPageProps = PageProps & {
  pack: Pack
  actions: PlanAction[]
  filter: ActionFilter
  /** `YYYY-MM-DD`, where the reader is. */
  today: string
  notice: string | undefined
}

/** Open, and its day has passed. */
export function isOverdue(action: Pick<PlanAction, 'status' | 'due'>, today: string): boolean {
  return (action.status === 'planned' || action.status === 'doing') && action.due !== undefined && action.due < today
}

/** Whether an action belongs in a list. */
export function isIn(filter: ActionFilter, action: PlanAction, given: { today: string; personId: string }): boolean {
  const open = action.status === 'planned' || action.status === 'doing'
  const mine = action.owner !== undefined && 'personId' in action.owner && action.owner.personId === given.personId
  return {
    open,
    mine: open && mine,
    overdue: isOverdue(action, given.today),
    done: action.status === 'done',
    all: true,
  }[filter]
}

/** The actions of a journey: what is open, whose, by when. */
export function ActionsPage(props: ActionsPageProps) {
  const { frame, place, standing, pack, actions, filter, today } = props
  const { language } = frame
  const t = actionMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'actions', ...rest)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="actions" title={t.title} wide>
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      <nav class="plan-filter no-print" aria-label={t.filterMenu}>
        <ul>
          {actionFilters.map((one) => (
            <li>
              <a
                href={one === 'open' ? at() : `${at()}?show=${one}`}
                aria-current={one === filter ? 'page' : undefined}
              >
                {t.filters[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {actions.length === 0 ? (
        <p>{t.empty[filter]}</p>
      ) : (
        <div class="long-rows">
          <Table
            caption={t.caption}
            hideCaption
            head={[t.action, t.owner, t.due, t.status]}
            rows={actions.map((action) => [
              <>
                <a href={at(action.id)} lang={action.language === language ? undefined : action.language}>
                  {action.title}
                </a>
                {action.component && (
                  <>
                    <br />
                    <span class="quiet">{componentName(pack, action.component, language)}</span>
                  </>
                )}
              </>,
              action.owner?.name ?? <span class="quiet">{t.nobody}</span>,
              <DueDate action={action} today={today} language={language} />,
              t.statuses[action.status],
            ])}
          />
        </div>
      )}
      <p class="actions no-print">
        {may('action.edit', standing) && takesChange('action.edit', place.journey) && (
          <a class="button" href={at('new')}>
            {t.add}
          </a>
        )}
        <a href={`${at()}.csv`}>{t.csv}</a>
      </p>
    </JourneyFrame>
  )
}

function DueDate({ action, today, language }: { action: PlanAction; today: string; language: Language }) {
  const t = actionMessages[language]
  if (action.due === undefined) return <span class="quiet">{t.noDate}</span>
  return (
    <>
      {longDate(action.due, language)}
      {isOverdue(action, today) && <strong class="tag">{t.overdue}</strong>}
    </>
  )
}
