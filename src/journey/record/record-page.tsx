import { paths } from '../../paths.ts'
import { Table } from '../../ui/parts.tsx'
import { recordWords, whoIn } from './event-words.ts'
import { JourneyFrame, type JourneyFrameProps } from './journey-frame.tsx'
import { momentIn } from './moments.ts'
import { recordMessages } from './record-messages.ts'
import type { JourneyEvent } from './store.ts'

type RecordPageProps = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & {
  events: JourneyEvent[]
  areas: string[]
  area: string | undefined
  /** Not the newest lines. */
  paged: boolean
  /** Where the older lines begin. */
  older: string | undefined
  timeZone: string
}

/** Who did what, newest first, a page at a time. */
export function RecordPage({ events, areas, area, paged, older, timeZone, ...page }: RecordPageProps) {
  const { language } = page.frame
  const t = recordMessages[language]
  const here = paths.journey(language, page.place.journey.id, 'record')
  const withArea = (query: Record<string, string>) => {
    const search = new URLSearchParams({ ...(area === undefined ? {} : { area }), ...query }).toString()
    return search === '' ? here : `${here}?${search}`
  }
  return (
    <JourneyFrame {...page} part="record" title={t.title}>
      <p class="lead">{t.lead}</p>
      {areas.length > 1 && (
        <form method="get" action={here} class="filter">
          <label class="label" for="area">
            {t.filter}
          </label>
          <span class="pick">
            <select id="area" name="area">
              <option value="">{t.all}</option>
              {areas.map((one) => (
                <option value={one} selected={one === area}>
                  {t.areas[one] ?? one}
                </option>
              ))}
            </select>
            <button type="submit" class="second">
              {t.apply}
            </button>
          </span>
        </form>
      )}
      {events.length === 0 ? (
        <p>{area === undefined ? t.none : t.noneHere}</p>
      ) : (
        <Table
          caption={t.caption}
          head={[t.when, t.who, t.what]}
          rows={events.map((event) => [
            <time datetime={event.at.toISOString()}>{momentIn(event.at, timeZone, language)}</time>,
            whoIn(event, language),
            recordWords(event.act, event.detail, language),
          ])}
        />
      )}
      <ul class="downloads">
        {paged && (
          <li>
            <a href={withArea({})}>{t.newest}</a>
          </li>
        )}
        {older !== undefined && (
          <li>
            <a href={withArea({ before: older })}>{t.older}</a>
          </li>
        )}
        {events.length > 0 && (
          <li>
            <a href={withArea({ format: 'csv' })} download>
              {t.csv}
            </a>
          </li>
        )}
      </ul>
    </JourneyFrame>
  )
}
