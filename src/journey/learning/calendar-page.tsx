import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { JourneyFrame } from '../record/index.ts'
import type { BoardProps } from './board-page.tsx'
import { learningMessages } from './messages.ts'

/** The pathway in one's own calendar: an address that follows the board, or a file for once. */
export function CalendarPage(
  props: Pick<BoardProps, 'frame' | 'place' | 'standing' | 'timeZone' | 'notice'> & {
    madeAt: Date | undefined
    /** Shown only right after it was made. */
    address?: string
  },
) {
  const { frame, place, standing, madeAt, address } = props
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', ...rest)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="learning" title={t.calendarTitle}>
      <p class="no-print">
        <a href={to()}>{t.backToBoard}</a>
      </p>
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      <p class="lead">{t.calendarLead}</p>
      <h2>{t.calendarFeed}</h2>
      <p>{t.calendarFeedLead}</p>
      {address && (
        <p>
          <strong>{t.calendarAddress}</strong>
          <br />
          <code class="board-address">{address}</code>
        </p>
      )}
      {!address && madeAt && <p>{t.calendarHas(longDate(dayIn(madeAt, props.timeZone), language))}</p>}
      <div class="board-buttons">
        <form method="post" action={to('calendar')}>
          <button type="submit" class="second">
            {madeAt ? t.calendarMakeNew : t.calendarMake}
          </button>
        </form>
        {madeAt && (
          <form method="post" action={to('calendar', 'revoke')}>
            <button type="submit" class="plain">
              {t.calendarRevoke}
            </button>
          </form>
        )}
      </div>
      <h2>{t.calendarOnce}</h2>
      <p>{t.calendarOnceLead}</p>
      <p>
        <a href={to('calendar.ics')}>{t.calendarDownload}</a>
      </p>
    </JourneyFrame>
  )
}
