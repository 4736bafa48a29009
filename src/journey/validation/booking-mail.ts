import { minuteOf, momentOf } from '../../domain/slots.ts'
import { paths } from '../../paths.ts'
import type { RoomDependencies } from '../../people/index.ts'
import { calendarFile, calendarFileName, calendarType } from '../../platform/calendar.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { longDate } from '../../ui/dates.ts'
import type { Setting } from './entries.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { momentIn } from './parts.tsx'
import type { Participant } from './store.ts'

/** When an interview begins; nothing where the day is not set or the clocks skip the time. */
export function startOf(setting: Pick<Setting, 'date' | 'time'>, timeZone: string): Date | undefined {
  if (setting.date === '') return undefined
  if (setting.time === '') return new Date(`${setting.date}T12:00:00Z`)
  return momentOf({ day: setting.date, minute: minuteOf(setting.time) ?? 0 }, timeZone)
}

const sameTime = (a: Setting, b: Setting) =>
  a.date === b.date && a.time === b.time && a.minutes === b.minutes && a.place === b.place

/**
 * Tells those who take part: an invitation to whom it is new, a change to whom it changed, a cancellation to whom it is off. Each
 * carries the file for their calendar; the version of the block is its sequence.
 */
export async function tellOfSetting(
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>,
  tx: Tx,
  v: Validation,
  given: { before: Setting | undefined; now: Setting; version: number; organizer: { name: string; address: string } },
): Promise<void> {
  const { before, now } = given
  const had = before && before.date !== '' ? before.people : []
  const has = now.date === '' ? [] : now.people
  const changed = before === undefined || !sameTime(before, now)
  const invited = v.participants.filter(({ personId }) => has.includes(personId))
  const told = invited.filter(({ personId }) => changed || !had.includes(personId))
  const off = v.participants.filter(({ personId }) => had.includes(personId) && !has.includes(personId))
  for (const person of told) await tell(person, now, 'request')
  if (before) for (const person of off) await tell(person, before, 'cancel')

  async function tell(person: Participant, setting: Setting, method: 'request' | 'cancel'): Promise<void> {
    const start = startOf(setting, v.community.timeZone)
    if (start === undefined) return
    const t = validationMessages[person.language]
    const { journey } = v
    const wholeDay = setting.time === ''
    const when = wholeDay ? longDate(setting.date, person.language) : momentIn(start, person.timeZone, person.language)
    const href = `${deps.origin}${paths.journey(person.language, journey.id, 'validation')}`
    await deps.queueMail(
      tx,
      {
        key: `validation.setting:${journey.id}:${given.version}:${person.personId}`,
        kind: 'booking',
        to: { address: person.address, name: person.name, personId: person.personId },
        language: person.language,
        subject: t.mailSubject(v.community.name),
        paragraphs: [method === 'request' ? t.mailText(when) : t.mailCancelled],
        link: { label: t.mailLink, href },
        attachments: [
          {
            name: calendarFileName,
            type: calendarType(method),
            content: calendarFile(method, {
              uid: `validation-${journey.id}@waymark`,
              sequence: given.version,
              stamp: deps.now(),
              start,
              minutes: setting.minutes,
              wholeDay,
              title: t.mailSubject(v.community.name),
              description: t.title,
              ...(setting.place ? { place: setting.place } : {}),
              url: href,
              organizer: given.organizer,
              attendees: method === 'request' ? invited : [person],
            }),
          },
        ],
        communityId: journey.communityId,
        journeyId: journey.id,
      },
      deps.now(),
    )
  }
}
