import { momentIn, sameClock } from '../../journey/interview/index.ts'
import { paths } from '../../paths.ts'
import type { RoomDependencies } from '../../people/index.ts'
import { calendarFile, calendarFileName, calendarType } from '../../platform/calendar.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { listParties, type Party } from '../desk-store.ts'
import { sessionMailMessages } from './mail-messages.ts'
import type { Session } from './store.ts'

/**
 * Tells everyone who takes part that a session is booked, moved or cancelled, each in their language and on their clock, with the
 * file for their calendar. The transaction is a member's or advisor's, or the service's: a host from outside may not read whom the mail goes to.
 */
export async function tellOfSession(
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>,
  tx: Tx,
  given: {
    kind: 'booked' | 'changed' | 'cancelled'
    session: Session
    people: readonly string[]
    community: { name: string; timeZone: string }
    reason?: string
  },
): Promise<void> {
  const { kind, session, community } = given
  const everyone = await listParties(tx, [session.hostId, ...given.people])
  const host = everyone.find(({ personId }) => personId === session.hostId)
  for (const person of everyone) {
    const { language } = person
    const t = sessionMailMessages[language]
    const isHost = person === host
    const otherZone = isHost ? community.timeZone : (host?.timeZone ?? community.timeZone)
    const when = momentIn(session.startsAt, language, person.timeZone)
    const href = isHost
      ? paths.desk(language, 'sessions', session.id)
      : paths.support(language, session.communityId, 'sessions', session.id)
    const method = kind === 'cancelled' ? 'cancel' : 'request'
    await deps.queueMail(
      tx,
      {
        key: `support.session-${kind}:${session.id}:${session.sequence}:${person.personId}`,
        kind: 'booking',
        to: { address: person.address, name: person.name, personId: person.personId },
        language,
        subject: t[`${kind}Subject`](community.name),
        paragraphs: [
          t[`${kind}Text`](host?.name ?? t.someone, community.name, when),
          t.topic(session.topic),
          ...(sameClock(session.startsAt, person.timeZone, otherZone)
            ? []
            : [t.otherTime(momentIn(session.startsAt, language, otherZone))]),
          ...(kind !== 'cancelled' && session.place ? [t.place(session.place)] : []),
          ...(given.reason ? [t.reason(given.reason)] : []),
          t.calendar,
        ],
        link: { label: t.open, href: `${deps.origin}${href}` },
        attachments: [
          {
            name: calendarFileName,
            type: calendarType(method),
            content: calendarFile(method, {
              ...eventOf(session, { community: community.name, host, everyone }, person),
              stamp: deps.now(),
              url: `${deps.origin}${href}`,
            }),
          },
        ],
        ...(isHost ? {} : { communityId: session.communityId }),
      },
      deps.now(),
    )
  }
}

function eventOf(
  session: Session,
  given: { community: string; host: Party | undefined; everyone: readonly Party[] },
  person: Party,
) {
  const t = sessionMailMessages[person.language]
  return {
    uid: `${session.id}@waymark`,
    sequence: session.sequence,
    start: session.startsAt,
    minutes: session.minutes,
    title: t.eventTitle(given.community, session.topic),
    description: t.topic(session.topic),
    ...(session.place ? { place: session.place } : {}),
    organizer: given.host ?? { name: given.community, address: 'nobody@invalid' },
    // Addresses of the members stay with them: the host's calendar names the host and its reader alone.
    attendees: given.everyone.filter((one) => one === given.host || one === person),
  }
}
