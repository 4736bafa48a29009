import { may, takesChange } from '../../domain/access.ts'
import { isLate, isOpen, lastWeek } from '../../domain/learning/board.ts'
import { paths } from '../../paths.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import { listOf } from '../../ui/words/list-of.ts'
import type { BoardProps } from './board-page.tsx'
import type { Entry } from './load.ts'
import { learningMessages } from './messages.ts'
import { closesOf, ItemName, kindOf, plainTitle } from './words.tsx'

/**
 * One item of the board: what it is, who has it, what it closes, and the buttons for what is done most.
 * `apart`: below the weeks, a heading higher.
 */
export function BoardItem(props: BoardProps & { entry: Entry; apart?: boolean }) {
  const { frame, place, standing, learning, entry, personId } = props
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', 'items', entry.id, ...rest)
  const title = plainTitle(entry, learning, language)
  const moves = may('learning.plan', standing) && takesChange('learning.plan', place.journey) && isOpen(entry)
  const does = may('learning.do', standing) && takesChange('learning.do', place.journey) && isOpen(entry)
  const mine = entry.people.find((share) => share.personId === personId)
  const tooEarly = learning.entries.find(
    (other) => isOpen(entry) && isOpen(other) && entry.needs.includes(other.id) && lastWeek(other) > entry.firstWeek,
  )
  const marked = learning.marked.filter(({ itemId, undoneAt }) => itemId === entry.id && !undoneAt)
  const who =
    entry.people.length === 0
      ? t.nobody
      : listOf(
          entry.people.map((share) =>
            t.personState(share.personId === personId ? t.you : share.name, t.shareStates[share.state]),
          ),
          language,
        )
  const name = (
    <a href={to()}>
      <ItemName entry={entry} learning={learning} language={language} />
    </a>
  )
  return (
    <li class={`board-item ${entry.state}`} data-item={moves ? entry.id : undefined} id={`item-${entry.id}`}>
      {props.apart ? <h3>{name}</h3> : <h4>{name}</h4>}
      <p class="meta">
        {kindOf(entry, language)} · {t.spanWeeks(entry.firstWeek, lastWeek(entry))} ·{' '}
        {t.hoursOf(formatHours(entry.hours, language), formatHours(learning.hours.byItem.get(entry.id) ?? 0, language))}
      </p>
      <p class="board-state">
        <strong>{t.states[entry.state]}</strong>
        {isLate(entry, learning.week) && <span class="tag">{t.isLate}</span>}
        {entry.state !== 'prior' && entry.state !== 'set-aside' && (
          <>
            {' '}
            · {t.who}: {who}
          </>
        )}
      </p>
      {entry.reason !== '' && (
        <p lang={entry.reasonLanguage === language ? undefined : entry.reasonLanguage}>{t.reasonSaid(entry.reason)}</p>
      )}
      <ul class="board-closes plain-list">
        {closesOf(entry, learning, language).map((sentence) => (
          <li>{sentence}</li>
        ))}
        {marked.map((one) => (
          <li>{t.marksAction(one.title)}</li>
        ))}
      </ul>
      {tooEarly && <p class="note amber">{t.before(plainTitle(tooEarly, learning, language))}</p>}
      {(moves || does) && (
        <div class="board-buttons no-print">
          {does && (mine === undefined || mine.state !== 'done') && (
            <form method="post" action={to('mine')}>
              <button
                class="second"
                name="do"
                value={mine ? 'done' : 'take'}
                aria-label={mine ? t.markDoneName(title) : t.takeName(title)}
                type="submit"
              >
                {mine ? t.markDone : t.take}
              </button>
            </form>
          )}
          {moves && (
            <form method="post" action={to('move')} data-move>
              <input type="hidden" name="version" value={learning.board.version} />
              {entry.firstWeek > 1 && (
                <button
                  class="plain"
                  name="week"
                  value={entry.firstWeek - 1}
                  aria-label={t.earlierName(title)}
                  data-earlier
                  type="submit"
                >
                  {t.earlier}
                </button>
              )}
              <button
                class="plain"
                name="week"
                value={entry.firstWeek + 1}
                aria-label={t.laterName(title)}
                data-later
                type="submit"
              >
                {t.later}
              </button>
            </form>
          )}
        </div>
      )}
    </li>
  )
}
