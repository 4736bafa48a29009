import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { CommunityFrame, type PlaceEnvironment } from '../../people/index.ts'
import { Table } from '../../ui/parts.tsx'
import type { CommunityEvent } from './community-record-store.ts'
import { communityWords, whoIn } from './event-words.ts'
import { momentIn } from './moments.ts'
import { recordMessages } from './record-messages.ts'

export type CommunityRecordProps = {
  frame: Frame
  place: PlaceEnvironment['Variables']['place']
  standing: PlaceEnvironment['Variables']['standing']
  timeZone: string
  events: CommunityEvent[]
  page: number
  more: boolean
}

/** What was done with a community's people, terms, consent and data, newest first, a page at a time. */
export function CommunityRecordPage({ frame, place, standing, timeZone, events, page, more }: CommunityRecordProps) {
  const { language } = frame
  const t = recordMessages[language]
  const here = paths.community(language, place.communityId, 'record')
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="record" title={t.communityTitle}>
      <p class="lead">{t.communityLead}</p>
      {events.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.communityTitle}
          hideCaption
          head={[t.when, t.who, t.what]}
          rows={events.map((event) => [
            <time datetime={event.at.toISOString()}>{momentIn(event.at, timeZone, language)}</time>,
            whoIn(event, language),
            communityWords(event.act, event.detail, language),
          ])}
        />
      )}
      {(page > 1 || more) && (
        <nav class="actions" aria-label={t.pages}>
          {page > 1 && <a href={`${here}?page=${page - 1}`}>{t.newer}</a>}
          {more && <a href={`${here}?page=${page + 1}`}>{t.older}</a>}
        </nav>
      )}
    </CommunityFrame>
  )
}
